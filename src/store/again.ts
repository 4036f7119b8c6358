/** The first wait, in milliseconds, and the longest: each is twice the one before. */
const FIRST = 1000;
const MOST = 300_000;

export interface Again {
  /** Tries again after a while; after a longer one, each time that this is asked for. */
  readonly later: () => void;
  /** It went well, or is not wanted any more. */
  readonly end: () => void;
}

/** Tries by itself again what failed and may go well the next time. */
export function again(work: () => void): Again {
  let wait = FIRST;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    later: () => {
      clearTimeout(timer);
      timer = setTimeout(work, wait);
      wait = Math.min(wait * 2, MOST);
    },
    end: () => {
      clearTimeout(timer);
      wait = FIRST;
    },
  };
}
