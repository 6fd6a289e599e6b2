/** The shape of the catalogue: every word that a reader sees, in one language. A missing key does not compile. */

import type { Action, Verdict } from '../model/audit.ts';
import type { CertificateFault, FailureKind, Source } from '../model/capture.ts';
import type { Intent, Language } from '../model/config.ts';
import type { CheckId, EvidenceField, Facts, FindingCode, Severity, Status } from '../model/finding.ts';
import type { Origin, ToldOutcome } from '../model/observation.ts';
import type { ReportNotice } from '../model/report.ts';
import type { Formats } from './formats.ts';
import type { FormsWords } from './forms.ts';
import type { KitWords } from './kit.ts';
import type { MailWords } from './mail.ts';
import type { PageWords } from './page.ts';
import type { SummaryWords } from './summary.ts';
import type { ToolWords } from './tools.ts';

export type FindingWords = { readonly [C in FindingCode]: (args: Facts[C]) => string };
/** What to do about it; null where the fact asks nothing. */
export type RemedyWords = { readonly [C in FindingCode]: string | null };

export interface FieldWords {
  /** At the head of a row: `Telefoonnummer`. */
  readonly label: string;
  /** Inside a sentence: `het telefoonnummer`. */
  readonly the: string;
}

export interface OutcomeWords {
  readonly label: string;
  /** A whole sentence with the network's name as its subject. */
  readonly explained: (network: string) => string;
  /** A clause that follows a colon, where the network's name is not at hand. */
  readonly clause: string;
  /** What would help to see it, most helpful first. */
  readonly help: (network: string) => readonly string[];
}

export interface VerdictWords {
  readonly label: string;
  /** One sentence about one profile. */
  readonly explained: string;
  /** The advice: what to consider, and why. */
  readonly advice: string;
  /** What to do, in order; the steps that come before a deletion among them. */
  readonly steps: readonly string[];
}

/** The codes of `run.exitReasons`, by which the exit code is explained. */
export const EXIT_REASONS = [
  'findings',
  'new-findings',
  'missing-networks',
  'coverage',
  'incomplete',
  'interrupted',
] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

export type PictureReason =
  | FailureKind
  | 'same-pixels'
  | 'older-drawing'
  | 'other-colour'
  | 'turned'
  | 'part-missing'
  | 'part-differs'
  | 'no-likeness'
  | 'placeholder-picture'
  | 'between'
  | 'among-others'
  | 'photograph'
  | 'hard-to-see'
  | 'cut-off'
  | 'between-roles'
  | 'too-small'
  | 'nearly-blank'
  | 'flat-picture'
  | 'no-decoder'
  | 'not-an-image'
  | 'unread-logo'
  | 'unread-banner'
  | 'not-fetched'
  | 'empty';

export interface ExitFigures {
  readonly coverage: number;
  readonly minCoverage: number;
}

export interface NameWords {
  readonly checks: Readonly<Record<CheckId, string>>;
  /** `seen.unseen` writes `website` for `websites`, and `registration` for the numbers that one check asks for. */
  readonly fields: Readonly<Record<EvidenceField | 'website' | 'registration', FieldWords>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly verdicts: Readonly<Record<Verdict, VerdictWords>>;
  readonly actions: Readonly<Record<Action, string>>;
  readonly outcomes: Readonly<Record<ToldOutcome, OutcomeWords>>;
  readonly sources: Readonly<Record<Source, string>>;
  readonly origins: Readonly<Record<Origin, string>>;
  readonly intents: Readonly<Record<Intent, string>>;
  readonly notices: Readonly<Record<ReportNotice['code'], string>>;
  /** Why a picture was judged or could not be: codes of the judge of logos and of failed requests. */
  readonly certificateFaults: Readonly<Record<CertificateFault, string>>;
  readonly pictureReasons: Readonly<Record<PictureReason, string>>;
  readonly addressParts: Readonly<Record<'street' | 'postalCode' | 'city' | 'region' | 'country', string>>;
  readonly exitReasons: Readonly<Record<ExitReason, (figures: ExitFigures) => string>>;
}

/** What is said before an account is let go: facts to weigh, and whom to ask. Short: the terminal shows them too. */
export interface AdviceWords {
  readonly heading: string;
  readonly followers: (amount: number) => string;
  readonly followersUnseen: string;
  readonly handleIsName: (name: string) => string;
  readonly linkedFrom: (websites: string) => string;
  readonly askAboutAudience: (amount: number) => string;
  readonly askAboutMissingPin: string;
  readonly askAboutUnseenPin: string;
}

export interface Words extends NameWords {
  readonly language: Language;
  readonly format: Formats;
  readonly finding: FindingWords;
  readonly remedy: RemedyWords;
  readonly page: PageWords;
  readonly tools: ToolWords;
  readonly advice: AdviceWords;
  readonly forms: FormsWords;
  readonly summary: SummaryWords;
  readonly mail: MailWords;
  readonly kit: KitWords;
}
