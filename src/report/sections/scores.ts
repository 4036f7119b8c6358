import { planeOf } from '../../core/plane.ts';
import { plainSums } from '../../core/plain.ts';
import { bandOfScore } from '../account/headline.ts';
import { barAlt, edgesOf, sectionAccounts } from '../account/sections.ts';
import type { Block, Cell } from '../blocks.ts';
import { intervalBar } from '../figures/intervalBar.ts';
import { plane } from '../figures/plane.ts';
import type { Context } from './context.ts';

/** The sections with their intervals, and the whole. */
export function sectionsTable(context: Context): readonly Block[] {
  const { model, result, t, f } = context;
  const edges = edgesOf(model);
  const accounts = sectionAccounts(model, result, context);
  const bar = (interval: { readonly low: number; readonly high: number } | null, floor?: number): Cell => ({ kind: 'figure', alt: barAlt(interval, context), drawing: intervalBar(interval, edges, floor) });
  const figure = (interval: { readonly low: number; readonly high: number } | null) => (interval ? f.interval(interval) : t('method.headline.notScored'));
  const floors = accounts.flatMap((section) => section.floors);
  return [
    { kind: 'heading', level: 1, text: t('report.sections.title') },
    {
      kind: 'table',
      columns: [
        { head: t('report.sections.section'), width: 0.26, rowHeader: true },
        { head: t('report.sections.weight'), width: 0.11, align: 'end' },
        { head: t('report.sections.answered'), width: 0.13, align: 'end' },
        { head: [...new Set([0, ...edges, 100])].map((edge) => f.number(edge)).join(' · '), width: 0.35 },
        { head: t('report.sections.score'), width: 0.15, align: 'end' },
      ],
      rows: [
        ...accounts.map((section) => [section.name, f.percent(section.share), f.percent(section.answered), bar(section.interval, section.floor), figure(section.interval)]),
        [[{ text: t('report.sections.all'), strong: true }], '', f.percent(result.coverage), bar(result.overall), [{ text: figure(result.overall), strong: true }]],
      ],
    },
    { kind: 'paragraph', style: 'small', text: t('report.sections.note') },
    ...floors.map((text): Block => ({ kind: 'paragraph', style: 'small', text })),
  ];
}

/** The two indices of the questionnaire against each other, and the same figures in words. */
export function planeFigure(context: Context): readonly Block[] {
  const { model, result, local, t, f } = context;
  const declared = model.questionnaire.plane;
  const found = planeOf(model, result);
  if (!declared || !found) return [];
  const words = { x: local(declared.x.title), y: local(declared.y.title), xs: f.interval(found.x), ys: f.interval(found.y) };
  return [
    { kind: 'heading', level: 2, text: t('report.plane.title', words) },
    {
      kind: 'figure',
      alt: t('method.plane.alt', words),
      drawing: plane(found.x, found.y, edgesOf(model), { x: words.x, y: words.y, figure: f.number }),
      caption: t('method.plane.alt', words),
    },
  ];
}

/** What a plain weighted sum says for the same answers. */
export function simpleTool(context: Context): readonly Block[] {
  const { model, result, t, f } = context;
  const sums = plainSums(model, result);
  const row = (term: string, score: number | null) => [term, score === null ? t('method.plain.nothing') : f.score(score), score === null ? '' : bandOfScore(model, score, context)];
  return [
    { kind: 'heading', level: 2, text: t('report.plain.title') },
    { kind: 'paragraph', text: t('report.plain.intro') },
    {
      kind: 'table',
      columns: [
        { head: t('report.plain.how'), width: 0.5, rowHeader: true },
        { head: t('report.sections.score'), width: 0.2, align: 'end' },
        { head: t('report.plain.band'), width: 0.3 },
      ],
      rows: [row(t('method.plain.zero'), sums.unknownAsZero), row(t('method.plain.half'), sums.unknownAsHalf), row(t('method.plain.out'), sums.unknownLeftOut)],
    },
  ];
}
