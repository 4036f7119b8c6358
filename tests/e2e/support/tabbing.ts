/** Walks a page by Tab and says what a person without a mouse would miss. */
import type { Page } from 'playwright-core';

interface Stop {
  /** Place among the controls of the page; -1 for anything else, such as the end of the page. */
  readonly at: number;
  readonly what: string;
  readonly ring: boolean;
  readonly covered: boolean;
}

/** Numbers what is to be reached: each control, and each group of radios once. @returns their names */
function list(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document;
    const seen = new Set<string>();
    const found = [...scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
      (element) => {
        if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) return false;
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
        const isNew = !seen.has(element.name);
        seen.add(element.name);
        return isNew;
      },
    );
    (window as unknown as { controls: HTMLElement[] }).controls = found;
    // The walk begins where a page begins that was just loaded.
    const start = document.querySelector<HTMLElement>('dialog[open]') ?? document.body;
    start.tabIndex = -1;
    start.focus();
    start.removeAttribute('tabindex');
    return found.map(
      (element) => `${element.localName} "${(element.innerText || element.getAttribute('aria-label') || element.id || '').slice(0, 60)}"`,
    );
  });
}

function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const { controls } = window as unknown as { controls: HTMLElement[] };
    const element = document.activeElement as HTMLElement;
    const same = (one: HTMLElement) =>
      one === element ||
      (one instanceof HTMLInputElement &&
        element instanceof HTMLInputElement &&
        one.type === 'radio' &&
        element.type === 'radio' &&
        one.name === element.name);
    const shapes = [element, element.closest('label'), element.nextElementSibling].filter((one) => one !== null);
    // A link that fills its card may draw it with what comes after its text.
    const ring = shapes.some((one) =>
      ['', '::after'].some((part) => {
        const style = getComputedStyle(one, part);
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 && style.content !== 'none';
      }),
    );
    // Seen where at least one of a few points of it, or of its label, is not under something else.
    const points = shapes.flatMap((one) => {
      const box = one.getBoundingClientRect();
      return [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y] as const));
    });
    const isSeen = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && shapes.some((one) => one.contains(top));
    });
    const what = `${element.localName} ${element.id} "${(element.innerText || element.getAttribute('aria-label') || '').slice(0, 60)}"`;
    return { at: controls.findIndex(same), what, ring, covered: !isSeen };
  });
}

/**
 * Presses Tab from the beginning of the page to its end.
 * @returns how many controls there are, and a sentence for each that Tab misses, that shows no ring, or that stays under something else
 */
export async function tabThrough(page: Page): Promise<{ readonly controls: number; readonly faults: readonly string[] }> {
  const names = await list(page);
  const missing = new Set(names.keys());
  const faults: string[] = [];
  for (let i = 0; i < 2 * names.length + 5 && missing.size > 0; i += 1) {
    await page.keyboard.press('Tab');
    const { at, what, ring, covered } = await stop(page);
    if (at < 0) continue;
    if (missing.delete(at)) {
      if (!ring) faults.push(`no ring around ${what}`);
      if (covered) faults.push(`the focus is out of sight on ${what}`);
    }
  }
  return { controls: names.length, faults: [...faults, ...[...missing].map((at) => `Tab does not reach ${names[at]}`)] };
}
