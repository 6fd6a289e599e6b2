/** What a check says: facts by code and arguments. Sentences come from `words`, importance from `decide`. */

import type { CertificateFault, Source } from './capture.ts';
import type { Activity, FieldName, Origin } from './observation.ts';

export const CHECK_IDS = [
  'presence.exists',
  'presence.important-network',
  'presence.unlisted',
  'presence.network-closed',
  'presence.identity',
  'look.logo',
  'look.banner',
  'info.name',
  'info.handle',
  'info.bio',
  'info.website',
  'info.email',
  'info.phone',
  'info.address',
  'info.registration',
  'info.backlink',
  'info.uniform',
  'activity.dormant',
  'activity.never-posted',
] as const;

export type CheckId = (typeof CHECK_IDS)[number];
export type Status = 'ok' | 'deviating' | 'absent' | 'unverifiable' | 'not-applicable' | 'waived';
export type Severity = 'error' | 'warning' | 'info';

/** Every fact a check can state, with the arguments that its sentence needs. */
export interface Facts {
  'presence.seen': { source: Source };
  'presence.closed-for-good': { network: string };
  'presence.gone': { sign: string; firstSeenGoneAt: string; confirmedAt: string };
  'presence.suspended': { sign: string };
  'presence.not-found-unconfirmed': { sign: string };
  'presence.not-found-uncontrolled': { sign: string };
  'presence.not-found-unmet': { sign: string };
  'presence.blind': { source: Source };
  'presence.not-seen': { outcome: string; because: string };
  'network.closed': { network: string; closedOn: string; successor: string | null; source: string };
  'identity.same': { pin: string };
  'identity.taken-over': { registered: string; seen: string };
  'identity.not-comparable': { registered: string; seen: string };
  'identity.contradictory': { registered: string; seen: string };
  'identity.unmet': { registered: string; seen: string };
  'identity.renamed': { from: string; to: string };
  'identity.perhaps-renamed': { to: string };
  'identity.moved': { to: string };
  'field.not-seen': { field: string; outcome: string; because: string };
  'field.not-found': { field: string };
  'field.not-on-network': { field: string; network: string };
  'field.empty': { field: string };
  'hand.ok': { field: string; at: string; by: string };
  'hand.deviating': { field: string; at: string; by: string };
  'hand.absent': { field: string; at: string; by: string };
  'hand.too-old': { field: string; at: string; by: string };
  'hand.other-expectation': { field: string; at: string; by: string };
  'hand.recent': { date: string; at: string; by: string };
  'hand.dormant': { date: string; at: string; by: string; limit: string };
  'check.crashed': { message: string };
  'logo.same': { file: string };
  'logo.variant-accepted': { file: string };
  'logo.variant': { reason: string };
  'logo.outdated': { file: string };
  'logo.placeholder': Record<string, never>;
  'logo.different': Record<string, never>;
  'logo.undecided': { reason: string };
  'logo.not-loaded': { reason: string };
  'banner.same': { file: string };
  'banner.different': Record<string, never>;
  'banner.undecided': { reason: string };
  'banner.not-loaded': { reason: string };
  'name.same': Record<string, never>;
  'name.alias': { alias: string };
  'name.same-as-far-as-shown': Record<string, never>;
  'name.former': { former: string };
  'name.differs': Record<string, never>;
  'handle.same': Record<string, never>;
  'handle.differs': Record<string, never>;
  'handle.not-comparable': Record<string, never>;
  'bio.same': Record<string, never>;
  'bio.alternative': Record<string, never>;
  'bio.same-as-far-as-shown': { shown: number; of: number };
  'bio.cut-too-short': { shown: number };
  'bio.nearly-same': { similarity: number };
  'bio.former-name': { former: string };
  'bio.forbidden-phrase': { phrase: string };
  'bio.phrase-missing': { phrase: string };
  'bio.phrase-unseen': { phrase: string };
  'bio.phrases-right': Record<string, never>;
  'bio.phrases-right-as-far-as-shown': Record<string, never>;
  'bio.differs': { similarity: number };
  'bio.none-fits': { limit: number };
  'website.same': Record<string, never>;
  'website.same-as-far-as-shown': Record<string, never>;
  'website.former': { former: string };
  'website.differs': Record<string, never>;
  'website.short-link': { host: string };
  'website.unreadable': Record<string, never>;
  'website.redirects-home': { to: string };
  'website.redirects-away': { to: string };
  'website.link-hub': { host: string };
  'website.link-hub-without-site': { host: string };
  'website.link-hub-unseen': { host: string };
  'website.dead-link': { url: string; status: number };
  'website.certificate': { host: string; reason: CertificateFault };
  'email.same': Record<string, never>;
  'email.former': { former: string };
  'email.differs': Record<string, never>;
  'email.unreadable': Record<string, never>;
  'phone.same': Record<string, never>;
  'phone.former': { former: string };
  'phone.differs': Record<string, never>;
  'phone.unreadable': Record<string, never>;
  'address.same': Record<string, never>;
  'address.same-as-far-as-shown': Record<string, never>;
  'address.differs': { parts: string };
  'address.unreadable': Record<string, never>;
  'registration.same': { field: string };
  'registration.former': { field: string; former: string };
  'registration.differs': { field: string };
  'registration.several': { field: string };
  'registration.unreadable': { field: string };
  'uniform.same': { field: string };
  'uniform.odd-one-out': { field: string; agreeing: number; of: number; profiles: string };
  'uniform.not-compared': { field: string };
  'activity.recent': { from: string; to: string };
  'activity.dormant': { from: string; to: string; limit: string };
  'activity.perhaps-dormant': { to: string; limit: string };
  'activity.undecided': { from: string; to: string; limit: string };
  'activity.between-seasons': { from: string; to: string; seasonFrom: string; seasonTo: string };
  'activity.meant-to-be-silent': { intent: string };
  'activity.campaign-over': { until: string };
  'activity.never-posted': { created: string | null };
  'activity.new-account': { created: string; limit: string };
  'activity.has-posted': Record<string, never>;
  'activity.nothing-shown': Record<string, never>;
  'activity.implausible-date': { from: string; to: string };
}

export type FindingCode = keyof Facts;

/** The field a piece of evidence speaks of. */
export type EvidenceField = FieldName | 'presence';

interface EvidenceBase {
  readonly field: EvidenceField;
  /** Where on the page, in words. */
  readonly locator?: string;
  readonly origin?: Origin;
  readonly source?: Source;
  /** True: read by an interface's documentation; its real answers were never met. */
  readonly unmet?: true;
  /** The text of the profile that holds what was found, where no field of its own does. */
  readonly within?: 'bio' | 'tagline';
  /** Ids of the profiles that show what is expected here, where that is not the brand's word: some of them, when many. */
  readonly elsewhere?: readonly string[];
}

/** A text beside a text: shown with word-level differences. */
export interface TextEvidence extends EvidenceBase {
  readonly kind: 'text';
  readonly expected: string | null;
  readonly found: string | null;
  readonly truncated?: boolean;
}

/** Short values side by side, raw and normalised. */
export interface ValueEvidence extends EvidenceBase {
  readonly kind: 'value';
  readonly expected: readonly string[];
  readonly found: readonly string[];
  readonly normalised?: readonly string[];
}

/** Images by the name of their asset (in `assets/`), or null where there is none. */
export interface ImageEvidence extends EvidenceBase {
  readonly kind: 'image';
  readonly expectedAsset: string | null;
  readonly foundAsset: string | null;
  readonly differenceAsset: string | null;
  readonly expectedFile: string | null;
  readonly foundUrl: string | null;
  /** 0..1, 1 = same. */
  readonly score: number | null;
  /** `sha256:` of the found image's pixels; what a waiver binds to. */
  readonly pixelHash: string | null;
}

/** A time line: the interval against the threshold. */
export interface DateEvidence extends EvidenceBase {
  readonly kind: 'date';
  readonly activity: Activity | null;
  /** ISO instant before which an account is dormant. */
  readonly limit: string | null;
  readonly threshold: string | null;
  /** Of a seasonal profile: the last season that was over, as ISO 8601; where it is the limit, silence is counted from it. */
  readonly season?: { readonly from: string; readonly to: string };
}

export type EvidenceItem = TextEvidence | ValueEvidence | ImageEvidence | DateEvidence;

/** What a person weighs before an account is let go: facts, for the words to say. */
export interface Advice {
  /** Null: not seen. */
  readonly followers: number | null;
  /** More followers than the settings call big. Null: not seen. */
  readonly bigAudience: boolean | null;
  /** Whether the network's lasting id is in the list (`missing`: it is not), and was seen on the page. */
  readonly pin: 'confirmed' | 'unconfirmed' | 'missing';
  /** The name of the brand that the handle is; null when it is none. */
  readonly handleIsName: string | null;
  /** The organisation's own websites, seen in this run, that link to the profile. */
  readonly linkedFrom?: readonly string[];
}

/** A file of the report made by a check: content-addressed, PNG. */
export interface Asset {
  /** File name inside `assets/`, such as `3fa9….png`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the right value is and how it gets there; the words are made later. */
export interface Remedy {
  /** The text to paste, if the remedy is one. */
  readonly value: string | null;
  /** Where a person changes it: the network's edit page. */
  readonly url: string | null;
  /** The brand's file to upload, as profiles.json names it. */
  readonly file: string | null;
}

type JudgementOf<C extends FindingCode> = {
  readonly code: C;
  readonly args: Facts[C];
  readonly status: Exclude<Status, 'waived'>;
  /** The check's own view of how bad it is, where that differs from the check's default. */
  readonly severity?: Severity;
  readonly expected: string | null;
  readonly found: string | null;
  /** What a waiver's `accepts` is compared with: the normalised value or an image's pixel hash. */
  readonly normalised: string | null;
  readonly evidence: readonly EvidenceItem[];
  readonly remedy?: Partial<Remedy>;
  readonly advice?: Advice;
  readonly assets?: readonly Asset[];
};

/** What a check answers for one profile. */
export type Judgement = { [C in FindingCode]: JudgementOf<C> }[FindingCode];

/** A judgement of one check on one profile. */
export type Finding = Judgement & { readonly key: string; readonly check: CheckId };

export type JudgementExtras = Partial<
  Pick<
    JudgementOf<FindingCode>,
    'expected' | 'found' | 'normalised' | 'evidence' | 'remedy' | 'advice' | 'assets' | 'severity'
  >
>;

const judgement =
  (status: Exclude<Status, 'waived'>) =>
  <C extends FindingCode>(code: C, args: Facts[C], extras: JudgementExtras = {}): Judgement =>
    ({ expected: null, found: null, normalised: null, evidence: [], ...extras, code, args, status }) as Judgement;

export const ok = judgement('ok');
export const deviating = judgement('deviating');
export const absent = judgement('absent');
export const unverifiable = judgement('unverifiable');
export const notApplicable = judgement('not-applicable');
