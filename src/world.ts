/** The real world: the only place where clock, timers, chance, names and environment are touched. */

import { lookup } from 'node:dns/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { World } from './model/world.ts';

export interface WorldOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Starts the clock at this instant (ms since the epoch) instead of today; it goes on running. */
  readonly startAt?: number;
}

export function realWorld({ env, startAt }: WorldOptions): World {
  const shift = startAt === undefined ? 0 : startAt - Date.now();
  return {
    now: () => Date.now() + shift,
    sleep: async (ms, signal) => {
      await wait(ms, undefined, signal ? { signal } : {});
    },
    random: Math.random,
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    env,
  };
}
