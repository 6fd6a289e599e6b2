/** Climbs the ladder of sources for one profile, until what the checks need was seen. Retries nothing that is a wall. */

import type { Visit } from '../model/audit.ts';
import type {
  Capture,
  CapturedDocument,
  CapturedImage,
  Failure,
  PageRequest,
  ProfileCapture,
  Source,
} from '../model/capture.ts';
import type { ParsedDocument } from '../model/network.ts';
import type { ProfileReading } from '../model/observation.ts';
import type { World } from '../model/world.ts';
import type { PageBrowser } from './browser/browser.ts';
import { type Clock, isExpired, withDeadline } from './deadline.ts';
import { failedDocument } from './failedDocument.ts';
import type { Http } from './http.ts';
import type { Pace } from './pace.ts';

/** The pure reading that decides how far to climb; passed in, since capture knows no network. */
export interface Readers {
  parse(document: CapturedDocument, source: Source): ParsedDocument;
  read(visit: Visit, captures: readonly Capture[]): ProfileReading;
}

export interface Capturing {
  readonly world: World;
  readonly http: Http;
  readonly browser: PageBrowser;
  readonly pace: Pace;
  readonly readers: Readers;
  /** Milliseconds for one profile, all its sources together. */
  readonly profileTimeoutMs: number;
  readonly onSource?: (visit: Visit, source: Source) => void;
}

/** The first look. Never throws for what the world does; an aborted signal ends it with what there is. */
export async function captureProfile(visit: Visit, capturing: Capturing, signal: AbortSignal): Promise<ProfileCapture> {
  const captures: Capture[] = [];
  const images: CapturedImage[] = [];
  let asking: Source | null = null;
  const climb = async (within: AbortSignal, clock: Clock) => {
    const patient = { ...capturing, pace: uncounted(capturing.pace, clock) };
    for (const source of visit.sources) {
      asking = source;
      captures.push(await askSource(visit, source, 1, patient, within));
      asking = null;
      const reading = capturing.readers.read(visit, captures);
      if (!shouldClimb(visit, reading, captures)) break;
    }
    await fetchImages(visit, captures, images, patient, within);
  };
  // What was captured before the time was up is kept: the array is shared, and the answer is not waited for.
  await withDeadline(capturing.world, capturing.profileTimeoutMs, signal, climb).catch((error: unknown) => {
    if (!isExpired(error) && !signal.aborted) throw error;
    if (asking) captures.push(unfinished(visit, asking, capturing.world, signal));
  });
  return { ...identity(visit), captures: [...captures], images: [...images] };
}

/** The second look that turns an absence into proof: the same source, asked anew. */
export async function lookAgain(
  visit: Visit,
  first: ProfileCapture,
  capturing: Capturing,
  signal: AbortSignal,
): Promise<ProfileCapture> {
  const reading = capturing.readers.read(visit, first.captures);
  const source = reading.readings.find(({ outcome }) => outcome === reading.outcome)?.source;
  if (!source) return first;
  const look = (within: AbortSignal, clock: Clock) =>
    askSource(visit, source, 2, { ...capturing, pace: uncounted(capturing.pace, clock) }, within);
  const second = await withDeadline(capturing.world, capturing.profileTimeoutMs, signal, look).catch(() => null);
  return second ? { ...first, captures: [...first.captures, second] } : first;
}

/** Waiting for the host's turn costs a profile nothing: a slow neighbour may not use up its time. */
const uncounted = (pace: Pace, clock: Clock): Pace => ({
  run(host, task, signal) {
    clock.stop();
    const inTurn = () => {
      clock.go();
      return task();
    };
    return pace.run(host, inTurn, signal).finally(clock.go);
  },
});

/** An absence by the network's own sign, seen once: it needs a second look. */
export const needsSecondLook = ({ outcome, confirmed }: ProfileReading): boolean =>
  (outcome === 'not-found' || outcome === 'suspended') && !confirmed;

function unfinished({ account }: Visit, source: Source, world: World, signal: AbortSignal): Capture {
  const failure: Failure = signal.aborted
    ? { kind: 'interrupted', detail: 'The run was interrupted.' }
    : { kind: 'timeout', detail: 'The time for this profile was up before an answer came.' };
  return {
    source,
    look: 1,
    at: iso(world),
    documents: [failedDocument({ document: 'page', url: account.url }, iso(world), failure)],
  };
}

const iso = (world: World) => new Date(world.now()).toISOString();

const identity = ({ entry }: Visit) => ({ profile: entry.id, network: entry.network, url: entry.url });

/** What no browser would mend either. */
const FINAL_FAILURES = ['refused-address', 'too-large', 'too-many-redirects', 'interrupted'];

function shouldClimb(visit: Visit, reading: ProfileReading, captures: readonly Capture[]): boolean {
  if (reading.outcome === 'not-found' || reading.outcome === 'suspended' || reading.outcome === 'rate-limited')
    return false;
  if (reading.outcome === 'profile') return visit.needed.some((field) => reading.observation?.[field] === undefined);
  const failures = (captures.at(-1)?.documents ?? []).flatMap(({ failure, status }) =>
    failure ? [{ ...failure, status }] : [],
  );
  // No answer at all (no such host, a broken certificate): the browser would be told the same.
  const isFinal = failures.some(
    ({ kind, status }) => FINAL_FAILURES.includes(kind) || (kind === 'network-error' && status === 0),
  );
  return !isFinal;
}

async function askSource(
  visit: Visit,
  source: Source,
  look: 1 | 2,
  capturing: Capturing,
  signal: AbortSignal,
): Promise<Capture> {
  const { world, onSource } = capturing;
  if (look === 1) onSource?.(visit, source);
  const documents: CapturedDocument[] = [];
  let screenshot: Uint8Array | undefined;
  let requests = requestsOf(visit, source, [], capturing);
  while (requests.length > 0 && documents.length < MAX_REQUESTS) {
    for (const request of requests) {
      const answer = await ask(visit, source, request, capturing, signal);
      documents.push(answer.document);
      screenshot ??= answer.screenshot;
    }
    requests = requestsOf(visit, source, documents, capturing);
  }
  const at = documents.at(0)?.at ?? iso(world);
  return { source, look, at, documents, ...(screenshot ? { screenshot } : {}) };
}

/** A network's plan that never ends must not keep us. */
const MAX_REQUESTS = 8;

function requestsOf(
  visit: Visit,
  source: Source,
  documents: readonly CapturedDocument[],
  { readers }: Capturing,
): readonly PageRequest[] {
  if (source !== 'api' && source !== 'http' && source !== 'browser') return [];
  const answered = documents.map((document) => readers.parse(document, source));
  const plan = visit.network?.sources[source];
  return plan?.requests(visit.account, answered) ?? [];
}

async function ask(
  visit: Visit,
  source: Source,
  request: PageRequest,
  capturing: Capturing,
  signal: AbortSignal,
): Promise<{ document: CapturedDocument; screenshot?: Uint8Array }> {
  const { http, browser, pace, profileTimeoutMs, readers } = capturing;
  const { language } = visit.expectation;
  const fetchIt = async () => {
    if (source !== 'browser')
      return { document: await http.fetchDocument(request, { language, signal, timeoutMs: profileTimeoutMs }) };
    const isEnough = (document: CapturedDocument) => {
      const capture: Capture = { source, look: 1, at: document.at, documents: [document] };
      const { outcome, observation } = readers.read(visit, [capture]);
      return outcome === 'profile' && visit.needed.every((field) => observation?.[field] !== undefined);
    };
    return await browser.visit(request, { language, signal, timeoutMs: BROWSER_TIMEOUT_MS, isEnough });
  };
  return await pace.run(new URL(request.url).host, fetchIt, signal);
}

const BROWSER_TIMEOUT_MS = 40_000;

/** The logo and the banner as they stand there, for the judge and for the report. */
async function fetchImages(
  visit: Visit,
  captures: readonly Capture[],
  images: CapturedImage[],
  { readers, http, pace, profileTimeoutMs }: Capturing,
  signal: AbortSignal,
): Promise<void> {
  const { observation } = readers.read(visit, captures);
  const urls = [observation?.logo?.value?.url, observation?.banner?.value?.url];
  for (const url of new Set(urls)) {
    if (url === undefined || !/^https?:/i.test(url) || !URL.canParse(url)) continue;
    const fetchIt = () => http.fetchImage(url, { signal, timeoutMs: profileTimeoutMs });
    images.push(await pace.run(new URL(url).host, fetchIt, signal));
  }
}
