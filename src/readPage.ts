/** One page or JSON answer that is at hand, read as the audit would read it. */

import { openSaved } from './capture/saved/openSaved.ts';
import type { Outcome, Source } from './model/capture.ts';
import { isUrl } from './model/isUrl.ts';
import type { Network } from './model/network.ts';
import type { CaptureReading } from './model/observation.ts';
import { UserError } from './model/problem.ts';
import type { ReportObservation } from './model/report.ts';
import { accountAt, findClosedNetwork, findNetwork, networks } from './networks/index.ts';
import { publicObservation } from './read/public.ts';
import { readCapture, withContactInTexts } from './read/read.ts';
import { bestAnswer, pageCapture } from './savedPage.ts';

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
  const { status = 200, source = 'http' } = page;
  const capture = pageCapture({ ...page, status, source, url: url.href, finalUrl: finalUrl.href });
  return told(network, readCapture(capture, network, accountAt(url, network)));
}

/** A file that a person saved, in whatever form; what it says itself of address, status and time holds where nothing is given. */
export interface FileToRead extends Pick<PageToRead, 'url' | 'finalUrl' | 'network' | 'status' | 'source'> {
  readonly bytes: Uint8Array;
  readonly at?: string;
  /** When it was saved, for a file that does not say: ISO 8601. */
  readonly savedAt: string;
}

/** Pure. A file that holds nothing of that address is unreadable; throws a UserError as `readPage` does. */
export function readFileSaved({ bytes, ...page }: FileToRead): PageReading {
  const url = address(page.url, '--url');
  const finalUrl = page.finalUrl === undefined ? undefined : address(page.finalUrl, '--final-url').href;
  const network = networkOf(page.network, url);
  const saved = openSaved(bytes, { address: finalUrl ?? url.href });
  if ('fault' in saved) return nothingIn(network, saved.fault);
  const { status, source = 'http', at, savedAt } = page;
  const given = {
    ...(finalUrl === undefined ? {} : { finalUrl }),
    ...(status === undefined ? {} : { status }),
    ...(at === undefined ? {} : { at }),
  };
  const best = bestAnswer(saved, network, accountAt(url, network), { ...given, url: url.href, source, savedAt });
  if (best) return told(network, best.reading);
  return nothingIn(network, `this HAR holds no answer of ${url.href}.`);
}

const nothingIn = ({ id }: Network, because: string): PageReading => ({
  network: id,
  outcome: 'unreadable',
  because,
  observation: null,
});

const told = (network: Network, { outcome, because, observation }: CaptureReading): PageReading => ({
  network: network.id,
  outcome,
  because,
  observation: observation && publicObservation(withContactInTexts(observation, network)),
});

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
  const url = isUrl(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UserError([{ where, message: `${JSON.stringify(text)} is not a web address.` }]);
}
