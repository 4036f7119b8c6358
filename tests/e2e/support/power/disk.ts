/** Disks for a browser's profile: one that remembers every write and flush, and what a power cut leaves of it. Only root may have them. */
import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach } from 'vitest';
import { newFolder } from '../files.ts';
import { type Event, eventsIn } from './cuts.ts';

const run = promisify(execFile);
/** Of the disk, in bytes. */
const SIZE = 256 * 2 ** 20;
const SERVER = fileURLToPath(new URL('./served.mjs', import.meta.url));

const mounted = new Set<string>();

afterEach(async () => {
  // What a test that failed left behind; its folder can go then.
  for (const folder of [...mounted].toReversed()) await run('umount', ['-l', folder]);
  mounted.clear();
});

/** @returns what is missing for such a disk; null where all of it is there */
export async function missing(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'only root may mount a disk';
  for (const device of ['/dev/fuse', '/dev/loop-control']) if (!existsSync(device)) return `there is no ${device}`;
  for (const tool of ['mkfs.ext4', 'mount', 'umount']) if (!(await run('which', [tool]).catch(() => null))) return `there is no ${tool}`;
  return null;
}

/** An empty disk, as a file. */
export async function newImage(): Promise<string> {
  const image = join(await newFolder(), 'image');
  await writeFile(image, '');
  await truncate(image, SIZE);
  await run('mkfs.ext4', ['-q', '-b', '4096', image]);
  return image;
}

export interface Mounted {
  /** Where what is on the disk is. */
  readonly folder: string;
  end(): Promise<void>;
}

/** @returns once nothing holds it any more */
async function unmount(folder: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await run('umount', [folder]);
      mounted.delete(folder);
      return;
    } catch (error) {
      if (tries === 50) throw error;
      await later(100);
    }
  }
}

/** As after the power is back: what was begun is ended or forgotten by the journal of the file system. @throws if it cannot be mounted */
export async function mount(image: string): Promise<Mounted> {
  const folder = await newFolder();
  await run('mount', ['-o', 'loop', image, folder]);
  mounted.add(folder);
  return { folder, end: () => unmount(folder) };
}

export interface Remembering extends Mounted {
  /** All that the disk was told, once it is no longer mounted. */
  readonly events: () => Promise<readonly Event[]>;
}

/** Mounts an image; what is written does not go into its file. */
export async function remember(image: string): Promise<Remembering> {
  const place = await newFolder();
  const [device, log, folder] = ['device', 'log', 'folder'].map((name) => join(place, name)) as [string, string, string];
  await Promise.all([writeFile(device, ''), mkdir(folder)]);
  const fuse = openSync('/dev/fuse', 'r+');
  const server = spawn(process.execPath, [SERVER, image, log], { stdio: ['ignore', 'inherit', 'inherit', fuse] });
  const served = new Promise((done) => server.once('exit', done));
  const mounting = spawn('mount', ['-i', '-t', 'fuse', 'none', device, '-o', 'fd=3,rootmode=100600,user_id=0,group_id=0'], {
    stdio: ['ignore', 'inherit', 'inherit', fuse],
  });
  await new Promise((done) => mounting.once('exit', done));
  closeSync(fuse);
  mounted.add(device);
  await run('mount', ['-o', 'loop', device, folder]);
  mounted.add(folder);
  return {
    folder,
    end: async () => {
      await unmount(folder);
      await unmount(device);
      await served;
    },
    events: async () => eventsIn(await readFile(log)),
  };
}
