/**
 * Where lines may break beside Chinese and Japanese signs: before and after each, but no line begins with a closing mark or a
 * small kana, and none ends with an opening one (the simple form of kinsoku). Korean breaks at its spaces.
 */
const CLOSING = new Set(
  [
    ...'、。，．：；！？）」』】〉》〕］｝〗〙〟’”…‥・ー々〻ゝゞヽヾ％‰℃',
    ...'ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ',
    ...')]},.:;!?%»',
  ].map((sign) => sign.codePointAt(0) ?? 0),
);
const OPENING = new Set([...'（「『【〈《〔［｛〖〘〝‘“￥＄£#([{«'].map((sign) => sign.codePointAt(0) ?? 0));

export function mayBreak(before: number, after: number): boolean {
  return (isWide(before) || isWide(after)) && after !== 0x20 && !CLOSING.has(after) && !OPENING.has(before);
}

/** Ideographs, kana, bopomofo, their marks and full-width forms. */
function isWide(code: number): boolean {
  return (code >= 0x2e80 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00) || (code >= 0xff00 && code < 0xfff0) || code >= 0x20000;
}
