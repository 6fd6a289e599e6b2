/** Follows the addresses that a profile shows as its website: each one once a run, whoever shows it. Judges nothing. */

import type { CapturedDocument, CapturedLink } from '../model/capture.ts';
import { isUrl } from '../model/isUrl.ts';
import type { Askers } from './ask.ts';
import { failedDocument } from './failedDocument.ts';
import type { Gate } from './robots.ts';

/** What was asked in this run, by address; null where whoever asked could not wait for the answer. */
export type LinkCache = Map<string, Promise<CapturedLink | null>>;

const MAX_BYTES = 1_000_000;
const TIMEOUT_MS = 15_000;
/** The site's own answer that nothing is there. All else may be an accident, or a wall. */
const NOTHING_THERE: readonly number[] = [404, 410];

interface LinkAskers extends Pick<Askers, 'world' | 'http' | 'pace' | 'signal' | 'left' | 'credentials'> {
  /** What robots.txt says of the address; left out where nobody asks. */
  readonly gate?: Gate;
}

/** Null when this profile's own time is up. What another profile could not wait for is asked anew. */
export async function followLink(
  url: string,
  language: string,
  askers: LinkAskers,
  cache: LinkCache,
): Promise<CapturedLink | null> {
  const pending = cache.get(url);
  const known = pending && (await pending);
  if (known) return known;
  const asked = askInTime(url, language, askers);
  cache.set(url, asked);
  return await asked;
}

/** An answer that our own clock cut short says nothing of the site. */
async function askInTime(url: string, language: string, askers: LinkAskers): Promise<CapturedLink | null> {
  const isOver = () => askers.signal.aborted || askers.left() <= 0;
  try {
    const link = await ask(url, language, askers);
    return isOver() ? null : link;
  } catch (error) {
    if (isOver()) return null;
    throw error;
  }
}

async function ask(url: string, language: string, askers: LinkAskers): Promise<CapturedLink> {
  const refusal = askers.gate && (await askers.gate.first());
  if (refusal) {
    const at = new Date(askers.world.now()).toISOString();
    return linkOf(url, failedDocument({ document: 'link', url }, at, refusal), 1);
  }
  const first = await fetchOnce(url, language, askers);
  if (!NOTHING_THERE.includes(first.status)) return linkOf(url, first, 1);
  return linkOf(url, await fetchOnce(url, language, askers), 2);
}

async function fetchOnce(
  url: string,
  language: string,
  { http, pace, signal, left, credentials, gate }: LinkAskers,
): Promise<CapturedDocument> {
  const fetchIt = () => {
    const timeoutMs = Math.min(left(), TIMEOUT_MS);
    const follows = gate ? { mayFollow: gate.next } : {};
    const limits = { timeoutMs, maxBytes: MAX_BYTES, once: true, ...follows };
    return http.fetchDocument({ document: 'link', url, accept: 'html' }, { language, signal, credentials, ...limits });
  };
  return await pace.run(new URL(url).host, fetchIt, signal);
}

function linkOf(
  url: string,
  { document: _, requestedUrl: __, ...answer }: CapturedDocument,
  look: 1 | 2,
): CapturedLink {
  return { url, look, ...answer };
}

/** Of the expected site itself only the answer counts: its pages need not be kept for every profile that shows it. */
export function withoutOwnPage(link: CapturedLink, expected: string | undefined): CapturedLink {
  const isOwn = expected !== undefined && isUrl(expected) && hostOf(expected) === hostOf(link.finalUrl);
  return isOwn ? { ...link, body: '' } : link;
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
