// Wakes the browser's storage while the app itself is still on its way: reading an assessment then need not wait for it.
if (typeof indexedDB.databases === 'function') indexedDB.databases().catch(() => undefined);
