/**
 * What a page said of a profile to somebody who was signed in: the values alone, since the page itself is full of its
 * viewer. Such a page is never kept, and never proves that something is gone, or silent.
 */

import { createHash } from 'node:crypto';
import { type Capture, type CapturedDocument, OUTCOMES, type Outcome } from '../model/capture.ts';
import { isUrl } from '../model/isUrl.ts';
import type { Account, Network } from '../model/network.ts';
import type { CaptureReading, Observation } from '../model/observation.ts';
import { SECRET_MARK, SIGNED_IN_TYPE } from '../model/session.ts';
import { isSameAccount, observationIn } from './imported.ts';
import { isObject, isText, parseJson } from './json.ts';

/** The capture with what was read of it in place of its pages. Pages that did not come stay as they are: empty. */
export function withoutViewer(
  capture: Capture,
  { outcome, because, sign, observation, renamed, named }: CaptureReading,
  network: Network,
  account: Account,
): Capture {
  const { screenshot: _, ...rest } = capture;
  const main = capture.documents.find(({ failure }) => !failure);
  if (main === undefined) return { ...rest, documents: capture.documents.map((document) => empty(document)) };
  const isOwnSentence = sign !== undefined || outcome === 'profile';
  const body = JSON.stringify({
    bijwerkenSignedIn: 1,
    network: network.id,
    address: account.url,
    outcome,
    // Other sentences name the account that was found instead: it may be the viewer's.
    because: isOwnSentence ? because : 'nothing on the page, signed in, shows that it is of this account',
    ...(sign === undefined ? {} : { sign }),
    observation,
    ...(outcome === 'profile' && renamed ? { renamed } : {}),
    ...(outcome === 'profile' && named ? { named } : {}),
  });
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { ...rest, documents: [{ ...empty(main), contentType: SIGNED_IN_TYPE, body, sha256 }] };
}

/** Addresses on the way may carry what is only for the viewer. */
function empty(document: CapturedDocument): CapturedDocument {
  const { requestedUrl, finalUrl } = document;
  const shown = finalUrl === requestedUrl ? finalUrl : plain(finalUrl);
  const sha256 = createHash('sha256').update('').digest('hex');
  return { ...document, finalUrl: shown, redirects: document.redirects.map(plain), body: '', sha256 };
}

const plain = (address: string): string => {
  if (!isUrl(address)) return address;
  const { origin, pathname } = new URL(address);
  return origin === 'null' ? address : `${origin}${pathname}`;
};

type SignedInReading = Pick<CaptureReading, 'outcome' | 'because' | 'sign' | 'observation' | 'renamed' | 'named'>;

/** Undefined for a page that is still whole. */
export function readSignedIn(
  { source, at, documents: [main] }: Capture,
  network: Network,
  account: Account,
): SignedInReading | undefined {
  if (source !== 'session' || main?.contentType !== SIGNED_IN_TYPE) return undefined;
  const file = parseJson(main.body);
  const outcome = isObject(file) ? OUTCOMES.find((each) => each === file.outcome) : undefined;
  if (!isObject(file) || outcome === undefined || !isOf(file, network, account)) return refused;
  const because = isText(file.because) ? file.because : '';
  if (outcome !== 'profile') return without(outcome, because, file.sign);
  if (!isObject(file.observation)) return refused;
  const observation = believed(observationIn(file.observation, at, 'session'));
  return { outcome, because, observation, ...whoseIn(file) };
}

/** Under which other handle, and by which other ids, the page named the account. */
function whoseIn({ renamed, named }: Readonly<Record<string, unknown>>): Pick<SignedInReading, 'renamed' | 'named'> {
  const other = isObject(renamed) && isText(renamed.handle) && isText(renamed.url) ? renamed : null;
  const ids = Array.isArray(named) ? named.filter(isText) : [];
  return {
    ...(other ? { renamed: { handle: String(other.handle), url: String(other.url) } } : {}),
    ...(ids.length > 0 ? { named: ids } : {}),
  };
}

const without = (outcome: Outcome, because: string, sign: unknown): SignedInReading => ({
  ...{ outcome, because, observation: null },
  ...(isText(sign) ? { sign } : {}),
});

const refused = without('unreadable', 'this is no answer to this profile', undefined);

const isOf = (file: Readonly<Record<string, unknown>>, network: Network, account: Account): boolean => {
  const named = isText(file.address) && isUrl(file.address) ? network.recognise(new URL(file.address)) : null;
  return file.network === network.id && named !== null && isSameAccount(named, account, network);
};

/** Where a secret was taken out, what is left is no value: the account may be the viewer's own. */
const believed = (observation: Observation): Observation =>
  Object.fromEntries(
    Object.entries(observation).filter(([, reading]) => !JSON.stringify(reading).includes(SECRET_MARK)),
  );
