import { useEffect, useState } from 'react';

/** Bids side by side by the least width of the window, widest first; below all, one. */
const WIDTHS = [
  { query: '(min-width: 88rem)', bids: 6 },
  { query: '(min-width: 80rem)', bids: 5 },
  { query: '(min-width: 64rem)', bids: 4 },
  { query: '(min-width: 52rem)', bids: 3 },
  { query: '(min-width: 40rem)', bids: 2 },
];

const abreast = (): number => WIDTHS.find(({ query }) => window.matchMedia(query).matches)?.bids ?? 1;

/** How many bids fit beside each other. */
export function useAbreast(): number {
  const [bids, setBids] = useState(abreast);
  useEffect(() => {
    const media = WIDTHS.map(({ query }) => window.matchMedia(query));
    const change = () => setBids(abreast());
    for (const one of media) one.addEventListener('change', change);
    return () => {
      for (const one of media) one.removeEventListener('change', change);
    };
  }, []);
  return bids;
}
