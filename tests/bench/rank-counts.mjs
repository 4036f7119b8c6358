/**
 * The floor of rank acceptability: weights by logarithms, totals, ranks by insertion into the order of the last draw, counts. No
 * bands, ties, gates or pairs.
 * @param {Float64Array} risks bid by bid
 * @param {number} bids
 * @param {number} criteria
 * @param {number} draws
 * @param {() => number} draw uniform, above 0 and below 1
 * @returns {Uint32Array} how often each bid took each rank, bid by bid
 */
export function rankCounts(risks, bids, criteria, draws, draw) {
  const weights = new Float64Array(criteria);
  const totals = new Float64Array(bids);
  const order = Uint16Array.from({ length: bids }, (_, i) => i);
  const counts = new Uint32Array(bids * bids);
  for (let d = 0; d < draws; d++) {
    let sum = 0;
    for (let c = 0; c < criteria; c++) {
      weights[c] = -Math.log(draw());
      sum += weights[c];
    }
    for (let c = 0; c < criteria; c++) weights[c] /= sum;
    for (let i = 0, k = 0; i < bids; i++) {
      let total = 0;
      for (let c = 0; c < criteria; c++, k++) total += weights[c] * risks[k];
      totals[i] = total;
    }
    for (let i = 1; i < bids; i++) {
      const bid = order[i];
      const own = totals[bid];
      let at = i;
      for (; at > 0 && totals[order[at - 1]] > own; at--) order[at] = order[at - 1];
      order[at] = bid;
    }
    for (let rank = 0; rank < bids; rank++) counts[order[rank] * bids + rank]++;
  }
  return counts;
}
