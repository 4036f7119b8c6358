// @ts-check
/** A server for the built app: files of one folder, on loopback, nothing else. */
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { SECURITY_HEADERS } from './security.mjs';

const HOST = '127.0.0.1';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * The file that an address stands for, if it is a file of the folder.
 * @param {string} folder real path
 * @param {string} url path and query as the browser sent them
 * @returns {string | undefined}
 */
function fileFor(folder, url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
    if (path.includes('\0')) return undefined;
    const file = realpathSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(folder + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Serves a folder on loopback.
 * @param {string} folder
 * @param {number} port 0 takes any free one
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>} rejects where the port is taken
 */
export function serve(folder, port) {
  const root = realpathSync(folder);
  const server = createServer((request, response) => {
    const answer = (/** @type {number} */ status, /** @type {string} */ words) =>
      response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(words);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'Only GET and HEAD are answered here.');
    const file = fileFor(root, request.url ?? '/');
    if (!file) return answer(404, 'There is no such file here.');
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      // Built files carry a hash of their content in the name; the rest is asked for again.
      'cache-control': file.startsWith(join(root, 'assets') + sep) ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const at = server.address();
      if (at === null || typeof at === 'string') throw new TypeError('a TCP server has a port');
      resolve({
        address: `http://${HOST}:${at.port}/`,
        port: at.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
