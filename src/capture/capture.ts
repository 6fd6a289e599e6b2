/** Climbs the ladder of sources for one profile, until what the checks need was seen. Retries nothing that is a wall. */

import type { Visit } from '../model/audit.ts';
import type {
  Capture,
  CapturedDocument,
  CapturedImage,
  CapturedLink,
  Failure,
  ProfileCapture,
  Source,
} from '../model/capture.ts';
import { isUrl } from '../model/isUrl.ts';
import type { ProfileReading } from '../model/observation.ts';
import type { World } from '../model/world.ts';
import { type Askers, type Asking, askSource, fetchImage, type Rung, rungsOf } from './ask.ts';
import { type Clock, isExpired, withDeadline } from './deadline.ts';
import { failedDocument } from './failedDocument.ts';
import type { Guard } from './guard.ts';
import type { Imports } from './imports.ts';
import { followLink, type LinkCache, withoutOwnPage } from './links.ts';
import type { Pace } from './pace.ts';

export type { Readers } from './ask.ts';

export interface Capturing
  extends Pick<
    Askers,
    'world' | 'http' | 'browser' | 'pace' | 'readers' | 'secretOf' | 'baseOf' | 'sessions' | 'robots'
  > {
  /** Each profile is given credentials of its own, so that what floods one leaves the others their share. */
  readonly guard: Pick<Guard, 'newCredentials'>;
  /** Milliseconds for one profile, all its sources together; waiting for a host's turn does not count. */
  readonly profileTimeoutMs: number;
  /** What this run asked already of the addresses that profiles show as their website. */
  readonly links: LinkCache;
  /** Pages that a person saved, for what no other source shows. */
  readonly imports?: Imports;
  readonly onSource?: (visit: Visit, source: Source) => void;
}

/** For what one profile asks over HTTP; the browser counts for itself. */
const MAX_BYTES = 80 * 1024 * 1024;

/** The first look. Never throws for what the world does; an aborted signal ends it with what there is. */
export async function captureProfile(visit: Visit, capturing: Capturing, signal: AbortSignal): Promise<ProfileCapture> {
  const { world, readers, onSource } = capturing;
  const captures: Capture[] = [];
  const images: CapturedImage[] = [];
  const links: CapturedLink[] = [];
  let asking: { readonly rung: Rung; readonly sofar: Asking } | null = null;
  const climb = async (askers: Askers) => {
    for (const rung of rungsOf(visit)) {
      const sofar: Asking = { earlier: [...captures], documents: [], pending: null };
      asking = { rung, sofar };
      onSource?.(visit, rung.source);
      captures.push(await askSource(visit, rung, 1, askers, sofar));
      asking = null;
      if (!shouldClimb(visit, readers.read(visit, captures), captures)) break;
    }
    const reading = readers.read(visit, captures);
    for (const url of imagesOf(reading)) images.push(await bestImage(url, visit, askers));
    for (const url of readers.linksOf(visit, reading)) {
      const { language, website } = visit.expectation;
      const gate = askers.robots?.ofLink(url, website?.value, askers);
      const link = await followLink(url, language, { ...askers, ...(gate ? { gate } : {}) }, capturing.links);
      if (link) links.push(withoutOwnPage(link, website?.value));
    }
  };
  const end = await withAskers(capturing, signal, climb);
  // What was captured before the time was up is kept; the answer under way is not waited for.
  if (end !== 'done' && asking) captures.push(unfinished(visit, asking, world, end));
  const saved = signal.aborted ? null : await savedPage(visit, captures, capturing);
  const kept = {
    ...identity(visit),
    captures: [...captures, ...(saved ? [saved.capture] : [])],
    images: [...images, ...(saved?.images ?? [])],
  };
  return links.length === 0 ? kept : { ...kept, links: [...links] };
}

/** What a person saved of this profile, where the sources that were asked left something unseen. */
async function savedPage(visit: Visit, captures: readonly Capture[], { readers, imports, onSource }: Capturing) {
  if (!imports || !visit.sources.includes('import')) return null;
  const { outcome, observation } = readers.read(visit, captures);
  // What the network says tonight of the account's end, a page of another day cannot deny.
  if (outcome === 'not-found' || outcome === 'suspended') return null;
  if (outcome === 'profile' && visit.needed.every((field) => observation?.[field] !== undefined)) return null;
  onSource?.(visit, 'import');
  const saved = await imports.newest(visit);
  if (saved === null) return null;
  const shown = imagesOf(readers.read(visit, [...captures, saved.capture]));
  const fetched = outcome === 'profile' ? imagesOf({ observation }) : [];
  return { ...saved, images: saved.images.filter(({ url }) => shown.includes(url) && !fetched.includes(url)) };
}

/** The second look that turns an absence into proof: the same source, asked anew. */
export async function lookAgain(
  visit: Visit,
  first: ProfileCapture,
  capturing: Capturing,
  signal: AbortSignal,
): Promise<ProfileCapture> {
  const reading = capturing.readers.read(visit, first.captures);
  const deciding = first.captures[reading.readings.findIndex(({ outcome }) => outcome === reading.outcome)];
  // A page that a person saved cannot be asked anew; what is seen signed in is no proof, however often.
  if (!deciding || deciding.source === 'import' || deciding.source === 'session') return first;
  const { source, official } = deciding;
  const rung: Rung = official ? { source, official } : { source };
  const second: Capture[] = [];
  await withAskers(capturing, signal, async (askers) => {
    second.push(await askSource(visit, rung, 2, askers, { earlier: [], documents: [], pending: null }));
  });
  return { ...first, captures: [...first.captures, ...second] };
}

/** One control through one source: a page and nothing else. Never throws for what the world does. */
export async function captureControl(
  visit: Visit,
  rung: Rung,
  capturing: Capturing,
  signal: AbortSignal,
): Promise<ProfileCapture> {
  const captures: Capture[] = [];
  const sofar: Asking = { earlier: [], documents: [], pending: null };
  const end = await withAskers(capturing, signal, async (askers) => {
    captures.push(await askSource(visit, rung, 1, askers, sofar));
  });
  if (end !== 'done' && captures.length === 0) captures.push(unfinished(visit, { rung, sofar }, capturing.world, end));
  return { ...identity(visit), captures, images: [] };
}

/** An absence by the network's own sign, seen once: it needs a second look. */
export const needsSecondLook = ({ outcome, confirmed }: ProfileReading): boolean =>
  (outcome === 'not-found' || outcome === 'suspended') && !confirmed;

type End = 'done' | 'expired' | 'interrupted';

/** Within the profile's time and with its own credentials. Throws only what is no matter of time. */
async function withAskers(
  capturing: Capturing,
  signal: AbortSignal,
  task: (askers: Askers) => Promise<void>,
): Promise<End> {
  const { world, guard, profileTimeoutMs, pace } = capturing;
  const credentials = guard.newCredentials(MAX_BYTES);
  try {
    await withDeadline(world, profileTimeoutMs, signal, (within, clock) =>
      task({ ...capturing, pace: uncounted(pace, clock), signal: within, left: clock.left, credentials }),
    );
    return 'done';
  } catch (error) {
    if (signal.aborted) return 'interrupted';
    if (isExpired(error)) return 'expired';
    throw error;
  } finally {
    credentials.close();
  }
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

const FAILURES: Readonly<Record<Exclude<End, 'done'>, Failure>> = {
  interrupted: { kind: 'interrupted', detail: 'The run was interrupted.' },
  expired: { kind: 'timeout', detail: 'The time for this profile was up before an answer came.' },
};

function unfinished(
  { account }: Visit,
  { rung, sofar }: { readonly rung: Rung; readonly sofar: Asking },
  world: World,
  end: Exclude<End, 'done'>,
): Capture {
  const at = new Date(world.now()).toISOString();
  const pending = failedDocument(sofar.pending ?? { document: 'page', url: account.url }, at, FAILURES[end]);
  // What a page said to somebody signed in is not kept as it is.
  const earlier = rung.source === 'session' ? [] : sofar.documents;
  const documents: CapturedDocument[] = [...earlier, pending];
  return { ...rung, look: 1, at: documents[0]?.at ?? at, documents };
}

const identity = ({ entry }: Visit) => ({ profile: entry.id, network: entry.network, url: entry.url });

/** What no browser would mend either. */
const FINAL_FAILURES = ['refused-address', 'too-large', 'too-many-redirects', 'interrupted'];

function shouldClimb(visit: Visit, reading: ProfileReading, captures: readonly Capture[]): boolean {
  const deciding = reading.readings.find(({ outcome }) => outcome === reading.outcome);
  const isAbsence = reading.outcome === 'not-found' || reading.outcome === 'suspended';
  // An absence that is read by documentation alone is no answer; a limit of the official interface binds no guest.
  if (isAbsence) return deciding?.isUnmet === true;
  if (reading.outcome === 'rate-limited') return captures.at(-1)?.official === true;
  if (reading.outcome === 'profile') {
    const { observation } = reading;
    // A date that documentation alone stands for cannot show silence; an open interface of the network may.
    const canBeSure = captures.at(-1)?.official === true && visit.network?.sources.api !== undefined;
    return visit.needed.some(
      (field) =>
        observation?.[field] === undefined ||
        (field === 'lastActivity' && canBeSure && observation.lastActivity?.isUnmet === true),
    );
  }
  const failures = (captures.at(-1)?.documents ?? []).flatMap(({ failure, status }) =>
    failure ? [{ ...failure, status }] : [],
  );
  // No answer at all (no such host, a broken certificate): the browser would be told the same.
  const isFinal = failures.some(
    ({ kind, status }) => FINAL_FAILURES.includes(kind) || (kind === 'network-error' && status === 0),
  );
  return !isFinal;
}

/** At the best size that the network offers, and as it stands there when that is not to be had. */
async function bestImage(url: string, { network }: Visit, askers: Askers): Promise<CapturedImage> {
  const best = network?.bestImage?.(url) ?? url;
  if (best === url || !isUrl(best) || new URL(best).host !== new URL(url).host) return await fetchImage(url, askers);
  const image = await fetchImage(best, askers);
  const isThere = !image.failure && image.status === 200 && image.bytes.length > 0;
  return isThere ? { ...image, url } : await fetchImage(url, askers);
}

/** The logo and the banner as they stand there, for the judge and for the report; each address once. */
function imagesOf({ observation }: Pick<ProfileReading, 'observation'>): string[] {
  const urls = [observation?.logo?.value?.url, observation?.banner?.value?.url].filter((url) => url !== undefined);
  return [...new Set(urls)].filter((url) => /^https?:/i.test(url) && isUrl(url));
}
