/** One page or JSON answer that is at hand, read as the audit would read it. */

import { createHash } from 'node:crypto';
import type { Capture, CapturedDocument, Outcome, Source } from './model/capture.ts';
import { UserError } from './model/problem.ts';
import type { ReportObservation } from './model/report.ts';
import { accountAt, findClosedNetwork, findNetwork, networks } from './networks/index.ts';
import { publicObservation } from './read/public.ts';
import { readCapture } from './read/read.ts';

export interface PageToRead {
  /** The text as it was answered: HTML or JSON. */
  readonly body: string;
  /** The address that was asked for. */
  readonly url: string;
  /** Where it ended; the same when left out. */
  readonly finalUrl?: string;
  /** A network's id; known from the address when left out. */
  readonly network?: string;
  /** HTTP status; 200 when left out. */
  readonly status?: number;
  readonly source?: Source;
  /** When it was got, ISO 8601: relative dates count from here. */
  readonly at: string;
}

export interface PageReading {
  readonly network: string;
  readonly outcome: Outcome;
  /** Which sign, proof or failure decided the outcome, in English. */
  readonly because: string;
  /** Null unless the outcome is `profile`. */
  readonly observation: ReportObservation | null;
}

/** Pure. Throws a UserError when the address is none, or no network fits it. */
export function readPage(page: PageToRead): PageReading {
  const url = address(page.url, '--url');
  const finalUrl = page.finalUrl === undefined ? url : address(page.finalUrl, '--final-url');
  const network = networkOf(page.network, url);
  const capture = captureOf(page, url, finalUrl);
  const { outcome, because, observation } = readCapture(capture, network, accountAt(url, network));
  return { network: network.id, outcome, because, observation: observation && publicObservation(observation) };
}

function networkOf(named: string | undefined, url: URL) {
  const known = networks.map(({ id }) => id).join(', ');
  if (named !== undefined) {
    const network = networks.find(({ id }) => id === named);
    if (network) return network;
    throw new UserError([
      { where: '--network', message: `unknown network ${JSON.stringify(named)}.`, hint: `Known: ${known}.` },
    ]);
  }
  const closed = findClosedNetwork(url);
  if (closed)
    throw new UserError([
      { where: '--url', message: `${closed.name} closed on ${closed.closedOn}; there is nothing to read.` },
    ]);
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1' || url.hostname === '[::1]';
  const found = isLocal ? undefined : findNetwork(url);
  if (found) return found;
  throw new UserError([
    { where: '--url', message: `no network fits ${url.href}.`, hint: `Name it with --network: ${known}.` },
  ]);
}

function address(text: string, where: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UserError([{ where, message: `${JSON.stringify(text)} is not a web address.` }]);
}

function captureOf({ body, status = 200, source = 'http', at }: PageToRead, url: URL, finalUrl: URL): Capture {
  const isJson = /^\s*[[{]/.test(body);
  const document: CapturedDocument = {
    document: 'page',
    requestedUrl: url.href,
    finalUrl: finalUrl.href,
    redirects: url.href === finalUrl.href ? [] : [url.href],
    status,
    contentType: isJson ? 'application/json' : 'text/html',
    at,
    body: body.replace(/^\uFEFF/, ''),
    sha256: createHash('sha256').update(body).digest('hex'),
  };
  return { source, look: 1, at, documents: [document] };
}
