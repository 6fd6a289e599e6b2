/** The sessions of one run: handed out one page at a time, and no longer after a network's first challenge. */

import type { Outcome } from '../../model/capture.ts';
import type { BrowserState } from '../../model/session.ts';

export interface Sessions {
  /** What a browser is given to be signed in; null when there is none, or it was stopped. */
  of(network: string): BrowserState | null;
  /** Told of every answer through a session: what asks who we are ends it for this run. */
  answered(network: string, outcome: Outcome): void;
}

const ENDING: readonly Outcome[] = ['challenge', 'login-wall', 'rate-limited'];

export function createSessions(states: ReadonlyMap<string, BrowserState>): Sessions {
  const stopped = new Set<string>();
  return {
    of: (network) => (stopped.has(network) ? null : (states.get(network) ?? null)),
    answered: (network, outcome) => {
      if (ENDING.includes(outcome)) stopped.add(network);
    },
  };
}
