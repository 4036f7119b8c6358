/** A to Z for 0 to 25, then AA: what bids are told apart by. It says nothing of rank. */
export function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}
