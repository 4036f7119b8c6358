/**
 * The number that somebody typed: a point or a comma before the decimals. What can be read in two ways (1,000 is a
 * thousand to some and one to others), and what is no number, comes back as it was typed, for core to refuse.
 */
export function parseNumber(typed: string): number | string {
  const bare = typed.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  if (!/^[-+]?\d+([.,]\d+)?$/.test(bare) || /^[-+]?[1-9]\d{0,2},\d{3}$/.test(bare)) return typed;
  return Number(bare.replace(',', '.'));
}
