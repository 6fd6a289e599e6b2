/** Visits one page in a fresh context, and gives back the DOM after scripts. A page that hangs or crashes harms only itself. */

import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright';
import type { CapturedDocument, Failure, PageRequest } from '../../model/capture.ts';
import { UserError } from '../../model/problem.ts';
import type { World } from '../../model/world.ts';
import { untilAborted, withDeadline } from '../deadline.ts';
import { failedDocument } from '../failedDocument.ts';
import type { GuardCredentials } from '../guard.ts';
import { blockWhatIsNotRead } from './blocking.ts';
import { type BrowserOptions, launchBrowser, NoBrowser, type RunningBrowser } from './launch.ts';
import { failureOf, type MainFrame, watchMainFrame } from './watch.ts';

export interface PageVisit {
  readonly document: CapturedDocument;
  readonly screenshot?: Uint8Array;
}

export interface VisitOptions {
  /** BCP 47, such as `nl`. */
  readonly language: string;
  readonly signal: AbortSignal;
  /** Milliseconds for the whole visit. */
  readonly timeoutMs: number;
  /** Whether the DOM so far holds all that is needed: then the visit ends early. */
  readonly isEnough: (document: CapturedDocument) => boolean;
}

export interface PageBrowser {
  visit(request: PageRequest, options: VisitOptions): Promise<PageVisit>;
  /** Null until a browser was needed, and when none could be started. */
  running(): Omit<RunningBrowser, 'browser'> | null;
  /** Why there is none, when one was needed. */
  missing(): string | null;
  close(): Promise<void>;
}

export interface PageBrowserOptions extends BrowserOptions {
  readonly world: World;
  readonly ignoreHttpsErrors: boolean;
}

const MAX_DOM = 12_000_000;
const MAX_BYTES = 60 * 1024 * 1024;
const POLL_MS = 250;
/** A page counts as settled when its DOM kept its size for this many looks after it was complete. */
const STILL_LOOKS = 5;
const SETTLE_MS = 15_000;

export function createPageBrowser(options: PageBrowserOptions): PageBrowser {
  let starting: Promise<RunningBrowser> | undefined;
  let current: RunningBrowser | null = null;
  let missing: string | null = null;

  const start = async () => {
    // A browser that died takes its pages with it; the next visit gets a new one.
    if (current && !current.browser.isConnected()) starting = undefined;
    starting ??= launchBrowser(options);
    current = await starting;
    return current;
  };

  return {
    running: () => current,
    missing: () => missing,

    async visit(request, visitOptions) {
      const at = () => new Date(options.world.now()).toISOString();
      try {
        const running = await start();
        return await visitPage(running, request, visitOptions, options);
      } catch (error) {
        if (error instanceof UserError) throw error;
        if (error instanceof NoBrowser) missing = error.message;
        return { document: failedDocument(request, at(), failureOf(error, visitOptions.signal)) };
      }
    },

    async close() {
      const running = await starting?.catch(() => null);
      await running?.browser.close().catch(() => {});
    },
  };
}

async function visitPage(
  { browser }: RunningBrowser,
  request: PageRequest,
  visit: VisitOptions,
  options: PageBrowserOptions,
): Promise<PageVisit> {
  const credentials = options.guard.newCredentials(MAX_BYTES);
  const { url: server, username, password } = credentials;
  const context = await browser.newContext({
    proxy: { server, username, password },
    locale: localeOf(visit.language),
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 900 },
    ignoreHTTPSErrors: options.ignoreHttpsErrors,
    serviceWorkers: 'block',
    acceptDownloads: false,
  });
  try {
    return await withDeadline(options.world, visit.timeoutMs, visit.signal, (signal) =>
      readPage(context, request, { ...visit, signal }, options.world, credentials),
    );
  } finally {
    credentials.close();
    // A hung renderer may never answer; the browser itself ends it later.
    void context.close().catch(() => {});
  }
}

async function readPage(
  context: BrowserContext,
  request: PageRequest,
  visit: VisitOptions,
  world: World,
  credentials: GuardCredentials,
): Promise<PageVisit> {
  await blockWhatIsNotRead(context);
  const page = await context.newPage();
  const frame = watchMainFrame(page);
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  context.on('page', (other) => void (other === page ? undefined : other.close().catch(() => {})));
  const abandoned = untilAborted(frame.crashed, visit.signal);
  // It is raced below; alone it must not count as unhandled.
  abandoned.catch(() => {});
  await Promise.race([page.goto(request.url, { waitUntil: 'commit', timeout: visit.timeoutMs }), abandoned]);
  const document = await Promise.race([settle(page, request, visit, world, frame, credentials), abandoned]);
  if (document.failure) return { document };
  const shot = page.screenshot({ type: 'png', timeout: 5000, animations: 'disabled' }).catch(() => undefined);
  const screenshot = await Promise.race([shot, abandoned.catch(() => undefined)]);
  return screenshot ? { document, screenshot } : { document };
}

/** Looks at the DOM until it holds what is needed, or has come to rest. */
async function settle(
  page: Page,
  request: PageRequest,
  visit: VisitOptions,
  world: World,
  frame: MainFrame,
  credentials: GuardCredentials,
): Promise<CapturedDocument> {
  const end = world.now() + SETTLE_MS;
  let still = 0;
  let length = -1;
  let latest: CapturedDocument | undefined;
  while (latest === undefined || (still < STILL_LOOKS && world.now() < end)) {
    await world.sleep(POLL_MS, visit.signal);
    if (credentials.exceeded()) return failedDocument(request, iso(world), tooLarge);
    const look = await lookAt(page);
    if (look === null) continue;
    if (look.length > MAX_DOM) return failedDocument(request, iso(world), tooLarge);
    const isStill = look.complete && look.length === length;
    still = isStill ? still + 1 : 0;
    length = look.length;
    // Reading costs more than looking: only a page that changed is read again.
    if (isStill && latest) continue;
    latest = documentOf(request, frame, page.url(), look.body, iso(world));
    if (visit.isEnough(latest)) return latest;
  }
  return latest;
}

const tooLarge: Failure = { kind: 'too-large', detail: 'The page, with all that it loads, is larger than is read.' };

/** Null while the page is on its way to another. */
async function lookAt(page: Page): Promise<{ body: string; length: number; complete: boolean } | null> {
  try {
    const size = await page.evaluate('document.documentElement ? document.documentElement.outerHTML.length : 0');
    const complete = (await page.evaluate('document.readyState')) === 'complete';
    const length = typeof size === 'number' ? size : 0;
    if (length > MAX_DOM) return { body: '', length, complete };
    const body = await page.content();
    return { body, length: body.length, complete };
  } catch (error) {
    if (page.isClosed()) throw error;
    return null;
  }
}

function documentOf(request: PageRequest, frame: MainFrame, url: string, body: string, at: string): CapturedDocument {
  const { status, contentType, visited } = frame.state();
  return {
    document: request.document,
    requestedUrl: request.url,
    finalUrl: url,
    redirects: visited.filter((address) => address !== url),
    status,
    contentType,
    at,
    body,
    sha256: createHash('sha256').update(body).digest('hex'),
  };
}

const iso = (world: World) => new Date(world.now()).toISOString();
const localeOf = (language: string) =>
  /^en\b/i.test(language) ? 'en-GB' : /^nl\b/i.test(language) ? 'nl-NL' : language;
