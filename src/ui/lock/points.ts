/** What encryption does, and what it does not. */
import type { Part } from '../parts/Points.tsx';

/** Of everything. What cannot be recovered stands first: it is to be known before anything is done. */
export const OF_EVERYTHING: readonly Part[] = [
  {
    id: 'lost',
    title: 'encryption.lost.title',
    items: ['encryption.lost.passphrase', 'encryption.lost.page', 'encryption.lost.moment'],
  },
  { id: 'covers', title: 'encryption.covers.title', items: ['encryption.covers.all', 'encryption.covers.how'] },
  {
    id: 'clear',
    title: 'encryption.clear.title',
    items: [
      'encryption.clear.counts',
      'encryption.clear.before',
      'encryption.clear.keys',
      'encryption.clear.files',
      'encryption.clear.open',
    ],
  },
];

/** Of one assessment. */
export const OF_ONE: readonly Part[] = [
  { id: 'lost', title: 'encryption.lost.title', items: ['own.lost.passphrase', 'encryption.lost.page', 'encryption.lost.moment'] },
  { id: 'covers', title: 'encryption.covers.title', items: ['own.covers', 'own.covers.backup', 'encryption.covers.how'] },
  {
    id: 'clear',
    title: 'encryption.clear.title',
    items: ['own.clear.label', 'own.clear.made', 'own.clear.before', 'own.clear.files', 'encryption.clear.open'],
  },
];
