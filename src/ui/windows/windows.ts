/**
 * Several windows on one assessment. All may write, for a history only grows; here is what a person should know of it: that there are
 * others, what two windows answered differently, and how one of them goes on alone. A lock tells who is there, because a browser gives
 * it back whatever way a window ends; without locks (a page that is not served safely) nobody is told of.
 */
import { create } from 'zustand';
import type { Entry } from '../../core/format/assessment.ts';
import { clashesOf } from '../../store/clashes.ts';
import { place } from '../../store/place.ts';
import { useWorkspace, writtenHere } from '../../store/workspace.ts';
import { isTypedInto, watchTyping } from '../offline/typing.ts';

/** An assessment that another window took over, and where this one was in it. */
interface Left {
  readonly id: string;
  readonly title: string;
  readonly hash: string;
}

export interface Windows {
  /** Other windows that have it open. */
  readonly others: number;
  /** A window that was asked to let go of it has something that is not kept yet. */
  readonly isRefused: boolean;
  /** Questions that were answered differently here and elsewhere, until that was read. */
  readonly clashes: readonly string[];
  readonly left: Left | null;
}

const ALONE = { others: 0, isRefused: false, clashes: [] };
/** What is known of other windows, for whoever shows it. */
export const useWindows = create<Windows>(() => ({ ...ALONE, left: null }));

interface Message {
  /** `take`: whoever else has it open is to let go of it; `refuse`: one could not. */
  readonly kind: 'come' | 'go' | 'take' | 'refuse';
  readonly id: string;
}

/** A window that was killed says nothing; so often are the locks looked at while others are there, in milliseconds. */
const AGAIN = 3000;

const openId = (): string | undefined => useWorkspace.getState().open?.assessment.id;
const lockOf = (id: string) => `${place.name} assessment ${id}`;

let channel: BroadcastChannel | undefined;
const say = (kind: Message['kind'], id: string) => channel?.postMessage({ kind, id } satisfies Message);

/** Begins to look for others: once, whoever asks first. */
export function beginWindows(): void {
  if (channel) return;
  watchTyping();
  channel = new BroadcastChannel(`${place.name}-windows`);
  channel.onmessage = ({ data: { kind, id } }: MessageEvent<Message>) => {
    if (id !== openId()) return;
    if (kind === 'take') letGo();
    else if (kind === 'refuse') useWindows.setState({ isRefused: true });
    else void look();
  };
  setInterval(() => useWindows.getState().others > 0 && void look(), AGAIN);
  useWorkspace.subscribe(follow);
  follow();
}

let followed: string | undefined;
let release: () => void = () => undefined;
/** The history as this window last saw it. */
let known: readonly Entry[] = [];

function follow(): void {
  const { open } = useWorkspace.getState();
  const id = open?.assessment.id;
  if (id !== followed) {
    if (followed !== undefined) release();
    followed = id;
    known = open?.history ?? [];
    useWindows.setState(ALONE);
    if (id !== undefined) come(id);
  } else if (open && open.history !== known) {
    const before = known;
    known = open.history;
    if (isOwn(known, before)) return;
    const found = clashesOf(known, writtenHere, new Set(before.map((entry) => entry.id)));
    if (found.length > 0) useWindows.setState(({ clashes }) => ({ clashes: [...new Set([...clashes, ...found])] }));
  }
}

/** Is all that is new what this window wrote behind what it knew? */
const isOwn = (history: readonly Entry[], before: readonly Entry[]): boolean =>
  history[before.length - 1] === before.at(-1) && history.slice(before.length).every((entry) => writtenHere.has(entry.id));

function come(id: string): void {
  if (useWindows.getState().left?.id === id) useWindows.setState({ left: null });
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const here = async () => {
    say('come', id);
    void look();
    await held;
  };
  navigator.locks
    ?.request(lockOf(id), { mode: 'shared' }, here)
    .then(() => say('go', id))
    .catch(() => undefined);
}

async function look(): Promise<void> {
  const id = openId();
  if (id === undefined || !navigator.locks) return;
  const { held = [] } = await navigator.locks.query();
  const windows = new Set(held.filter(({ name }) => name === lockOf(id)).map(({ clientId }) => clientId)).size;
  if (id !== openId()) return;
  const others = Math.max(0, windows - 1);
  useWindows.setState(others > 0 ? { others } : { others, isRefused: false });
}

/** What was entered here goes to the disk as its page is left. */
function letGo(): void {
  const { open } = useWorkspace.getState();
  if (!open) return;
  const { id } = open.assessment;
  if (isTypedInto()) {
    say('refuse', id);
    return;
  }
  const { title, vendor } = open.state.details;
  useWindows.setState({ left: { id, title: title || vendor || '', hash: location.hash } });
  location.hash = '#/';
}

/** Goes on in this window alone: all others let go, or say that they cannot yet. */
export function takeOver(): void {
  const id = openId();
  if (id === undefined) return;
  useWindows.setState({ isRefused: false });
  say('take', id);
}

/** Goes on where this window was when another took over. */
export function takeBack({ id, hash }: Left): void {
  say('take', id);
  useWindows.setState({ left: null });
  location.hash = hash;
}

/** They were read. */
export const forgetClashes = (): void => useWindows.setState({ clashes: [] });
