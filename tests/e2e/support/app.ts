/** Opens the app in a real browser, each time with a profile of its own, or with one that an earlier window left. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterEach, inject } from 'vitest';
import { BACKEND } from './backend.ts';
import { watch } from './watch.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever the app or the browser tries, nothing but loopback is there; under this name it is a page by plain http, as on an intranet.
  '--host-resolver-rules=MAP intranet.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  // Chromium keeps databases in LevelDB, and is about to keep them in SQLite.
  ...(BACKEND === 'sqlite' ? ['--enable-features=IdbSqliteBackingStore'] : []),
];

export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** The views that every page must be fit for. */
export const VIEWS: readonly View[] = [
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
  { width: 1440, scheme: 'light' },
  { width: 1440, scheme: 'dark' },
];

export interface App {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Where the app is served, with a slash at the end. */
  readonly address: string;
  /** Folder of the browser's profile; give it to `openApp` to come back to what was saved. */
  readonly profile: string;
  /** Sentences about what must not happen: errors, refusals by the content policy, requests that leave this machine. */
  readonly troubles: readonly string[];
  /** Shows the current page at another width and in another colour scheme. */
  show(view: View): Promise<void>;
  /** Closes the browser as a user does; the profile stays until the test ends. */
  close(): Promise<void>;
}

export interface Opening {
  /** Address below the app's, such as `#/help`; the start page where left out. */
  readonly at?: string;
  readonly view?: View;
  /** A profile of an earlier `App`; an empty one where left out. */
  readonly profile?: string;
  /** Where it is served, if not where all tests find it. */
  readonly address?: string;
  /** Does the app keep its own files in the browser, as it does for users? Most tests have no need of it. */
  readonly keepsFiles?: boolean;
  /** Address of a proxy that everything goes through, loopback too. */
  readonly proxy?: string;
}

const open = new Set<BrowserContext>();
const profiles = new Set<string>();

afterEach(async () => {
  await Promise.all([...open].map((context) => context.close()));
  await Promise.all([...profiles].map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })));
  profiles.clear();
});

/** Starts a browser and opens the app; what it opened is closed and removed after the test. */
export async function openApp({
  at = '',
  view = { width: 1440, scheme: 'light' },
  profile,
  address = inject('address'),
  keepsFiles = false,
  proxy,
}: Opening = {}): Promise<App> {
  const broken = inject('broken');
  if (broken !== '') throw new Error(broken);
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'soundings-')));
  profiles.add(folder);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: inject('chromium'),
    args: proxy === undefined ? FLAGS : [...FLAGS, `--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'],
    acceptDownloads: true,
    serviceWorkers: keepsFiles ? 'allow' : 'block',
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    colorScheme: view.scheme,
    viewport: { width: view.width, height: 900 },
  });
  open.add(context);
  context.on('close', () => open.delete(context));
  context.setDefaultTimeout(15_000);
  const troubles = await watch(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address + at);
  return {
    page,
    context,
    address,
    profile: folder,
    troubles,
    show: async ({ width, scheme }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
    },
    close: () => context.close(),
  };
}
