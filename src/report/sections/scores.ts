import { plainSums } from '../../core/plain.ts';
import { planeOf } from '../../core/plane.ts';
import { sectionName } from '../account/gates.ts';
import { bandOfScore } from '../account/headline.ts';
import { barAlt, edgesOf, marksOf, SPREAD, sectionAccounts } from '../account/sections.ts';
import type { Block, Cell } from '../blocks.ts';
import { intervalBar } from '../figures/intervalBar.ts';
import { plane, spreadOf } from '../figures/plane.ts';
import type { Context } from './context.ts';

/** The sections with their intervals, and the whole. */
export function sectionsTable(context: Context): readonly Block[] {
  const { model, result, t, f } = context;
  const edges = edgesOf(model);
  const accounts = sectionAccounts(model, result, context);
  const bar = (interval: { readonly low: number; readonly high: number } | null, floor?: number): Cell => ({
    kind: 'figure',
    alt: barAlt(interval, context),
    drawing: intervalBar(interval, edges, floor),
  });
  const figure = (interval: { readonly low: number; readonly high: number } | null) =>
    interval ? f.interval(interval) : t('method.headline.notScored');
  return [
    { kind: 'heading', level: 1, text: t('report.sections.title') },
    {
      kind: 'table',
      columns: [
        { head: t('report.sections.section'), width: 0.26, rowHeader: true },
        { head: t('report.sections.weight'), width: 0.11, align: 'end' },
        { head: t('report.sections.answered'), width: 0.13, align: 'end' },
        { head: t('report.sections.scale', { edges: f.and(edges.filter((edge) => edge > 0).map((edge) => f.number(edge))) }), width: 0.35 },
        { head: t('report.sections.score'), width: 0.15, align: 'end' },
      ],
      rows: [
        ...accounts.map((section) => [
          section.name,
          f.percent(section.share),
          f.percent(section.answered),
          bar(section.interval, section.floor),
          figure(section.interval),
        ]),
        [
          [{ text: t('report.sections.all'), strong: true }],
          '',
          f.percent(result.coverage),
          bar(result.overall),
          [{ text: figure(result.overall), strong: true }],
        ],
      ],
    },
    {
      kind: 'paragraph',
      style: 'small',
      text: t('report.sections.note', marksOf([...accounts, { interval: result.overall }])),
    },
  ];
}

/** The two indices of the questionnaire against each other, with the same figures in words beside them. */
export function planeFigure(context: Context): readonly Block[] {
  const { model, result, local, t, f } = context;
  const declared = model.questionnaire.plane;
  const found = planeOf(model, result);
  if (!declared || !found) return [];
  const edges = edgesOf(model);
  const words = { x: local(declared.x.title), y: local(declared.y.title), xs: f.interval(found.x), ys: f.interval(found.y) };
  const index = (title: string, score: string, sections: readonly string[]) =>
    t('report.plane.index', { title, score, sections: f.and(sections.map((id) => sectionName(model, id, context))) });
  const shows = [
    index(words.x, words.xs, declared.x.sections),
    index(words.y, words.ys, declared.y.sections),
    t(SPREAD[spreadOf(found.x, found.y)]),
  ];
  const drawing = plane(found.x, found.y, edges, { x: words.x, y: words.y, figure: f.number });
  return [
    { kind: 'heading', level: 2, text: t('report.plane.title', words) },
    {
      kind: 'table',
      columns: [
        { head: t('report.plane.figure', { edges: f.and(edges.filter((edge) => edge > 0).map((edge) => f.number(edge))) }), width: 0.225 },
        { head: t('report.plane.shows'), width: 0.775 },
      ],
      rows: [[{ kind: 'figure', alt: t('method.plane.alt', words), drawing }, shows.join('\n')]],
    },
  ];
}

/** What a plain weighted sum says for the same answers. */
export function simpleTool(context: Context): readonly Block[] {
  const { model, result, t, f } = context;
  const sums = plainSums(model, result);
  const said = (score: number | null) =>
    score === null
      ? t('method.plain.nothing')
      : t('report.plain.scored', { score: f.score(score), band: bandOfScore(model, score, context) });
  const [zero, half, out] = [said(sums.unknownAsZero), said(sums.unknownAsHalf), said(sums.unknownLeftOut)];
  const isSame = zero === half && half === out;
  return [
    { kind: 'heading', level: 2, text: t('report.plain.title') },
    { kind: 'paragraph', text: isSame ? t('report.plain.same', { score: zero }) : t('report.plain.intro', { zero, half, out }) },
    ...(result.stop === 'true' ? [{ kind: 'paragraph' as const, text: t('report.plain.stop') }] : []),
  ];
}
