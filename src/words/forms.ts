/** The words of the other forms of a report: job summary, table, issues, annotations, and the difference of two runs. */

/** The columns of `findings.csv`, in their order; the keys stand at their heads for programs. */
export const CSV_COLUMNS = [
  'key',
  'profile',
  'network',
  'url',
  'owner',
  'verdict',
  'action',
  'check',
  'code',
  'status',
  'severity',
  'expected',
  'found',
  'sentence',
  'since',
  'isNew',
  'isBack',
  'isFixed',
  'lastSeen',
  'remedy',
  'waiverUntil',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

export interface IssueWords {
  readonly title: (brand: string, profiles: number) => string;
  /** Where nothing is asked but a profile on important networks. */
  readonly titleMissing: (brand: string, networks: number) => string;
  /** Of an issue that is kept open for what nobody could see tonight. */
  readonly titleUnseen: (brand: string) => string;
  readonly titleDone: (brand: string) => string;
  readonly forOwner: string;
  readonly noOwner: string;
  readonly checkedOn: (when: string) => string;
  readonly keepsItself: string;
  readonly done: string;
  readonly unseenHeading: string;
  readonly unseenIntro: string;
  readonly lastSeenOn: (date: string) => string;
  readonly partial: string;
}

export interface CompareWords {
  readonly heading: (brand: string) => string;
  readonly runs: (earlier: string, later: string) => string;
  readonly otherBrand: (earlier: string, later: string) => string;
  readonly notWhole: string;
  readonly same: string;
  readonly newHeading: string;
  readonly fixedHeading: string;
  readonly changedHeading: string;
  readonly verdictsHeading: string;
  readonly addedHeading: string;
  readonly removedHeading: string;
  readonly unseenHeading: string;
  readonly unseen: (findings: number) => string;
  readonly notAsked: (findings: number) => string;
  readonly coverageHeading: string;
  readonly profilesSeen: (earlier: string, later: string) => string;
  readonly fieldsSeen: (earlier: string, later: string) => string;
  readonly now: string;
}

export interface FormsWords {
  readonly severityCounts: (errors: number, warnings: number, infos: number) => string;
  readonly noFindings: string;
  readonly fixedHeading: string;
  readonly fixed: (amount: number) => string;
  readonly wholeReport: string;
  readonly moreInReport: (amount: number) => string;
  readonly columns: Readonly<
    Record<'verdict' | 'profiles' | 'advice' | 'profile' | 'facts' | 'since' | 'owner', string>
  >;
  readonly csv: Readonly<Record<CsvColumn, string>>;
  readonly yes: string;
  readonly no: string;
  readonly issue: IssueWords;
  readonly compare: CompareWords;
}
