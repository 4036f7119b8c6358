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

/** Notes where the focus is whenever a key comes up again: what it set off, scrolling too, is done by then. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { controls } = window as unknown as { controls: HTMLElement[] };
    const stops: Stop[] = [];
    const whereNow = (): Stop => {
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
    };
    const heard = new AbortController();
    addEventListener('keyup', () => stops.push(whereNow()), { capture: true, signal: heard.signal });
    Object.assign(window, { heard, stops });
  });
}

const stopsOf = (page: Page): Promise<readonly Stop[]> => page.evaluate(() => (window as unknown as { stops: Stop[] }).stops);

const listenNoMore = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as { heard: AbortController }).heard.abort());

/**
 * Presses Tab from the beginning of the page to its end.
 * @returns how many controls there are, and a sentence for each that Tab misses, that shows no ring, or that stays under something else
 */
export async function tabThrough(page: Page): Promise<{ readonly controls: number; readonly faults: readonly string[] }> {
  const names = await list(page);
  await listen(page);
  const missing = (stops: readonly Stop[]) => names.filter((_, at) => !stops.some((stop) => stop.at === at));
  let stops: readonly Stop[] = [];
  // Where something on the way is no control of the page, it takes more.
  for (let rounds = 0; rounds < 2 && missing(stops).length > 0; rounds += 1) {
    for (let i = 0; i < names.length + 2; i += 1) await page.keyboard.press('Tab');
    stops = await stopsOf(page);
  }
  await listenNoMore(page);
  const first = names.flatMap((_, at) => stops.find((stop) => stop.at === at) ?? []);
  const faults = first.flatMap(({ what, ring, covered }) => [
    ...(ring ? [] : [`no ring around ${what}`]),
    ...(covered ? [`the focus is out of sight on ${what}`] : []),
  ]);
  return { controls: names.length, faults: [...faults, ...missing(stops).map((name) => `Tab does not reach ${name}`)] };
}
