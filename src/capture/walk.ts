/** Follows redirects by hand, so that each hop is checked, recorded and given only the headers it may have. */

import type { Failure } from '../model/capture.ts';
import { isUrl } from '../model/isUrl.ts';
import { type Exchange, type ExchangeOptions, exchange } from './exchange.ts';
import { asError, failureOf } from './failures.ts';
import { hasSecrets, withoutSecrets } from './headers.ts';
import { isLoopback } from './secret.ts';

const MAX_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Filled while walking, so that what is known is known when the walk fails. */
export interface Trail {
  readonly redirects: string[];
  /** The address asked last. */
  url: URL;
}

/** What is sent along, and which of it no other host may have. */
export interface Sent {
  readonly headers: Record<string, string>;
  readonly posts?: string | undefined;
  /** The parameter of the address that is a secret. */
  readonly secret?: string | undefined;
  /** Why the address that a redirect names is not asked; null when it may be. */
  readonly mayFollow?: ((url: URL) => Promise<Failure | null>) | undefined;
}

/** The first answer that is no redirect; rejects when there is none. */
export async function walk(
  trail: Trail,
  { headers, posts, secret, mayFollow }: Sent,
  options: Omit<ExchangeOptions, 'posts'>,
): Promise<Exchange> {
  let sent = headers;
  let posted = posts;
  const token = secret === undefined ? null : trail.url.searchParams.get(secret);
  for (;;) {
    refuseOpenSecrets(trail.url, hasSecrets(sent) || holds(trail.url, token));
    const answer = await exchange(trail.url, sent, { ...options, posts: posted });
    const location = REDIRECTS.has(answer.status) ? answer.header('location') : undefined;
    if (location === undefined) return answer;
    answer.end();
    const next = nextAddress(location, trail.url);
    trail.redirects.push(trail.url.href);
    if (trail.redirects.includes(next.href) || trail.redirects.length > MAX_REDIRECTS) throw tooMany(trail, next);
    // Only these two mean the same question again; what was posted is for nobody else.
    if (![307, 308].includes(answer.status) || next.host !== trail.url.host) posted = undefined;
    // The port belongs to the host: another service there has no business with our secrets.
    if (next.host !== trail.url.host) {
      sent = withoutSecrets(sent);
      if (secret !== undefined && next.searchParams.has(secret)) next.searchParams.delete(secret);
      if (holds(next, token)) throw asError(failureOf('network-error', `${trail.url.hostname} gives our token away.`));
    }
    trail.url = next;
    const refusal = mayFollow && (await mayFollow(next));
    if (refusal) throw asError(failureOf(refusal.kind, refusal.detail));
  }
}

/** As browsers read it: relative to the page, its bytes UTF-8, never with credentials. */
function nextAddress(location: string, base: URL): URL {
  const text = asUtf8(location);
  if (!isUrl(text, base)) {
    throw asError(failureOf('network-error', `${base.hostname} redirects to something that is not an address.`));
  }
  const next = new URL(text, base);
  if (next.protocol !== 'http:' && next.protocol !== 'https:') {
    throw asError(
      failureOf(
        'network-error',
        `${base.hostname} redirects to an address that is not for the web (${next.protocol}).`,
      ),
    );
  }
  next.username = '';
  next.password = '';
  next.hash = '';
  return next;
}

/** Headers reach us byte by byte as Latin-1, or decoded already. */
function asUtf8(header: string): string {
  const text = Buffer.from(header, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? header : text;
}

/** Wherever in the address, and however it is written there. */
const holds = ({ href }: URL, token: string | null): boolean =>
  token !== null && [token, encodeURIComponent(token)].some((text) => href.includes(text));

function refuseOpenSecrets(url: URL, isSecret: boolean): void {
  if (url.protocol === 'https:' || isLoopback(url.hostname) || !isSecret) return;
  const detail = `${url.hostname} was not asked over http: the request carries a secret, and others could read it.`;
  throw asError(failureOf('network-error', detail));
}

function tooMany({ redirects, url }: Trail, next: URL): Error {
  const detail = redirects.includes(next.href)
    ? `${url.hostname} redirects in a circle.`
    : `${url.hostname} redirects more than ${MAX_REDIRECTS} times.`;
  return asError(failureOf('too-many-redirects', detail));
}
