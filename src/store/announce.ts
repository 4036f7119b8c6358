/** Windows of the app tell each other, and themselves, what changed on disk. */
import { place } from './place.ts';

/**
 * `entries`: an assessment has new ones, or other documents; `procedure`: one has new entries; `list`: an assessment, a procedure or a
 * questionnaire came, went or moved to the bin.
 */
export type Change = { readonly kind: 'entries' | 'procedure'; readonly id: string } | { readonly kind: 'list' };
/** `here`: this window made the change. */
type Listener = (change: Change, here: boolean) => void;

const channel = new BroadcastChannel(place.name);
const listeners = new Set<Listener>();

channel.onmessage = (event: MessageEvent<Change>) => {
  for (const listener of listeners) listener(event.data, false);
};

/** Says what changed, to all windows and this one. */
export function announce(change: Change): void {
  channel.postMessage(change);
  for (const listener of listeners) listener(change, true);
}

/** Calls `listener` on every change on disk, from any window. @returns what ends it. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
