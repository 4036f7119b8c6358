indexedDB.databases?.().catch(() => undefined);
