/** Looks at a page until it holds what is needed, or has come to rest; gives it back as a document. */

import { createHash } from 'node:crypto';
import type { CapturedDocument, Failure, PageRequest } from '../../model/capture.ts';
import type { World } from '../../model/world.ts';
import { isTextual } from '../charset.ts';
import { failedDocument } from '../failedDocument.ts';
import { NO_END, NOT_THE_SITES, TOO_LARGE } from './failures.ts';
import type { Eye, Look } from './look.ts';
import type { MainFrame, MainFrameState } from './watch.ts';

export const MAX_DOM = 12_000_000;
const POLL_MS = 250;
/** A page counts as settled when its DOM kept its size for this many looks after it was complete and waits for nothing. */
const STILL_LOOKS = 5;
const SETTLE_MS = 15_000;
/** Challenges and consents send a visitor on a few times; nothing honest does so this often. */
const MAX_MOVES = 25;

const MAX_STRANGE = 8;

export interface Settling {
  readonly request: PageRequest;
  readonly eye: Eye;
  readonly frame: MainFrame;
  /** Where the page is now. */
  readonly address: () => string;
  readonly isTooLarge: () => boolean;
  readonly isEnough: (document: CapturedDocument) => boolean;
  readonly world: World;
  readonly signal: AbortSignal;
  /** The instant at which what is there must do. */
  readonly until: number;
}

export async function settle(settling: Settling): Promise<CapturedDocument> {
  const { world, eye, frame, isEnough, signal } = settling;
  const end = Math.min(world.now() + SETTLE_MS, settling.until);
  let still = 0;
  let strange = 0;
  let length = -1;
  let latest: CapturedDocument | undefined;
  while (latest === undefined || (still < STILL_LOOKS && world.now() < end)) {
    await world.sleep(POLL_MS, signal);
    const before = failureNow(settling);
    if (before) return failed(settling, before);
    const look = await eye.look(latest ? length : -1);
    const after = failureNow(settling) ?? (look ? failureIn(look) : undefined);
    if (after) return failed(settling, after);
    if (look === null) continue;
    // What is known of the answer must be of the document that was looked at: a page on its way elsewhere is neither.
    if (withoutPart(look.address) !== withoutPart(settling.address()) && strange++ < MAX_STRANGE) continue;
    const isStill = look.complete && !frame.isBusy() && look.length === length;
    still = isStill ? still + 1 : 0;
    length = look.length;
    // Reading costs more than looking: only a page that changed is read again.
    if (look.body === null) continue;
    latest = documentOf(settling, look.body);
    if (isEnough(latest)) return latest;
  }
  return latest;
}

function failureNow({ frame, isTooLarge }: Settling): Failure | undefined {
  const { failure, contentType, moves } = frame.state();
  if (isTooLarge()) return TOO_LARGE;
  if (failure) return failure;
  if (moves > MAX_MOVES) return NO_END;
  if (isTextual(contentType)) return undefined;
  return { kind: 'not-text', detail: `The address gives ${contentType?.slice(0, 80)}, and no page.` };
}

function failureIn({ isBrowsers, length }: Look): Failure | undefined {
  // Some warnings come without a request that fails: a form over HTTP, a dangerous site.
  if (isBrowsers) return NOT_THE_SITES;
  return length > MAX_DOM ? TOO_LARGE : undefined;
}

function failed({ request, frame, world }: Settling, failure: Failure): CapturedDocument {
  const document = failedDocument(request, iso(world), failure);
  // What the guard answered was not the site's.
  const { status, contentType, failure: own } = frame.state();
  return own ? document : { ...document, status, contentType };
}

function documentOf({ request, frame, address, world }: Settling, body: string): CapturedDocument {
  const state: MainFrameState = frame.state();
  const url = address();
  return {
    document: request.document,
    requestedUrl: request.url,
    finalUrl: url,
    redirects: state.visited.filter((visited) => withoutPart(visited) !== withoutPart(url)),
    status: state.status,
    contentType: state.contentType,
    at: iso(world),
    body,
    sha256: createHash('sha256').update(body).digest('hex'),
  };
}

const withoutPart = (url: string) => url.split('#', 1)[0] ?? '';

const iso = (world: World) => new Date(world.now()).toISOString();
