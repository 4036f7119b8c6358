/** Every kind of file that the app takes, a small sound one of each, and what must hold of whatever is made of it. */
import { deflateSync } from 'node:zlib';
import { onPath } from '../../.ci/tools.mjs';
import { fontsOf } from '../../src/cli/fonts.ts';
import { canonicalJson, sha256Hex } from '../../src/core/canonical.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Assessment } from '../../src/core/format/assessment.ts';
import { BACKUP_FORMAT, type Backup } from '../../src/core/format/backup.ts';
import { PROCEDURE_FORMAT, type Procedure } from '../../src/core/format/procedure.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { readNotice } from '../../src/core/notice/read.ts';
import {
  parseAssessment,
  parseBackup,
  parseFacts,
  parsePolicy,
  parseProcedure,
  parseQuestionnaire,
  parseRedacted,
} from '../../src/core/parse.ts';
import type { Outcome, Problem } from '../../src/core/problems.ts';
import { documentHash } from '../../src/core/procedure/criteria.ts';
import { sealOf } from '../../src/core/procedure/seal.ts';
import { foldProcedure } from '../../src/core/procedure/state.ts';
import { redact } from '../../src/core/redaction/redact.ts';
import { readCertificate } from '../../src/report/sign/certificate.ts';
import { makeKey } from '../../src/report/sign/make.ts';
import { openPkcs12 } from '../../src/report/sign/pkcs12.ts';
import { signatureIn } from '../../src/report/sign/read.ts';
import { signReport } from '../../src/report/sign/sign.ts';
import { isUnchanged } from '../../src/report/verify/verdict.ts';
import { Verifier } from '../../src/report/verify/verify.ts';
import { seal, unseal } from '../../src/store/sealed.ts';
import { SMALL } from '../core/notice/notices.ts';
import { FINAL } from '../core/support/editions.ts';
import { inputOf, RAISED } from '../report/fixture.ts';
import { Keys } from '../report/sign/openssl.ts';
import { documentWith, written } from '../report/verify/reports.ts';
import { type Dice, spoiledBytes, spoiledStructure, spoiledTokens, spoiledXml } from './mutate.ts';

/** `accepted`, or what the refusal says. */
type Reading = 'accepted' | { readonly problems: readonly Problem[] };

export interface Target {
  readonly name: string;
  /** How many of a hundred files are of this kind. */
  readonly share: number;
  readonly make: (dice: Dice) => Uint8Array;
  /** @throws only where the app would break down, or took in something else than what stands there */
  readonly read: (bytes: Uint8Array) => Reading | Promise<Reading>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As `store/files.ts` reads a file. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
const NOT_TEXT: Reading = { problems: [{ code: 'not-utf8', path: '', params: {}, severity: 'error' }] };

function spoiledJson(dice: Dice, seed: unknown): Uint8Array {
  const text = () => JSON.stringify(seed);
  switch (dice(5)) {
    case 0:
      return spoiledBytes(dice, utf8(text()));
    case 1:
      return utf8(spoiledTokens(dice, text()));
    default:
      return utf8(spoiledStructure(dice, seed));
  }
}

function json<T>(name: string, share: number, seeds: readonly T[], parse: (text: string) => Outcome<T>, use: (value: T) => void): Target {
  return {
    name,
    share,
    make: (dice) => spoiledJson(dice, seeds[dice(seeds.length)]),
    read: (bytes) => {
      const text = textOf(bytes);
      if (text === null) return NOT_TEXT;
      const outcome = parse(text);
      if (!outcome.ok) return { problems: outcome.problems };
      // Whole: nothing left out, nothing filled in.
      if (canonicalJson(outcome.value) !== canonicalJson(JSON.parse(text.replace(/^\uFEFF/, ''))))
        throw new Error('taken in otherwise than it stands');
      use(outcome.value);
      return 'accepted';
    },
  };
}

function reckon({ questionnaire, facts, policy, history }: Assessment): void {
  const { overall } = evaluate(modelOf(questionnaire, facts, policy), fold(history).answers);
  if (overall && !(overall.low >= 0 && overall.low <= overall.high && overall.high <= 100))
    throw new Error(`a score of ${JSON.stringify(overall)}`);
}

export function procedureOf({ questionnaire, policy, facts }: Assessment): Procedure {
  const act = (id: string) => ({ id: `act-no-${id}`, at: '2026-05-01T10:00:00.000Z', by: 'Ada' });
  const pinned = { questionnaire: documentHash(questionnaire), policy: documentHash(policy), facts: documentHash(facts), answers: {} };
  const { at, by } = act('');
  return {
    format: PROCEDURE_FORMAT,
    id: 'procedure-1',
    created: '2026-05-01T09:00:00.000Z',
    questionnaires: [questionnaire],
    policies: [policy],
    facts: [facts],
    history: [
      { ...act('1'), kind: 'detail', detail: 'number', value: '2026-07' },
      { ...act('2'), kind: 'lots', lots: [{ id: 'lot-1', title: 'Cranes' }] },
      { ...act('3'), kind: 'criteria', criteria: pinned },
      { ...act('4'), kind: 'seal', sha256: sealOf({ procedure: 'procedure-1', number: '2026-07', criteria: pinned, at, by }) },
      { ...act('5'), kind: 'bid', assessment: 'assessment-1', label: 'Bid A', lot: 'lot-1' },
      { ...act('6'), kind: 'leave', assessment: 'assessment-1', reason: 'Withdrawn' },
      { ...act('7'), kind: 'reveal' },
      {
        ...act('8'),
        kind: 'notice',
        notice: '00000000-2026',
        lot: {
          id: 'LOT-0001',
          title: { en: 'Cranes' },
          formula: {},
          criteria: [{ type: 'quality', name: { en: 'Risk' }, weight: { number: 40, kind: 'per-exa' }, section: null }],
        },
      },
    ],
  };
}

function backup({ questionnaire, policy, facts, id, created, history }: Assessment): Backup {
  const documents = [questionnaire, policy, facts];
  const [q = '', p = '', f = ''] = documents.map((one) => documentHash(one));
  return {
    format: BACKUP_FORMAT,
    made: '2026-05-02T10:00:00.000Z',
    documents,
    assessments: [{ id, created, questionnaire: q, policy: p, facts: f, history }],
    procedures: [],
    questionnaires: [q],
    register: [],
    settings: { person: 'Ada' },
  };
}

/** A report: bytes of it spoiled, or another record in it, packed and hashed as a forger would who knows the format. */
async function reports(): Promise<readonly Target[]> {
  const document = documentWith({ answers: RAISED });
  const report = await written(document);
  const { key, certificate } = await makeKey('A. Person', '2026-01-01T00:00:00Z', crypto);
  const read = await readCertificate(certificate, crypto);
  if (typeof read === 'string') throw new Error(read);
  const signed = await signReport(report, { key, certificate: read, issuers: [] }, '2026-06-01T00:00:00Z', crypto);
  if (!signed.ok) throw new Error('not signed');
  const verifier = new Verifier({ fonts: fontsOf, signatureIn: signatureIn(crypto) });
  const judge =
    (whole: readonly Uint8Array[], isForged = false) =>
    async (bytes: Uint8Array): Promise<Reading> => {
      const judged = await verifier.verify(bytes);
      if (isUnchanged(judged)) {
        if (!whole.some((one) => Buffer.compare(one, bytes) === 0)) throw new Error('a changed report was taken to be unchanged');
        return 'accepted';
      }
      if (judged.reasons.length === 0) throw new Error('no reason');
      // A forgery that is found out by how it is packed tries nothing behind that.
      if (isForged && judged.reasons.some(({ code }) => CLUMSY.includes(code)))
        throw new Error(`a clumsy forgery: ${JSON.stringify(judged)}`);
      return { problems: [] };
    };
  const forged = (dice: Dice) => {
    const record: unknown = JSON.parse(document.data);
    return withRecord(report, document.dataHash, dice(3) ? spoiledStructure(dice, record) : spoiledTokens(dice, document.data));
  };
  return [
    { name: 'record', share: 1, make: forged, read: judge([report], true) },
    { name: 'report', share: 2, make: (dice) => spoiledBytes(dice, report), read: judge([report, signed.value]) },
    {
      name: 'signature',
      share: 2,
      make: (dice) => {
        const tail = spoiledBytes(dice, signed.value.subarray(report.length));
        return Uint8Array.from([...report, ...tail]);
      },
      read: judge([report, signed.value]),
    },
    ...keyFiles(),
    {
      name: 'certificate',
      share: 2,
      make: (dice) => spoiledBytes(dice, certificate),
      read: async (bytes) => (typeof (await readCertificate(bytes, crypto)) === 'string' ? { problems: [] } : 'accepted'),
    },
  ];
}

/** A file under a passphrase, at a price that can be paid a thousand times. */
async function sealed(): Promise<Target> {
  const content = utf8('{"format":"soundings-assessment/1"}');
  const file = await seal(new Uint8Array(content), 'word', { memory: 8, passes: 1, lanes: 1 });
  return {
    name: 'sealed file',
    share: 2,
    make: (dice) => spoiledBytes(dice, file),
    read: async (bytes) => {
      const opened = await unseal(new Uint8Array(bytes), 'word');
      if (!opened.ok) return { problems: opened.problems };
      if (Buffer.compare(bytes, file) !== 0) throw new Error('a changed file was opened');
      return 'accepted';
    },
  };
}

/** Files of keys, where OpenSSL is there to make one. */
function keyFiles(): readonly Target[] {
  if (onPath('openssl') === undefined) return [];
  const keys = new Keys();
  keys.make('key', 'P-256');
  const file = new Uint8Array(keys.file('key', 'word'));
  keys.remove();
  const read = async (bytes: Uint8Array): Promise<Reading> => {
    const opened = await openPkcs12(bytes, 'word', new Date(Date.now() + 3_600_000).toISOString(), crypto);
    return opened.ok ? 'accepted' : { problems: opened.problems };
  };
  return [{ name: 'key file', share: 1, make: (dice) => spoiledBytes(dice, file), read }];
}

const CLUMSY: readonly string[] = ['no-data', 'data', 'data-unreadable', 'cut-off'];

const ATTACHMENT = /\/Params <<\/Size \d+ ([^\n]*)>>\n\/Length \d+\n\/Filter \/FlateDecode\n>>\nstream\n[\s\S]*?\nendstream\n/;

/** The report with other data attached, and their hash where it stands: what somebody can do who knows the format. */
function withRecord(report: Uint8Array, hash: string, text: string): Uint8Array {
  const bytes = utf8(text);
  const packed = deflateSync(bytes).toString('latin1');
  const attachment = (_: string, rest: string) =>
    `/Params <</Size ${bytes.length} ${rest}>>\n/Length ${packed.length}\n/Filter /FlateDecode\n>>\nstream\n${packed}\nendstream\n`;
  const file = Buffer.from(report)
    .toString('latin1')
    .replace(ATTACHMENT, attachment)
    .replaceAll(`>${hash}<`, `>${sha256Hex(bytes)}<`);
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

const notice: Target = {
  name: 'notice',
  share: 10,
  make: (dice) => (dice(4) ? utf8(spoiledXml(dice, SMALL)) : spoiledBytes(dice, utf8(SMALL))),
  read: (bytes) => {
    const text = textOf(bytes);
    if (text === null) return NOT_TEXT;
    const outcome = readNotice(text);
    return outcome.ok ? 'accepted' : { problems: outcome.problems };
  },
};

/** Made new each time it is asked for: a key is, and its certificate with it. */
export async function targets(): Promise<readonly Target[]> {
  const { assessment } = inputOf({ answers: RAISED, details: { vendor: 'Example Cargo' }, override: { band: 'high', reason: 'Seen.' } });
  const { questionnaire, policy, facts } = assessment;
  const withheld = redact(FINAL, [{ what: 'answer', of: 'remark', ground: 'secret' }] as never);
  const all: readonly Target[] = [
    json('assessment', 33, [assessment, FINAL], parseAssessment, reckon),
    json('questionnaire', 14, [questionnaire, FINAL.questionnaire], parseQuestionnaire, (value) => void modelOf(value, facts, policy)),
    json('policy', 6, [{ ...policy, countries: ['BE'], weights: { law: 2 } }], parsePolicy, () => undefined),
    json('facts', 4, [facts], parseFacts, () => undefined),
    json('procedure', 14, [procedureOf(FINAL)], parseProcedure, ({ history }) => void foldProcedure(history)),
    json('backup', 4, [backup(FINAL)], parseBackup, () => undefined),
    json('redacted', 5, [withheld], parseRedacted, () => undefined),
    notice,
    await sealed(),
    ...(await reports()),
  ];
  return all;
}
