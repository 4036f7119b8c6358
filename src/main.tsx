/** The door: styles first, then the app. */
import './ui/parts/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { witness } from './store/database.ts';
import { loadSettings } from './store/settings.ts';
import { App, fetchAhead } from './ui/app.tsx';

// Without storage they stay at their defaults; the screens say so where something is to be kept.
void loadSettings().catch(() => undefined);

// The second copy comes after the first picture; what is written before that brings it, and waits for it.
witness.watch = (tx) => [
  tx,
  tx.done
    .then(() => import('./ui/keep/begin.ts'))
    .then(
      (copy) => copy.catchUp(),
      () => undefined,
    ),
];

/** How long the first picture waits to be a whole one, in milliseconds: drawing the frame of an empty page first would cost more. */
const PATIENCE = 400;
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
void Promise.race([fetchAhead(location.hash.slice(1)), patience]).then(() => {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no element with the id "root"');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
