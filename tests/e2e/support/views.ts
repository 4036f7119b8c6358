/** A page in every view that it must be fit for. */
import { type App, VIEWS } from './app.ts';
import { barriers, overflow } from './axe.ts';
import { tabThrough } from './tabbing.ts';

interface Asked {
  /** Walked by Tab as well, once at each width. */
  readonly byTab?: boolean;
  /** Done in each view before the page is looked at. */
  readonly before?: () => Promise<unknown>;
}

/** What was looked at so far. */
export const counted = { views: 0, controls: 0 };

/** @returns what axe finds, sideways scrolling, and what Tab does not reach, each with its view; none where the page is open to all */
export async function faultsInEveryView(app: App, { byTab = false, before }: Asked = {}): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const view of VIEWS) {
    await app.show(view);
    await before?.();
    const where = `${view.width} px, ${view.scheme}`;
    faults.push(...(await barriers(app.page)).map((barrier) => `${where}: ${barrier}`));
    const excess = await overflow(app.page);
    if (excess > 0) faults.push(`${where}: scrolls sideways by ${excess} px`);
    counted.views += 1;
    if (!byTab || view.scheme !== 'light') continue;
    const walk = await tabThrough(app.page);
    faults.push(...walk.faults.map((fault) => `${where}, by Tab: ${fault}`));
    counted.controls += walk.controls;
  }
  return faults;
}
