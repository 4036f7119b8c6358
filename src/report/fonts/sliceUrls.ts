/** Where each slice lies in the app as it was built. */

import hebrew from '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff?url';
import arabic from '@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff?url';

const FOUND: Readonly<Record<string, string>> = import.meta.glob(
  '/node_modules/@fontsource/noto-sans-{sc,jp,kr}/files/*-[0-9]*-400-normal.woff',
  {
    eager: true,
    query: '?url',
    import: 'default',
  },
);

const URLS = new Map(
  [...Object.entries(FOUND), ['/vazirmatn-arabic-400-normal.woff', arabic], ['/noto-sans-hebrew-hebrew-400-normal.woff', hebrew]].map(
    ([path = '', url = '']) => [path.slice(path.lastIndexOf('/') + 1), url] as const,
  ),
);

/** `file`: its name in the package. */
export function sliceUrl(file: string): string {
  const url = URLS.get(file);
  if (url === undefined) throw new Error(`font: no slice ${file} in this build`);
  return url;
}
