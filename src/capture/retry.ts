/** When another attempt is worth it, and after how long. Never against a wall: only for accidents and short waits. */

import type { World } from '../model/world.ts';
import type { Answered } from './attempt.ts';
import { isExpired } from './deadline.ts';
import { failureOf } from './failures.ts';

const MAX_RETRIES = 2;
const FIRST_WAIT_MS = 1000;
const LONGEST_RETRY_AFTER_S = 30;
const PASSING = new Set([502, 503, 504]);

/** The last answer; `untilMs` is the instant at which the caller's time is up. */
export async function withRetries(
  attemptOnce: () => Promise<Answered>,
  { world, untilMs, signal }: { world: World; untilMs: number; signal: AbortSignal },
): Promise<Answered> {
  for (let retry = 0; ; retry += 1) {
    const answered = await attemptOnce();
    const wait = retry < MAX_RETRIES && !signal.aborted ? waitBefore(retry, answered, world) : undefined;
    if (wait === undefined || world.now() + wait >= untilMs) return answered;
    try {
      await world.sleep(wait, signal);
    } catch {
      const kind = isExpired(signal.reason) ? 'timeout' : 'interrupted';
      return { ...answered, failure: failureOf(kind, 'The time was up before the server could be asked again.') };
    }
  }
}

/** Milliseconds; undefined when the answer stands. */
function waitBefore(retry: number, answered: Answered, world: World): number | undefined {
  const { status, failure, retryAfter, isChallenge } = answered;
  const jitter = 0.75 + world.random() / 2;
  const backOff = Math.round(FIRST_WAIT_MS * 2 ** retry * jitter);
  if (failure?.isAccident) return backOff;
  if (failure || isChallenge || (status !== 429 && !PASSING.has(status))) return undefined;
  if (retryAfter === undefined) return status === 429 ? undefined : backOff;
  // Not at the very second: everyone who was told the same comes back then.
  return retryAfter <= LONGEST_RETRY_AFTER_S ? retryAfter * 1000 + Math.round(500 * jitter) : undefined;
}
