import type { Page } from 'playwright-core';

/**
 * Presses what a selector finds first, or types into it and leaves it.
 * @returns when the page said that it was saved, by its own clock, and how long that took, in milliseconds
 */
export const savedAfter = (page: Page, selector: string, text = ''): Promise<{ readonly at: number; readonly ms: number }> =>
  page.evaluate(
    ([selector, text]) =>
      new Promise<{ at: number; ms: number }>((done, fail) => {
        const element = document.querySelector<HTMLElement>(selector);
        if (!element) return fail(new Error(`nothing is ${selector}`));
        const start = performance.now();
        let isSaving = false;
        const look = () => {
          if (!/^Saved /.test(document.querySelector('header [role="status"]')?.textContent ?? '')) isSaving = true;
          else if (isSaving) {
            observer.disconnect();
            done({ at: Date.now(), ms: performance.now() - start });
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        if (text === '') element.click();
        else {
          Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, text);
          element.dispatchEvent(new Event('input', { bubbles: true }));
          element.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
        }
        look();
      }),
    [selector, text] as const,
  );
