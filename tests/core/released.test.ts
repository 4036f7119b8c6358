/** Documents of a name that was released. */
import { expect, it } from 'vitest';
import lock from '../../questionnaires/lock.json';
import questionnaire from '../../questionnaires/logistics-platform/1.0.0.json';
import { hashOf } from '../../src/core/canonical.ts';
import { releasedProblems } from '../../src/core/check/released.ts';

it('D1 the released text has nothing said of it, and no more has another version or name', () => {
  const own = { ...questionnaire, publisher: 'Another' };
  for (const one of [questionnaire, { ...own, version: '1.0.1' }, { ...own, id: 'constructor' }])
    expect(releasedProblems(one, hashOf(one), lock, '')).toEqual([]);
});

it('D1 another text under a released id and version is named with both hashes', () => {
  const altered = { ...questionnaire, sections: questionnaire.sections.map((one, i) => (i === 0 ? { ...one, weight: 99 } : one)) };
  const found = hashOf(altered);
  expect(releasedProblems(altered, found, lock, '/questionnaire')).toEqual([
    {
      code: 'questionnaire-altered',
      path: '/questionnaire',
      params: { name: 'logistics-platform 1.0.0', found, expected: lock['logistics-platform@1.0.0'] },
      severity: 'warning',
    },
  ]);
});
