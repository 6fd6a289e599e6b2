/** A World with a clock that only moves when told to, names from a table, and no real waiting. */

import type { World } from '../../src/model/world.ts';

export interface FakeWorldOptions {
  /** Where the clock starts; default 2026-11-23T02:00:00Z. */
  readonly now?: string | number;
  /** Host name to its addresses; a function is given the number of the call. Anything else does not exist. */
  readonly hosts?: Readonly<Record<string, string | readonly string[] | ((call: number) => readonly string[])>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What `random()` answers, in turn; then again from the first. Default always 0.5. */
  readonly random?: readonly number[];
  /** Sleeps of at most this many milliseconds move the clock and return at once; default 0, none. */
  readonly instantUpTo?: number;
}

export interface FakeWorld extends World {
  /** Moves the clock and wakes, in order, whoever sleeps until then. */
  advance(ms: number): Promise<void>;
  /** Jumps from wake-up to wake-up until the promise is settled. For work that waits for nothing but the clock. */
  settle<T>(promise: Promise<T>): Promise<T>;
  /** Resolves once at least this many are asleep. */
  whenAsleep(count: number): Promise<void>;
  /** Instants of the wake-ups still to come, in order. */
  wakeUps(): readonly number[];
  /** Every sleep asked for, in milliseconds. */
  readonly slept: readonly number[];
  /** Every name asked for. */
  readonly resolved: readonly string[];
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

export function fakeWorld(options: FakeWorldOptions = {}): FakeWorld {
  let clock = new Date(options.now ?? '2026-11-23T02:00:00Z').getTime();
  let drawn = 0;
  let sleepers: Sleeper[] = [];
  const slept: number[] = [];
  const resolved: string[] = [];
  const random = options.random ?? [0.5];

  const next = (): Sleeper | undefined => sleepers.reduce<Sleeper | undefined>(earlier, undefined);

  async function advance(ms: number): Promise<void> {
    const end = clock + ms;
    await turn();
    for (let due = next(); due && due.until <= end; due = next()) {
      clock = Math.max(clock, due.until);
      due.wake();
      await turn();
    }
    clock = end;
  }

  return {
    now: () => clock,
    random: () => random[drawn++ % random.length] ?? 0.5,
    env: options.env ?? {},
    slept,
    resolved,
    advance,
    wakeUps: () => sleepers.map(({ until }) => until).sort((a, b) => a - b),

    sleep(ms, signal) {
      slept.push(ms);
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        if (ms <= (options.instantUpTo ?? 0)) {
          clock += Math.max(0, ms);
          return resolve();
        }
        const leave = () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          signal?.removeEventListener('abort', abort);
        };
        const abort = () => {
          leave();
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          until: clock + ms,
          wake: () => {
            leave();
            resolve();
          },
        };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
      });
    },

    async resolve(host) {
      const known = options.hosts?.[host];
      resolved.push(host);
      const call = resolved.filter((name) => name === host).length;
      if (known === undefined) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
      if (typeof known === 'function') return known(call);
      return typeof known === 'string' ? [known] : known;
    },

    async settle(promise) {
      let settled = false;
      const done = () => {
        settled = true;
      };
      promise.then(done, done);
      for (await turn(); !settled; await turn()) {
        const due = next();
        if (due) await advance(Math.max(0, due.until - clock));
      }
      return promise;
    },

    async whenAsleep(count) {
      while (sleepers.length < count) await turn();
    },
  };
}

const earlier = (a: Sleeper | undefined, b: Sleeper): Sleeper => (a && a.until <= b.until ? a : b);

/** Lets everything run that is ready to run, real I/O included. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
