/**
 * The faces for what Source Sans and Source Serif do not have: Noto Sans for Chinese, Japanese, Korean and Hebrew, Vazirmatn
 * for Arabic (its letters are one glyph each, dots and all; Noto's are taken to pieces and are read back doubled). All are
 * open-licence (OFL) WOFF files with TrueType outlines. The large ones come in slices by code point, so that a report fetches
 * only what it shows.
 */
export type FamilyName = 'chinese' | 'japanese' | 'korean' | 'arabic' | 'hebrew';

/** Packages below `node_modules/@fontsource`. `slice`: the one file of a small face; the others say in `unicode.json` which slice has what. */
export const FAMILIES: Readonly<Record<FamilyName, { readonly package: string; readonly slice?: string }>> = {
  chinese: { package: 'noto-sans-sc' },
  japanese: { package: 'noto-sans-jp' },
  korean: { package: 'noto-sans-kr' },
  arabic: { package: 'vazirmatn', slice: 'arabic' },
  hebrew: { package: 'noto-sans-hebrew', slice: 'hebrew' },
};

const KANA = /[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]/;
const HANGUL = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/;

/**
 * Where to look for what China, Japan and Korea write, best first. One code point has different shapes there: the language of
 * the run decides, then the line it stands in: kana make it Japanese, hangul Korean, and else it is Chinese.
 */
export function easternFamilies(line: string, language: string | undefined): readonly FamilyName[] {
  const spoken = language?.slice(0, 2);
  if (spoken === 'ja' || (spoken !== 'zh' && spoken !== 'ko' && KANA.test(line))) return ['japanese', 'chinese', 'korean'];
  if (spoken === 'ko' || (spoken !== 'zh' && HANGUL.test(line))) return ['korean', 'chinese', 'japanese'];
  return ['chinese', 'japanese', 'korean'];
}

/** Where to look for a character, best first. `eastern`: those of the line it stands in. */
export function familiesFor(codePoint: number, eastern: readonly FamilyName[]): readonly FamilyName[] {
  // The non-joiner of Persian.
  if (codePoint === 0x200c) return ['arabic'];
  if (codePoint < 0x1100) return codePoint < 0x600 ? ['hebrew'] : ['arabic'];
  if (codePoint >= 0xfb1d && codePoint <= 0xfb4f) return ['hebrew'];
  if ((codePoint >= 0xfb50 && codePoint <= 0xfdff) || (codePoint >= 0xfe70 && codePoint <= 0xfeff)) return ['arabic'];
  return eastern;
}
