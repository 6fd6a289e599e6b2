/** Follows the main frame: its status, where it went, what it still waits for, and whether its renderer died. */

import type { Page, Request, Response } from 'playwright';
import type { Failure } from '../../model/capture.ts';
import type { World } from '../../model/world.ts';
import { guardFailureOf } from '../guardAnswers.ts';
import { Crashed, failureOfCode } from './failures.ts';

export interface MainFrameState {
  /** The address that was asked last; '' before the first. */
  readonly asked: string;
  readonly status: number;
  readonly contentType: string | null;
  /** Every address that was asked, in order, each once. */
  readonly visited: readonly string[];
  /** How often the frame went elsewhere, to the same address included. */
  readonly moves: number;
  /** Why there is no page where the frame went last. */
  readonly failure?: Failure;
}

export interface MainFrame {
  state(): MainFrameState;
  /** True while something that may still change the page is on its way. */
  isBusy(): boolean;
  /** Never fulfilled; rejects when the renderer crashes or the page is closed. */
  readonly crashed: Promise<never>;
}

const MAX_VISITED = 50;
/** What may build the page; images, streams and pings never do. */
const BUILDING: readonly string[] = ['document', 'script', 'stylesheet', 'xhr', 'fetch'];
/** Long polls stay open on purpose: what took longer than this is not waited for. */
const PATIENCE_MS = 5000;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

export function watchMainFrame(page: Page, world: World): MainFrame {
  let state: MainFrameState = { asked: '', status: 0, contentType: null, visited: [], moves: 0 };
  const isMain = (request: Request) => request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.on('request', (request) => {
    if (!isMain(request)) return;
    const asked = request.url();
    const isNew = !state.visited.includes(asked) && state.visited.length < MAX_VISITED;
    state = { ...state, asked, moves: state.moves + 1, visited: isNew ? [...state.visited, asked] : state.visited };
  });
  // An answer counts once it is shown: until then, and when it is a file, the page before it is what there is to read.
  let arriving: ReturnType<typeof answerOf> | null = null;
  // From one process to another the page may be shown first, and its answer told of afterwards.
  let unanswered: string | null = null;
  const show = (answer: ReturnType<typeof answerOf>) => {
    const { failure: _, ...before } = state;
    state = { ...before, ...answer };
    [arriving, unanswered] = [null, null];
  };
  page.on('response', (response) => {
    if (!isMain(response.request()) || redirects(response)) return;
    if (unanswered === withoutPart(response.url())) show(answerOf(response));
    else arriving = answerOf(response);
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    if (arriving === null) unanswered = withoutPart(frame.url());
    else show(arriving);
  });
  page.on('requestfailed', (request) => {
    const code = request.failure()?.errorText ?? '';
    // Whoever is sent elsewhere, or is given a file or nothing, stays where it was.
    if (!isMain(request)) return;
    arriving = null;
    if (!code.includes('ERR_ABORTED')) state = { ...state, failure: failureOfCode(code) };
  });
  const crashed = new Promise<never>((_, reject) => {
    page.once('crash', () => reject(new Crashed('The page crashed its tab.')));
    page.once('close', () => reject(new Crashed('The page was closed.')));
  });
  // It is raced against; alone it must not count as unhandled.
  crashed.catch(() => {});
  return { crashed, state: () => state, isBusy: watchRequests(page, world) };
}

const withoutPart = (url: string) => url.split('#', 1)[0] ?? '';

const redirects = (response: Response) => REDIRECTS.includes(response.status()) && 'location' in response.headers();

function answerOf(response: Response): Pick<MainFrameState, 'status' | 'contentType' | 'failure'> {
  const headers = response.headers();
  const answer = { status: response.status(), contentType: headers['content-type']?.slice(0, 300) ?? null };
  // Inside a tunnel these headers would be the site's own: there the guard says nothing.
  if (!response.url().startsWith('http:')) return answer;
  const failure = guardFailureOf((name) => headers[name], new URL(response.url()).hostname);
  return failure ? { ...answer, failure: { kind: failure.kind, detail: failure.detail } } : answer;
}

function watchRequests(page: Page, world: World): () => boolean {
  const underWay = new Map<Request, number>();
  const done = (request: Request) => underWay.delete(request);
  page.on('request', (request) => {
    if (BUILDING.includes(request.resourceType())) underWay.set(request, world.now());
  });
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  return () => [...underWay.values()].some((since) => world.now() - since < PATIENCE_MS);
}
