/** Follows the main frame: its status, where it went, and whether its renderer died. */

import type { Page, Request, Response } from 'playwright';
import type { Failure } from '../../model/capture.ts';
import { isExpired } from '../deadline.ts';
import { NoBrowser } from './launch.ts';

export interface MainFrame {
  state(): { readonly status: number; readonly contentType: string | null; readonly visited: readonly string[] };
  /** Never fulfilled; rejects when the renderer crashes or the page is closed. */
  readonly crashed: Promise<never>;
}

class Crashed extends Error {}

export function watchMainFrame(page: Page): MainFrame {
  let status = 0;
  let contentType: string | null = null;
  const visited = new Set<string>();
  const isMain = (request: Request) => request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.on('request', (request) => {
    if (isMain(request) && visited.size < 50) visited.add(request.url());
  });
  page.on('response', (response: Response) => {
    if (!isMain(response.request()) || (response.status() >= 300 && response.status() < 400)) return;
    status = response.status();
    contentType = response.headers()['content-type'] ?? null;
  });
  const crashed = new Promise<never>((_, reject) => {
    page.once('crash', () => reject(new Crashed('The page crashed its tab.')));
    page.once('close', () => reject(new Crashed('The page was closed.')));
  });
  crashed.catch(() => {});
  return { crashed, state: () => ({ status, contentType, visited: [...visited] }) };
}

/** What the browser's errors mean for the one who reads the report. */
export function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted && !isExpired(signal.reason)) return { kind: 'interrupted', detail: 'The run was interrupted.' };
  if (error instanceof NoBrowser)
    return { kind: 'no-browser', detail: 'There is no browser that can be started here.' };
  if (error instanceof Crashed) return { kind: 'crashed', detail: error.message };
  if (isExpired(error)) return { kind: 'timeout', detail: 'The page did not come to rest in the time it was given.' };
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const code = /net::(ERR_[A-Z_]+)/.exec(message)?.[1];
  if (code === undefined) {
    if (/Timeout \d+ms exceeded/.test(message)) return { kind: 'timeout', detail: 'The page did not answer in time.' };
    return { kind: 'crashed', detail: 'The browser could not show the page.' };
  }
  if (code === 'ERR_TOO_MANY_REDIRECTS')
    return { kind: 'too-many-redirects', detail: 'The page redirects without end.' };
  if (code.includes('TIMED_OUT')) return { kind: 'timeout', detail: `The page did not answer in time (${code}).` };
  if (code === 'ERR_TUNNEL_CONNECTION_FAILED')
    return { kind: 'network-error', detail: 'No connection could be made (the guard or the proxy refused it).' };
  if (code.includes('CERT'))
    return { kind: 'network-error', detail: `The certificate of the site is not valid (${code}).` };
  return { kind: 'network-error', detail: `The page could not be loaded (${code}).` };
}
