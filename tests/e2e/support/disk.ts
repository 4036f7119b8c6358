import type { Page } from 'playwright-core';

/** Keeps every write of every window waiting for so long, in milliseconds, as a slow disk does. */
export async function holdDisk(page: Page, howLong: number): Promise<void> {
  await page.evaluate(async (ms) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('soundings');
      request.onsuccess = () => done(request.result);
    });
    const store = db.transaction(['assessments', 'entries'], 'readwrite').objectStore('entries');
    const until = Date.now() + ms;
    const hold = () => {
      if (Date.now() < until) store.count().onsuccess = hold;
      else db.close();
    };
    hold();
  }, howLong);
}
