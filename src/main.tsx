/** The door: styles first, then the app. */
import './ui/parts/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { failureOf, witness } from './store/database.ts';
import { loadSettings } from './store/settings.ts';
import { App, fetchAhead } from './ui/app.tsx';
import { shell } from './ui/lock/shell.ts';

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

const place = document.getElementById('root');
if (!place) throw new Error('the page has no element with the id "root"');
const root = createRoot(place);
shell.draw = (page) => root.render(<StrictMode>{page}</StrictMode>);

let isShut = false;
// Without storage they stay at their defaults; the screens say so where something is to be kept.
const settings = loadSettings().catch(async (error) => {
  isShut = failureOf(error) === 'locked';
  if (isShut) (await import('./ui/lock/door.tsx')).showDoor();
});

/** Text that changes its font is set anew, and what stands below it moves. */
const fonts = ['400 1em "Source Sans 3"', '600 1em "Source Sans 3"', '400 1em "Source Serif 4"', '600 1em "Source Serif 4"'].map((font) =>
  document.fonts.load(font).catch(() => []),
);

/** How long the first picture waits to be a whole one, in milliseconds: drawing the frame of an empty page first would cost more. */
const PATIENCE = 400;
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
void Promise.race([Promise.all([fetchAhead(location.hash.slice(1)), settings, ...fonts]), patience]).then(
  () => isShut || shell.draw(<App />),
);
