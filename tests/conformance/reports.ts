/**
 * The reports that veraPDF judges: each file by both standards. A new kind of report, or of content that only some reports have, is a
 * line in `REPORTS`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Assessment } from '../../src/core/format/assessment.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { parseAssessment, parseProcedure } from '../../src/core/parse.ts';
import type { Outcome } from '../../src/core/problems.ts';
import { redact } from '../../src/core/redaction/redact.ts';
import type { Document } from '../../src/report/blocks.ts';
import { comparisonDocument } from '../../src/report/comparison/document.ts';
import { procedureContext } from '../../src/report/comparison/procedure.ts';
import { reportDocument } from '../../src/report/document.ts';
import { writePdf } from '../../src/report/pdf/write.ts';
import { redactedDocument } from '../../src/report/redacted/document.ts';
import { comparing, GOOD, made, STOP } from '../report/comparison/bids.ts';
import { FIRST, SECOND } from '../report/final.ts';
import { answered, inputOf, RAISED } from '../report/fixture.ts';
import { demo } from '../report/pdf/demo.ts';
import { fonts, fontsOf } from '../report/pdf/fonts.ts';
import { NAMES } from '../report/pdf/names.ts';
import { ownSigner, signed } from '../report/sign/signed.ts';

/** Name of the file, and what makes its bytes. */
export interface Report {
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

const EXAMPLES = 'questionnaires/examples';
const TENDER = `${EXAMPLES}/kreekmonde`;

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems.slice(0, 3)));
  return outcome.value;
};
const read = <T>(parse: (text: string) => Outcome<T>, file: string): T => value(parse(readFileSync(file, 'utf8')));
const pdf = (document: Document): Uint8Array => value(writePdf(document, fonts));

const ofExample = (file: string): Document => {
  const assessment = read(parseAssessment, `${EXAMPLES}/${file}`);
  const model = modelOf(assessment.questionnaire, assessment.facts, assessment.policy);
  const state = fold(assessment.history);
  return reportDocument({ assessment, model, state, result: evaluate(model, state.answers), language: 'en', appVersion: '0.0.0' });
};

const tender = () => read(parseProcedure, `${TENDER}/procedure.json`);
const bids = (): ReadonlyMap<string, Assessment> =>
  new Map(readdirSync(`${TENDER}/bids`).map((name) => [name, read(parseAssessment, `${TENDER}/bids/${name}`)]));
const compared = (revealed: boolean): Document => {
  const all = bids();
  const { history, ...rest } = tender();
  const reveal = { id: 'entry-reveal', at: '2026-12-01T10:00:00.000Z', by: 'B. Person', kind: 'reveal' } as const;
  const procedure = { ...rest, history: revealed ? [...history, reveal] : history };
  return comparisonDocument({ ...comparing(all, { seed: 1, draws: 500 }), procedure: procedureContext(procedure, all.values()) });
};

/** Rows of a table that no page can hold, and a text of many lines in each kind of answer. */
const LONG = Array.from({ length: 400 }, (_, i) => `Sentence ${i + 1} of an answer that goes on and on.`).join(' ');
const long: Document = {
  ...demo,
  blocks: [
    ...demo.blocks,
    {
      kind: 'table',
      caption: 'Long answers',
      columns: [
        { head: 'Question', width: 0.2, rowHeader: true },
        { head: 'Answer', width: 0.5 },
        { head: 'Note', width: 0.3, align: 'end' },
      ],
      rows: [
        ['One', LONG, LONG],
        ['Two', '', 'short'],
        [
          'Three',
          [
            { text: 'Wörter auf Deutsch', lang: 'de' },
            { text: ' and more', strong: true },
          ],
          `${LONG} ${LONG}`,
        ],
      ],
    },
  ],
};

/** Names in every script, as text and in a table. */
const scripts: Document = {
  ...demo,
  title: `Risk summary: ${NAMES['simplified Chinese']}`,
  blocks: [
    ...Object.values(NAMES).map((text) => ({ kind: 'paragraph', text }) as const),
    {
      kind: 'table',
      columns: [
        { head: 'Script', width: 0.4, rowHeader: true },
        { head: 'Name', width: 0.6 },
      ],
      rows: Object.entries(NAMES),
    },
  ],
};

const edition = { supersededBy: { assessment: 'fixture-0002', number: '2026/18', day: '2026-04-01' } };
const redacted = (...what: readonly ('answer' | 'evidence' | 'people' | 'scores')[]): Document =>
  redactedDocument({
    redacted: redact(
      FIRST.assessment,
      what.map((one) => ({ what: one, ground: 'Business secret', ...(one === 'answer' || one === 'evidence' ? { of: 'keys' } : {}) })),
    ),
    language: 'en',
    appVersion: '0.0.0',
  });

export const REPORTS: readonly Report[] = [
  { name: 'empty', bytes: () => pdf(reportDocument(inputOf())) },
  {
    name: 'raised-by-a-gate',
    bytes: () => pdf(reportDocument(inputOf({ answers: RAISED, override: { band: 'low', reason: 'Because.' } }))),
  },
  { name: 'stop', bytes: () => pdf(reportDocument(inputOf({ answers: STOP }))) },
  {
    name: 'long-note',
    bytes: () => pdf(reportDocument(inputOf({ answers: { ...RAISED, remark: { ...answered('Nothing else.'), note: LONG } } }))),
  },
  { name: 'replay', bytes: () => pdf(ofExample('liege-hub-replay.json')) },
  { name: 'full', bytes: () => pdf(ofExample('scheldewaard.json')) },
  { name: 'final', bytes: () => pdf(reportDocument(FIRST)) },
  { name: 'superseded', bytes: () => pdf(reportDocument({ ...FIRST, edition })) },
  { name: 'new-version', bytes: () => pdf(reportDocument(SECOND)) },
  { name: 'redacted', bytes: () => pdf(redacted('answer', 'people', 'scores')) },
  { name: 'redacted-evidence', bytes: () => pdf(redacted('evidence')) },
  { name: 'every-block', bytes: () => pdf(demo) },
  { name: 'every-script', bytes: async () => value(writePdf(scripts, await fontsOf(scripts))) },
  { name: 'long-table', bytes: () => pdf(long) },
  { name: 'comparison-of-two', bytes: () => pdf(comparisonDocument(made({ one: { answers: GOOD }, two: { answers: STOP } }))) },
  { name: 'comparison-of-six', bytes: () => pdf(compared(false)) },
  { name: 'comparison-of-six-revealed', bytes: () => pdf(compared(true)) },
  { name: 'signed', bytes: async () => signed(pdf(demo), await ownSigner()) },
  { name: 'signed-full', bytes: async () => signed(pdf(ofExample('scheldewaard.json')), await ownSigner()) },
];
