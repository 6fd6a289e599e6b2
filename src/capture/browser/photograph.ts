/** A picture of a page that was captured without a browser: exactly what was read, drawn; the network's page is not asked again. */

import type { Browser, BrowserContext, Route } from 'playwright';
import type { CapturedDocument } from '../../model/capture.ts';
import { withDeadline } from '../deadline.ts';
import { isTracker } from '../trackers.ts';
import type { Ground } from './visit.ts';

export interface PhotographOptions {
  readonly signal: AbortSignal;
}

const MAX_BYTES = 20 * 1024 * 1024;
const DEADLINE_MS = 12_000;
/** Style sheets that do not come in this time are done without. */
const LOAD_MS = 6000;

// Its scripts would take the reader elsewhere, or ask for what the capture did not hold.
const POLICY =
  "script-src 'none'; img-src 'none'; media-src 'none'; font-src 'none'; frame-src 'none'; connect-src 'none'";

/** Undefined when it cannot be drawn: a picture is evidence beside the page's own text, never instead of it. */
export async function photographPage(
  browser: Browser,
  document: CapturedDocument,
  { signal }: PhotographOptions,
  { world, guard, ignoreHttpsErrors }: Omit<Ground, 'onDead'>,
): Promise<Uint8Array | undefined> {
  const { url: server, username, password, close } = guard.newCredentials(MAX_BYTES);
  let context: BrowserContext | undefined;
  const draw = async (within: AbortSignal) => {
    const options = { proxy: { server, username, password }, ignoreHTTPSErrors: ignoreHttpsErrors } as const;
    context = await browser.newContext({ ...options, viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
    await context.route('**/*', (route) => answer(route, document).catch(() => {}));
    const page = await context.newPage();
    const load = () => page.goto(document.finalUrl, { waitUntil: 'load', timeout: 0 });
    await withDeadline(world, LOAD_MS, within, load).catch(() => {});
    return await page.screenshot({ type: 'png', timeout: 0, animations: 'disabled' });
  };
  try {
    return await withDeadline(world, DEADLINE_MS, signal, draw);
  } catch {
    return undefined;
  } finally {
    close();
    void context?.close().catch(() => {});
  }
}

/** The captured page for its own address, style sheets from where they stand, and nothing else. */
async function answer(route: Route, { finalUrl, body }: CapturedDocument): Promise<void> {
  const request = route.request();
  const isPage = request.isNavigationRequest() && request.url() === new URL(finalUrl).href.replace(/#.*$/, '');
  if (isPage) {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
    return await route.fulfill({ status: 200, headers, body });
  }
  const isWanted = request.resourceType() === 'stylesheet' && !isTracker(new URL(request.url()).hostname);
  return await (isWanted ? route.continue() : route.abort('aborted'));
}
