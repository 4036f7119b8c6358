/** Longest wait for a frame, in milliseconds: a window that nobody sees may draw none. */
const PATIENCE = 100;

let isLeaving = false;
/** The wait for a frame that has not begun, and what ends it at once. What changes until then, that frame shows: all wait for the same one. */
let next: Promise<void> | undefined;
let goOn: (() => void) | undefined;

/** Resolves once the frame that shows what just changed is drawn; at once where nothing is drawn, or the page is being left. */
export function frameShown(): Promise<void> {
  if (typeof document === 'undefined' || isLeaving || document.visibilityState === 'hidden') return Promise.resolve();
  next ??= new Promise((resolve) => {
    goOn = () => {
      next = undefined;
      resolve();
    };
    setTimeout(goOn, PATIENCE);
    requestAnimationFrame(() => {
      next = undefined;
      setTimeout(resolve);
    });
  });
  return next;
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
