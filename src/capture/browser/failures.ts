/** What the browser's errors mean for the one who reads the report. */

import type { Failure } from '../../model/capture.ts';
import { isExpired } from '../deadline.ts';

/** The renderer died, or the page is no longer there. */
export class Crashed extends Error {}

/** The browser is no longer there, and the page was never asked. */
export class BrowserGone extends Error {}

/** What stood in the way of every browser that was tried, one line each. */
export class NoBrowser extends Error {
  readonly attempts: readonly string[];

  constructor(attempts: readonly string[]) {
    super(attempts.length > 0 ? attempts.join(' ') : 'No browser was found on this machine.');
    this.name = 'NoBrowser';
    this.attempts = attempts;
  }
}

export const TOO_LARGE: Failure = {
  kind: 'too-large',
  detail: 'The page, with all that it loads, is larger than is read.',
};
export const NO_END: Failure = { kind: 'too-many-redirects', detail: 'The page redirects without end.' };
export const NOT_THE_SITES: Failure = {
  kind: 'network-error',
  detail: 'The browser stopped at a page of its own, an error or a warning.',
};
export const INTERRUPTED: Failure = { kind: 'interrupted', detail: 'The run was interrupted.' };
const TIMEOUT: Failure = { kind: 'timeout', detail: 'The page did not come to rest in the time it was given.' };

export function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted && !isExpired(signal.reason)) return INTERRUPTED;
  if (error instanceof NoBrowser)
    return { kind: 'no-browser', detail: 'There is no browser that can be started here.' };
  if (error instanceof BrowserGone) return { kind: 'crashed', detail: 'The browser ended before the page was asked.' };
  if (error instanceof Crashed) return { kind: 'crashed', detail: error.message };
  if (isExpired(error)) return TIMEOUT;
  const message = error instanceof Error ? error.message : String(error);
  if (/Download is starting/.test(message))
    return { kind: 'not-text', detail: 'The address gives a file to download, and no page.' };
  return failureOfCode(message);
}

/** Of a text with a code of Chromium's network in it. */
export function failureOfCode(text: string): Failure {
  const code = /net::(ERR_[A-Z_0-9]{1,60})/.exec(text)?.[1];
  if (code === undefined) return { kind: 'crashed', detail: 'The browser could not show the page.' };
  if (code === 'ERR_TOO_MANY_REDIRECTS') return NO_END;
  if (code.includes('TIMED_OUT')) return { kind: 'timeout', detail: `The page did not answer in time (${code}).` };
  if (code === 'ERR_TUNNEL_CONNECTION_FAILED')
    return { kind: 'network-error', detail: 'No connection could be made (the guard or the proxy refused it).' };
  if (code.includes('CERT'))
    return { kind: 'network-error', detail: `The certificate of the site is not valid (${code}).` };
  return { kind: 'network-error', detail: `The page could not be loaded (${code}).` };
}
