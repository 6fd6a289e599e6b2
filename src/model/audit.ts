/** The plan of a run, and what came of it, before it is written down as a report. */

import type { Source } from './capture.ts';
import type { NetworkFacts } from './check.ts';
import type { FailOn, Language, ProfileEntry, Waiver } from './config.ts';
import type { Expectation } from './expectation.ts';
import type { Asset, Finding, Severity, Status } from './finding.ts';
import type { Account, ClosedNetwork, Network } from './network.ts';
import type { ProfileReading } from './observation.ts';

/** One profile to visit. */
export interface Visit {
  readonly entry: ProfileEntry;
  /** Null for a closed network: nothing is fetched there. */
  readonly network: Network | null;
  readonly closed: ClosedNetwork | null;
  readonly account: Account;
  readonly sources: readonly Source[];
  readonly expectation: Expectation;
  readonly facts: NetworkFacts;
}

export const VERDICTS = [
  'consistent',
  'inconsistent',
  'dormant',
  'gone',
  'suspended',
  'network-closed',
  'taken-over',
  'unverifiable',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Action =
  | 'none'
  | 'fix'
  | 'delete-or-revive'
  | 'remove-from-registry'
  | 'report-to-network'
  | 'appeal-or-remove'
  | 'look-by-hand';

/** A finding after policy: its importance, its waiver, since when. */
export interface Decision {
  readonly finding: Finding;
  readonly status: Status;
  readonly severity: Severity;
  readonly waiver: Waiver | null;
  /** Why a waiver of this check does not hold: another value, or lapsed. */
  readonly waiverRefused: 'other-value' | 'lapsed' | null;
  /** ISO instant of the first run of an unbroken series. */
  readonly since: string;
  readonly isNew: boolean;
}

export interface ProfileAudit {
  readonly visit: Visit;
  readonly reading: ProfileReading;
  readonly decisions: readonly Decision[];
  readonly verdict: Verdict;
  readonly seen: { readonly fields: number; readonly of: number; readonly unseen: readonly string[] };
  readonly assets: readonly Asset[];
}

export interface RunOptions {
  readonly language: Language;
  readonly failOn: FailOn;
  readonly minCoverage: number;
}
