/** One attempt at one address: redirects, headers and body within its time. Whatever happens is a value. */

import type { Failure } from '../model/capture.ts';
import { isUrl } from '../model/isUrl.ts';
import type { World } from '../model/world.ts';
import { readBody } from './body.ts';
import { isExpired, withDeadline } from './deadline.ts';
import type { Exchange, Trust } from './exchange.ts';
import { type AttemptFailure, failureFrom, failureOf } from './failures.ts';
import type { GuardCredentials } from './guard.ts';
import { waitAsked } from './headers.ts';
import { type Trail, walk } from './walk.ts';

export interface Errand {
  readonly url: string;
  readonly headers: Record<string, string>;
  /** The JSON that is posted; left out for a plain request. */
  readonly posts?: string;
  /** The parameter of the address that is a secret. */
  readonly secret?: string;
  /** Why the address that a redirect names is not asked; null when it may be. */
  readonly mayFollow?: (url: URL) => Promise<Failure | null>;
  readonly maxBytes: number;
  /** Undefined when a body of this type is worth reading. */
  readonly rejectType: (contentType: string | null) => Failure['kind'] | undefined;
  readonly credentials: GuardCredentials;
  readonly trust: Trust;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface Answered {
  readonly finalUrl: string;
  readonly redirects: readonly string[];
  /** 0 when nothing answered. */
  status: number;
  contentType: string | null;
  retryAfter?: number;
  /** The server's answer is a test for robots, whatever its status says. */
  isChallenge: boolean;
  bytes: Buffer;
  failure?: AttemptFailure;
}

export async function attempt(errand: Errand, world: World): Promise<Answered> {
  const known = { status: 0, contentType: null, isChallenge: false, bytes: Buffer.alloc(0) };
  if (!/^https?:\/\//i.test(errand.url) || !isUrl(errand.url)) {
    const failure = failureOf('network-error', 'This is not an address on the web (http or https).');
    return { ...known, finalUrl: errand.url, redirects: [], failure };
  }
  const trail: Trail = { redirects: [], url: withoutCredentials(errand.url) };
  const answered: Omit<Answered, 'finalUrl' | 'redirects'> = known;
  try {
    await withDeadline(world, errand.timeoutMs, errand.signal, (signal) => go(errand, trail, answered, world, signal));
  } catch (error) {
    answered.failure = reasonOf(error, trail.url.hostname, errand);
  }
  const finalUrl = trail.redirects.length === 0 && answered.status === 0 ? errand.url : trail.url.href;
  return { ...answered, finalUrl, redirects: [...trail.redirects] };
}

async function go(
  errand: Errand,
  trail: Trail,
  answered: Omit<Answered, 'finalUrl' | 'redirects'>,
  world: World,
  signal: AbortSignal,
) {
  const { credentials, trust, headers, posts, secret, mayFollow } = errand;
  const answer = await walk(trail, { headers, posts, secret, mayFollow }, { credentials, trust, signal });
  try {
    answered.status = answer.status;
    answered.contentType = answer.header('content-type')?.slice(0, 300) ?? null;
    answered.retryAfter = waitAsked(answer, world.now());
    answered.isChallenge = answer.header('cf-mitigated') === 'challenge';
    Object.assign(answered, await bodyOf(answer, errand, trail.url.hostname, signal));
  } finally {
    answer.end();
  }
}

function withoutCredentials(address: string): URL {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url;
}

type BodyOrFailure = { readonly bytes: Buffer } | { readonly failure: AttemptFailure };

async function bodyOf(answer: Exchange, errand: Errand, host: string, signal: AbortSignal): Promise<BodyOrFailure> {
  const length = answer.header('content-length');
  const type = answer.header('content-type') ?? null;
  const isEmpty = length === '0' || answer.status === 204 || answer.status === 304;
  const kind = isEmpty ? undefined : errand.rejectType(type);
  if (kind) return { failure: failureOf(kind, `${host} sent ${type?.slice(0, 80)} where a page was expected.`) };
  const tooLarge = failureOf('too-large', `${host} sent more than ${Math.round(errand.maxBytes / 1_000_000)} MB.`);
  if (Number(length) > errand.maxBytes) return { failure: tooLarge };
  const body = await readBody(answer.body, answer.header('content-encoding') ?? '', errand.maxBytes, signal);
  if (body.kind === 'whole') return { bytes: body.bytes };
  if (body.kind === 'too-large') return { failure: tooLarge };
  return { failure: failureOf('network-error', `${host} sent a packed body that cannot be unpacked.`) };
}

function reasonOf(error: unknown, host: string, { credentials, signal, timeoutMs }: Errand): AttemptFailure {
  if (signal.aborted && !isExpired(signal.reason))
    return failureOf('interrupted', `The run was stopped before ${host} had answered.`);
  if (signal.aborted) return failureOf('timeout', `The time for this profile was up before ${host} had answered.`);
  if (isExpired(error))
    return failureOf('timeout', `${host} did not answer in full within ${Math.round(timeoutMs / 1000)} seconds.`);
  // The guard cuts such connections: from here it looks like a broken one.
  if (credentials.exceeded())
    return failureOf('too-large', `More than the allowed amount of data was received, the last from ${host}.`);
  return failureFrom(error, host);
}
