// @ts-check
/**
 * A disk that remembers: a file in the words of FUSE (include/uapi/linux/fuse.h), which a loop device takes for a disk. Every write and
 * every flush goes into a log, in the order in which they come. A process of its own: who mounts it must not be who serves it.
 *
 *     node served.mjs IMAGE LOG       with /dev/fuse as file 3
 *
 * A line of the log: time in milliseconds (float64), offset (float64), length (uint32), and as many bytes. Length 0 is a flush.
 */
import { openSync, readFileSync, readSync, writevSync } from 'node:fs';

const FUSE = 3;
const MOST = 128 * 1024;
/** Errors as the kernel knows them. */
const [NO_SUCH_CALL, IS_GONE] = [-38, 'ENODEV'];
const [SETATTR, GETATTR, FORGET, OPEN, READ, WRITE, RELEASE, FSYNC, FLUSH, INIT, INTERRUPT] = [4, 3, 2, 14, 15, 16, 18, 20, 25, 26, 36];

const [image = '', log = ''] = process.argv.slice(2);
const disk = readFileSync(image);
const file = openSync(log, 'a');
const request = Buffer.alloc(MOST + 65_536);

for (;;) {
  try {
    const length = readSync(FUSE, request);
    answer(request.subarray(0, length));
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    // A request that was taken back before it was read.
    if (code === 'ENOENT' || code === 'EINTR' || code === 'EAGAIN') continue;
    if (code === IS_GONE) break;
    throw error;
  }
}

/** @param {Buffer} request */
function answer(request) {
  const operation = request.readUInt32LE(4);
  if (operation === FORGET || operation === INTERRUPT) return;
  const body = request.subarray(40);
  if (operation === INIT) reply(request, started(body));
  else if (operation === GETATTR || operation === SETATTR) reply(request, attributes());
  else if (operation === OPEN) reply(request, Buffer.alloc(16));
  else if (operation === READ) {
    const at = Number(body.readBigUInt64LE(8));
    reply(request, disk.subarray(at, at + body.readUInt32LE(16)));
  } else if (operation === WRITE) {
    const at = Number(body.readBigUInt64LE(8));
    const bytes = body.subarray(40, 40 + body.readUInt32LE(16));
    bytes.copy(disk, at);
    note(at, bytes);
    const done = Buffer.alloc(8);
    done.writeUInt32LE(bytes.length);
    reply(request, done);
  } else if (operation === FSYNC) {
    note(0, Buffer.alloc(0));
    reply(request, Buffer.alloc(0));
  } else if (operation === FLUSH || operation === RELEASE) reply(request, Buffer.alloc(0));
  else reply(request, Buffer.alloc(0), NO_SUCH_CALL);
}

/** @param {Buffer} request @param {Buffer} body */
function reply(request, body, error = 0) {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(head.length + body.length);
  head.writeInt32LE(error, 4);
  request.copy(head, 8, 8, 16);
  writevSync(FUSE, [head, body]);
}

/** @param {number} at @param {Buffer} bytes */
function note(at, bytes) {
  const head = Buffer.alloc(20);
  head.writeDoubleLE(Date.now());
  head.writeDoubleLE(at, 8);
  head.writeUInt32LE(bytes.length, 16);
  writevSync(file, [head, bytes]);
}

/** What this side can do: nothing beyond the least, so that every write comes at once. @param {Buffer} asked */
function started(asked) {
  const out = Buffer.alloc(64);
  asked.copy(out, 0, 0, 12);
  out.writeUInt32LE(31, 4);
  // Writes of more than a page.
  out.writeUInt32LE(asked.readUInt32LE(12) & (1 << 5), 12);
  out.writeUInt16LE(64, 16);
  out.writeUInt16LE(48, 18);
  out.writeUInt32LE(MOST, 20);
  out.writeUInt32LE(1, 24);
  return out;
}

function attributes() {
  const out = Buffer.alloc(104);
  out.writeBigUInt64LE(3600n);
  out.writeBigUInt64LE(1n, 16);
  out.writeBigUInt64LE(BigInt(disk.length), 24);
  out.writeBigUInt64LE(BigInt(disk.length / 512), 32);
  out.writeUInt32LE(0o100600, 76);
  out.writeUInt32LE(1, 80);
  out.writeUInt32LE(4096, 96);
  return out;
}
