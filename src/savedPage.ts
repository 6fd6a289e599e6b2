/** Which answer in a saved file is that of a profile, read as the audit would read it. Pure. */

import { createHash } from 'node:crypto';
import type { SavedAnswer, SavedFile } from './capture/saved/savedFile.ts';
import type { Capture, CapturedDocument, Source } from './model/capture.ts';
import type { Account, Network } from './model/network.ts';
import type { CaptureReading } from './model/observation.ts';
import { isSameAccount } from './read/imported.ts';
import { readCapture } from './read/read.ts';

export interface PageAnswer {
  readonly body: string;
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  readonly source: Source;
  readonly at: string;
}

/** One page as if it had just been answered. */
export function pageCapture({ body, url, finalUrl, status, source, at }: PageAnswer): Capture {
  const isJson = /^\s*[[{]/.test(body);
  const document: CapturedDocument = {
    document: 'page',
    requestedUrl: url,
    finalUrl,
    redirects: url === finalUrl ? [] : [url],
    status,
    contentType: isJson ? 'application/json' : 'text/html',
    at,
    body: body.replace(/^\uFEFF/, ''),
    sha256: createHash('sha256').update(body).digest('hex'),
  };
  return { source, look: 1, at, documents: [document] };
}

/** What is known from elsewhere; it wins over what the file says, but for `savedAt`. */
export interface Given {
  readonly url: string;
  readonly source: Source;
  readonly finalUrl?: string;
  readonly status?: number;
  readonly at?: string;
  /** Where neither is known: ISO 8601. */
  readonly savedAt: string;
}

export interface AnswerRead {
  readonly answer: SavedAnswer;
  readonly capture: Capture;
  readonly reading: CaptureReading;
}

/** A page that was asked again and again is read so many times at most. */
const MOST = 12;

/** The answer that tells most of the account; null when none is of its address. */
export function bestAnswer(saved: SavedFile, network: Network, account: Account, given: Given): AnswerRead | null {
  const candidates = saved.kind === 'har' ? ofAccount(saved.answers, network, account) : saved.answers;
  let best: AnswerRead | null = null;
  for (const answer of candidates.slice(-MOST)) {
    const capture = pageCapture({
      ...{ body: answer.body, url: given.url, source: given.source },
      finalUrl: given.finalUrl ?? answer.finalUrl ?? given.url,
      status: given.status ?? answer.status ?? 200,
      at: given.at ?? answer.at ?? given.savedAt,
    });
    const reading = readCapture(capture, network, account);
    if (best === null || weight(reading) > weight(best.reading)) best = { answer, capture, reading };
  }
  return best;
}

/** Those at the very address first: of a website every page is the same account. */
function ofAccount(answers: readonly SavedAnswer[], network: Network, account: Account): readonly SavedAnswer[] {
  const own = answers.filter(({ requestedUrl, finalUrl }) =>
    [requestedUrl, finalUrl].some((url) => isOf(url, network, account)),
  );
  const exact = own.filter(({ requestedUrl, finalUrl }) => [requestedUrl, finalUrl].includes(account.url));
  return network.anyHost && exact.length > 0 ? exact : own;
}

const isOf = (url: string | null, network: Network, account: Account): boolean => {
  const found = url === null ? null : network.recognise(new URL(url));
  return found !== null && isSameAccount(found, account, network);
};

/** A profile outweighs all else, by the number of its fields; then whatever the page itself says. */
const weight = ({ outcome, observation }: CaptureReading): number => {
  if (outcome === 'profile') return 10 + Object.keys(observation ?? {}).length;
  return outcome === 'unreadable' || outcome === 'network-error' ? 0 : 1;
};
