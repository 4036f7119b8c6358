/**
 * The app's own files are kept in this browser by a service worker (`public/sw.js`). A new version waits there until a person asks for
 * it; nobody's page is ever changed for them, and another window's page never.
 */
import { create } from 'zustand';
import { useWorkspace } from '../../store/workspace.ts';
import { vouchForOffline } from '../parts/startWorker.ts';
import { isTypedInto, watchTyping } from './typing.ts';

/**
 * `waiting`: a new version is here and waits. `taking`: it was asked for, and the browser has not brought it in yet. `taken`: it has, but this page goes
 * on as it is, since something on it is not kept. `outdone`: another window has taken one; this page is of the one before.
 */
export type Stage = 'none' | 'waiting' | 'taking' | 'taken' | 'outdone';

/** Where this page stands beside a new version, for whoever shows it. */
export const useVersions = create<{ readonly stage: Stage }>(() => ({ stage: 'none' }));
const stageNow = (): Stage => useVersions.getState().stage;

/** Least time between two looks for a new version while a window stays open, in milliseconds. */
const BETWEEN_LOOKS = 3_600_000;

let registration: ServiceWorkerRegistration | undefined;
let begun: Promise<void> | undefined;

/** Begins to keep the files: once, whoever asks first. Where a browser has no service workers, nothing happens. */
export function beginOffline(): Promise<void> {
  begun ??= begin().catch(() => undefined);
  return begun;
}

async function begin(): Promise<void> {
  if (!import.meta.env.PROD) return;
  watchTyping();
  const { serviceWorker } = navigator;
  const address = vouchForOffline();
  if (!serviceWorker || address === null) return;
  let hadOne = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (stageNow() === 'taking') void loadAgain();
    else if (hadOne) useVersions.setState({ stage: 'outdone' });
    hadOne = true;
  });
  const registered = await serviceWorker.register(address, { updateViaCache: 'none' });
  registration = registered;
  const look = () => {
    if (stageNow() === 'none' && registered.waiting && registered.active) useVersions.setState({ stage: 'waiting' });
  };
  const follow = () => registered.installing?.addEventListener('statechange', look);
  registered.addEventListener('updatefound', follow);
  follow();
  look();
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < BETWEEN_LOOKS) return;
    looked = Date.now();
    // Without a connection there is nothing to be found.
    registered.update().catch(() => undefined);
  });
}

/** Why the new version was not taken: something typed here is not part of anything yet, or changes are not on disk. */
export type Obstacle = 'unfinished' | 'unsaved';

/**
 * After all is saved, in milliseconds. Other windows show then what was saved and fetch what they show it with; a worker that is asked for
 * something just as it ends is begun again, and the browser ends it a minute later only.
 */
const QUIET = 1000;

/** Longest that it waits for changes to be on disk, in milliseconds. */
const PATIENCE = 6000;

/** Takes the new version, once all is saved: this page is loaded again. @returns what is in the way; then nothing was done */
export async function takeNewVersion(): Promise<Obstacle | null> {
  useVersions.setState({ stage: 'taking' });
  const obstacle = await obstacleNow();
  if (obstacle) {
    useVersions.setState({ stage: 'waiting' });
    return obstacle;
  }
  setTimeout(() => registration?.waiting?.postMessage('take over'), QUIET);
  return null;
}

/** What was begun here since it was asked for goes before the new version. */
async function loadAgain(): Promise<void> {
  if (await obstacleNow()) useVersions.setState({ stage: 'taken' });
  else location.reload();
}

async function obstacleNow(): Promise<Obstacle | null> {
  if (isTypedInto()) return 'unfinished';
  // A form of answers hands on what was typed when the page goes.
  window.dispatchEvent(new Event('pagehide'));
  return (await isSaved()) ? null : 'unsaved';
}

function isSaved(): Promise<boolean> {
  const isDone = () => useWorkspace.getState().saving.kind === 'saved';
  if (isDone()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve(isDone());
    };
    const timer = setTimeout(end, PATIENCE);
    const stop = useWorkspace.subscribe(({ saving }) => saving.kind !== 'saving' && end());
  });
}
