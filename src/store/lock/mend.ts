/** Rows under a lock that are not as they were sealed, brought back from the second copy. */
import type { Rows } from '../copy/rows.ts';
import type { Row } from '../database.ts';
import { openAsItIs } from './find.ts';
import { openRow, type Place, placeOf, sealRow } from './seal.ts';
import { COUNT, rawStores } from './seam.ts';
import { openSession } from './session.ts';

/** @returns how many are back; those that the copy has not stay as they are @throws if they could not be saved */
export async function mend(copy: Rows): Promise<number> {
  const opened = openSession();
  const db = await openAsItIs();
  if (!db) return 0;
  try {
    const reading = rawStores(db, 'readonly').rows;
    const all = IDBKeyRange.lowerBound('');
    const [places, sealed] = await Promise.all([reading.getAllKeys(all), reading.getAll(all)]);
    const damaged = new Set<string>();
    await Promise.all(
      places.map(async (place, i) => {
        const value = sealed[i];
        await (value && openRow(opened, place, value))?.catch(() => damaged.add(JSON.stringify(place)));
      }),
    );
    const known = [...copy.values()].map(async (row): Promise<readonly [Place, Row]> => [await placeOf(opened, row[0], row[1]), row]);
    const back = (await Promise.all(known)).filter(([place]) => damaged.has(JSON.stringify(place)));
    const fresh = await Promise.all(back.map(async ([place, row]) => [place, await sealRow(opened, place, row)] as const));
    const { rows, lock, done } = rawStores(db, 'readwrite');
    const count = Number((await lock.get(COUNT)) ?? 0);
    await Promise.all([...fresh.map(([place, value]) => rows.put(value, place)), lock.put(count + 1, COUNT), done]);
    return fresh.length;
  } finally {
    db.close();
  }
}
