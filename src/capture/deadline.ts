/** Puts an end to work that takes too long, by the World's clock. */

import { setMaxListeners } from 'node:events';
import type { World } from '../model/world.ts';

const EXPIRED = 'BIJWERKEN_EXPIRED';

/** Runs the task under a signal that aborts after `ms`, or when the outer signal does. */
export async function withDeadline<T>(
  world: World,
  ms: number,
  outer: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const done = new AbortController();
  const follow = () => controller.abort(outer?.reason);
  // One signal ends many things at once here: that is no leak.
  setMaxListeners(0, controller.signal, ...(outer ? [outer] : []));
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow, { once: true });
  const expire = () => controller.abort(Object.assign(new Error('The time is up.'), { code: EXPIRED }));
  world.sleep(ms, done.signal).then(expire, () => {});
  try {
    return await untilAborted(task(controller.signal), controller.signal);
  } finally {
    outer?.removeEventListener('abort', follow);
    done.abort();
  }
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
