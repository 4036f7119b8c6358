/** What stands in place of typed words while bids are known by their labels. */
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/core/evaluate.ts';
import type { Answer } from '../../../src/core/format/answer.ts';
import { fold } from '../../../src/core/history.ts';
import { withheld } from '../../../src/report/comparison/withheld.ts';
import { randomAnswers } from '../../core/support/randomAnswers.ts';
import { randomQuestionnaire } from '../../core/support/randomQuestionnaire.ts';
import { holds } from '../../core/support/runs.ts';
import { choice, model, questionnaire, section, single, table, text } from '../../core/support/vocabulary.ts';

test('B7 every word that was typed into an answer is withheld, and nothing else', () => {
  const built = model(
    questionnaire([
      section('one', 1, [
        text('words'),
        single('choice'),
        table('rows', [choice('level', { lo: 0, hi: 100 }), { id: 'who', text: { en: 'Who' }, type: 'text' }]),
      ]),
    ]),
  );
  const evidence = {
    grade: 'e1',
    title: 'Offer of a bidder',
    date: '2026-01-01',
    reference: 'Page 3',
    file: { name: 'bidder.pdf', sha256: 'ab'.repeat(32) },
  };
  const answers = new Map<string, Answer>([
    ['words', { state: 'answered', value: 'A bidder', note: 'A note', evidence }],
    ['choice', { state: 'answered', value: 'lo', note: 'A note' }],
    ['rows', { state: 'answered', value: [{ level: 'hi', who: 'A bidder' }, { level: 'lo' }], incomplete: true }],
  ]);
  const details = {
    vendor: 'V',
    title: 'T',
    register: 'R',
    position: 'P',
    positionSource: 'S',
    lot: 'L',
    procedure: 'N',
    label: 'Example',
  };
  const untold = withheld({ ...fold([]), answers, details }, built, '…');
  expect(untold.details).toEqual({ lot: 'L', procedure: 'N', label: 'Example', position: '…' });
  expect(Object.fromEntries(untold.answers)).toEqual({
    words: { state: 'answered', value: '…', evidence: { grade: 'e1', date: '2026-01-01' } },
    choice: { state: 'answered', value: 'lo' },
    rows: { state: 'answered', value: [{ level: 'hi', who: '…' }, { level: 'lo' }], incomplete: true },
  });
});

test('B7 what is withheld is never scored', () => {
  holds('withheld', 400, (d) => {
    const built = model(randomQuestionnaire(d));
    const answers = randomAnswers(d, built.questionnaire);
    const untold = withheld({ ...fold([]), answers }, built, 'withheld');
    expect(evaluate(built, untold.answers)).toEqual(evaluate(built, answers));
    return 'bids';
  });
});
