/** Procedure files from a terminal: checked, and the criteria that bids are held against. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soundings } from '../e2e/support/terminal.ts';

/** Each run starts a program, and the first one bundles it. */
const TIME = { timeout: 60_000 };
const FOLDER = 'questionnaires/examples/kreekmonde';
const TENDER = `${FOLDER}/procedure.json`;
const BIDS = readdirSync(`${FOLDER}/bids`).map((name) => `${FOLDER}/bids/${name}`);
const [FIRST = '', SECOND = '', THIRD = ''] = BIDS;
const OTHERS = 'questionnaires/examples/meridian.json';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'soundings-procedure-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contentOf = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
/** A copy of a file with something changed. @returns its path */
function altered(name: string, file: string, change: (content: Loose) => unknown): string {
  const content = contentOf(file);
  change(content);
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}
// biome-ignore lint/suspicious/noExplicitAny: files are changed in ways that their types forbid
type Loose = any;
const only = (history: Loose[], kind: string) => history.find((entry) => entry.kind === kind);

async function compared(...args: readonly string[]) {
  const run = await soundings('compare', '--draws', '200', ...args);
  return { ...run, found: JSON.parse(run.stdout) as Loose };
}

describe('check', TIME, () => {
  test('B8 says what a sound procedure holds, beside questionnaires', async () => {
    const { status, stdout, stderr } = await soundings('check', TENDER, 'questionnaires/logistics-platform/1.0.0.json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [tender, questionnaire] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { id, history } = contentOf(TENDER);
    expect(tender).toEqual({
      file: TENDER,
      ok: true,
      problems: 0,
      warnings: 0,
      procedure: { id, number: expect.any(String), seal: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/) },
      lots: 1,
      deviations: history.filter((entry: Loose) => entry.kind === 'criteria').length - 1,
      bids: BIDS.length,
    });
    expect(questionnaire).toMatchObject({ ok: true, questionnaire: { id: 'logistics-platform' } });
  });

  test('B3 B4 names every problem of one that was changed by hand, with its place', async () => {
    const file = altered('changed.json', TENDER, ({ history }) => {
      only(history, 'seal').by = 'Somebody else';
      delete history.findLast((entry: Loose) => entry.kind === 'criteria').reason;
    });
    const { status, stdout, stderr } = await soundings('check', file);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: 2 });
    expect(stderr).toMatch(
      /changed\.json: \/history\/\d+\/sha256: This is not the seal of these criteria.* Expected [0-9a-f]{64}; found [0-9a-f]{64}\./,
    );
    expect(stderr).toMatch(
      /changed\.json: \/history\/\d+\/reason: Criteria were changed after the seal\. Expected a reason; none is given\./,
    );
  });
});

describe('compare --procedure', TIME, () => {
  test('B3 B4 B6 compares the bids of a procedure, and tells its seal and every change since, line by line', async () => {
    const { status, stderr, found } = await compared('--procedure', TENDER, ...BIDS);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(found.order.flat().sort()).toEqual(BIDS);
    const { id, history } = contentOf(TENDER);
    const { sha256, at, by } = only(history, 'seal');
    expect(Object.keys(found).at(-1)).toBe('procedure');
    expect(found.procedure).toMatchObject({ id, number: expect.any(String), seal: { code: expect.stringContaining('-'), sha256, at, by } });
    for (const { reason, differences } of found.procedure.deviations) {
      expect(reason).toEqual(expect.any(String));
      expect(differences.length).toBeGreaterThan(0);
      for (const one of differences) expect(Object.keys(one)).toEqual(['place', 'old', 'new']);
    }
  });

  test('B6 refuses a file under other criteria, and one in which the buyer answers otherwise, line by line', async () => {
    const strange = altered('strange.json', FIRST, ({ policy }) => {
      policy.countries = [];
      policy.weights.op = 35;
    });
    const otherwise = altered('otherwise.json', SECOND, ({ history }) =>
      history.push({ ...only(history, 'answer'), id: 'entry-otherwise', question: 'pr-03', answer: { state: 'answered', value: 'min' } }),
    );
    const { status, stderr, found } = await compared('--procedure', TENDER, strange, otherwise, THIRD, OTHERS);
    expect(status).toBe(1);
    expect(found.order).toEqual([[THIRD]]);
    expect(found.refused.map(({ file }: Loose) => file)).toEqual([strange, otherwise, OTHERS]);
    const [one, two] = found.refused;
    expect(one.differences.map(({ place }: Loose) => place)).toEqual([
      'Section “Operator: ownership, control and law”: weight',
      ...contentOf(FIRST).policy.countries.map(() => expect.stringMatching(/^The authority’s list, /)),
    ]);
    expect(one.differences[0]).toMatchObject({ old: '30 (the authority’s)', new: '35 (the authority’s)' });
    for (const { place, old, new: now } of one.differences) expect(one.reason).toContain(`${place}: ${old} → ${now}`);
    expect(two.differences[0]).toMatchObject({ place: expect.stringMatching(/^The buyer’s answer to PR-03/), new: 'Minor' });
    expect(stderr).toContain(one.reason);
  });

  test('B6 writes the buyer’s answers into a file that lacks them: it is compared as if they had been given', async () => {
    const open = BIDS.map((file, i) =>
      altered(`open-${i}.json`, file, (content) => {
        content.history = content.history.filter((entry: Loose) => !['pr-02', 'pr-03'].includes(entry.question));
      }),
    );
    const [whole, lacking] = [await compared('--procedure', TENDER, ...BIDS), await compared('--procedure', TENDER, ...open)];
    expect(lacking.status).toBe(0);
    const named = open.reduce((text, file, i) => text.replaceAll(file, BIDS[i] ?? ''), JSON.stringify(lacking.found));
    expect(JSON.parse(named)).toEqual(whole.found);
  });

  test('B6 B6.1 refuses every file before the seal, one that left, and one for another lot', async () => {
    const draft = altered('draft.json', TENDER, (content) => {
      content.history = content.history.slice(
        0,
        content.history.findIndex(({ kind }: Loose) => kind === 'seal'),
      );
    });
    const unsealed = await compared('--procedure', draft, FIRST);
    expect(unsealed.found).toMatchObject({ order: [], refused: [{ file: FIRST, reason: expect.stringContaining('not sealed') }] });
    const lots = altered('lots.json', TENDER, ({ history }) => {
      const act = { at: '2026-12-01T10:00:00.000Z', by: 'A. Person' };
      const list = only(history, 'lots');
      list.lots.push({ id: 'second', title: 'Another' });
      const bids = history.filter(({ kind }: Loose) => kind === 'bid');
      bids.find(({ assessment }: Loose) => assessment === contentOf(SECOND).id).lot = 'second';
      history.push({ ...act, id: 'entry-leaves', kind: 'leave', assessment: contentOf(FIRST).id, reason: 'It was withdrawn.' });
    });
    const { found } = await compared('--procedure', lots, ...BIDS);
    expect(found.refused).toEqual([
      { file: FIRST, reason: 'It was taken out of the procedure: It was withdrawn.' },
      { file: SECOND, reason: expect.stringMatching(/^It is a bid for the lot "second"; most of these are for "/) },
    ]);
  });

  test('B8 a procedure that cannot be read refuses every file, and says why', async () => {
    const cut = altered('cut.json', TENDER, (content) => delete content.history);
    const { status, stderr, found } = await compared('--procedure', cut, FIRST);
    expect(status).toBe(1);
    expect(found).toMatchObject({ order: [], refused: [{ file: FIRST, reason: expect.stringContaining('cut.json, which is not read') }] });
    expect(found).not.toHaveProperty('procedure');
    expect(stderr).toContain('cut.json: /history: Expected "history"; nothing is there.');
  });

  test('B7 writes the report under the procedure’s labels, and the workbook', async () => {
    const [pdf, xlsx] = ['out.pdf', 'out.xlsx'].map((name) => join(folder, name)) as [string, string];
    expect((await compared('--procedure', TENDER, ...BIDS, '--out', pdf)).status).toBe(0);
    expect((await compared('--procedure', TENDER, ...BIDS, '--out', xlsx)).status).toBe(0);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK');
  });
});
