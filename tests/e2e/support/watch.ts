/** Watches a browser for everything that must not happen while the app is used. */
import type { BrowserContext, Page, Request } from 'playwright-core';

/** Schemes that reach nobody. */
const LOCAL = ['blob:', 'data:', 'about:'];

/** The second is loopback as well: by that name the browser takes a page for one of an intranet. */
const LOOPBACK = ['127.0.0.1', 'intranet.test'];

function leaves(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url());
  return !LOCAL.includes(protocol) && !LOOPBACK.includes(hostname);
}

/**
 * @returns a list that grows by a sentence for each page error, console error, refusal by the content policy, request
 *   that fails, and request that leaves this machine; it stays empty where all is well
 */
export async function watch(context: BrowserContext): Promise<readonly string[]> {
  const troubles: string[] = [];
  const add = (what: string, page: Page | null) => troubles.push(`${what} (on ${page?.url() ?? 'a page that is gone'})`);
  await context.exposeBinding('reportRefusal', ({ page }, directive: string, what: string) => {
    add(`content policy: ${directive} refused ${what}`, page);
  });
  await context.addInitScript(() => {
    const report = (window as unknown as { reportRefusal: (directive: string, what: string) => void }).reportRefusal;
    document.addEventListener('securitypolicyviolation', (event) => report(event.violatedDirective, event.blockedURI || event.sample));
  });
  context.on('weberror', (error) => add(`page error: ${error.error().message}`, error.page()));
  context.on('console', (message) => {
    if (message.type() === 'error') add(`console error: ${message.text()}`, message.page());
  });
  context.on('request', (request) => {
    if (leaves(request)) troubles.push(`a request leaves this machine: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`not there: ${response.url()} (${response.status()})`);
  });
  return troubles;
}
