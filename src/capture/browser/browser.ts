/** The one browser of a run: started when it is first needed, replaced when it dies, and ended in bounded time. */

import type { CapturedDocument, Failure, PageRequest } from '../../model/capture.ts';
import { isUrl } from '../../model/isUrl.ts';
import { UserError } from '../../model/problem.ts';
import { untilAborted, withDeadline } from '../deadline.ts';
import { failedDocument } from '../failedDocument.ts';
import { BrowserGone, failureOf, INTERRUPTED, NoBrowser } from './failures.ts';
import { type BrowserOptions, launchBrowser, type RunningBrowser } from './launch.ts';
import { type PhotographOptions, photographPage } from './photograph.ts';
import { type PageVisit, type VisitOptions, visitPage } from './visit.ts';

export type { PageVisit, VisitOptions } from './visit.ts';

export interface PageBrowser {
  /** The DOM after scripts, in a fresh context. A page that hangs or crashes harms only itself. */
  visit(request: PageRequest, options: VisitOptions): Promise<PageVisit>;
  /** A picture of a page that was captured without a browser; undefined when there is no browser, or it cannot be drawn. */
  photograph(document: CapturedDocument, options: PhotographOptions): Promise<Uint8Array | undefined>;
  /** Null until a browser was needed, and when none could be started. */
  running(): Omit<RunningBrowser, 'browser' | 'close'> | null;
  /** Why there is none, when one was needed. */
  missing(): string | null;
  /** Ends the browser, by force where needed; later visits answer `interrupted`. */
  close(): Promise<void>;
}

export interface PageBrowserOptions extends BrowserOptions {
  readonly ignoreHttpsErrors: boolean;
}

/** Enough for a browser that has to be ended by force. */
const CLOSE_MS = 15_000;

export function createPageBrowser(options: PageBrowserOptions): PageBrowser {
  const { guard, world, ignoreHttpsErrors } = options;
  let starting: Promise<RunningBrowser> | undefined;
  let current: RunningBrowser | null = null;
  let missing: string | null = null;
  let isClosed = false;

  const forget = (running: RunningBrowser) => {
    if (current === running) starting = undefined;
    void running.close();
  };

  const launch = async () => {
    const running = await launchBrowser(options);
    current = running;
    if (isClosed) await running.close();
    // A browser that died takes its pages with it; the next visit gets a new one.
    running.browser.once('disconnected', () => forget(running));
    if (!running.browser.isConnected()) forget(running);
    return running;
  };

  const visitOnce = async (request: PageRequest, visit: VisitOptions) => {
    starting ??= launch();
    const running = await untilAborted(starting, visit.signal);
    const onDead = () => forget(running);
    const goOn = { guard, world, ignoreHttpsErrors, onDead };
    return await visitPage(running.browser, request, visit, goOn).catch((error: unknown) => {
      if (error instanceof BrowserGone) forget(running);
      throw error;
    });
  };

  const failed = (request: PageRequest, failure: Failure): { document: CapturedDocument } => ({
    document: failedDocument(request, new Date(world.now()).toISOString(), failure),
  });

  return {
    running: () => current,
    missing: () => missing,

    async visit(request, visit) {
      if (isClosed || visit.signal.aborted) return failed(request, INTERRUPTED);
      if (!isOfTheWeb(request.url)) return failed(request, NOT_OF_THE_WEB);
      if (visit.signedIn && ignoreHttpsErrors) return failed(request, NOT_SECURE);
      try {
        return await visitOnce(request, visit).catch((error: unknown) => {
          if (error instanceof BrowserGone && !isClosed) return visitOnce(request, visit);
          throw error;
        });
      } catch (error) {
        if (error instanceof UserError) throw error;
        if (error instanceof NoBrowser) missing = error.message;
        return failed(request, failureOf(error, visit.signal));
      }
    },

    async photograph(document, photograph) {
      if (isClosed || photograph.signal.aborted || !isOfTheWeb(document.finalUrl)) return undefined;
      starting ??= launch();
      // Without a browser there is no picture: nothing is unseen for that, so it is not said to be missing.
      const running = await untilAborted(starting, photograph.signal).catch(() => null);
      return running
        ? await photographPage(running.browser, document, photograph, { guard, world, ignoreHttpsErrors })
        : undefined;
    },

    async close() {
      isClosed = true;
      if (!starting) return;
      // One that is still starting ends itself as soon as it can.
      const ended = starting.then((running) => running.close());
      await withDeadline(world, CLOSE_MS, undefined, () => ended).catch(() => {});
    },
  };
}

/** The browser would also show files of this machine. */
const isOfTheWeb = (url: string) => /^https?:\/\//i.test(url) && isUrl(url);

const NOT_OF_THE_WEB: Failure = {
  kind: 'network-error',
  detail: 'This is not an address on the web (http or https).',
};
const NOT_SECURE: Failure = {
  kind: 'refused-address',
  detail: 'Where errors of secure connections are ignored, nobody is signed in.',
};
