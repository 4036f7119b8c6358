import type { Combine } from './format/questionnaire.ts';

const WORST: Combine = { rule: 'worst' };

/** One risk out of several (method Q5); there must be at least one. Every rule is monotone in each item. */
export function combine(risks: readonly number[], how: Combine = WORST): number {
  const worst = Math.max(...risks);
  switch (how.rule) {
    case 'worst':
      return worst;
    case 'mean':
      return risks.reduce((sum, risk) => sum + risk, 0) / risks.length;
    case 'sum':
      return Math.min(
        100,
        risks.reduce((sum, risk) => sum + risk, 0),
      );
    case 'worst-plus': {
      const counted = risks.filter((risk) => risk >= how.from).length;
      return Math.min(100, worst + how.each * Math.max(0, counted - 1));
    }
  }
}

/**
 * The least and greatest combined risk of `known` items when any of `further` ones may join them (method Q4).
 * All rules but `mean` only rise with more items; a mean falls for as long as an item below it joins.
 */
export function combineOpen(known: readonly number[], further: readonly number[], how: Combine = WORST): { low: number; high: number } {
  if (how.rule !== 'mean') return { low: combine(known, how), high: combine([...known, ...further], how) };
  const reach = (direction: 1 | -1) => {
    let total = known.reduce((sum, risk) => sum + risk, 0);
    let count = known.length;
    for (const risk of [...further].sort((a, b) => direction * (a - b))) {
      if (direction * (risk - total / count) >= 0) break;
      total += risk;
      count += 1;
    }
    return total / count;
  };
  return { low: reach(1), high: reach(-1) };
}
