/**
 * Kinds of reports that no shipped example makes: final, superseded, of a new version, redacted, and with names in every script.
 * `npm run golden` keeps each of them with every release.
 */
import { fontsOf } from '../../src/cli/fonts.ts';
import { redact } from '../../src/core/redaction/redact.ts';
import type { Document } from '../../src/report/blocks.ts';
import { reportDocument } from '../../src/report/document.ts';
import { writePdf } from '../../src/report/pdf/write.ts';
import { redactedDocument } from '../../src/report/redacted/document.ts';
import { APP_VERSION as appVersion } from '../../src/report/version.ts';
import { FIRST, SECOND } from './final.ts';
import { answered, inputOf, RAISED } from './fixture.ts';
import { NAMES } from './pdf/names.ts';

const edition = { supersededBy: { assessment: 'fixture-0002', number: '2026/18', day: '2026-04-01' } };
const withheld = [
  { what: 'answer', of: 'keys', ground: 'Business secret' },
  { what: 'people', ground: 'Personal data' },
  { what: 'scores', ground: 'Business secret' },
] as const;
const names = Object.entries(NAMES).map(([script, name]) => `${script}: ${name}`);
const scripts = inputOf({
  answers: { ...RAISED, remark: { ...answered(NAMES.Hebrew), note: names.join('\n') } },
  details: { vendor: NAMES['simplified Chinese'], authority: NAMES.Arabic, title: NAMES.Korean },
});

const DOCUMENTS: Readonly<Record<string, () => Document>> = {
  'final.pdf': () => reportDocument({ ...FIRST, appVersion }),
  'superseded.pdf': () => reportDocument({ ...FIRST, appVersion, edition }),
  'new-version.pdf': () => reportDocument({ ...SECOND, appVersion }),
  'redacted.pdf': () => redactedDocument({ redacted: redact(FIRST.assessment, withheld), language: 'en', appVersion }),
  'redacted-superseded.pdf': () => redactedDocument({ redacted: redact(FIRST.assessment, withheld), language: 'en', appVersion, edition }),
  'scripts.pdf': () => reportDocument({ ...scripts, appVersion }),
};

/** Name of each file, and its bytes. */
export function goldenReports(): Promise<readonly (readonly [name: string, bytes: Uint8Array])[]> {
  return Promise.all(
    Object.entries(DOCUMENTS).map(async ([name, make]) => {
      const document = make();
      const outcome = writePdf(document, await fontsOf(document));
      if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.problems)}`);
      return [name, outcome.value] as const;
    }),
  );
}
