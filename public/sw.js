/**
 * Keeps the app's own files in this browser, so that it opens without a connection. All of a version or nothing: each file is held
 * against its SHA-256, and a version that is not whole, but for what comes later, is not taken. A new one waits until a person asks for it.
 */

/** Path below this folder → SHA-256. The build writes the list here (.ci/offline.mjs); '' is the page itself. */
const FILES = {};
const VERSION = '';

const HERE = self.registration.scope;
const OURS = `soundings ${HERE} `;
const NAME = OURS + VERSION;
/** Kept when they are first asked for: slices of fonts for other scripts, 9 MB of which a report takes a few. */
const LATER = /\.woff$/;
/** Files that are fetched at once. */
const ABREAST = 6;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const path = pathOf(url);
  // A window of the version before asks for files of its own, which are kept beside ours.
  if (method === 'GET' && path !== null && (path in FILES || path.startsWith('assets/'))) event.respondWith(answer(event.request, path));
});

function pathOf(url) {
  const [place] = url.split(/[?#]/, 1);
  if (!place.startsWith(HERE)) return null;
  const path = place.slice(HERE.length);
  return path === 'index.html' ? '' : path;
}

async function answer(request, path) {
  const options = { ignoreVary: true };
  const cache = await caches.open(NAME);
  const own = await cache.match(HERE + path, options);
  if (own) return own;
  if (!LATER.test(path) || !(path in FILES)) return (await caches.match(HERE + path, options)) ?? fetch(request);
  const found = await find(path);
  await cache.put(HERE + path, found.clone());
  return found;
}

/** An earlier try may have been broken off: what it has is not fetched again. The page comes last and says that all is there. */
async function keepAll() {
  const cache = await caches.open(NAME);
  const has = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.keys(FILES).filter((path) => path !== '' && !LATER.test(path) && !has.has(HERE + path));
  const some = async () => {
    for (let path = missing.pop(); path !== undefined; path = missing.pop()) await cache.put(HERE + path, await find(path));
  };
  await Promise.all(Array.from({ length: ABREAST }, some));
  await cache.put(HERE, await find(''));
}

/** A built file carries its hash in its name: what the version before has under that name is the same. */
async function find(path) {
  const isBuilt = path.startsWith('assets/');
  const known = isBuilt && (await caches.match(HERE + path, { ignoreVary: true }));
  return known || fetch(HERE + path, { integrity: FILES[path], cache: isBuilt ? 'default' : 'reload', redirect: 'error' });
}

/** Beside its own files it leaves those of the version before, for windows that still show that one. */
async function tidy() {
  const before = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === NAME) continue;
    if (await (await caches.open(name)).match(HERE)) before.push(name);
    else await caches.delete(name);
  }
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)));
}
