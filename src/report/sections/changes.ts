import type { Entry } from '../../core/format/assessment.ts';
import { detailWords } from '../account/details.ts';
import { bandName } from '../account/headline.ts';
import type { Block } from '../blocks.ts';
import { answerInline, tagOf } from '../words.ts';
import type { Context } from './context.ts';
import { DETAIL } from './keys.ts';

/** Annex F: the whole history, one row an entry, oldest first. */
export function changes(context: Context): readonly Block[] {
  const { assessment, t, f } = context;
  return [
    { kind: 'heading', level: 1, text: t('report.annex.f') },
    {
      kind: 'paragraph',
      text: assessment.history.length === 0 ? t('report.changes.none') : t('report.changes.intro', { count: assessment.history.length }),
    },
    ...(assessment.history.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { head: t('report.when'), width: 0.27 },
              { head: t('report.who'), width: 0.24 },
              { head: t('report.changes.what'), width: 0.49 },
            ],
            rows: assessment.history.map((entry) => [f.instant(entry.at), entry.by || t('report.unnamed'), changeOf(context, entry)]),
          } as const,
        ]),
  ];
}

function changeOf(context: Context, entry: Entry): string {
  const { assessment, model, t, f } = context;
  switch (entry.kind) {
    case 'answer': {
      const question = model.items[model.indexOf(entry.question) ?? -1]?.question;
      if (!question) return t('report.changes.unknownQuestion', { id: tagOf(entry.question) });
      if (entry.answer && entry.reason) {
        const said = { id: tagOf(entry.question), answer: answerInline(question, entry.answer, context), reason: entry.reason };
        return t('report.changes.settled', said);
      }
      return entry.answer
        ? t('report.changes.answer', { id: tagOf(entry.question), answer: answerInline(question, entry.answer, context) })
        : t('report.changes.taken', { id: tagOf(entry.question) });
    }
    case 'detail':
      return t('report.changes.detail', { detail: t(DETAIL[entry.detail]), value: detailWords(entry.detail, entry.value, f) });
    case 'override':
      return entry.override
        ? t('report.changes.override', { band: bandName(model, entry.override.band, context), reason: entry.override.reason })
        : t('report.changes.overrideWithdrawn');
    case 'undo': {
      const undone = assessment.history.find(({ id }) => id === entry.entry);
      return undone
        ? t('report.changes.undo', { at: f.instant(undone.at), change: changeOf(context, undone) })
        : t('report.changes.undoUnknown');
    }
    case 'final': {
      const { number, preparer, reviewer, approver } = entry;
      const people = { preparer: preparer.name, reviewer: reviewer.name, approver: approver.name };
      return t('report.edition.history.final', { number, day: f.day(entry.day), ...people });
    }
    case 'supersedes':
      return t('report.edition.history.supersedes', { sha256: entry.sha256 });
  }
}
