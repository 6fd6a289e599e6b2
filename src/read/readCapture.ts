/**
 * One capture in, its outcome and values out: failures, then signs, then proof, then places. The same for every
 * network; knows no network's name and no clock.
 */

import type { Capture, FailureKind, Outcome } from '../model/capture.ts';
import { isUrl } from '../model/isUrl.ts';
import type { Account, Network, ParsedDocument, Place } from '../model/network.ts';
import {
  type CaptureReading,
  FIELD_NAMES,
  type FieldName,
  type FieldValues,
  type Observation,
  type Reading,
  type TokenState,
} from '../model/observation.ts';
import { parseDocument } from './document.ts';
import { isImported, readImported } from './imported.ts';
import { preferred } from './merge.ts';
import { byItsPin, namedBy, redirectedTo } from './otherAccount.ts';
import { readSignedIn } from './signedIn.ts';
import { sameHandle } from './text.ts';
import { shaped } from './values.ts';

type Judged = Pick<
  CaptureReading,
  | 'outcome'
  | 'because'
  | 'observation'
  | 'sign'
  | 'token'
  | 'isTooOld'
  | 'isAgainstRobots'
  | 'renamed'
  | 'redirected'
  | 'named'
>;

export function readCapture(capture: Capture, network: Network, account: Account): CaptureReading {
  const { source, look, at, official } = capture;
  const judged = readSignedIn(capture, network, account) ?? judgeRenamed(capture, network, account);
  const isMet = official ? network.official?.isVerified : network.sources.api?.isMet;
  const isKnown = official ? network.official !== undefined : network.sources.api !== undefined;
  const isUnmet = source === 'api' && isKnown && isMet !== true;
  return { source, look, at, ...(isUnmet ? asUnmet(judged) : judged) };
}

/** A page of another handle is read only where it shows the lasting id that the list holds. */
function judgeRenamed(capture: Capture, network: Network, account: Account): Judged {
  const { named, redirected, ...judged } = judge(capture, network, account);
  if (judged.outcome === 'profile') return { ...judged, ...(named ? { named } : {}) };
  const found = byItsPin(network, account, named ?? [], (other) => judge(capture, network, other));
  if (found === 'another' || (found === null && !redirected)) return judged;
  if (found === null) return { ...judged, ...(redirected ? { redirected } : {}) };
  const because = found.renamed ? 'the page shows the lasting id of the account, under another handle' : undefined;
  const { reading, renamed } = found;
  return { ...reading, ...(because ? { because } : {}), ...(renamed ? { renamed } : {}) };
}

/** What was only read by documentation is marked, and says nothing of the end of anything. */
function asUnmet(judged: Judged): Judged & { readonly isUnmet: true } {
  if (judged.observation === null) return { ...judged, isUnmet: true };
  const marked = Object.entries(judged.observation).map(([field, reading]) => [field, { ...reading, isUnmet: true }]);
  // Every reading keeps its own field.
  const observation: Observation = Object.fromEntries(marked);
  const { lastActivity } = observation;
  if (!lastActivity?.value) return { ...judged, observation, isUnmet: true };
  const value = { ...lastActivity.value, completeness: 'at-least' } as const;
  return { ...judged, observation: { ...observation, lastActivity: { ...lastActivity, value } }, isUnmet: true };
}

function judge(capture: Capture, network: Network, account: Account): Judged {
  const asked = capture.documents.map((document) => parseDocument(document, capture.source));
  const documents = mainFirst(asked, planOf(capture, network)?.main);
  const main = documents[0];
  if (main === undefined) return without('network-error', 'nothing was captured');
  if (main.failure?.kind === 'too-old') return { ...without('unreadable', main.failure.detail), isTooOld: true };
  if (main.failure?.kind === 'robots') return { ...without('unreadable', main.failure.detail), isAgainstRobots: true };
  if (main.failure) return without(outcomeOfFailure(main.failure.kind), main.failure.detail);
  if (capture.source === 'import' && isImported(main)) return judgeImport(main, network, account, capture.at);

  const token = capture.official ? tokenOf(documents, network, account) : undefined;
  const told = token ? { token: token.state } : {};
  if (token?.isMain) return { ...without('login-wall', `the answer ${token.id}`), sign: token.id, ...told };

  const sign = network.signs.find(({ matches }) => guarded(() => matches(main, account)) === true);
  if (sign) return { ...without(sign.outcome, `the page ${sign.id}`), sign: sign.id, ...told };

  const refusal = refusalOf(main) ?? missingProof(main, network, account);
  if (refusal) return { ...refusal, ...told };
  const named = account.pin === undefined ? [] : namedBy(main, network, account);

  const observation = observe(documents, network, account, capture);
  if (!saysWho(observation, network)) {
    return { ...without('unreadable', 'the page is about this account, and holds nothing of it'), ...told };
  }
  const others = named.length > 0 ? { named } : {};
  return { outcome: 'profile', because: 'the page names the account', observation, ...others, ...told };
}

const planOf = ({ source, official }: Capture, { sources, official: interfaceOf }: Network) =>
  official ? interfaceOf : source === 'api' ? sources.api : undefined;

/** An interface may have to be asked for something else before it can be asked for the account. */
const mainFirst = (documents: readonly ParsedDocument[], name: string | undefined): readonly ParsedDocument[] =>
  name === undefined
    ? documents
    : documents.toSorted((a, b) => Number(b.document === name) - Number(a.document === name));

/** What the answers say of the token; the first document's fault is the whole source's. */
function tokenOf(
  documents: readonly ParsedDocument[],
  { official }: Network,
  account: Account,
): { readonly state: TokenState; readonly isMain: boolean; readonly id: string } | undefined {
  if (!official) return undefined;
  const { token: variable, faults } = official;
  for (const [index, document] of documents.entries()) {
    const fault = faults.find(({ matches }) => guarded(() => matches(document, account)) === true);
    if (!fault) continue;
    const scope = guarded(() => fault.scope?.(document));
    const state = { state: fault.state, variable, ...(scope ? { scope } : {}) };
    return { state, isMain: index === 0, id: fault.id };
  }
  return { state: { state: 'ok', variable }, isMain: false, id: '' };
}

function judgeImport(main: ParsedDocument, network: Network, account: Account, at: string): Judged {
  const read = readImported(main, network, account, at);
  if ('refused' in read) return without('unreadable', read.refused);
  if (!saysWho(read.observation, network)) return without('unreadable', 'the import holds nothing of the account');
  return { outcome: 'profile', because: 'the saved page named the account', observation: read.observation };
}

const without = (outcome: Outcome, because: string): Judged => ({ outcome, because, observation: null });

/** A crashed tab or a body without text is ours to mend; the rest is the world's. */
const FAILURES: Readonly<Record<FailureKind, Outcome>> = {
  'network-error': 'network-error',
  timeout: 'timeout',
  'too-large': 'unreadable',
  'too-many-redirects': 'network-error',
  'refused-address': 'network-error',
  'not-text': 'unreadable',
  crashed: 'unreadable',
  'no-browser': 'unreadable',
  interrupted: 'timeout',
  robots: 'unreadable',
  'robots-unasked': 'unreadable',
  'too-old': 'unreadable',
};

const outcomeOfFailure = (kind: FailureKind): Outcome => FAILURES[kind] ?? 'network-error';

/** What a status says when the network has no sign for it: never an absence. */
function refusalOf({ status }: ParsedDocument): Judged | null {
  if (status === 429) return without('rate-limited', 'the page answers 429');
  if (status === 0) return without('network-error', 'nothing was answered');
  if (status >= 500 && status < 600) return without('network-error', `the server answers ${status}`);
  if (status >= 300) return without('unreadable', `the page answers ${status}, and no known sign`);
  return null;
}

function missingProof(main: ParsedDocument, network: Network, account: Account): Judged | null {
  const named = namedBy(main, network, account);
  if (named.some((handle) => account.handle !== '' && sameHandle(handle, account.handle))) return null;
  const [other] = named;
  const about = other === undefined ? 'nothing on the page says whose it is' : `the page is about ${other}`;
  const redirected = main.source === 'api' ? null : redirectedTo(main, network, account);
  return { ...without('unreadable', `${redirection(main)}${about}`), named, ...(redirected ? { redirected } : {}) };
}

/** Said first, since it explains the rest. */
function redirection({ requestedUrl, finalUrl }: ParsedDocument): string {
  const [asked, ended] = [requestedUrl, finalUrl].map((url) => (isUrl(url) ? new URL(url).hostname : ''));
  return ended && asked !== ended ? `the page redirects to ${ended}: ` : '';
}

function observe(
  documents: readonly ParsedDocument[],
  network: Network,
  account: Account,
  { source, at }: Capture,
): Observation {
  const fields: Partial<Record<FieldName, Reading<unknown>>> = {};
  const readField = <F extends FieldName>(field: F) => {
    const places: readonly Place<FieldValues[F]>[] = network.places[field] ?? [];
    for (const place of places) {
      const document = documentFor(place, documents);
      if (document === undefined) continue;
      const value = guarded(() => shaped(field, place.pick(document, account), at));
      if (value === undefined) continue;
      const { origin, locator } = place;
      const reading = { value, origin, source, locator, ...cut(place, value) };
      fields[field] = preferred(field, fields[field], reading);
    }
  };
  for (const field of FIELD_NAMES) readField(field);
  // Every reading was made from a place of its own field.
  return fields as Observation;
}

/** The document that a place names; without a name the page, or whatever was asked first. */
const documentFor = <T>(place: Place<T>, documents: readonly ParsedDocument[]): ParsedDocument | undefined => {
  const readable = documents.filter(({ failure, status }) => !failure && status >= 200 && status < 300);
  return place.document === undefined ? documents[0] : readable.find(({ document }) => document === place.document);
};

function cut<T>({ truncated }: Place<T>, value: T | null): { truncated?: true } {
  if (value === null || truncated === undefined) return {};
  const isCut = typeof truncated === 'function' ? guarded(() => truncated(value)) === true : truncated;
  return isCut ? { truncated: true } : {};
}

/** A shell names the account in its address and says nothing of it: that is no profile with empty fields. */
function saysWho(observation: Observation, { enough = ['name'] }: Network): boolean {
  const { name, handle } = observation;
  if (enough.some((field) => (observation[field]?.value ?? null) !== null)) return true;
  if (name === undefined) return false;
  // An account may have no name; then machine-readable data must say so, and name the account beside it.
  return typeof handle?.value === 'string' && handle.origin !== 'dom' && name.origin !== 'dom';
}

/** What foreign data makes an adapter throw counts as "not there". */
function guarded<T>(pick: () => T): T | undefined {
  try {
    return pick();
  } catch {
    return undefined;
  }
}
