import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { messages } from './.ci/messages.mjs';
import { offline } from './.ci/offline.mjs';
import { CSP_OF_PAGE } from './.ci/security.mjs';
import manifest from './package.json' with { type: 'json' };

/** Parts of jsPDF that the report never calls (HTML and SVG rendering); leaving them out is smaller and safer. */
const NOT_NEEDED = /^(html2canvas|canvg|dompurify|core-js)(\/|$)/;

/** jsPDF would fetch a viewer from there, where it is asked to open a window, which it never is. */
const FOREIGN = /https:\/\/cdnjs\.cloudflare\.com\/[^"'`]*/g;

/** What every page computes and keeps with. */
const BASE =
  /src\/(core\/(questions\/|(combine|conditions|countries|counts|day|evaluate|gates|interval|line|mean|model|patched|problems|rating|scale|truth)\.ts)|store\/(announce|database|frame|identity|place|records|settings|workspace)|report\/pdf\/visible\.ts|i18n\/(format|headline-word|problem-words|translator|en\/(method|ui)\.json)|ui\/(page|words|parts\/(BackLink|download|failure|NotFound|PageTitle)))/;
/** What a question is shown with, but for what comes after it. */
const QUESTION =
  /src\/(i18n\/en\/(fill|values)\.json|ui\/(fields\/(?!countr|table|Cell)|parts\/ErrorSummary|fill\/(?!Check|History|FromTo|TaskList|Details|Live|Meter|Bar|AskNext|UndoRedo|EvidenceFields|EarlierAnswer|FileHash|AnswerText|SectionState)))/;

/** The file that a question waits for: what it needs is asked for along with it. */
const QUESTION_FILE = /\/question-/;

const leaveOut: Plugin = {
  name: 'leave-out',
  enforce: 'pre',
  resolveId: (id) => (NOT_NEEDED.test(id) ? '\0left-out' : null),
  load: (id) => (id === '\0left-out' ? 'export default undefined;' : null),
  transform: (code, id) => (/node_modules\/jspdf\//.test(id) && FOREIGN.test(code) ? { code: code.replace(FOREIGN, ''), map: null } : null),
};

/** Written at build time only: the development server puts a script into the page. */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CSP_OF_PAGE }, injectTo: 'head-prepend' },
  ],
};

/** The fonts of every page in English, which the first picture waits for (`main.tsx`), come along with the code; Vite leaves fonts to be found. */
const FIRST_FONTS = /source-(sans-3|serif-4)-latin-\d+-normal-.*\.woff2$/;

const fontsAhead: Plugin = {
  name: 'fonts-ahead',
  apply: 'build',
  transformIndexHtml: (_, { bundle }) =>
    Object.keys(bundle ?? {})
      .filter((file) => FIRST_FONTS.test(file))
      .map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      })),
};

export default defineConfig({
  // Relative, so that the built folder works from any place of any server.
  base: './',
  plugins: [messages(), leaveOut, policyInPage, fontsAhead, react(), offline()],
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(manifest.version) },
  // The worker that verifies reports writes them again, words, fonts and all.
  worker: { format: 'es', plugins: () => [messages(), leaveOut] },
  json: { namedExports: false, stringify: true },
  build: {
    target: 'es2022',
    // Fonts and pictures stay files: the policy of the page allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A page's own files come by its imports; the names of all of them, in the first file of all, would cost more than that saves.
      resolveDependencies: (file, dependencies, { hostType }) => (hostType === 'html' || QUESTION_FILE.test(file) ? dependencies : []),
    },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every question needs comes as a few files: many small ones compress worse and cost a request each.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'libraries',
              test: /node_modules\/(react|react-dom|scheduler|wouter|regexparam|zustand|idb|use-sync-external-store)\//,
            },
            { name: 'forms', test: /node_modules\/react-hook-form\// },
            { name: 'base', test: BASE },
            { name: 'question', test: QUESTION },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1000,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/conformance/**'],
          // Nothing is judged by a clock: this only ends what hangs, on a busy machine too.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Left to itself, Vitest keeps one core free.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/support/global.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      // Needs Java: only where `npm run test:conformance` has fetched the judge.
      ...(process.env.VERAPDF
        ? [{ extends: true as const, test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'] } }]
        : []),
    ],
  },
});
