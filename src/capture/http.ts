/** Asks for pages, JSON and images over plain HTTP, through the guard. Failures are values; nothing here throws. */

import { createHash } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { CapturedDocument, CapturedImage, Failure, PageRequest } from '../model/capture.ts';
import type { Log, World } from '../model/world.ts';
import { type Answered, attempt, type Errand } from './attempt.ts';
import { decodeText, isTextual } from './charset.ts';
import type { Guard, GuardCredentials } from './guard.ts';
import { requestHeaders, withoutSecrets } from './headers.ts';
import type { Redactor } from './redact.ts';
import { withRetries } from './retry.ts';

interface HttpLimits {
  /** Unpacked; default 10 MB. */
  readonly maxDocumentBytes?: number;
  /** Default 15 MB. */
  readonly maxImageBytes?: number;
  /** For one attempt, redirects and body included; default 20 s. */
  readonly attemptTimeoutMs?: number;
}

export interface HttpOptions {
  readonly guard: Pick<Guard, 'credentials'>;
  readonly world: World;
  readonly userAgent: string;
  readonly ignoreHttpsErrors: boolean;
  /** An authority to trust beside those that came with Node, in PEM. */
  readonly ca?: string;
  readonly limits?: HttpLimits;
  readonly redactor: Redactor;
  readonly log: Log;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** For the whole call, retries and the waits between them included; default 60 s. */
  readonly timeoutMs?: number;
  /** The profile's language; default Dutch. */
  readonly language?: string;
  /** The profile's own credentials at the guard, with their own budget. */
  readonly credentials?: GuardCredentials;
  /** Smaller than the client's own limit for documents. */
  readonly maxBytes?: number;
  /** Why the address that a redirect names is not asked; null when it may be. */
  readonly mayFollow?: (url: URL) => Promise<Failure | null>;
  /** True: an accident is not asked again. */
  readonly once?: boolean;
}

export interface Http {
  fetchDocument(request: PageRequest, options: FetchOptions): Promise<CapturedDocument>;
  fetchImage(url: string, options: FetchOptions): Promise<CapturedImage>;
  /** Ends what is under way; those calls answer `interrupted`. */
  close(): void;
}

const DEFAULTS = { maxDocumentBytes: 10_000_000, maxImageBytes: 15_000_000, attemptTimeoutMs: 20_000 };

type What = Pick<Errand, 'url' | 'headers' | 'posts' | 'secret' | 'mayFollow' | 'maxBytes' | 'rejectType'>;

export function createHttp(options: HttpOptions): Http {
  const { world, userAgent, redactor, log } = options;
  const limits = { ...DEFAULTS, ...options.limits };
  const closing = new AbortController();
  const ca = options.ca === undefined ? {} : { ca: [...rootCertificates, options.ca] };
  const trust = { rejectUnauthorized: !options.ignoreHttpsErrors, ...ca };

  async function run(what: What, fetching: FetchOptions): Promise<Answered> {
    const signal = AbortSignal.any([fetching.signal, closing.signal]);
    const untilMs = world.now() + (fetching.timeoutMs ?? 60_000);
    const credentials = fetching.credentials ?? options.guard.credentials;
    const headers = options.ignoreHttpsErrors ? withoutSecrets(what.headers) : what.headers;
    const attemptOnce = () => {
      const timeoutMs = Math.max(0, Math.min(limits.attemptTimeoutMs, untilMs - world.now()));
      return attempt({ ...what, headers, credentials, trust, timeoutMs, signal }, world);
    };
    const answered = fetching.once ? await attemptOnce() : await withRetries(attemptOnce, { world, untilMs, signal });
    log.debug(redactor(`http: ${what.url}: ${answered.failure?.detail ?? answered.status}`));
    return answered;
  }

  /** Error answers of the server itself count as failures; what it said is kept all the same. */
  function failureFor({ failure, status, finalUrl, isChallenge }: Answered): { failure?: Failure } {
    if (failure) {
      const { kind, detail, certificate } = failure;
      return { failure: { kind, detail: redactor(detail), ...(certificate ? { certificate } : {}) } };
    }
    if (status < 500 || status > 599 || isChallenge) return {};
    return { failure: { kind: 'network-error', detail: `${new URL(finalUrl).hostname} answered ${status}.` } };
  }

  const now = () => new Date(world.now()).toISOString();

  return {
    async fetchDocument(request, fetching) {
      const { url, secret, posts } = request;
      const asked = posts === undefined ? request.headers : { 'content-type': 'application/json', ...request.headers };
      const headers = requestHeaders(request.accept, userAgent, fetching.language ?? 'nl', asked);
      const rejectType: Errand['rejectType'] = (type) => (isTextual(type) ? undefined : 'not-text');
      const { mayFollow } = fetching;
      const maxBytes = fetching.maxBytes ?? limits.maxDocumentBytes;
      const own = {
        ...(secret ? { secret } : {}),
        ...(mayFollow ? { mayFollow } : {}),
        ...(posts === undefined ? {} : { posts }),
      };
      const answered = await run({ url, headers, ...own, maxBytes, rejectType }, fetching);
      const body = redactor(decodeText(answered.bytes, answered.contentType));
      return {
        document: request.document,
        requestedUrl: redactor(request.url),
        finalUrl: redactor(answered.finalUrl),
        redirects: answered.redirects.map(redactor),
        status: answered.status,
        contentType: answered.contentType,
        ...(answered.retryAfter === undefined ? {} : { retryAfter: answered.retryAfter }),
        at: now(),
        body,
        sha256: sha256(body),
        ...failureFor(answered),
      };
    },

    async fetchImage(url, fetching) {
      const headers = requestHeaders('image', userAgent, fetching.language ?? 'nl');
      const what = { url, headers, maxBytes: limits.maxImageBytes, rejectType: () => undefined };
      const answered = await run(what, fetching);
      const { status, contentType, bytes } = answered;
      return {
        url: redactor(url),
        status,
        contentType,
        at: now(),
        bytes,
        sha256: sha256(bytes),
        ...failureFor(answered),
      };
    },

    close: () => closing.abort(new Error('The HTTP client was closed.')),
  };
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
