// @ts-check
/** What the main thread of a page does meanwhile: tasks by the clock and by the CPU, and frames that took long. */

/** @typedef {{ ms: number, cpu: number }} MainTask milliseconds by the clock, and of CPU time */
/**
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<void>} use
 * @returns {Promise<{ tasks: readonly MainTask[], longFrames: readonly number[] }>} `longFrames`: milliseconds of each animation frame
 *   that took more than 50, as the browser itself tells
 */
export async function traced(page, use) {
  await page.evaluate(watchFrames);
  const cdp = await page.context().newCDPSession(page);
  /** @type {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: { name?: string } }[]} */
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {typeof events} */ (/** @type {unknown} */ (value))));
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  const includedCategories = ['disabled-by-default-devtools.timeline', '__metadata'];
  await cdp.send('Tracing.start', { traceConfig: { includedCategories }, transferMode: 'ReportEvents' });
  await use();
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  const main = new Set(
    events.flatMap(({ name, pid, tid, args }) => (name === 'thread_name' && args.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [])),
  );
  return {
    tasks: events
      .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && main.has(`${pid} ${tid}`))
      .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, cpu: tdur / 1000 })),
    longFrames: await page.evaluate(() => window.longFrames ?? []),
  };
}

/** Begins a new list of frames. */
function watchFrames() {
  const frames = /** @type {number[]} */ ([]);
  window.frameObserver?.disconnect();
  const observer = new PerformanceObserver((list) => frames.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'long-animation-frame' });
  Object.assign(window, { longFrames: frames, frameObserver: observer });
}
