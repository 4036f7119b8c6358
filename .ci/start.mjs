// @ts-check
/** `npm start`: installs what is missing, builds the app, serves it on this machine alone and says where. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './serve.mjs';
import { ensureInstalled, installed, ROOT, run, stop } from './setup.mjs';

const DEFAULT_PORT = 4173;

const asked = portAsked();
ensureInstalled();
if (run(process.execPath, [installed('vite/bin/vite.js'), 'build', '--logLevel', 'warn']) !== 0)
  stop('The app could not be built; the reason is above.');
const { address } = await open();
process.stdout.write(`\nSoundings is at ${address} – open it in a browser. It can be reached from this machine only; Ctrl+C ends it.\n`);

/** @returns {number | undefined} */
function portAsked() {
  const usage = 'Usage: npm start -- [--port N], N from 1 to 65535.';
  try {
    const { port } = parseArgs({ options: { port: { type: 'string' } } }).values;
    if (port === undefined) return undefined;
    if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) stop(`--port takes a number; "${port}" is none. ${usage}`, 2);
    return Number(port);
  } catch (error) {
    stop(`${error instanceof Error ? error.message : error}. ${usage}`, 2);
  }
}

async function open() {
  const dist = join(ROOT, 'dist');
  try {
    return await serve(dist, asked ?? DEFAULT_PORT);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    if (asked !== undefined) stop(`Port ${asked} is in use. Choose another one, or end what uses it.`);
    // A browser keeps what was saved by address and port, so another port is, to the user, an empty app.
    process.stderr.write(
      `Port ${DEFAULT_PORT} is in use, perhaps by Soundings itself. Assessments saved there do not show at another address.\n`,
    );
    return serve(dist, 0);
  }
}
