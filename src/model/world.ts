/** The one record through which the world enters: clock, waiting, chance, names and environment. */

export interface World {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A number in [0, 1), for jitter and credentials that only need to differ. */
  random(): number;
  /** Addresses of a host name, as literal IPv4 or IPv6 texts; rejects when there are none. */
  resolve(host: string): Promise<readonly string[]>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where progress and warnings go; the library itself never writes to a terminal. */
export interface Log {
  debug(message: string): void;
  warn(message: string): void;
}
