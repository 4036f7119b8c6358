/** A file that is refused leaves what is kept as it was, byte for byte; one that is taken in is there as it stands in the file. */
import { beforeAll, expect, test } from 'vitest';
import { canonicalJson, hashOf } from '../../src/core/canonical.ts';
import { inputOf, RAISED } from '../report/fixture.ts';
import { newOffice } from '../store/procedureSupport.ts';
import { freshDisk } from '../store/support.ts';
import { diceOf, spoiledBytes, spoiledStructure, spoiledTokens } from './mutate.ts';

const COUNT = 600;
const SEED = 20_261_126;

freshDisk();
let dump: () => Promise<string>;
beforeAll(() => {
  dump = async () => {
    const name = (await indexedDB.databases())[0]?.name ?? '';
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const stores = [...database.objectStoreNames];
    const tx = database.transaction(stores, 'readonly');
    const all = await Promise.all(
      stores.map(
        (store) =>
          new Promise<unknown>((resolve, reject) => {
            const getting = tx.objectStore(store).getAll();
            getting.onsuccess = () => resolve(getting.result);
            getting.onerror = () => reject(getting.error);
          }),
      ),
    );
    database.close();
    return hashOf(JSON.parse(JSON.stringify(all)));
  };
});

test(`no partial import among ${COUNT} spoiled files`, { timeout: 60_000 }, async () => {
  const office = await newOffice();
  const { takeIn } = await import('../../src/ui/home/takeIn.ts');
  const { assessment } = inputOf({ answers: RAISED });
  const sound = { ...assessment, id: 'kept-before' };
  expect((await takeIn(new File([JSON.stringify(sound)], 'a.json'))).ok).toBe(true);
  const tally = { accepted: 0, refused: 0 };
  for (let n = 0; n < COUNT; n += 1) {
    const dice = diceOf(SEED + n);
    const id = `fuzzed-${n}`;
    const seed = [{ ...assessment, id }, sound, { ...assessment.questionnaire, id: `q-${n}` }][dice(3)];
    const text = JSON.stringify(seed);
    const bytes = [
      () => spoiledBytes(dice, new TextEncoder().encode(text)),
      () => spoiledTokens(dice, text),
      () => spoiledStructure(dice, seed),
    ][dice(3)]?.();
    const before = await dump();
    const taken = await takeIn(new File([(bytes ?? '') as BlobPart], 'b.json'));
    if (taken.ok) {
      tally.accepted += 1;
      if (taken.value.kind !== 'assessment' || taken.value.outcome !== 'new') continue;
      const kept = await office.exportAssessment(taken.value.id);
      expect(canonicalJson(JSON.parse(kept.text)), `number ${n}`).toBe(
        canonicalJson(JSON.parse(await new Blob([(bytes ?? '') as BlobPart]).text())),
      );
    } else {
      tally.refused += 1;
      expect(taken.problems.length, `number ${n}`).toBeGreaterThan(0);
      expect(await dump(), `number ${n}: refused, and something was changed`).toBe(before);
    }
  }
  console.log(`through the store: ${tally.accepted} accepted, ${tally.refused} refused, none in part`);
  expect(tally.accepted).toBeGreaterThan(20);
  expect(tally.refused).toBeGreaterThan(200);
});
