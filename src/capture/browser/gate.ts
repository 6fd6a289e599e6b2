/** Holds each request of the main frame, those of redirects too, until it is known whether its address may be asked. */

import type { CDPSession, Page } from 'playwright';
import type { Failure } from '../../model/capture.ts';
import { isUrl } from '../../model/isUrl.ts';

/** Why an address is not asked; null when it may be. */
export type MayGo = (url: URL) => Promise<Failure | null>;

/** Of the guard, for this visit alone. */
export interface ProxyCredentials {
  readonly username: string;
  readonly password: string;
}

const NO_ANSWER = { response: 'Default' as const };

export interface Gatekeeper {
  /** Why the page went no further, where it was kept from an address. */
  refusal(): Failure | null;
}

/** By the browser's own protocol, since Playwright's routes do not see where a redirect leads. */
export async function keepGate(page: Page, mayGo: MayGo, proxy: ProxyCredentials): Promise<Gatekeeper> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  let refused: Failure | null = null;
  session.on('Fetch.requestPaused', ({ requestId, frameId, request }) => {
    const isOurs = frameId === frameTree.frame.id && isUrl(request.url) && /^https?:/i.test(request.url);
    const answer = isOurs ? mayGo(new URL(request.url)) : Promise.resolve(null);
    void answer.catch(whenStopped).then(async (failure) => {
      refused = failure ?? refused;
      await goOn(session, requestId, failure !== null);
    });
  });
  // Whoever holds a request is asked for the proxy's credentials too, in some versions before Playwright is.
  const tried = new Set<string>();
  session.on('Fetch.authRequired', ({ requestId, authChallenge }) => {
    // Once: credentials that were refused are not offered for ever.
    const isOurs = authChallenge.source === 'Proxy' && !tried.has(requestId);
    tried.add(requestId);
    const answer = isOurs ? { response: 'ProvideCredentials' as const, ...proxy } : NO_ANSWER;
    void session.send('Fetch.continueWithAuth', { requestId, authChallengeResponse: answer }).catch(() => {});
  });
  const patterns = [{ resourceType: 'Document' as const, requestStage: 'Request' as const }];
  await session.send('Fetch.enable', { patterns, handleAuthRequests: true });
  return { refusal: () => refused };
}

/** Only a run that ends cuts the question short. */
const whenStopped = (): Failure => ({ kind: 'interrupted', detail: 'The run was stopped before the page was asked.' });

/** Who is kept from an address stays where it was. The page may be gone by now: then nothing is left to answer. */
const goOn = (session: CDPSession, requestId: string, isRefused: boolean): Promise<unknown> => {
  const answered = isRefused
    ? session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    : session.send('Fetch.continueRequest', { requestId });
  return answered.catch(() => {});
};
