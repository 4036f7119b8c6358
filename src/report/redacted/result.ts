/** The result of the full assessment, as far as it is shown. */
import type { PublicRange, PublicResult } from '../../core/format/redacted.ts';
import type { Result } from '../../core/result.ts';
import { headlineWord, bandName as nameOfBand } from '../../i18n/headline-word.ts';
import type { ReportKey } from '../../i18n/languages.ts';
import { effectWords, sectionName } from '../account/gates.ts';
import { bandName, headlineAccount } from '../account/headline.ts';
import { barAlt, edgesOf } from '../account/sections.ts';
import type { Block, Cell } from '../blocks.ts';
import { intervalBar } from '../figures/intervalBar.ts';
import { meter, type Reading } from '../figures/meter.ts';
import { tagOf } from '../words.ts';
import type { RedactedContext } from './document.ts';

/** The word; with its figure and reason only where these are shown. */
export function headline(context: RedactedContext): readonly Block[] {
  const { model, redacted, t, f } = context;
  const { result, override } = redacted;
  const bands = model.questionnaire.bands;
  const shown = shownResult(result);
  const account = shown && headlineAccount(model, shown, context);
  const reading = account?.reading ?? readingOf(result, bands);
  const word = headlineWord(result.headline, bands, context);
  const rated = result.rating && {
    low: nameOfBand(bands, result.rating.low, context.local),
    high: nameOfBand(bands, result.rating.high, context.local),
  };
  return [
    {
      kind: 'headline',
      word,
      meter: {
        kind: 'figure',
        alt: account?.meterAlt ?? t('report.redacted.meter', { word }),
        drawing: meter(reading, bands.length),
      },
      beside: account?.beside ?? [...(rated && rated.low !== rated.high ? [t('method.between', rated)] : []), t('report.redacted.noScore')],
    },
    ...(account ? [{ kind: 'paragraph', style: 'lead', text: account.why } as const] : []),
    ...(override
      ? [
          {
            kind: 'note',
            tone: 'soft',
            blocks: [
              {
                kind: 'paragraph',
                text: t(override.by ? 'report.override.sentence' : 'report.override.sentenceUnnamed', {
                  band: bandName(model, override.band, context),
                  computed: word,
                  by: override.by,
                  at: f.instant(override.at),
                }),
              },
              { kind: 'paragraph', text: override.reason === 'withheld' ? t('report.edition.withheld') : override.reason },
            ],
          } as const,
        ]
      : []),
  ];
}

/** The result for what gives account of a headline; null where scores are withheld. */
function shownResult({ overall, stop, gates, rating, headline, coverage }: PublicResult): Result | null {
  if (overall === 'withheld' || stop === 'withheld') return null;
  return {
    headline,
    rating,
    overall,
    coverage,
    stop,
    gates: gates.map(({ id, state }) => ({ id, state: state === 'withheld' ? 'false' : state })),
    sections: [],
    questions: [],
  };
}

function readingOf({ headline, rating }: PublicResult, bands: readonly { readonly id: string }[]): Reading {
  const place = (band: string) => bands.findIndex(({ id }) => id === band);
  if (headline.kind === 'band') return { kind: 'band', band: place(headline.band) };
  if (headline.kind === 'stop') return { kind: 'stop' };
  return headline.kind === 'not-ratable' && rating ? { kind: 'not-ratable', upTo: place(rating.high) } : { kind: 'none' };
}

const STATE = {
  true: 'report.redacted.gate.true',
  undetermined: 'report.redacted.gate.undetermined',
  withheld: 'report.edition.withheld',
} as const satisfies Record<string, ReportKey>;

/** Gates that hold, that could, and of which nothing is said. */
export function gatesTable(context: RedactedContext): readonly Block[] {
  const { model, redacted, local, t, f } = context;
  const rows = model.gates.flatMap((gate, i): readonly (readonly Cell[])[] => {
    const state = redacted.result.gates[i]?.state ?? 'false';
    if (state === 'false') return [];
    return [
      [
        [{ text: local(gate.title) }, { text: `\n${tagOf(gate.id)}`, code: true }],
        f.and(gate.effects.map((effect) => effectWords(model, effect, context))),
        t(STATE[state]),
      ],
    ];
  });
  return [
    { kind: 'heading', level: 1, text: t('report.gates.title') },
    ...(rows.length === 0
      ? [{ kind: 'paragraph', text: t('report.redacted.gates.none') } as const]
      : [
          {
            kind: 'table',
            columns: [
              { head: t('report.gates.gate'), width: 0.56, rowHeader: true },
              { head: t('report.gates.effect'), width: 0.22 },
              { head: t('report.redacted.gate.state'), width: 0.22 },
            ],
            rows,
          } as const,
        ]),
  ];
}

export function sectionsTable(context: RedactedContext): readonly Block[] {
  const { model, redacted, t, f } = context;
  const { result } = redacted;
  const edges = edgesOf(model);
  const figure = (range: PublicRange) =>
    range === 'withheld' ? t('report.edition.withheld') : range ? f.interval(range) : t('method.headline.notScored');
  const bar = (range: PublicRange): Cell => {
    const shown = range === 'withheld' ? null : range;
    const alt = range === 'withheld' ? t('report.edition.withheld') : barAlt(shown, context);
    return { kind: 'figure', alt, drawing: intervalBar(shown, edges) };
  };
  return [
    { kind: 'heading', level: 1, text: t('report.sections.title') },
    {
      kind: 'table',
      columns: [
        { head: t('report.sections.section'), width: 0.36, rowHeader: true },
        {
          head: t('report.sections.scale', { edges: f.and(edges.filter((edge) => edge > 0).map((edge) => f.number(edge))) }),
          width: 0.44,
        },
        { head: t('report.sections.score'), width: 0.2, align: 'end' },
      ],
      rows: [
        ...result.sections.map(({ id, interval }) => [sectionName(model, id, context), bar(interval), figure(interval)]),
        [[{ text: t('report.sections.all'), strong: true }], bar(result.overall), [{ text: figure(result.overall), strong: true }]],
      ],
    },
    { kind: 'paragraph', style: 'small', text: t('report.redacted.figures') },
  ];
}
