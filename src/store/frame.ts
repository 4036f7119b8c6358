/** Longest wait for a frame, in milliseconds: a window that nobody sees may draw none. */
const PATIENCE = 100;
/** What a frame is left to get to the screen, in milliseconds, before anything else is begun: one frame of most screens. */
const FRAME = 16;

let isLeaving = false;
/** Every wait that has not ended: what is saved behind one must not go with the page, however many there are. */
const waits = new Set<() => void>();

/** Calls back when the frame that shows what just changed is on the screen. @returns how to call that off */
export function afterFrame(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(then, FRAME);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Resolves when that frame is on the screen; at once where nothing is drawn, or the page is being left. */
export function frameShown(): Promise<void> {
  if (typeof document === 'undefined' || isLeaving || document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      waits.delete(end);
      resolve();
    };
    waits.add(end);
    setTimeout(end, PATIENCE);
    afterFrame(end);
  });
}

function endAll(): void {
  for (const end of waits) end();
}

const leave = (event: Event): void => {
  isLeaving = event.type === 'pagehide';
  endAll();
};

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', leave);
  document.addEventListener('visibilitychange', endAll);
}
