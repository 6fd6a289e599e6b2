/** `report.json`: the contract's form of a run. Everything that a rendering shows is in here. */

import type { Action, Verdict } from './audit.ts';
import type { Outcome, Source } from './capture.ts';
import type { FailOn, Language, Waiver } from './config.ts';
import type { Advice, CheckId, EvidenceItem, FindingCode, Severity, Status } from './finding.ts';
import type { KitPicture, NoKit } from './kit.ts';
import type { Origin, PostalAddress } from './observation.ts';
import type { LastSeen } from './previous.ts';

export interface ReportField<T> {
  readonly value: T | null;
  readonly origin: Origin;
  readonly truncated?: boolean;
  /** True: read by an interface's documentation; its real answers were never met. */
  readonly unmet?: true;
  /** The text of the profile that holds the value, where no field of its own does. */
  readonly within?: 'bio' | 'tagline';
}

export interface ReportImage {
  readonly url: string | null;
  readonly origin: Origin;
  /** Path inside the run's folder, such as `assets/3fa9….png`. */
  readonly file?: string;
  readonly width?: number;
  readonly height?: number;
  readonly sha256?: string;
  readonly unmet?: true;
}

export interface ReportActivity {
  readonly from: string | null;
  readonly to: string | null;
  readonly completeness: 'latest' | 'at-least';
  readonly origin: Origin;
  readonly unmet?: true;
}

/** A field that no place of the page gave is left out. */
export interface ReportObservation {
  readonly name?: ReportField<string>;
  readonly handle?: ReportField<string>;
  readonly bio?: ReportField<string>;
  readonly tagline?: ReportField<string>;
  readonly website?: ReportField<string>;
  readonly websites?: readonly ReportField<string>[];
  readonly emails?: readonly ReportField<string>[];
  readonly phones?: readonly ReportField<string>[];
  readonly address?: ReportField<PostalAddress>;
  readonly kvk?: readonly ReportField<string>[];
  readonly vat?: readonly ReportField<string>[];
  readonly logo?: ReportImage;
  readonly banner?: ReportImage;
  readonly followers?: ReportField<number>;
  readonly lastActivity?: ReportActivity;
  readonly pin?: ReportField<string>;
}

export interface ReportSource {
  readonly source: Source;
  readonly outcome: Outcome;
  /** Which sign or proof decided it, in English. */
  readonly because: string;
  readonly look: 1 | 2;
  readonly status: number;
  readonly requestedUrl: string;
  readonly finalUrl: string;
  readonly at: string;
  readonly sha256: string;
  /** Of a page that a person saved: its age in whole days when the run began. */
  readonly ageDays?: number;
  /** True: it is older than the settings allow, and nothing of it counts. */
  readonly tooOld?: true;
  /** True: nothing was asked, because robots.txt asks not to. */
  readonly robots?: true;
  /** Path inside the run's folder, when a screenshot was kept. */
  readonly screenshot?: string;
}

export interface ReportFinding {
  readonly key: string;
  readonly code: FindingCode;
  /** The arguments of the code's sentence. */
  readonly args: Readonly<Record<string, string | number | null>>;
  readonly check: CheckId;
  readonly status: Status;
  readonly severity: Severity;
  readonly expected: string | null;
  readonly found: string | null;
  /** The value a waiver would bind to. */
  readonly normalised: string | null;
  readonly evidence: { readonly items: readonly EvidenceItem[] };
  readonly remedy: {
    readonly text: string | null;
    readonly value: string | null;
    readonly url: string | null;
    readonly file: string | null;
    /** The file as this network wants it. */
    readonly kit?: readonly KitPicture[];
    /** Why there is none, where one was to be made. */
    readonly noKit?: NoKit;
  };
  /** Where the advice is to let the account go: what to weigh first. */
  readonly advice?: Advice;
  readonly since: string;
  /** Of what could not be seen: what the last run said that could. */
  readonly lastSeen?: Status;
  /** The whole of that: the finding as it last stood. */
  readonly last?: LastSeen;
  readonly isNew: boolean;
  /** New, and put right once before. */
  readonly isBack?: true;
  /** When a run found it put right; carried on while it stays so. */
  readonly fixedAt?: string;
  readonly waiver: Waiver | null;
  readonly waiverRefused: 'other-value' | 'lapsed' | null;
}

export interface ReportProfile {
  readonly id: string;
  readonly network: string;
  readonly networkName: string;
  readonly url: string;
  readonly owner: string | null;
  readonly location: string | null;
  readonly verdict: Verdict;
  readonly action: Action;
  readonly capture: { readonly outcome: Outcome; readonly because: string; readonly sources: readonly ReportSource[] };
  readonly pin: string | null;
  readonly observation: ReportObservation | null;
  readonly seen: {
    readonly fields: number;
    readonly of: number;
    readonly unseen: readonly string[];
    /** Of those that were seen: which a person saw, and no source. */
    readonly byHand?: readonly string[];
  };
  readonly editUrl: string | null;
  readonly removeUrl: string | null;
  readonly findings: readonly ReportFinding[];
}

export interface ReportSummary {
  readonly profiles: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly coverage: {
    readonly profiles: number;
    readonly fields: number;
    /** The part of both that rests on what persons saw by hand; left out when nothing does. */
    readonly byHand?: { readonly profiles: number; readonly fields: number };
  };
  readonly sincePrevious: { readonly new: number; readonly fixed: number } | null;
}

/** What the previous run had and this one no longer has. */
export interface FixedFinding {
  readonly key: string;
  /** The profile's id. */
  readonly profile: string;
  readonly check: CheckId;
  /** What it was; left out where an older version did not keep it. */
  readonly last?: LastSeen;
}

export interface ReportNotice {
  readonly code:
    | 'sandbox-off'
    | 'https-errors-ignored'
    | 'no-browser'
    | 'no-image-library'
    | 'private-allowed'
    | 'replayed'
    | 'token-expired'
    | 'token-missing-scope'
    | 'token-not-sent'
    | 'session-missing'
    | 'session-expired'
    | 'session-challenged'
    | 'session-not-in-pull-request'
    | 'session-not-sent'
    | 'review-old'
    | 'waiver-lapsing'
    | 'source-blind'
    | 'control-not-asked'
    | 'reader-no-longer-fits'
    | 'interrupted';
  readonly severity: Severity;
  readonly network: string | null;
  readonly args: Readonly<Record<string, string | number | null>>;
}

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'bijwerken'; readonly version: string };
  readonly run: {
    readonly id: string;
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly complete: boolean;
    readonly language: Language;
    readonly failOn: FailOn;
    readonly minCoverage: number;
    readonly exitCode: number;
    readonly exitReasons: readonly string[];
    /** How the run was narrowed, when it was. */
    readonly partial?: {
      readonly only?: readonly string[];
      readonly networks?: readonly string[];
      readonly sources?: readonly string[];
    };
    readonly browser: string | null;
    /** The run that `sincePrevious` counts from. */
    readonly previous?: { readonly id: string; readonly startedAt: string };
  };
  readonly brand: { readonly name: string };
  readonly summary: ReportSummary;
  readonly profiles: readonly ReportProfile[];
  /** As many as `summary.sincePrevious.fixed`; left out without a previous run. */
  readonly fixed?: readonly FixedFinding[];
  readonly presence: readonly {
    readonly network: string;
    /** As people write it, where the network is known: `LinkedIn`. */
    readonly networkName?: string;
    readonly status: 'present' | 'missing';
    readonly important: boolean;
    readonly severity?: Severity;
    readonly action?: 'create';
  }[];
  readonly unlisted: readonly never[];
  readonly networks: readonly {
    readonly network: string;
    readonly sources: readonly {
      readonly source: Source;
      readonly asked: number;
      readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
      /** True: the network answered its two controls alike, so that nothing rests on this source tonight. */
      readonly blind: boolean;
      /** What the controls answered; left out where none was asked. */
      readonly controls?: { readonly known: Outcome | null; readonly impossible: Outcome | null };
      readonly reader: 'fits' | 'no-longer-fits';
      /** Of an official interface; left out for sources that need no token. */
      readonly token?: 'none' | 'ok' | 'expired' | 'missing-scope';
    }[];
  }[];
  readonly notices: readonly ReportNotice[];
  readonly history: readonly { readonly at: string; readonly summary: ReportSummary }[];
}

/** A file of a report, in memory. */
export interface ReportFile {
  /** Relative to the run's folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}
