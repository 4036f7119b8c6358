/** A report as the product makes them, of a vendor that does not exist: every kind of block, three pages of annex. */
import type { Block, Document, Figure } from '../../../src/report/blocks.ts';
import type { Drawing, Shape } from '../../../src/report/figures/drawing.ts';

function meter(filled: number): Figure {
  const shapes: Shape[] = [0, 1, 2, 3].map((i) => ({
    shape: 'rect',
    x: i * 39,
    y: 0.5,
    w: 34,
    h: 11,
    radius: 2,
    stroke: i < filled ? 'risk-3' : 'muted',
    width: 1,
    ...(i < filled ? { fill: 'risk-3' as const } : {}),
  }));
  return { kind: 'figure', alt: `Band ${filled} of 4`, drawing: { width: 151, height: 12, shapes } };
}

function interval(low: number, high: number): Figure {
  const ticks: Shape[] = [0, 25, 50, 75, 100].map((x) => ({
    shape: 'line',
    x1: 2 + x * 1.96,
    y1: 0,
    x2: 2 + x * 1.96,
    y2: 18,
    stroke: 'line',
    width: 1,
  }));
  const at = (value: number): number => 2 + value * 1.96;
  const shapes: Shape[] =
    low === high
      ? [...ticks, { shape: 'circle', cx: at(low), cy: 9, r: 5.5, fill: 'ink' }]
      : [
          ...ticks,
          { shape: 'rect', x: at(low), y: 5, w: at(high) - at(low), h: 8, fill: 'hatch' },
          { shape: 'line', x1: at(low), y1: 3, x2: at(low), y2: 15, stroke: 'ink', width: 2 },
          { shape: 'line', x1: at(high), y1: 3, x2: at(high), y2: 15, stroke: 'ink', width: 2 },
        ];
  return { kind: 'figure', alt: `From ${low} to ${high} of 100`, drawing: { width: 200, height: 18, shapes } };
}

const exposure: Drawing = {
  width: 600,
  height: 220,
  shapes: [
    { shape: 'rect', x: 60, y: 10, w: 520, h: 170, fill: 'card' },
    { shape: 'line', x1: 320, y1: 10, x2: 320, y2: 180, stroke: 'line', width: 1, dash: true },
    { shape: 'line', x1: 60, y1: 95, x2: 580, y2: 95, stroke: 'line', width: 1, dash: true },
    { shape: 'rect', x: 60, y: 10, w: 520, h: 170, stroke: 'muted', width: 1 },
    { shape: 'rect', x: 190, y: 60, w: 140, h: 50, fill: 'hatch', stroke: 'ink', width: 1.2 },
    { shape: 'circle', cx: 252, cy: 82, r: 6, fill: 'ink' },
    {
      shape: 'polygon',
      points: [
        [470, 30],
        [490, 30],
        [504, 44],
        [504, 64],
        [490, 78],
        [470, 78],
        [456, 64],
        [456, 44],
      ],
      fill: 'risk-4',
    },
    { shape: 'text', x: 480, y: 59, text: 'stop', size: 13, anchor: 'middle', fill: 'paper', strong: true },
    { shape: 'text', x: 340, y: 88, text: 'Meridian Cargo Cloud', size: 13, fill: 'ink', strong: true },
    { shape: 'text', x: 320, y: 205, text: 'Exposure', size: 13, anchor: 'middle', fill: 'muted' },
    { shape: 'text', x: 54, y: 20, text: '100', size: 12, anchor: 'end', fill: 'muted' },
    { shape: 'text', x: 54, y: 180, text: '0', size: 12, anchor: 'end', fill: 'muted' },
  ],
};

const topics = [
  'Keys held by the authority alone',
  'Copies of consignment data outside the Union',
  'Law that binds the parent of the operator',
  'Sub-processors named in the contract',
  'Notice before a change of control',
  'Interfaces that write to customs systems',
];
const answers = ['Yes, shown by contract', 'No', 'Could not be found out', 'In part: two of five ports', 'Vendor declined to answer'];

function annexRow(i: number): readonly [string, string, string, string, string] {
  const risk = (i * 37) % 101;
  const long =
    i % 7 === 3
      ? ' The contract of 2 October 2026 (annex 3, §4) names the ports of Scheldewaard and Ijzermond; three further ports are “to be agreed”, and no date is given.'
      : '';
  return [
    `DL-${String(i + 1).padStart(2, '0')}`,
    `${topics[i % topics.length]} (${i + 1})`,
    `${answers[i % answers.length]}.${long}`,
    `${(i % 9) + 1}`,
    `${risk}.${i % 10}`,
  ];
}

const sections = [
  ['Data location', '15 %', 50, 50, '50.0'],
  ['Operator: ownership, control, law', '35 %', 25, 62, '25.0–62.0'],
  ['Software integration', '25 %', 11.2, 11.2, '11.2'],
  ['Information collated', '25 %', 33.2, 48, '33.2–48.0'],
] as const;

const blocks: readonly Block[] = [
  {
    kind: 'headline',
    word: 'High',
    meter: meter(3),
    beside: ['27.4 of 100 by the weighted sum, higher is worse.', 'Raised by gate 1.'],
  },
  {
    kind: 'paragraph',
    style: 'lead',
    text: 'The vendor can be made to hand over consignment data before any court has looked, and it holds the keys.',
  },
  {
    kind: 'note',
    tone: 'strong',
    blocks: [
      { kind: 'heading', level: 3, text: 'Gate 1 holds: compulsion without a court' },
      {
        kind: 'paragraph',
        text: [
          { text: 'The laws that bind the parent allow an executive order (answer ' },
          { text: 'OP-07', code: true },
          { text: ', legal opinion of 2 October 2026). The rating is then ' },
          { text: 'at least High', strong: true },
          { text: ', whatever the other answers are.' },
        ],
      },
      {
        kind: 'list',
        items: [
          'Exit: keys that exist only under the authority’s control, shown by contract (DL-06, DL-07).',
          'The rating would then be Low, 23.5 of 100.',
        ],
      },
    ],
  },
  { kind: 'heading', level: 1, text: 'Why' },
  {
    kind: 'paragraph',
    text: 'The laws that bind the vendor’s parent allow an executive order to hand over data before any court has looked (answer OP-07, legal opinion of 2 October 2026). The vendor can obtain our data in clear (DL-07, contract annex 3). The platform holds single house bills of lading (IC-02, data model 4.1).',
  },
  { kind: 'heading', level: 1, text: 'Sections' },
  {
    kind: 'table',
    columns: [
      { head: 'Section', width: 0.4, rowHeader: true },
      { head: 'Weight', width: 0.1, align: 'end' },
      { head: '0 — 25 — 50 — 75 — 100', width: 0.34 },
      { head: 'Score', width: 0.16, align: 'end' },
    ],
    rows: sections.map(([name, weight, low, high, score]) => [name, weight, interval(low, high), score]),
  },
  { kind: 'heading', level: 1, text: 'The vendor’s position' },
  {
    kind: 'paragraph',
    style: 'quote',
    text: [
      { text: '“Orders of this kind have never been received.” ' },
      { text: '„Solche Anordnungen gab es nie.“', lang: 'de' },
      { text: ' Statement of 9 October 2026, annex C.' },
    ],
  },
  { kind: 'heading', level: 1, text: 'Exposure and consequence' },
  {
    kind: 'figure',
    alt: 'Exposure from 25 to 52, consequence from 41 to 71 of 100',
    drawing: exposure,
    caption: 'Hatching shows what is due to unknowns; the octagon marks the stop of policy 3.',
  },
  {
    kind: 'note',
    tone: 'soft',
    blocks: [
      { kind: 'paragraph', text: 'Three answers are missing. If all were the best possible, the rating would stay High.' },
      {
        kind: 'facts',
        items: [
          { term: 'Answered', value: '49 of 52 applicable questions' },
          { term: 'By contract or own verification', value: '46' },
        ],
      },
    ],
  },
  { kind: 'heading', level: 2, text: 'What to ask next' },
  {
    kind: 'list',
    ordered: true,
    items: [
      'Which courts must approve an order before data leave the Union?',
      'Who holds the root keys, and where are they made? A list of the modules and their certificates would settle OP-11, DL-06 and DL-07 together.',
      'Which of the five ports are in the contract?',
    ],
  },
  { kind: 'heading', level: 1, text: 'Versions and seals' },
  {
    kind: 'facts',
    items: [
      { term: 'Questionnaire', value: 'logistics-platform 1.0.0' },
      { term: 'Criteria sealed', value: [{ text: '7f2c91ae04d83b90e1c755aa6d20f4b97f2c91ae04d83b90e1c755aa6d20f4b9', code: true }] },
      { term: 'Assessors', value: 'Žofie Čapková, Łukasz Ğ. Østergård, Αλέξης Ωμέγας, Ирина Ильина' },
    ],
  },
  { kind: 'page-break' },
  { kind: 'heading', level: 1, text: 'Annex A: every answer' },
  {
    kind: 'paragraph',
    style: 'small',
    text: 'Higher is worse, 0–100. Answers that could not be found out count as every value they may have.',
  },
  {
    kind: 'table',
    caption: 'Answers, in the order of the questionnaire',
    columns: [
      { head: 'Id', width: 0.09, rowHeader: true },
      { head: 'Question', width: 0.33 },
      { head: 'Answer', width: 0.38 },
      { head: 'Weight', width: 0.09, align: 'end' },
      { head: 'Risk', width: 0.11, align: 'end' },
    ],
    rows: Array.from({ length: 60 }, (_, i) => annexRow(i)),
  },
  { kind: 'heading', level: 2, text: 'Sources' },
  {
    kind: 'paragraph',
    text: 'Contract 2026-114-B, annexes 1 to 4. Legal opinion of 2 October 2026. https://scheldewaard.example/procurement/2026/114/lot-2/clarifications/answers-of-the-vendor?version=4&annex=C',
  },
];

export const demo: Document = {
  title: 'Risk summary: Meridian Cargo Cloud (Deutschland) GmbH',
  eyebrow: 'Port of Scheldewaard · procedure 2026-114, lot 2 · report 2026-114-B-01',
  language: 'en',
  author: 'Port of Scheldewaard',
  subject: 'Vendor risk č: 2026-114-B',
  date: '2026-11-23T09:30:00Z',
  data: '{"format":"demo/1"}',
  dataHash: '3b90e1c755aa6d20f4b97f2c91ae04d83b90e1c755aa6d20f4b97f2c91ae04d8',
  made: { version: '0.0.0', engine: 'soundings-engine/1' },
  mark: 'DRAFT · 49 of 52 questions answered · not for decision',
  foot: 'Questionnaire logistics-platform 1.0.0 · criteria sealed 7f2c 91ae 04d8 · data 3b90 e1c7 55aa',
  pageLabel: (page, pages) => `Page ${page} of ${pages}`,
  blocks,
};
