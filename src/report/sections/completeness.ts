import type { Block } from '../blocks.ts';
import { applicableItems, type Context } from './context.ts';

/** How much is answered, and on what it rests. */
export function completeness(context: Context): readonly Block[] {
  const { counts, model, result, state, local, t, f } = context;
  const asked = applicableItems(context).filter(
    ({ question, index }) => question.evidence !== 'none' && result.questions[index]?.state === 'answered',
  );
  const gradeOf = (id: string) => state.answers.get(id)?.evidence?.grade;
  const grades = model.questionnaire.grades.map((grade) => ({
    name: local(grade.name),
    count: asked.filter(({ question }) => gradeOf(question.id) === grade.id).length,
    full: grade.widening === 0,
  }));
  const ungraded = asked.length - grades.reduce((sum, { count }) => sum + count, 0);
  const full = grades.filter((grade) => grade.full).reduce((sum, { count }) => sum + count, 0);
  return [
    { kind: 'heading', level: 2, text: t('report.completeness.title') },
    {
      kind: 'paragraph',
      text: t('report.completeness.counts', {
        answered: f.integer(counts.answered),
        applicable: f.integer(counts.applicable),
        unknown: f.integer(counts.unknown),
        declined: f.integer(counts.declined),
        open: f.integer(counts.open),
        percent: f.percent(result.coverage),
      }),
    },
    ...(asked.length === 0 ? [] : [evidence()]),
  ];

  function evidence(): Block {
    const named = [...grades, ...(ungraded > 0 ? [{ name: t('report.completeness.ungraded'), count: ungraded }] : [])];
    const counted = named.map(({ name, count }) => t('report.completeness.grade', { name, count: f.integer(count) })).join(' · ');
    return {
      kind: 'paragraph',
      text: t('report.completeness.evidence', { full: f.integer(full), asked: f.integer(asked.length), grades: counted }),
    };
  }
}
