// @ts-check
/**
 * pdfmake and @react-pdf/renderer, which are nobody's dependencies here: fetched when a benchmark asks for them, into a folder of their
 * own, at the versions named.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE } from '../../.ci/setup.mjs';

const WANTED = { pdfmake: '0.3.11', '@react-pdf/renderer': '4.9.0', react: '19.3.1' };
const FOLDER = join(CACHE, 'peers');
/** Imports by name, as from within that folder. */
const LOADER = 'load.mjs';

/** @typedef {{ title: string, rows: readonly (readonly string[])[] }} Section */
/** @typedef {(sections: readonly Section[]) => Promise<Uint8Array>} Make */

/**
 * @param {{ title: string, head: readonly string[], widths: readonly number[] }} table `widths`: shares of the line
 * @returns {Promise<Record<string, Make> | undefined>} a maker each; undefined where they cannot be had
 */
export async function peers({ title, head, widths }) {
  if (!isThere()) fetchThem();
  if (!isThere()) return undefined;
  const { load } = await import(pathToFileURL(join(FOLDER, LOADER)).href);
  const [{ default: pdfmake }, reactPdf, { createElement }] = [
    await load('pdfmake'),
    await load('@react-pdf/renderer'),
    await load('react'),
  ];
  const percents = widths.map((width) => `${Math.round(100 * width)}%`);
  const face = { normal: 'Helvetica', bold: 'Helvetica-Bold', italics: 'Helvetica-Oblique', bolditalics: 'Helvetica-BoldOblique' };
  pdfmake.setFonts({ Helvetica: face });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);

  // It writes into the rows that it is given.
  /** @type {Make} */
  const ofPdfmake = async (sections) => {
    const tables = sections.map(({ title, rows }) => ({
      table: {
        headerRows: 2,
        widths: [...percents],
        body: [[{ text: title, colSpan: 5 }, '', '', '', ''], [...head], ...rows.map((row) => [...row])],
      },
    }));
    const content = [{ text: title, fontSize: 14 }, ...tables];
    return pdfmake.createPdf({ content, pageSize: 'A4', defaultStyle: { font: 'Helvetica', fontSize: 8 } }).getBuffer();
  };

  const { Document, Page, Text, View, renderToBuffer } = reactPdf;
  const row = (/** @type {readonly string[]} */ cells, /** @type {number} */ key) =>
    createElement(
      View,
      { key, wrap: false, style: { flexDirection: 'row', borderBottom: '0.5pt solid #999', paddingVertical: 3 } },
      cells.map((cell, i) => createElement(Text, { key: i, style: { width: percents[i] } }, cell)),
    );
  /** @type {Make} */
  const ofReactPdf = async (sections) =>
    renderToBuffer(
      createElement(
        Document,
        {},
        createElement(
          Page,
          { size: 'A4', style: { padding: 40, fontSize: 8 } },
          createElement(Text, { style: { fontSize: 14 } }, title),
          sections.map(({ title, rows }) =>
            createElement(View, { key: title }, createElement(Text, {}, title), row(head, -1), rows.map(row)),
          ),
        ),
      ),
    );
  return { 'pdfmake, no font inside': ofPdfmake, '@react-pdf/renderer, no font inside': ofReactPdf };
}

function isThere() {
  return Object.entries(WANTED).every(([name, version]) => {
    const file = join(FOLDER, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}

function fetchThem() {
  process.stderr.write(`Fetching ${Object.keys(WANTED).join(', ')} (npm) …\n`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies: WANTED }));
  writeFileSync(join(FOLDER, LOADER), 'export const load = (name) => import(name);\n');
  const npm = process.env.npm_execpath;
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: FOLDER, stdio: ['ignore', 2, 2], shell: !npm?.endsWith('.js') && process.platform === 'win32' };
  if (npm?.endsWith('.js')) spawnSync(process.execPath, [npm, ...args], options);
  else spawnSync('npm', args, options);
}
