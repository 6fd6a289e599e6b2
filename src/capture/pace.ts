/** Keeps us polite: few requests at a time to one host, with a pause between their starts. Hosts do not wait for each other. */

import pLimit, { type LimitFunction } from 'p-limit';
import type { World } from '../model/world.ts';

export interface PaceOptions {
  readonly world: World;
  readonly perHostDelayMs: number;
  /** How many tasks of one host may run at once; default 1. */
  readonly perHostConcurrency?: number;
}

export interface Pace {
  /** Runs the task in its host's turn; rejects with the signal's reason when aborted before it began. */
  run<T>(host: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** Share of the delay that chance adds, so that we never knock like a clock. */
const JITTER = 0.2;

interface Lane {
  readonly limit: LimitFunction;
  readonly starts: LimitFunction;
  nextStart: number;
}

export function createPace({ world, perHostDelayMs, perHostConcurrency = 1 }: PaceOptions): Pace {
  const lanes = new Map<string, Lane>();

  const laneOf = (host: string): Lane => {
    const key = host.toLowerCase();
    const lane = lanes.get(key) ?? { limit: pLimit(perHostConcurrency), starts: pLimit(1), nextStart: 0 };
    lanes.set(key, lane);
    return lane;
  };

  async function waitForStart(lane: Lane, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const wait = lane.nextStart - world.now();
    if (wait > 0) await world.sleep(wait, signal);
    lane.nextStart = world.now() + perHostDelayMs * (1 + JITTER * world.random());
  }

  return {
    run(host, task, signal) {
      const lane = laneOf(host);
      return lane.limit(async () => {
        await lane.starts(() => waitForStart(lane, signal));
        return task();
      });
    },
  };
}
