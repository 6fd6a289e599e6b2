/** One visit to one page, in a context of its own that ends with it, whatever the page does. */

import type { Browser, BrowserContext, Page } from 'playwright';
import type { CapturedDocument, Failure, PageRequest } from '../../model/capture.ts';
import { isUrl } from '../../model/isUrl.ts';
import type { BrowserState } from '../../model/session.ts';
import type { World } from '../../model/world.ts';
import { isExpired, untilAborted, withDeadline } from '../deadline.ts';
import { failedDocument } from '../failedDocument.ts';
import type { Guard, GuardCredentials } from '../guard.ts';
import { blockWhatIsNotRead } from './blocking.ts';
import { BrowserGone, failureOf, TOO_LARGE } from './failures.ts';
import { type Gatekeeper, keepGate, type MayGo } from './gate.ts';
import { openEye } from './look.ts';
import { reveal } from './reveal.ts';
import { MAX_DOM } from './settle.ts';
import { type MainFrame, watchMainFrame } from './watch.ts';

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
  /** How much of what is needed a document holds; below none: it is no profile. By default all, or nothing. */
  readonly worth?: (document: CapturedDocument) => number;
  /** Signed in with this: in this visit's own context alone, and no picture is taken of what its viewer is shown. */
  readonly signedIn?: BrowserState;
  /** Asked of every address that the page itself goes to, redirects too, before it is requested. */
  readonly mayGo?: MayGo;
}

export interface Ground {
  readonly guard: Guard;
  readonly world: World;
  readonly ignoreHttpsErrors: boolean;
  /** Called when the browser gave no sign of life in the time of a visit. */
  readonly onDead: () => void;
}

const MAX_BYTES = 60 * 1024 * 1024;
const SCREENSHOT_MS = 5000;
/** Kept of a visit's time for what comes after the page has settled. */
const RESERVE_MS = 1500;
/** A browser that opens no context in this time will not open one any more. */
const SIGN_OF_LIFE_MS = 10_000;

/** What is known of a visit while it lasts. */
interface Scene {
  readonly credentials: GuardCredentials;
  readonly until: number;
  context?: BrowserContext;
  frame?: MainFrame;
  gatekeeper?: Gatekeeper;
  document?: CapturedDocument;
}

/** Throws BrowserGone when there was no browser to visit it with; every other failure is a document. */
export async function visitPage(
  browser: Browser,
  request: PageRequest,
  visit: VisitOptions,
  ground: Ground,
): Promise<PageVisit> {
  const { world, guard } = ground;
  const startedAt = world.now();
  const credentials = guard.newCredentials(MAX_BYTES);
  const scene: Scene = { credentials, until: startedAt + visit.timeoutMs - RESERVE_MS };
  try {
    return await withDeadline(world, visit.timeoutMs, visit.signal, async (signal) => {
      const context = await openContext(browser, visit, ground, scene, signal);
      return await readPage(context, request, { ...visit, signal }, world, scene);
    });
  } catch (error) {
    if (error instanceof BrowserGone) throw error;
    if (isExpired(error) && !scene.context && visit.timeoutMs >= SIGN_OF_LIFE_MS) ground.onDead();
    // The picture is a matter of luck; the page was read.
    if (scene.document) return { document: scene.document };
    const failure = failureAt(error, visit.signal, scene, guard, startedAt);
    return { document: failedDocument(request, new Date(world.now()).toISOString(), failure) };
  } finally {
    credentials.close();
    // A hung renderer may never answer; the browser itself ends it.
    void scene.context?.close().catch(() => {});
  }
}

async function openContext(
  browser: Browser,
  { language, signedIn }: VisitOptions,
  { ignoreHttpsErrors }: Ground,
  scene: Scene,
  signal: AbortSignal,
): Promise<BrowserContext> {
  const { url: server, username, password } = scene.credentials;
  const opening = browser.newContext({
    proxy: { server, username, password },
    locale: localeOf(language),
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 900 },
    ignoreHTTPSErrors: ignoreHttpsErrors,
    serviceWorkers: 'block',
    acceptDownloads: false,
    ...(signedIn ? { storageState: copyOf(signedIn) } : {}),
  });
  const context = await opening.catch((error: unknown) => {
    if (!browser.isConnected()) throw new BrowserGone();
    // What Playwright says of a cookie that it does not take would quote it.
    throw signedIn ? new Error('The browser did not take the session.') : error;
  });
  scene.context = context;
  if (!signal.aborted) return context;
  // The visit was over before its context came: nobody else will close it.
  void context.close().catch(() => {});
  throw signal.reason;
}

async function readPage(
  context: BrowserContext,
  request: PageRequest,
  visit: VisitOptions,
  world: World,
  scene: Scene,
): Promise<PageVisit> {
  const { signal, isEnough, worth, mayGo } = visit;
  await blockWhatIsNotRead(context);
  const page = await context.newPage();
  const { username, password } = scene.credentials;
  if (mayGo) scene.gatekeeper = await keepGate(page, mayGo, { username, password });
  const frame = watchMainFrame(page, world);
  scene.frame = frame;
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  context.on('page', (other) => void other.close().catch(() => {}));
  const abandoned = untilAborted(frame.crashed, signal);
  // It is raced below; alone it must not count as unhandled.
  abandoned.catch(() => {});
  const eye = await Promise.race([openEye(page, MAX_DOM), abandoned]);
  // Our own deadline counts, and no timer of Playwright's.
  await Promise.race([page.goto(request.url, { waitUntil: 'commit', timeout: 0 }), abandoned]);
  const isTooLarge = scene.credentials.exceeded;
  const address = () => page.url();
  const { until } = scene;
  const settling = { request, eye, frame, address, isTooLarge, isEnough, world, signal, until };
  const revealed = reveal({ ...settling, page, worth, isSignedIn: visit.signedIn !== undefined });
  const { document, isShown } = await Promise.race([revealed, abandoned]);
  scene.document = document;
  if (document.failure || visit.signedIn || !isShown) return { document };
  const screenshot = await picture(page, world, signal);
  return screenshot ? { document, screenshot } : { document };
}

/** Playwright asks for lists that it could change. */
const copyOf = ({ cookies, origins }: BrowserState) => ({
  cookies: cookies.map((cookie) => ({ ...cookie })),
  origins: origins.map(({ origin, localStorage }) => ({
    origin,
    localStorage: localStorage.map((item) => ({ ...item })),
  })),
});

/** Of what is in view, unless it takes too long. */
const picture = (page: Page, world: World, signal: AbortSignal): Promise<Uint8Array | undefined> =>
  withDeadline(world, SCREENSHOT_MS, signal, () =>
    page.screenshot({ type: 'png', timeout: 0, animations: 'disabled' }),
  ).catch(() => undefined);

function failureAt(
  error: unknown,
  signal: AbortSignal,
  { credentials, frame, gatekeeper }: Scene,
  guard: Guard,
  since: number,
): Failure {
  const failure = failureOf(error, signal);
  if (failure.kind === 'interrupted') return failure;
  const kept = gatekeeper?.refusal();
  if (kept) return kept;
  if (credentials.exceeded()) return TOO_LARGE;
  const host = hostOf(frame?.state().asked ?? '');
  const refusal = guard.refusals().findLast((each) => each.host === host && each.at >= since);
  if (failure.kind !== 'network-error' || !refusal) return failure;
  return { kind: 'refused-address', detail: `${host} was not asked: ${refusal.reason}.` };
}

const hostOf = (url: string) => (isUrl(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '') : '');

const localeOf = (language: string) =>
  /^en\b/i.test(language) ? 'en-GB' : /^nl\b/i.test(language) ? 'nl-NL' : language;
