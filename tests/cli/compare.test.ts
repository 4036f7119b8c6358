/** Comparing files from a terminal: what the one JSON object says, what is refused, and what the exit status says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soundings } from '../e2e/support/terminal.ts';

/** Each run starts a program, and the first one bundles it. */
const TIME = { timeout: 60_000 };

const [REPLAY, MERIDIAN, RENEGOTIATED, SCHELDEWAARD] = ['liege-hub-replay', 'meridian', 'meridian-renegotiated', 'scheldewaard'].map(
  (name) => `questionnaires/examples/${name}.json`,
) as [string, string, string, string];
const SECTIONS = ['ic', 'dl', 'op', 'si'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'soundings-compare-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file for the command to read. @returns its path */
function given(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const contentOf = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
/** The same assessment under a policy list of another name. */
const underAnotherPolicy = (name: string, file: string) => {
  const assessment = contentOf(file);
  return given(name, { ...assessment, policy: { ...assessment.policy, name: 'Another list' } });
};

interface Compared {
  readonly order: readonly (readonly string[])[];
  readonly refused: readonly {
    readonly file: string;
    readonly reason: string;
    readonly differences?: readonly { readonly place: string; readonly old: string; readonly new: string }[];
  }[];
  readonly flips: readonly {
    readonly a: string;
    readonly b: string;
    readonly section: string;
    readonly share: number | null;
    readonly change: number | null;
  }[];
  readonly acceptability: readonly { readonly file: string; readonly ranks: readonly number[] }[];
  readonly pairwise: readonly {
    readonly a: string;
    readonly b: string;
    readonly relation: string;
    readonly dominates: string | null;
    readonly before: number;
  }[];
  readonly error: number;
  readonly draws: number;
  readonly seed: number;
}
async function compared(...args: readonly string[]): Promise<{ status: number; stderr: string; stdout: string; found: Compared }> {
  const run = await soundings('compare', ...args);
  expect(run.stdout.split('\n').length, 'one line').toBe(2);
  return { ...run, found: JSON.parse(run.stdout) };
}
const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('compare', TIME, () => {
  test('K2 puts the settled examples in order, and claims none with one that is wide open', async () => {
    const three = await compared(MERIDIAN, SCHELDEWAARD, RENEGOTIATED);
    expect({ status: three.status, stderr: three.stderr }).toEqual({ status: 0, stderr: '' });
    expect(three.found.order).toEqual([[RENEGOTIATED], [SCHELDEWAARD], [MERIDIAN]]);
    const four = await compared(MERIDIAN, REPLAY, SCHELDEWAARD, RENEGOTIATED);
    expect(four.found.order.map((group) => [...group].sort())).toEqual([[REPLAY, MERIDIAN, RENEGOTIATED, SCHELDEWAARD].sort()]);
    expect(four.found.pairwise.filter(({ a, b }) => a === REPLAY || b === REPLAY).map(({ relation }) => relation)).toEqual(
      Array.from({ length: 3 }, () => 'not-separated'),
    );
  });

  test('prints the keys of its contract and nothing else; every pair, section and rank is there and adds up', async () => {
    const files = [REPLAY, MERIDIAN, RENEGOTIATED, SCHELDEWAARD];
    const { found } = await compared(...files, '--draws', '2500', '--seed', '7');
    expect(Object.keys(found)).toEqual(['order', 'refused', 'flips', 'acceptability', 'pairwise', 'error', 'draws', 'seed']);
    expect(found).toMatchObject({ refused: [], error: 0.0196, draws: 2500, seed: 7 });
    const pairs = files.flatMap((a, i) => files.slice(i + 1).map((b) => ({ a, b })));
    expect(found.flips.map(({ a, b, section }) => ({ a, b, section }))).toEqual(
      pairs.flatMap((pair) => SECTIONS.map((section) => ({ ...pair, section }))),
    );
    for (const { share, change } of found.flips)
      expect([share, change]).toEqual(share === null ? [null, null] : [expect.closeTo(share, 9), expect.any(Number)]);
    expect(found.acceptability.map(({ file }) => file)).toEqual(files);
    for (const { ranks } of found.acceptability) expect(total(ranks)).toBeCloseTo(1, 5);
    for (const rank of files.keys()) expect(total(found.acceptability.map(({ ranks }) => ranks[rank] ?? 0))).toBeCloseTo(1, 5);
    expect(found.pairwise.map(({ a, b }) => ({ a, b }))).toEqual(pairs);
    for (const one of found.pairwise) {
      expect(Object.keys(one)).toEqual(['a', 'b', 'relation', 'dominates', 'before']);
      expect(['before', 'after', 'not-separated']).toContain(one.relation);
      expect([null, 'a', 'b']).toContain(one.dominates);
      expect(one.before).toBeGreaterThanOrEqual(0);
      expect(one.before).toBeLessThanOrEqual(1);
    }
  });

  test('K3 K5 says at what share two examples swap, reckoned by hand, and which of two is better throughout', async () => {
    const { found } = await compared(MERIDIAN, RENEGOTIATED, SCHELDEWAARD);
    const flip = (section: string) => found.flips.find(({ a, section: one }) => a === RENEGOTIATED && one === section);
    // Upper ends, ic 25, dl 15, op 35, si 25. Without dl they have 23.358974 and 30.474912; with it alone 23.974359 and 16.794872.
    const [ren, sch] = [(25 * 33.243243 + 35 * 25 + 25 * 11.176471) / 85, (25 * 45.945946 + 35 * 6.891892 + 25 * 48.020833) / 85];
    const share = (sch - ren) / (sch - ren + 23.974359 - 16.794872);
    expect(flip('dl')).toMatchObject({ share: expect.closeTo(share, 5), change: expect.closeTo(share - 0.15, 5) });
    expect(flip('ic')).toMatchObject({ share: null, change: null });
    // The renegotiated offer is the same one with less data given away, and without its gates.
    expect(found.pairwise[0]).toMatchObject({ a: MERIDIAN, b: RENEGOTIATED, relation: 'after', dominates: 'b', before: 0 });
    expect(found.pairwise[1]).toMatchObject({ a: MERIDIAN, b: SCHELDEWAARD, relation: 'after', dominates: null, before: 0 });
  });

  test('K4.2 the same seed gives the same bytes, another gives others within the error', async () => {
    const files = [REPLAY, RENEGOTIATED, SCHELDEWAARD];
    const [one, again, other] = [
      await compared(...files),
      await compared(...files, '--seed', '1', '--draws', '10000'),
      await compared(...files, '--seed', '2'),
    ];
    expect(again.stdout).toBe(one.stdout);
    expect(other.found.acceptability).not.toEqual(one.found.acceptability);
    const ranks = ({ acceptability }: Compared) => acceptability.flatMap((bid) => bid.ranks);
    for (const [i, share] of ranks(one.found).entries())
      expect(Math.abs(share - (ranks(other.found)[i] ?? 0))).toBeLessThan(2 * one.found.error);
  });

  test('K4 within a band weights stay near their shares, which is said, and of no width at all they are the stated ones', async () => {
    const files = [MERIDIAN, RENEGOTIATED, SCHELDEWAARD];
    const [free, near, none] = [
      await compared(...files),
      await compared(...files, '--band', '0.3'),
      await compared(...files, '--band', '0'),
    ];
    expect(free.found).not.toHaveProperty('band');
    expect(near.found).toMatchObject({ band: 0.3 });
    const first = ({ acceptability }: Compared) => acceptability[1]?.ranks[0] ?? 0;
    expect(first(free.found)).toBeLessThan(first(near.found));
    expect(none.found.acceptability.map(({ ranks }) => ranks)).toEqual([
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  test('K1 refuses a file made under another policy, names the difference line by line and with both hashes, and compares the rest', async () => {
    const strange = underAnotherPolicy('strange.json', SCHELDEWAARD);
    const { status, stderr, found } = await compared(strange, MERIDIAN, RENEGOTIATED);
    expect(status).toBe(1);
    expect(found.order).toEqual([[RENEGOTIATED], [MERIDIAN]]);
    expect(found.refused).toEqual([
      {
        file: strange,
        reason: expect.stringMatching(
          /another policy .*\(policy [0-9a-f]{12}, [0-9a-f]{12}\).* Policy: name: No policy list → Another list\.$/,
        ),
        differences: [{ place: 'Policy: name', old: 'No policy list', new: 'Another list' }],
      },
    ]);
    expect(stderr).toContain(`${strange}: ${found.refused[0]?.reason}`);
    expect(found.acceptability.map(({ file }) => file)).toEqual([MERIDIAN, RENEGOTIATED]);
  });

  test('K1 the criteria of most files count; of equally many, those that come first', async () => {
    const [one, two] = [underAnotherPolicy('one.json', SCHELDEWAARD), underAnotherPolicy('two.json', RENEGOTIATED)];
    const most = await compared(MERIDIAN, one, two);
    expect(most.found.order).toEqual([[two], [one]]);
    expect(most.found.refused.map(({ file }) => file)).toEqual([MERIDIAN]);
    expect((await compared(MERIDIAN, one)).found.refused.map(({ file }) => file)).toEqual([one]);
  });

  test('goes on after a file that cannot be read, and says so in both places', async () => {
    const cut = given('cut.json', readFileSync(MERIDIAN, 'utf8').slice(0, 3000));
    const { status, stderr, found } = await compared(cut, RENEGOTIATED, SCHELDEWAARD);
    expect(status).toBe(1);
    expect(found.order).toEqual([[RENEGOTIATED], [SCHELDEWAARD]]);
    expect(found.refused).toEqual([{ file: cut, reason: expect.stringContaining('cannot be read') }]);
    expect(stderr).toMatch(/cut\.json: .*cut short/);
  });

  test('of nothing that can be compared it still prints one object', async () => {
    const { status, found } = await compared(given('no.json', '{}'));
    expect(status).toBe(1);
    expect(found).toMatchObject({ order: [], flips: [], acceptability: [], pairwise: [] });
    expect((await compared(MERIDIAN)).found).toMatchObject({
      order: [[MERIDIAN]],
      refused: [],
      acceptability: [{ file: MERIDIAN, ranks: [1] }],
    });
  });
});

describe('wrong use', TIME, () => {
  test.each([
    [[], 'Expected at least one file after "compare".'],
    [[MERIDIAN, '--seed', 'one'], 'after --seed; found "one".'],
    [[MERIDIAN, '--seed', '-1'], 'The options are not understood: '],
    [[MERIDIAN, '--seed', '4294967296'], 'Expected a whole number from 0 to 4294967295 after --seed; found "4294967296".'],
    [[MERIDIAN, '--draws', '0'], 'Expected a whole number from 1 to 1000000 after --draws; found "0".'],
    [[MERIDIAN, '--draws', '2.5'], 'after --draws; found "2.5".'],
    [[MERIDIAN, '--band', '30'], 'Expected a share from 0 to 1, such as 0.3, after --band; found "30".'],
    [[MERIDIAN, '--band', '30%'], 'after --band; found "30%".'],
    [[MERIDIAN, '--band', ''], 'after --band; found "".'],
  ])('%j ends with 2, a sentence and the usage, and prints nothing else', async (args, sentence) => {
    const { status, stdout, stderr } = await soundings('compare', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('soundings compare FILE…');
  });
});

test('K1 a file that is named twice counts once, and that is said', TIME, async () => {
  const { status, found, stderr } = await compared(MERIDIAN, SCHELDEWAARD, MERIDIAN, '--draws', '200');
  expect(status).toBe(1);
  expect(found.refused).toEqual([{ file: MERIDIAN, reason: 'It is named twice, and counts once.' }]);
  expect(stderr).toContain(MERIDIAN);
  expect(found.acceptability.map(({ file }) => file)).toEqual([MERIDIAN, SCHELDEWAARD]);
});
