/** A Firefox, driven by WebDriver BiDi as it stands: enough to open a page, ask it something, and hear what goes wrong. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names under which it is installed. */
export const FIREFOXES = ['firefox-esr', 'firefox'] as const;

const PREFERENCES = {
  'browser.download.folderList': 2,
  'browser.download.dir': '',
  'pdfjs.disabled': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.helperApps.neverAsk.saveToDisk': 'application/pdf',
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.normandy.enabled': false,
};

export interface Firefox {
  readonly version: string;
  /** Where downloads go. */
  readonly folder: string;
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  /** Errors of scripts and on the console, refusals by the content policy among them, and requests that came to nothing. */
  readonly troubles: readonly string[];
  open(address: string): Promise<unknown>;
  reload(): Promise<unknown>;
  /** Asks again until it is true of the page, `during` so many milliseconds. @returns the value of the expression */
  seen(expression: string, during?: number): Promise<unknown>;
  /** Chooses files for the input that the selector names. */
  choose(selector: string, files: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly type: string;
  readonly method: string;
  readonly message?: string;
  readonly result: Record<string, never>;
  readonly params: Record<string, never>;
}

/** @throws where it does not start */
export async function openFirefox(program: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'soundings-firefox-'));
  const preferences = Object.entries({ ...PREFERENCES, 'browser.download.dir': profile });
  await writeFile(
    join(profile, 'user.js'),
    preferences.map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`).join('\n'),
  );
  const browser = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    env: { ...process.env, HOME: profile },
  });
  const gone = new Promise((done) => browser.once('exit', done));
  const socket = await connect(browser.stderr);
  const waiting = new Map<number, (message: Message) => void>();
  const requests: string[] = [];
  const troubles: string[] = [];
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else note(message, requests, troubles);
  };
  let asked = 0;
  const send = (method: string, params: object = {}) =>
    new Promise<Record<string, never>>((done, fail) => {
      asked += 1;
      waiting.set(asked, ({ type, message, result }) => (type === 'error' ? fail(new Error(`${method}: ${message}`)) : done(result)));
      socket.send(JSON.stringify({ id: asked, method, params }));
    });
  const { capabilities } = (await send('session.new', { capabilities: {} })) as unknown as { capabilities: { browserVersion: string } };
  await send('session.subscribe', { events: ['log.entryAdded', 'network.responseCompleted', 'network.fetchError'] });
  const { contexts } = (await send('browsingContext.getTree')) as unknown as { contexts: { context: string }[] };
  const context = contexts[0]?.context;
  const ask = async (expression: string) => {
    const answer = await send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    return (answer as unknown as { result?: { value?: unknown } }).result?.value;
  };
  return {
    version: capabilities.browserVersion,
    folder: profile,
    requests,
    troubles,
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    reload: () => send('browsingContext.reload', { context, wait: 'complete' }),
    seen: async (expression, during = 20_000) => {
      for (const until = Date.now() + during; Date.now() < until; ) {
        const value = await ask(expression).catch(() => undefined);
        if (value) return value;
        await new Promise((done) => setTimeout(done, 100));
      }
      throw new Error(`not seen in Firefox: ${expression}`);
    },
    choose: async (selector, files) => {
      const found = await send('browsingContext.locateNodes', { context, locator: { type: 'css', value: selector }, maxNodeCount: 1 });
      const [node] = (found as unknown as { nodes: { sharedId: string }[] }).nodes;
      return send('input.setFiles', { context, element: { sharedId: node?.sharedId }, files });
    },
    close: async () => {
      socket.close();
      browser.kill();
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until it says where it listens. */
function connect(stderr: NodeJS.ReadableStream): Promise<WebSocket> {
  return new Promise((done, fail) => {
    let said = '';
    const timer = setTimeout(() => fail(new Error(`Firefox does not listen: ${said}`)), 60_000);
    stderr.on('data', (text) => {
      said += text;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      stderr.removeAllListeners('data');
      stderr.resume();
      const socket = new WebSocket(`${address}/session`);
      socket.onopen = () => done(socket);
      socket.onerror = () => fail(new Error(`Firefox does not answer at ${address}`));
    });
  });
}

function note({ method, params }: Message, requests: string[], troubles: string[]): void {
  const { level, text, request, response } = params as {
    level?: string;
    text?: string;
    request?: { url: string };
    response?: { status: number };
  };
  if (method === 'log.entryAdded' && level === 'error') troubles.push(String(text));
  if (request && !/^(data|blob):/.test(request.url)) requests.push(request.url);
  if (method === 'network.fetchError' || (response && response.status >= 400)) troubles.push(`not there: ${request?.url}`);
}
