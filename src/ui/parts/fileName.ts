/** Letters and digits of a title, joined by hyphens, with an ending: fit for any file system. */
export const fileName = (title: string, ending: string): string =>
  `${
    title
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .toLowerCase() || 'report'
  }.${ending}`;
