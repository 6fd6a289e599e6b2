/** The plan of a run, and what came of it, before it is written down as a report. */

import type { Outcome, Source } from './capture.ts';
import type { NetworkFacts } from './check.ts';
import type { ProfileEntry, Settings, Waiver } from './config.ts';
import type { Expectation } from './expectation.ts';
import type { Asset, CheckId, Finding, Judgement, Severity, Status } from './finding.ts';
import type { Account, ClosedNetwork, Network } from './network.ts';
import type { FieldName, ProfileReading, TokenState } from './observation.ts';
import type { LastSeen } from './previous.ts';

/** One profile to visit. */
export interface Visit {
  readonly entry: ProfileEntry;
  /** Null for a closed network, and for one that no reader is here for: nothing is fetched there. */
  readonly network: Network | null;
  readonly closed: ClosedNetwork | null;
  readonly account: Account;
  readonly sources: readonly Source[];
  /** The token of the network's official interface is at hand, and `api` may use it. */
  readonly isOfficial: boolean;
  /** The fields that the checks ask for and that this network has: while one is unseen, the ladder is climbed. */
  readonly needed: readonly FieldName[];
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
  /** Of what could not be seen tonight: what the last night said that could. Left out when there was none. */
  readonly lastSeen?: Status;
  /** The whole of that: what stood there, when. */
  readonly last?: LastSeen;
  readonly isNew: boolean;
  /** New, and put right once before. */
  readonly isBack?: true;
  /** ISO instant of the run that found it put right; carried on while it stays so. */
  readonly fixedAt?: string;
}

export interface ProfileAudit {
  readonly visit: Visit;
  readonly reading: ProfileReading;
  readonly decisions: readonly Decision[];
  readonly verdict: Verdict;
  readonly seen: {
    readonly fields: number;
    readonly of: number;
    readonly unseen: readonly string[];
    /** Of those that were seen: which a person saw, and no source. */
    readonly byHand?: readonly string[];
  };
  readonly assets: readonly Asset[];
  readonly sources: readonly AuditedSource[];
  readonly images: readonly AuditedImage[];
}

/** What a check that compares profiles with each other may know besides them. */
export interface Together {
  readonly settings: Settings;
  /** In which fields a finding stood when it was last seen, by its key; [] when in none. */
  readonly stoodIn: (key: string) => readonly string[];
  /** Pictures that waivers accept, by the value that they accept. */
  readonly accepted?: ReadonlyMap<string, Uint8Array>;
}

/** A check on all profiles of a run together, after each was judged by itself. */
export interface TogetherCheck {
  readonly id: CheckId;
  readonly severity: Severity;
  /** By the profile's id; a profile that is left out has no finding. The order of the profiles must not matter. */
  readonly judge: (
    audits: readonly ProfileAudit[],
    together: Together,
  ) => ReadonlyMap<string, Judgement> | Promise<ReadonlyMap<string, Judgement>>;
}

/** A captured image, as the report shows it. */
export interface AuditedImage {
  readonly url: string;
  /** SHA-256 of the bytes as they were served, in hex. */
  readonly sha256: string;
  /** The re-encoded picture; null when it did not come, or could not be decoded. */
  readonly picture: { readonly asset: Asset; readonly width: number; readonly height: number } | null;
}

/** What one source was asked and what it was taken for. */
export interface AuditedSource {
  readonly source: Source;
  readonly look: 1 | 2;
  readonly at: string;
  readonly outcome: Outcome;
  /** Which sign, proof or failure decided it, in English. */
  readonly because: string;
  readonly status: number;
  readonly requestedUrl: string;
  readonly finalUrl: string;
  readonly sha256: string;
  /** Asked with a token: what became of that. */
  readonly token?: TokenState;
  /** A saved page that is too old to count. */
  readonly isTooOld?: true;
  /** Nothing was asked, because robots.txt asks not to. */
  readonly isAgainstRobots?: true;
  /** A page came that is no wall, and nothing could be read in it. */
  readonly isLost: boolean;
  /** PNG of the page as a guest saw it. */
  readonly screenshot?: Asset;
}

/** A picture of the page is evidence for what deviates and for walls; what is right needs none. */
export const needsPicture = ({ verdict }: { readonly verdict: Verdict }): boolean => verdict !== 'consistent';
