import { isFloor } from '../../core/gates.ts';
import type { Model } from '../../core/model.ts';
import { bandIndex } from '../../core/rating.ts';
import type { Result } from '../../core/result.ts';
import { headlineWord, bandName as nameOfBand } from '../../i18n/headline-word.ts';
import type { Reading } from '../figures/meter.ts';
import type { Wording } from '../words.ts';

/** A headline in words: the word itself, what stands beside it, the one sentence that says why, and the meter with its alternative text. */
export interface HeadlineAccount {
  readonly word: string;
  readonly beside: readonly string[];
  readonly why: string;
  readonly reading: Reading;
  readonly meterAlt: string;
}

/** Name of a band by id. */
export const bandName = (model: Pick<Model, 'questionnaire'>, band: string, { local }: Wording): string =>
  nameOfBand(model.questionnaire.bands, band, local);

/** Name of the band that a score falls into by itself, without gates (R1). */
export function bandOfScore(model: Model, score: number, words: Wording): string {
  return bandName(model, model.questionnaire.bands[bandIndex(model.questionnaire.bands, score)]?.id ?? '', words);
}

/** Titles of the gates in a state that have an effect of this kind. */
function gateTitles(
  model: Model,
  result: Result,
  state: 'true' | 'undetermined',
  effect: 'stop' | 'rating-at-least',
  words: Wording,
): readonly string[] {
  return model.gates
    .filter((gate, i) => result.gates[i]?.state === state && gate.effects.some((one) => one.effect === effect))
    .map((gate) => words.local(gate.title));
}

export function headlineAccount(model: Model, result: Result, words: Wording): HeadlineAccount {
  const { t, f } = words;
  const { headline, overall, rating } = result;
  const bands = model.questionnaire.bands;
  const word = headlineWord(headline, bands, words);
  if (headline.kind === 'stop') {
    const gates = f.and(gateTitles(model, result, 'true', 'stop', words));
    return {
      word,
      beside: [t('method.beside.stop')],
      why: t('method.why.stop', { gates }),
      reading: { kind: 'stop' },
      meterAlt: t('method.meter.stop'),
    };
  }
  if (!overall || !rating) {
    return {
      word,
      beside: [],
      why: t('method.why.notScored'),
      reading: { kind: 'none' },
      meterAlt: t('method.meter.none'),
    };
  }
  const place = (band: string) => bands.findIndex(({ id }) => id === band);
  const [low, high] = [bandName(model, rating.low, words), bandName(model, rating.high, words)];
  const sum = t('method.beside.sum', { score: f.interval(overall) });
  if (headline.kind === 'band') {
    const raised = bandIndex(bands, overall.low) < place(headline.band);
    return {
      word,
      beside: raised
        ? [
            sum,
            t('method.beside.raised', {
              gates: f.and(raisingGates(model, result, words).map((title) => t('method.quoted', { title }))),
            }),
          ]
        : [sum],
      why: whyBand(model, result, overall, raised, words),
      reading: { kind: 'band', band: place(headline.band) },
      meterAlt: t('method.meter.band', { word, place: f.integer(place(headline.band) + 1), count: f.integer(bands.length) }),
    };
  }
  const tooFew = isTooLittleAnswered(model, result);
  return {
    word,
    beside: [
      rangeWords(result, low, high, words),
      sum,
      ...(tooFew ? [] : [t('method.beside.coverage', { percent: f.percent(result.coverage) })]),
    ],
    why: whyNotRatable(model, result, low === high, words),
    reading: { kind: 'not-ratable', upTo: place(rating.high) },
    meterAlt: t('method.meter.notRatable', { low, high }),
  };
}

/** The band that the sum alone gives, or both where its ends differ. */
function sumBands(model: Model, overall: NonNullable<Result['overall']>, words: Wording): string {
  const [low, high] = [bandOfScore(model, overall.low, words), bandOfScore(model, overall.high, words)];
  return low === high ? low : words.t('method.between', { low, high });
}

/** Titles of the true gates that lift the rating above what the sum gives. */
function raisingGates(model: Model, result: Result, words: Wording): readonly string[] {
  const bands = model.questionnaire.bands;
  const sum = bandIndex(bands, result.overall?.low ?? 0);
  return model.gates
    .filter(
      (gate, i) =>
        result.gates[i]?.state === 'true' &&
        gate.effects.some((one) => one.effect === 'rating-at-least' && bands.findIndex(({ id }) => id === one.band) > sum),
    )
    .map((gate) => words.local(gate.title));
}

/** How many gates on the rating are not settled. A floor is none of these: it is part of the sum. */
const openGates = (model: Model, result: Result): number =>
  model.gates.filter((gate, i) => result.gates[i]?.state === 'undetermined' && !isFloor(gate)).length;

function whyBand(model: Model, result: Result, overall: NonNullable<Result['overall']>, raised: boolean, words: Wording): string {
  const { t } = words;
  const band = sumBands(model, overall, words);
  if (raised)
    return t('method.why.raised', {
      band,
      rating: headlineWord(result.headline, model.questionnaire.bands, words),
      count: raisingGates(model, result, words).length,
    });
  const open = openGates(model, result);
  return open > 0 ? t('method.why.bandOpen', { band, count: open }) : t('method.why.band', { band });
}

/** What is possible, and what to work with until one rating is. */
function rangeWords({ stop }: Result, low: string, high: string, { t }: Wording): string {
  if (low === high) return t(stop === 'undetermined' ? 'method.beside.pointStop' : 'method.beside.point', { high });
  return t(stop === 'undetermined' ? 'method.beside.rangeStop' : 'method.beside.range', { low, high });
}

const leastCoverage = (model: Model): number => 1 - model.questionnaire.unansweredAtMost;

const isTooLittleAnswered = (model: Model, { coverage }: Result): boolean => coverage < leastCoverage(model) - 1e-6;

/** The one reason there is no rating. What is possible stands beside the word, and is not said again. */
function whyNotRatable(model: Model, result: Result, isOneBand: boolean, words: Wording): string {
  const { t, f } = words;
  if (isTooLittleAnswered(model, result))
    return t('method.why.coverage', { percent: f.percent(result.coverage), least: f.percent(leastCoverage(model)) });
  if (isOneBand) return t('method.why.stopOpen', { gates: f.and(gateTitles(model, result, 'undetermined', 'stop', words)) });
  const open = openGates(model, result);
  if (open === 0) return t('method.why.wide', { cause: causeOf(model, result) });
  const [sumLow, sumHigh] = [result.overall?.low ?? 0, result.overall?.high ?? 0].map((score) => bandOfScore(model, score, words));
  if (sumLow === sumHigh || sumLow === undefined || sumHigh === undefined) return t('method.why.gates', { count: open });
  return t('method.why.gatesWide', { count: open, sumLow, sumHigh, cause: causeOf(model, result) });
}

/** What keeps the two ends of the sum apart: questions without an answer, answers that are weakly or incompletely shown, or some of each. */
function causeOf(model: Model, { questions }: Result): 'open' | 'weak' | 'both' {
  const wide = model.items.flatMap(({ index, section }) => {
    const question = questions[index];
    const counts = (model.sections[section]?.section.weight ?? 0) > 0 && question?.applicable !== 'false';
    return counts && question?.interval && question.interval.high > question.interval.low ? [question.state === 'answered'] : [];
  });
  if (wide.length === 0) return 'both';
  return wide.every((isAnswered) => isAnswered) ? 'weak' : wide.some((isAnswered) => isAnswered) ? 'both' : 'open';
}
