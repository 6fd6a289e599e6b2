/** Asks one source for all its documents, request by request, in each host's turn. Judges nothing of what it gets. */

import type { Visit } from '../model/audit.ts';
import type { Capture, CapturedDocument, CapturedImage, Failure, PageRequest, Source } from '../model/capture.ts';
import { isUrl } from '../model/isUrl.ts';
import type { ParsedDocument } from '../model/network.ts';
import type { ProfileReading } from '../model/observation.ts';
import type { World } from '../model/world.ts';
import type { PageBrowser, PageVisit } from './browser/browser.ts';
import { failedDocument } from './failedDocument.ts';
import type { GuardCredentials } from './guard.ts';
import type { Http } from './http.ts';
import type { Pace } from './pace.ts';
import type { Gate, Robots } from './robots.ts';
import { rebased, type Secret } from './secret.ts';
import type { Sessions } from './session/sessions.ts';

/** The pure reading that decides how far to climb; passed in, since capture knows no network. */
export interface Readers {
  parse(document: CapturedDocument, source: Source): ParsedDocument;
  read(visit: Visit, captures: readonly Capture[]): ProfileReading;
  /** The addresses to ask of those that the profile shows as its website; [] when no check wants to know. */
  linksOf(visit: Visit, reading: ProfileReading): readonly string[];
  /** What a signed-in page said of the profile, in place of the page itself: nothing of its viewer is kept. */
  withoutViewer(visit: Visit, capture: Capture): Capture;
}

/** What one profile is asked with. */
export interface Askers {
  readonly world: World;
  readonly http: Http;
  readonly browser: PageBrowser;
  readonly pace: Pace;
  readonly readers: Readers;
  readonly signal: AbortSignal;
  /** Milliseconds that this profile still has. */
  readonly left: () => number;
  readonly credentials: GuardCredentials;
  /** The token of this profile's network, where it is at hand and may be used. */
  readonly secretOf: (visit: Visit) => Secret | null;
  /** Where the network's open interface is asked instead of at its own host; null for there. */
  readonly baseOf: (visit: Visit) => URL | null;
  /** The organisation's own logins, where they may be used. */
  readonly sessions?: Sessions;
  /** Left out where robots.txt is not asked. */
  readonly robots?: Robots;
}

/** One way to ask: a source, and whether its official interface is meant. */
export interface Rung {
  readonly source: Source;
  readonly official?: true;
}

/** Cheapest and most trustworthy first; an official interface goes before the open one. */
export const rungsOf = ({ sources, network, isOfficial }: Visit): readonly Rung[] =>
  sources.flatMap((source): Rung[] =>
    // Nobody is asked for a page that is at hand.
    source === 'import'
      ? []
      : source === 'api'
        ? [...(isOfficial ? [{ source, official: true } as const] : []), ...(network?.sources.api ? [{ source }] : [])]
        : [{ source }],
  );

/** What is known of a source while it is asked; whoever cuts it short keeps what came. */
export interface Asking {
  /** What the rungs below gave. */
  readonly earlier: readonly Capture[];
  readonly documents: CapturedDocument[];
  pending: PageRequest | null;
}

/** A network's plan that never ends must not keep us. */
const MAX_REQUESTS = 8;
/** One slow answer shall leave time for the next rung. */
const HTTP_TIMEOUT_MS = 45_000;
const BROWSER_TIMEOUT_MS = 40_000;

export async function askSource(
  visit: Visit,
  rung: Rung,
  look: 1 | 2,
  askers: Askers,
  asking: Asking,
): Promise<Capture> {
  const { documents } = asking;
  let screenshot: Uint8Array | undefined;
  let requests = requestsOf(visit, rung, documents, askers.readers);
  while (requests.length > 0 && documents.length < MAX_REQUESTS) {
    for (const request of requests.slice(0, MAX_REQUESTS - documents.length)) {
      asking.pending = request;
      const answer = await ask(visit, rung, request, asking, askers);
      asking.pending = null;
      documents.push(answer.document);
      screenshot ??= answer.screenshot;
    }
    requests = requestsOf(visit, rung, documents, askers.readers);
  }
  const at = documents.at(0)?.at ?? iso(askers.world);
  const capture = { ...rung, look, at, documents: [...documents], ...(screenshot ? { screenshot } : {}) };
  return rung.source === 'session' ? askers.readers.withoutViewer(visit, capture) : capture;
}

function requestsOf(
  visit: Visit,
  { source, official }: Rung,
  documents: readonly CapturedDocument[],
  readers: Readers,
): readonly PageRequest[] {
  if (source === 'import' || source === 'hand') return [];
  try {
    const answered = documents.map((document) => readers.parse(document, source));
    // Who is signed in asks for the same pages.
    const open = visit.network?.sources[source === 'session' ? 'browser' : source];
    const plan = official ? visit.network?.official : open;
    return plan?.requests(visit.account, answered) ?? [];
  } catch (error) {
    // What foreign data makes an adapter throw ends its plan; without such data it is our own mistake.
    if (documents.length === 0) throw error;
    return [];
  }
}

async function ask(
  visit: Visit,
  { source, official }: Rung,
  request: PageRequest,
  { earlier }: Asking,
  { http, browser, pace, readers, signal, left, credentials, world, secretOf, baseOf, sessions, robots }: Askers,
): Promise<{ document: CapturedDocument; screenshot?: Uint8Array }> {
  if (!isUrl(request.url)) return { document: failedDocument(request, iso(world), NO_ADDRESS) };
  const { language } = visit.expectation;
  const secret = official ? secretOf(visit) : null;
  const base = source === 'api' && !official ? baseOf(visit) : null;
  const open = base ? { ...request, url: rebased(new URL(request.url), base).href } : request;
  const sent = secret ? secret.on(request) : open;
  if (sent === null || (official && !secret)) return { document: failedDocument(request, iso(world), NOT_ITS_HOST) };
  // Interfaces have terms of their own.
  const asking = { http, pace, signal, left, credentials };
  const gate = source === 'api' ? null : (robots?.ofProfile(request.url, asking) ?? null);
  const refusal = gate && (await gate.first());
  if (refusal) return { document: failedDocument(request, iso(world), refusal) };
  const fetchIt = async () => {
    if (source !== 'browser' && source !== 'session') {
      const timeoutMs = Math.min(left(), HTTP_TIMEOUT_MS);
      const follows = gate ? { mayFollow: gate.next } : {};
      const document = await http.fetchDocument(sent, { language, signal, timeoutMs, credentials, ...follows });
      return { document: secret ? secret.off(document) : document };
    }
    const worth = (document: CapturedDocument) => {
      const capture: Capture = { source, look: 1, at: document.at, documents: [document] };
      const { readings, observation } = readers.read(visit, [...earlier, capture]);
      if (readings.at(-1)?.outcome !== 'profile') return -1;
      return visit.needed.filter((field) => observation?.[field] !== undefined).length;
    };
    const isEnough = (document: CapturedDocument) => worth(document) === visit.needed.length;
    const timeoutMs = Math.min(left(), BROWSER_TIMEOUT_MS);
    const options = { language, signal, timeoutMs, isEnough, worth, ...(gate ? { mayGo: gate.next } : {}) };
    if (source === 'browser') return await whereItMay(await browser.visit(request, options), gate);
    // In this host's turn, one page at a time: what the page before it was answered is known by now.
    const signedIn = sessions?.of(visit.entry.network) ?? null;
    if (signedIn === null) return { document: failedDocument(request, iso(world), NOT_SIGNED_IN) };
    const { document } = await whereItMay(await browser.visit(request, { ...options, signedIn }), gate);
    const [reading] = readers.read(visit, [{ source, look: 1, at: document.at, documents: [document] }]).readings;
    if (reading) sessions?.answered(visit.entry.network, reading.outcome);
    return { document };
  };
  return await pace.run(new URL(sent.url).host, fetchIt, signal);
}

/** A page's scripts may have changed its address without asking for it. */
async function whereItMay(visited: PageVisit, gate: Gate | null): Promise<PageVisit> {
  const { requestedUrl: url, finalUrl, document, at, failure } = visited.document;
  if (!gate || failure || finalUrl === url || !isUrl(finalUrl)) return visited;
  const refusal = await gate.next(new URL(finalUrl));
  return refusal ? { document: failedDocument({ document, url }, at, refusal) } : visited;
}

const NOT_SIGNED_IN: Failure = {
  kind: 'refused-address',
  detail: 'The session was stopped earlier in this run, when the network asked who is there. Nothing was asked.',
};
const NOT_ITS_HOST: Failure = {
  kind: 'refused-address',
  detail: 'The token may not go to this host, and nothing was asked.',
};
const NO_ADDRESS: Failure = { kind: 'network-error', detail: 'This is not an address on the web (http or https).' };

export async function fetchImage(
  url: string,
  { http, pace, signal, left, credentials }: Askers,
): Promise<CapturedImage> {
  const fetchIt = () => http.fetchImage(url, { signal, timeoutMs: Math.min(left(), HTTP_TIMEOUT_MS), credentials });
  return await pace.run(new URL(url).host, fetchIt, signal);
}

const iso = (world: World) => new Date(world.now()).toISOString();
