// @ts-check
/** What a page tells about itself, whichever page it is. */

/**
 * @typedef {object} Probe
 * @property {(selector: string) => Promise<number>} shown resolves after the first frame in which the element is there to be clicked,
 *   with the milliseconds since navigation began
 * @property {(selector: string) => void} watch remembers the text of the element
 * @property {(selector: string) => Promise<string>} changed resolves after the first frame that shows another text than the one remembered, with it
 */

/** Runs in each page before its own scripts, and knows nothing but what stands in it. */
export function putProbe() {
  const afterFrame = (/** @type {() => boolean} */ holds) =>
    new Promise((resolve) => {
      const look = () => {
        if (!holds()) return requestAnimationFrame(look);
        // A message is handled once the frame that is being made has been put on the screen.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(undefined);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  const textOf = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent ?? '';
  let remembered = '';
  /** @type {Probe} */
  const probe = {
    shown: async (selector) => {
      await afterFrame(() => (document.querySelector(selector)?.getBoundingClientRect().height ?? 0) > 0);
      return performance.now();
    },
    watch: (selector) => {
      remembered = textOf(selector);
    },
    changed: async (selector) => {
      await afterFrame(() => textOf(selector) !== remembered);
      return textOf(selector);
    },
  };
  Object.assign(window, { probe });
}
