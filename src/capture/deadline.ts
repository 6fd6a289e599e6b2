/** Puts an end to work that takes too long, by the World's clock. */

import { setMaxListeners } from 'node:events';
import type { World } from '../model/world.ts';

const EXPIRED = 'BIJWERKEN_EXPIRED';

/** What the task may do with its own time. */
export interface Clock {
  /** What comes now does not count: others have the turn. */
  stop(): void;
  go(): void;
  /** Milliseconds until the time is up; never less than none. */
  left(): number;
}

/** Runs the task under a signal that aborts after `ms`, or when the outer signal does. */
export async function withDeadline<T>(
  world: World,
  ms: number,
  outer: AbortSignal | undefined,
  task: (signal: AbortSignal, clock: Clock) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const follow = () => controller.abort(outer?.reason);
  // One signal ends many things at once here: that is no leak.
  setMaxListeners(0, controller.signal, ...(outer ? [outer] : []));
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow, { once: true });
  const clock = clockOf(world, ms, () =>
    controller.abort(Object.assign(new Error('The time is up.'), { code: EXPIRED })),
  );
  clock.go();
  try {
    return await untilAborted(task(controller.signal, clock), controller.signal);
  } finally {
    outer?.removeEventListener('abort', follow);
    clock.end();
  }
}

function clockOf(world: World, ms: number, expire: () => void): Clock & { end(): void } {
  let left = ms;
  let running: { readonly since: number; readonly timer: AbortController } | null = null;
  let hasEnded = false;
  const stop = () => {
    if (!running) return;
    left -= world.now() - running.since;
    running.timer.abort();
    running = null;
  };
  const go = () => {
    if (running || hasEnded) return;
    running = { since: world.now(), timer: new AbortController() };
    world.sleep(Math.max(0, left), running.timer.signal).then(expire, () => {});
  };
  const end = () => {
    hasEnded = true;
    stop();
  };
  const remaining = () => Math.max(0, left - (running ? world.now() - running.since : 0));
  return { stop, go, end, left: remaining };
}

export const isExpired = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'code' in reason && reason.code === EXPIRED;

/** The promise, or the signal's reason when that comes first: for work that takes no signal itself. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
