import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Assessment } from '../../src/core/format/assessment.ts';
import type { Procedure } from '../../src/core/format/procedure.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { sealCode } from '../../src/core/procedure/seal.ts';
import { procedureContext } from '../../src/report/comparison/procedure.ts';
import { reportDocument } from '../../src/report/document.ts';

const FOLDER = new URL('../../questionnaires/examples/kreekmonde/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8')) as T;

function reported(procedure?: Procedure) {
  const assessment = read<Assessment>('bids/bid-a.json');
  const model = modelOf(assessment.questionnaire, assessment.facts, assessment.policy);
  const state = fold(assessment.history);
  const result = evaluate(model, state.answers);
  const tender = procedure && procedureContext(procedure, [assessment]);
  return reportDocument({ assessment, model, state, result, procedure: tender, language: 'en', appVersion: '1.0.0' });
}

it('the report of a bid says its seal and every change since, with old and new value, reason, name and time', () => {
  const procedure = read<Procedure>('procedure.json');
  const document = reported(procedure);
  const text = JSON.stringify(document.blocks);
  const { seal, deviations } = procedureContext(procedure, []).state;
  const [deviation] = deviations;
  expect(seal && deviation).toBeTruthy();
  for (const said of [sealCode(seal?.sha256 ?? ''), seal?.sha256, deviation?.reason, deviation?.by, '25 November 2026, 08:30 UTC'])
    expect(text).toContain(said);
  const place = 'The buyer’s answer to PR-02';
  const row = document.blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .find((one) => String(one[0]).startsWith(place));
  expect(String(row?.[1])).not.toContain('identifies drivers');
  expect(String(row?.[2])).toContain('identifies drivers');
  // One bid tells nothing of the others.
  expect(text).not.toContain('Bids go by their labels');
  expect(document.dataHash).not.toBe(reported().dataHash);
});

it('the report of what is no bid has nothing of it', () => {
  expect(JSON.stringify(reported().blocks)).not.toContain('The tender and its seal');
});
