/** Longest wait for a frame, in milliseconds: a window that nobody sees may draw none. */
const PATIENCE = 100;

let isLeaving = false;
let goOn: (() => void) | undefined;

/** Resolves once the frame that shows what just changed is drawn; at once where nothing is drawn, or the page is being left. */
export function frameShown(): Promise<void> {
  if (typeof document === 'undefined' || isLeaving || document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((resolve) => {
    goOn = resolve;
    setTimeout(resolve, PATIENCE);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

const leave = (event: Event): void => {
  isLeaving = event.type === 'pagehide';
  goOn?.();
};

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', leave);
  document.addEventListener('visibilitychange', () => goOn?.());
}
