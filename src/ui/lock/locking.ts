/**
 * Closing the lock, in all windows at once: what is entered goes to the disk first, then the page is loaded again, and with that the keys and all
 * that was read are gone from memory. A window that cannot save does not lock: it would lose what it holds.
 */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { type Idle, keepIdle, readIdle } from '../../store/lock/idle.ts';
import { session } from '../../store/lock/session.ts';
import { keepTyped } from '../../store/lock/typed.ts';
import { place } from '../../store/place.ts';
import { retry, useWorkspace } from '../../store/workspace.ts';
import { App } from '../app.tsx';
import { inMemory, keyOf } from '../fill/unfinished.ts';
import { shell } from './shell.ts';

/**
 * `touched`: somebody is at work in one of the windows; `lock`: close it; `turn`: all of it is about to be put under a lock or taken from there, so
 * save and wait, and say whether that could be done; `turned`: load the page again; `idle`: another time was chosen; `forget`: an assessment
 * is not here any more, nor is to be what was typed for it.
 */
type Message = 'touched' | 'lock' | 'turn' | 'ready' | 'refused' | 'turned' | 'idle' | `forget ${string}`;

/** Windows of the app, each with a share in this lock of the browser's, which gives it back however a window ends. */
const WINDOW = `${place.name}-window`;
/** So often it is looked whether the time is up, and other windows are told of a touch, in milliseconds. */
const BEAT = 5000;
const MINUTE = 60_000;
/** Longest that other windows may take to save what they hold, in milliseconds. */
const PATIENCE = 8000;
/** After that a window that waits for another to turn the lock goes on by itself, in milliseconds. */
const LONGEST = 60_000;

let channel: BroadcastChannel | undefined;
const say = (message: Message) => channel?.postMessage(message);
let answers: Message[] = [];

/** After how many minutes it is closed. */
export const useIdle = create<{ readonly minutes: Idle | null }>(() => ({ minutes: null }));

/** Begins to hear other windows: once, whoever asks first. */
export function beginLocking(): void {
  if (channel) return;
  channel = new BroadcastChannel(`${place.name}-lock`);
  channel.onmessage = ({ data }: MessageEvent<Message>) => void hear(data);
  here = new Promise((resolve) => {
    const hold = () => {
      resolve();
      return new Promise(() => undefined);
    };
    (navigator.locks?.request(WINDOW, { mode: 'shared' }, hold) ?? Promise.reject()).catch(() => resolve());
  });
}

let here: Promise<void> = Promise.resolve();
/** Resolves when this window counts among those that are here: it waits for one that takes all of it elsewhere. */
export const whenHere = (): Promise<void> => here;

async function hear(message: Message): Promise<void> {
  if (message === 'touched') last = Math.max(last, Date.now());
  else if (message === 'ready' || message === 'refused') answers.push(message);
  else if (message === 'idle') await lookAtIdle();
  else if (message === 'lock') await lock(reload);
  else if (message.startsWith('forget ')) forget(message.slice('forget '.length));
  // One that refused holds what is not saved.
  else if (message === 'turned') isAway && location.reload();
  else if (await isPutAway()) {
    isAway = true;
    say('ready');
    setTimeout(() => location.reload(), LONGEST);
  } else say('refused');
}

/** Takes everything off the screen and saves it. @returns false, with all of it back, where it could not be saved */
async function isPutAway(): Promise<boolean> {
  flushSync(() => shell.draw(null));
  document.title = '';
  await retry();
  const { saving } = useWorkspace.getState();
  if (saving.kind !== 'failed') return true;
  shell.draw(createElement(App));
  return false;
}

const reload = (): void => location.reload();

let isAway = false;
let isLocking = false;

/** Closes the lock here. @returns false where something could not be saved, which is said on the screen then */
async function lock(leave: () => void): Promise<boolean> {
  if (isLocking || !session()) return false;
  isLocking = true;
  try {
    if (!(await isPutAway())) return false;
    await keepTyped(inMemory).catch(() => undefined);
    leave();
    return true;
  } finally {
    isLocking = false;
  }
}

/** Closes the lock in all windows; this one loads the page again, or another. @returns as `lock` */
export function lockNow(leave = reload): Promise<boolean> {
  say('lock');
  return lock(leave);
}

/** What was typed for an assessment that is not here any more goes from all windows. */
export function forgetTyped(assessment: string): void {
  say(`forget ${assessment}`);
  forget(assessment);
}

function forget(assessment: string): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(keyOf(assessment, ''))) sessionStorage.removeItem(key);
}

/** Another passphrase holds: they ask for it. */
export const lockOthers = (): void => say('lock');

let last = Date.now();
let told = 0;
let isWatching = false;

const isDue = (): boolean => {
  const { minutes } = useIdle.getState();
  return minutes !== null && Date.now() - last >= minutes * MINUTE;
};

function touch(): void {
  // A computer that slept says nothing of the time until somebody touches it.
  if (isDue()) return void lockNow();
  last = Date.now();
  if (last - told < BEAT) return;
  told = last;
  say('touched');
}

async function lookAtIdle(): Promise<void> {
  if (session()) useIdle.setState({ minutes: await readIdle() });
}

/** Chooses another time, for all windows. @throws if it could not be saved */
export async function changeIdle(minutes: Idle): Promise<void> {
  const before = useIdle.getState();
  useIdle.setState({ minutes });
  try {
    await keepIdle(minutes);
    say('idle');
  } catch (error) {
    useIdle.setState(before);
    throw error;
  }
}

/** Begins to look at the time, where there is a lock that is open: once. */
export async function beginIdle(): Promise<void> {
  if (isWatching || !session()) return;
  isWatching = true;
  last = Date.now();
  await lookAtIdle();
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove']) {
    document.addEventListener(event, touch, { capture: true, passive: true });
  }
  const look = () => isDue() && void lockNow();
  document.addEventListener('visibilitychange', look);
  setInterval(look, BEAT);
}

/** Runs `work` while no other window holds anything. @returns false, with nothing done, where one could not save, or says nothing */
export async function aloneWith(work: () => Promise<void>): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  const others = held.filter(({ name }) => name === WINDOW).length - 1;
  answers = [];
  say('turn');
  const until = Date.now() + PATIENCE;
  while (answers.length < others && !answers.includes('refused') && Date.now() < until) await new Promise((go) => setTimeout(go, 50));
  try {
    if (answers.length < others || answers.includes('refused')) return false;
    await work();
    return true;
  } finally {
    say('turned');
  }
}
