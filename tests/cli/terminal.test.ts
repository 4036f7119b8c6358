/** The commands as a script uses them: what stands on which output, and what the exit status says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../../src/core/canonical.ts';
import { judge } from '../e2e/support/judges.ts';
import { soundings } from '../e2e/support/terminal.ts';

/** Each run starts a program, and the first one bundles it. */
const TIME = { timeout: 60_000 };

const EXAMPLES = ['liege-hub-replay', 'meridian', 'meridian-renegotiated', 'scheldewaard'].map(
  (name) => `questionnaires/examples/${name}.json`,
);
const [REPLAY = '', MERIDIAN = ''] = EXAMPLES;
const QUESTIONNAIRE = 'questionnaires/logistics-platform/1.0.0.json';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'soundings-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file for a command to read. @returns its path */
function given(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return file;
}
const contentOf = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const lines = (output: string): unknown[] =>
  output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const fraction = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
const score = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 100;

describe('score', TIME, () => {
  test('prints one JSON object a line, in the order of the files, with the keys of its contract and nothing else', async () => {
    const { status, stdout, stderr } = await soundings('score', ...EXAMPLES);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const results = lines(stdout) as Record<string, unknown>[];
    expect(results.map(({ file }) => file)).toEqual(EXAMPLES);
    for (const result of results) {
      expect(Object.keys(result)).toEqual(['file', 'questionnaire', 'overall', 'rating', 'headline', 'coverage', 'sections', 'gates']);
      expect(result.questionnaire).toEqual({ id: 'logistics-platform', version: '1.0.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(result.overall).toEqual({ low: expect.toSatisfy(score), high: expect.toSatisfy(score) });
      expect(result.rating).toEqual({ low: expect.any(String), high: expect.any(String) });
      expect(result.coverage).toSatisfy(fraction);
      expect(result.sections).toEqual(
        ['ic', 'dl', 'op', 'si'].map((id) => ({ id, low: expect.toSatisfy(score), high: expect.toSatisfy(score) })),
      );
      const gates = result.gates as { id: string; state: string }[];
      expect(gates.map(({ id }) => id)).toEqual(contentOf(QUESTIONNAIRE).gates.map(({ id }: { id: string }) => id));
      for (const gate of gates)
        expect(gate).toEqual({ id: expect.any(String), state: expect.stringMatching(/^(true|false|undetermined)$/) });
    }
    expect(results.map(({ headline }) => headline)).toEqual(['Not ratable – information missing', 'High', 'Low', 'Moderate']);
    const [replay, meridian] = results;
    expect(replay?.overall).toEqual({ low: expect.closeTo(21.156, 3), high: expect.closeTo(95.495, 3) });
    expect(meridian?.gates).toContainEqual({ id: 'g1', state: 'true' });
  });

  test('goes on after a bad file, names every problem of it on the error output, and ends with 1', async () => {
    const assessment = contentOf(MERIDIAN);
    const cut = given('cut.json', readFileSync(MERIDIAN, 'utf8').slice(0, 3000));
    const strange = given('strange.json', {
      ...assessment,
      extra: true,
      history: assessment.history.map((entry: object, i: number) => (i === 3 ? { ...entry, at: 'yesterday' } : entry)),
    });
    const bytes = given('bytes.json', new Uint8Array([0x7b, 0xff, 0x7d]));
    const { status, stdout, stderr } = await soundings('score', cut, strange, bytes, join(folder, 'nowhere.json'), MERIDIAN);
    expect(status).toBe(1);
    expect(lines(stdout)).toMatchObject([{ file: MERIDIAN, headline: 'High' }]);
    const said = stderr.trimEnd().split('\n');
    expect(said).toEqual([
      expect.stringMatching(/cut\.json: The file: Line 1, column \d+: the file ends here and seems to be cut short\. Expected .+\.$/),
      expect.stringMatching(/strange\.json: \/history\/3\/at: Expected an instant in UTC, such as .+; found "yesterday"\.$/),
      expect.stringMatching(/strange\.json: \/extra: The key .*extra.* is not part of the format\.$/),
      expect.stringMatching(/bytes\.json: /),
      expect.stringMatching(/nowhere\.json: The file: It cannot be read: .*ENOENT/),
    ]);
  });
});

describe('report', TIME, () => {
  test('writes a sound PDF with the same bytes each time, and nothing to any output', async () => {
    const outs = [join(folder, 'one.pdf'), join(folder, 'two.pdf')];
    for (const out of outs) expect(await soundings('report', REPLAY, '--out', out)).toEqual({ status: 0, stdout: '', stderr: '' });
    const [one, two] = outs.map((out) => readFileSync(out));
    expect(one?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one && two?.equals(one)).toBe(true);
    expect((await judge('qpdf', ['--check', outs[0] ?? ''])) ?? 'No syntax or stream encoding errors found').toContain(
      'No syntax or stream encoding errors found',
    );
    expect((await judge('pdftotext', [outs[0] ?? '', '-'])) ?? 'Cainiao denies wrongdoing').toContain('Cainiao denies wrongdoing');
  });

  test('writes nothing for a file with problems or to a place that is not there, and ends with 1', async () => {
    const out = join(folder, 'never.pdf');
    const refused = await soundings('report', given('other.json', { format: 'soundings-policy/1' }), '--out', out);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/other\.json: .*Expected a file of the format "soundings-assessment\/1"; found "soundings-policy\/1"\./);
    expect(() => readFileSync(out)).toThrow('ENOENT');
    const nowhere = await soundings('report', MERIDIAN, '--out', join(folder, 'no', 'such', 'folder.pdf'));
    expect(nowhere).toMatchObject({ status: 1, stdout: '' });
    expect(nowhere.stderr).toMatch(/folder\.pdf: the file cannot be written \(.*ENOENT/);
  });

  test('names a character that the fonts cannot show, and writes nothing', async () => {
    const assessment = contentOf(MERIDIAN);
    const file = given('glyph.json', {
      ...assessment,
      history: [...assessment.history, { ...assessment.history[0], id: 'entry-9999', kind: 'detail', detail: 'lot', value: 'Lot 𓀀' }],
    });
    const out = join(folder, 'glyph.pdf');
    const { status, stdout, stderr } = await soundings('report', file, '--out', out);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/glyph\.json: .*The report’s fonts have no sign for .*𓀀/);
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });
});

describe('check', TIME, () => {
  test('finds nothing in the shipped questionnaire, and says how much it holds', async () => {
    const { status, stdout, stderr } = await soundings('check', QUESTIONNAIRE);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines(stdout)).toEqual([
      {
        file: QUESTIONNAIRE,
        ok: true,
        problems: 0,
        warnings: 0,
        questionnaire: { id: 'logistics-platform', version: '1.0.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        questions: 60,
        gates: 12,
      },
    ]);
  });

  test('names what is wrong beyond the schema, each with its place, and ends with 1', async () => {
    const questionnaire = contentOf(QUESTIONNAIRE);
    const gate = { ...questionnaire.gates[1], id: 'never', when: { op: 'answer-in', question: 'dl-07', options: ['maybe'] } };
    const file = given('wrong.json', {
      ...questionnaire,
      bands: questionnaire.bands.slice(1),
      languages: ['en', 'nl'],
      gates: [...questionnaire.gates, gate],
    });
    const { status, stdout, stderr } = await soundings('check', file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/\/bands\S*: The bands leave a hole from 0 to 25\. Expected the first band to begin at 0\./);
    expect(stderr).toMatch(/\/gates\/12\/when\/options\/0: Expected the id of .+ that this questionnaire defines; found "maybe"\./);
    expect(stderr).toMatch(/\/title: The text in the language "nl" is missing\./);
    const [result] = lines(stdout) as { ok: boolean; problems: number; warnings: number }[];
    expect(result?.ok).toBe(false);
    expect((result?.problems ?? 0) + (result?.warnings ?? 0)).toBe(stderr.trimEnd().split('\n').length);
  });
});

describe('a questionnaire that passes itself off as a released one', TIME, () => {
  const altered = () => {
    const assessment = contentOf(MERIDIAN);
    assessment.questionnaire.sections[1].weight = 99;
    return assessment;
  };
  const sentence =
    /The questionnaire says that it is logistics-platform 1\.0\.0, but it is not the published one: its SHA-256 is [0-9a-f]{64} instead of [0-9a-f]{64}\.\n$/;

  test('of an assessment is named by score and report, which go on', async () => {
    const file = given('altered.json', altered());
    const scored = await soundings('score', file);
    expect(scored.status).toBe(0);
    expect(lines(scored.stdout)).toMatchObject([{ file, questionnaire: { id: 'logistics-platform', version: '1.0.0' } }]);
    expect(scored.stderr).toMatch(sentence);
    expect(scored.stderr).toContain('/questionnaire: ');
    const reported = await soundings('report', file, '--out', join(folder, 'altered.pdf'));
    expect(reported).toMatchObject({ status: 0, stdout: '' });
    expect(reported.stderr).toMatch(sentence);
  });

  test('is refused by check, alone and in a procedure', async () => {
    const alone = given('altered-questionnaire.json', altered().questionnaire);
    const inside = given('altered-procedure.json', {
      format: 'soundings-procedure/1',
      id: 'procedure-1',
      created: '2026-11-26T10:00:00.000Z',
      questionnaires: [altered().questionnaire],
      policies: [altered().policy],
      facts: [altered().facts],
      history: [
        {
          id: 'criteria-1',
          at: '2026-11-26T10:00:00.000Z',
          by: 'A. Buyer',
          kind: 'criteria',
          criteria: {
            questionnaire: hashOf(altered().questionnaire),
            policy: hashOf(altered().policy),
            facts: hashOf(altered().facts),
            answers: {},
          },
        },
      ],
    });
    for (const file of [alone, inside]) {
      const { status, stdout, stderr } = await soundings('check', file);
      expect(stderr).toMatch(sentence);
      expect(status).toBe(1);
      expect(lines(stdout)).toEqual([{ file, ok: false, problems: 1, warnings: 0 }]);
    }
  });
});

describe('wrong use', TIME, () => {
  test.each([
    [[], 'Use: soundings score FILE…'],
    [['rate', MERIDIAN], 'Expected score, report, compare, check or verify; found "rate".'],
    [['score'], 'Expected at least one file after "score".'],
    [['report', MERIDIAN], 'Expected where to write: --out X.pdf'],
    [['report', MERIDIAN, REPLAY, '--out', 'x.pdf'], 'Expected exactly one file after "report"; found 2.'],
    [['score', MERIDIAN, '--fast'], 'The options are not understood: '],
  ])('%j ends with 2, a sentence and the usage, and prints nothing else', async (args, sentence) => {
    const { status, stdout, stderr } = await soundings(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('Exit status: 0 all is well · 1 a file has problems');
  });

  test('--help prints the usage and ends with 0', async () => {
    const { status, stdout, stderr } = await soundings('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Use: soundings score FILE…');
  });
});
