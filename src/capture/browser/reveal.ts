/** Where something needed is not on a page that has settled: answers its question about cookies, then scrolls once. */

import type { Page } from 'playwright';
import type { CapturedDocument } from '../../model/capture.ts';
import { refuseConsent } from './consent.ts';
import { type Settling, settle } from './settle.ts';

export interface Revealing extends Settling {
  readonly page: Page;
  /** How much of what is needed a document holds; below none: it is no profile. By default all, or nothing. */
  readonly worth?: ((document: CapturedDocument) => number) | undefined;
  /** Somebody is signed in: their account answers no questions. */
  readonly isSignedIn: boolean;
}

type Weighing = Revealing & { readonly worth: NonNullable<Revealing['worth']> };

export interface Revealed {
  readonly document: CapturedDocument;
  /** Whether the page still is what the document holds. */
  readonly isShown: boolean;
}

/** Less is not worth beginning a step for. */
const STEP_MS = 1500;

export async function reveal(revealing: Revealing): Promise<Revealed> {
  const isEnough = remembered(revealing.isEnough);
  const allOrNothing = (document: CapturedDocument) => (isEnough(document) ? 1 : 0);
  const settling = { ...revealing, isEnough, worth: revealing.worth ?? allOrNothing };
  const first = await settle(settling);
  const isOver = (document: CapturedDocument) => document.failure !== undefined || settling.isEnough(document);
  if (isOver(first)) return { document: first, isShown: true };
  const refused = await afterRefusal(settling, first);
  if (isOver(refused.document) || !refused.isShown) return refused;
  return await afterScrolling(settling, refused);
}

/** What came of it counts, unless it shows less than there was, or is another site's. */
async function afterRefusal(revealing: Weighing, before: CapturedDocument): Promise<Revealed> {
  const { request, worth, isSignedIn } = revealing;
  const kept = { document: before, isShown: true };
  if (isSignedIn || !hasTime(revealing)) return kept;
  const answered = await refuseConsent({ ...revealing, requested: request.url });
  if (!answered) return kept;
  const after = await settle(revealing);
  const isBetter = !after.failure && answered.isOurs(after.finalUrl) && worth(after) >= worth(before);
  return isBetter
    ? { document: { ...after, consent: answered.refused }, isShown: true }
    : { document: before, isShown: false };
}

/** Scrolling makes some pages ask who is there: only what shows more counts. */
async function afterScrolling(revealing: Weighing, before: Revealed): Promise<Revealed> {
  const { eye, worth } = revealing;
  const held = worth(before.document);
  if (held < 0 || !hasTime(revealing) || (await eye.run(TO_THE_END)) !== true) return before;
  const after = await settle(revealing);
  await eye.run(BACK);
  if (after.failure || worth(after) < held) return { document: before.document, isShown: false };
  const { consent } = before.document;
  return worth(after) > held ? { document: { ...after, ...(consent ? { consent } : {}) }, isShown: true } : before;
}

const TO_THE_END = `(() => {
  const root = Object.getOwnPropertyDescriptor(Document.prototype, 'scrollingElement').get.call(document);
  if (!root) return false;
  const most = root.scrollHeight - window.innerHeight;
  if (most < 50) return false;
  window.scrollTo({ top: most, behavior: 'instant' });
  return true;
})()`;

const BACK = `window.scrollTo({ top: 0, behavior: 'instant' })`;

const hasTime = ({ world, until }: Revealing): boolean => until - world.now() > STEP_MS;

/** Reading costs more than looking: what was read is not read again. */
function remembered(isEnough: Settling['isEnough']): Settling['isEnough'] {
  const known = new Map<string, boolean>();
  return (document) => {
    const key = `${document.status} ${document.finalUrl} ${document.sha256}`;
    const answer = known.get(key) ?? isEnough(document);
    known.set(key, answer);
    return answer;
  };
}
