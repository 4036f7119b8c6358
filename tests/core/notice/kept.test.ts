/** What a procedure keeps of a notice, and what it comes to under the weights in force. */
import { describe, expect, it, test } from 'vitest';
import { checkKept, keptOf } from '../../../src/core/notice/kept.ts';
import type { NoticeLot } from '../../../src/core/notice/notice.ts';
import { readNotice } from '../../../src/core/notice/read.ts';
import { checkWeights } from '../../../src/core/notice/weights.ts';
import { parseProcedure } from '../../../src/core/parse.ts';
import { foldProcedure } from '../../../src/core/procedure/state.ts';
import { entry, NUMBERED, procedure, QUESTIONNAIRE, SEALED } from '../procedure/support.ts';
import { lot, notice, percent, SMALL } from './notices.ts';

function lotOf(xml: string): NoticeLot {
  const read = readNotice(xml);
  const first = read.ok ? read.value.lots[0] : undefined;
  if (!first) throw new Error('the notice is sound');
  return first;
}
const SMALL_LOT = lotOf(SMALL);
const MAPPING = [null, 'dl', 'op'];
const kept = keptOf(SMALL_LOT, MAPPING);
const keeping = (one = kept, by = 'A. Person') => entry('notice', { notice: '00000000-2026', lot: one }, by);

test.each([
  ['as published', { dl: 10, op: 30 }],
  ['otherwise', { dl: 30, op: 10 }],
  ['a section more', { dl: 10, op: 30, si: 5 }],
])('N7 what is kept comes to what the notice itself comes to: %s', (_, weights) => {
  const sections = Object.entries(weights).map(([id, weight]) => ({ id, weight }));
  expect(checkKept(kept, sections).check).toEqual(checkWeights(SMALL_LOT, sections, MAPPING));
});

it('N7 a criterion without a name is kept under its description, and a long text is cut', () => {
  const [long] = keptOf(lotOf(notice(lot('LOT-0001', [percent('x'.repeat(5000), 10)]))), [null]).criteria;
  expect(Object.values(long?.name ?? {})[0]).toHaveLength(2000);
  const [named] = keptOf(
    { ...SMALL_LOT, criteria: [{ type: null, name: {}, description: { en: 'All of it' }, weight: null }] },
    [],
  ).criteria;
  expect(named).toEqual({ type: null, name: { en: 'All of it' }, weight: null, section: null });
});

describe('N7 in a procedure', () => {
  it('N7 it goes through a file as it is, before the seal and after it, and is no deviation', () => {
    for (const history of [
      [NUMBERED, ...SEALED.slice(2, 3), keeping()],
      [...SEALED, keeping()],
    ]) {
      const parsed = parseProcedure(JSON.stringify(procedure(history)));
      expect(parsed.ok && parsed.value.history.at(-1)).toEqual(history.at(-1));
      const { deviations, notices, criteria } = foldProcedure(history);
      expect(deviations).toEqual([]);
      expect(criteria).toEqual(foldProcedure(history.slice(0, -1)).criteria);
      expect(notices).toMatchObject([{ notice: '00000000-2026', by: 'A. Person', lot: kept }]);
    }
  });

  it('N7 the last that was kept for a lot holds', () => {
    const [again, other] = [keptOf(SMALL_LOT, [null, 'op', 'dl']), { ...kept, id: 'LOT-0002' }];
    const { notices } = foldProcedure([...SEALED, keeping(), keeping(other), keeping(again)]);
    expect(notices.map((one) => one.lot)).toEqual([other, again]);
  });

  it('N7 it needs a name, and sections that are there', () => {
    const problems = (history: Parameters<typeof procedure>[0]) => {
      const parsed = parseProcedure(JSON.stringify(procedure(history)));
      return parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path} ${code}`);
    };
    expect(QUESTIONNAIRE.sections.map(({ id }) => id)).toEqual(expect.arrayContaining(['dl', 'op']));
    expect(problems([...SEALED, keeping(kept, ' ')])).toEqual(['/history/4/by name-missing']);
    expect(problems([...SEALED, keeping(keptOf(SMALL_LOT, [null, 'nowhere', 'op']))])).toEqual([
      '/history/4/lot/criteria/1/section reference-missing',
    ]);
  });
});
