/**
 * The least that showing and sorting bids can cost: five columns made by hand of figures that are there already. Nothing is read from
 * a database, folded or evaluated.
 */
import type { FloorBid } from '../../many-bids.mjs';

const ABREAST = 5;
const select = document.querySelector('select');
const main = document.querySelector('main');
if (!select || !main) throw new Error('the page has no select or no main');

const last = ({ figures }: FloorBid, at: number) => figures[at]?.at(-1) ?? 0;

window.addEventListener('hashchange', async () => {
  const bids: readonly FloorBid[] = await (await fetch('bids.json')).json();
  const rows = bids[0]?.figures.length ?? 0;
  select.replaceChildren(...Array.from({ length: rows }, (_, i) => new Option(`Row ${i}`, String(i))));
  const show = () => {
    const at = Number(select.value);
    const shown = [...bids].sort((a, b) => last(a, at) - last(b, at)).slice(0, ABREAST);
    const table = document.createElement('table');
    table.append(rowOf('th', ['', ...shown.map(({ name }) => name)]));
    for (let i = 0; i < rows; i++) table.append(rowOf('td', [`Row ${i}`, ...shown.map(({ figures }) => figures[i]?.join(' to ') ?? '')]));
    main.replaceChildren(table);
  };
  select.onchange = show;
  show();
});

function rowOf(kind: 'th' | 'td', texts: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  for (const text of texts) row.append(Object.assign(document.createElement(kind), { textContent: text }));
  return row;
}
