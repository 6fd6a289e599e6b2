/** Asks each host once a run whether its robots.txt lets us visit a page; of our own profiles only where the settings say so. */

import { getDomain } from 'tldts';
import type { CapturedDocument, Failure } from '../model/capture.ts';
import type { RobotsSetting } from '../model/config.ts';
import { isUrl } from '../model/isUrl.ts';
import type { GuardCredentials } from './guard.ts';
import type { Http } from './http.ts';
import type { Pace } from './pace.ts';
import { parseRobots } from './robotsRules.ts';

export interface Robots {
  /** Why this address, which a profile shows, is not asked; null when it may be. `website` is the brand's own. */
  ofLink(url: string, website: string | undefined, asking: RobotsAskers): Gate;
  /** The same for a page of a registered profile, or of a control; null where the settings do not want to know. */
  ofProfile(url: string, asking: RobotsAskers): Gate | null;
}

/** What is between us and an address, and what between us and where it redirects to. */
export interface Gate {
  readonly first: () => Promise<Failure | null>;
  /** Asked within somebody's turn, so it takes none itself. */
  readonly next: (url: URL) => Promise<Failure | null>;
}

export interface RobotsOptions {
  readonly setting: RobotsSetting;
  /** The addresses of the profiles in the list. */
  readonly registered: readonly string[];
}

/** What the profile that wants to know is asked with itself. */
export interface RobotsAskers {
  readonly http: Pick<Http, 'fetchDocument'>;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly left: () => number;
  readonly credentials: GuardCredentials;
}

/** As robots.txt files name us. */
const AGENT = 'Bijwerken';
const TIMEOUT_MS = 15_000;
/** Of which the parser reads the first 500 KB. */
const MAX_BYTES = 2_000_000;

/** Why the pages of a host that match are not asked; `allows` decides for one address. */
type Answer = (url: URL) => Failure | null;

const FREE: Gate = { first: async () => null, next: async () => null };

export function createRobots({ setting, registered }: RobotsOptions): Robots {
  const known = new Map<string, Answer>();
  const pending = new Map<string, Promise<Answer | null>>();
  const listed = new Set(registered.flatMap((url) => spelled(url) ?? []));

  const askNow = async (origin: string, asking: RobotsAskers): Promise<Answer | null> => {
    const { http, signal, left, credentials } = asking;
    const timeoutMs = Math.min(left(), TIMEOUT_MS);
    const request = { document: 'robots', url: `${origin}/robots.txt`, accept: 'html' } as const;
    const fetching = { signal, timeoutMs, credentials, maxBytes: MAX_BYTES, once: true };
    const document = await http.fetchDocument(request, fetching);
    // What our own clock cut short says nothing of the site.
    if (signal.aborted || left() <= 0) return null;
    const answer = answerOf(document);
    known.set(origin, answer);
    return answer;
  };

  const askInTurn = async (url: URL, asking: RobotsAskers): Promise<Failure | null> => {
    const { origin, host } = url;
    const waiting = pending.get(origin);
    const first = waiting && (await waiting);
    if (first) return first(url);
    const inTurn = asking.pace.run(host, () => askNow(origin, asking), asking.signal);
    const asked = inTurn.catch(whenStopped(asking));
    pending.set(origin, asked);
    const answer = await asked;
    return answer ? answer(url) : STOPPED;
  };

  /** Never waits for what another profile asks: that one may itself be waiting for the turn that we are in. */
  const askWithin = async (url: URL, asking: RobotsAskers): Promise<Failure | null> => {
    const answer = known.get(url.origin) ?? (await askNow(url.origin, asking));
    return answer ? answer(url) : STOPPED;
  };

  const gate = (url: string, isFree: (url: URL) => boolean, asking: RobotsAskers): Gate => {
    if (!isUrl(url)) return FREE;
    const first = new URL(url);
    return {
      first: async () => (isFree(first) ? null : await askInTurn(first, asking)),
      next: async (next) => (isFree(next) ? null : await askWithin(next, asking)),
    };
  };

  return {
    ofLink(url, website, asking) {
      const own = website === undefined ? null : siteOf(website);
      const isFree = (each: URL) => listed.has(spelled(each.href) ?? '') || (own !== null && siteOf(each.href) === own);
      return gate(url, isFree, asking);
    },
    ofProfile: (url, asking) => (setting === 'honour' ? gate(url, () => false, asking) : null),
  };
}

const STOPPED: Failure = { kind: 'interrupted', detail: 'The time was up before robots.txt had been asked.' };

const whenStopped =
  ({ signal }: RobotsAskers) =>
  (error: unknown): null => {
    if (signal.aborted) return null;
    throw error;
  };

/** Who is told that there is no such file may go on; who is told nothing may not. */
function answerOf({ status, failure, body }: CapturedDocument): Answer {
  if (failure?.kind === 'too-many-redirects') return () => null;
  if (status >= 400 && status < 500 && status !== 429) return () => null;
  if (failure || status < 200 || status >= 300) {
    const detail = `Its robots.txt could not be asked, so the page was not visited. ${failure?.detail ?? `It answers ${status}.`}`;
    const certificate = failure?.certificate ? { certificate: failure.certificate } : {};
    return () => ({ kind: 'robots-unasked', detail, ...certificate });
  }
  const rules = parseRobots(body, AGENT);
  return (url) => (rules.allows(url) ? null : ASKED_NOT_TO);
}

const ASKED_NOT_TO: Failure = { kind: 'robots', detail: 'robots.txt asks not to visit this page.' };

/** The domain that somebody registered; of an address without one the host itself. */
const siteOf = (url: string): string | null => {
  const address = /^https?:/i.test(url) ? url : `http://${url}`;
  return isUrl(address) ? (getDomain(address, { allowPrivateDomains: true }) ?? new URL(address).host) : null;
};

/** An address in the spelling in which two are compared. */
const spelled = (url: string): string | null => {
  if (!isUrl(url)) return null;
  const { host, pathname, search } = new URL(url);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
};
