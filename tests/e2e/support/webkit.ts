/** A WebKit, driven by WebDriver as it stands: enough to open a page, ask it something, hear what goes wrong, and end it as a loss of power would. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onPath } from '../../../.ci/tools.mjs';
import { freePort } from './servers.ts';

/** Each with its Debian package. */
const DRIVER = ['WebKitWebDriver', 'webkit2gtk-driver'] as const;
const SCREEN = ['Xvfb', 'xvfb'] as const;
const PYTHON = '/usr/bin/python3';
const WINDOW = join(import.meta.dirname, 'webkit.py');
/** WebKitGTK has no app manifests, and says so of the one directive that is for them. */
const KNOWN = "Unrecognized Content-Security-Policy directive 'manifest-src'.";

/** @returns what is missing here to drive a WebKit, by its Debian package */
export function missingForWebKit(): readonly string[] {
  const missing = [DRIVER, SCREEN].flatMap(([program, name]) => (onPath(program) ? [] : [name]));
  const bound = spawnSync(PYTHON, ['-c', "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')"]);
  return bound.status === 0 ? missing : [...missing, 'python3-gi', 'gir1.2-webkit2-4.1'];
}

export interface WebKit {
  readonly version: string;
  /** Errors of scripts and on the console, refusals by the content policy among them, and requests that came to nothing. */
  readonly troubles: readonly string[];
  open(address: string): Promise<unknown>;
  /** Asks again until it is true of the page, `during` so many milliseconds. @returns the value of the expression */
  seen(expression: string, during?: number): Promise<unknown>;
  /** Chooses files for the input that the selector names. */
  choose(selector: string, files: readonly string[]): Promise<unknown>;
  /** Ends it and all its processes at once; no page is told. */
  kill(): Promise<void>;
}

export interface Start {
  /** Folder for its data; it stays. Downloads go there. */
  readonly profile: string;
  readonly proxy: string;
}

/** @throws where it does not start */
export async function openWebKit({ profile, proxy }: Start): Promise<WebKit> {
  const run = join(profile, 'run');
  await mkdir(run, { recursive: true, mode: 0o700 });
  const screen = spawn(SCREEN[0], ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise((done) => screen.stdout.once('data', (text) => done(String(text).trim())));
  const port = await freePort();
  // A group of its own, in which all its processes are.
  const driver = spawn(DRIVER[0], [`--port=${port}`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOME: profile,
      XDG_RUNTIME_DIR: run,
      DISPLAY: `:${display}`,
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  const troubles: string[] = [];
  for (const stream of [driver.stdout, driver.stderr])
    createInterface(stream).on('line', (line) => {
      if (/^CONSOLE (SECURITY .*|(\S+ )?ERROR)\b/.test(line) && !line.endsWith(KNOWN)) troubles.push(line);
    });
  const kill = async () => {
    await Promise.all([ended(driver, true), ended(screen)]);
  };
  const send = async (method: 'POST' | 'GET', path: string, body?: object) => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      signal: AbortSignal.timeout(60_000),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  try {
    const options = { binary: PYTHON, args: [WINDOW, profile, proxy] };
    const made = await tried(() => send('POST', '', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }));
    const { sessionId, capabilities } = made as { sessionId: string; capabilities: { browserVersion: string } };
    const post = (path: string, body: object = {}) => send('POST', `/${sessionId}${path}`, body);
    const ask = (expression: string) => post('/execute/sync', { script: `return (${expression})`, args: [] });
    return {
      version: capabilities.browserVersion,
      troubles,
      open: (url) => post('/url', { url }),
      seen: (expression, during = 30_000) =>
        tried(async () => (await ask(expression)) || Promise.reject(new Error(`not seen in WebKit: ${expression}`)), during),
      choose: async (selector, files) => {
        const found = (await post('/element', { using: 'css selector', value: selector })) as Record<string, string>;
        return post(`/element/${Object.values(found)[0]}/value`, { text: files.join('\n') });
      },
      kill,
    };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** @returns what it comes to, tried again for so long */
async function tried<T>(act: () => Promise<T>, during = 10_000): Promise<T> {
  for (const until = Date.now() + during; ; ) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** @param group its processes with it */
async function ended(program: ChildProcess, group = false): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null || program.pid === undefined) return;
  const gone = new Promise((done) => program.once('close', done));
  process.kill(group ? -program.pid : program.pid, 'SIGKILL');
  await gone;
}
