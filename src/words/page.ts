/** The words of the HTML page that are about the page itself: headings, labels, counts in sentences. */

export interface Counts {
  readonly profiles: number;
  /** Profiles that ask something of the reader. */
  readonly asking: number;
  /** Of those, new tonight; null when there is no earlier run to compare with. */
  readonly fresh: number | null;
  readonly unseen: number;
  /** Important networks without a profile. */
  readonly missing: number;
}

export interface PageWords {
  readonly title: (brand: string) => string;
  readonly documentTitle: (brand: string, date: string) => string;
  readonly skip: string;
  readonly contents: string;
  readonly lede: (counts: Counts) => string;
  readonly coverage: (seen: number, of: number) => string;
  readonly fieldCoverage: (share: string) => string;
  /** The part of the facts that a person saw, and no source. */
  readonly byHand: (share: string) => string;
  readonly sincePrevious: (fresh: number, fixed: number) => string;
  readonly firstRun: string;
  readonly incomplete: string;
  readonly partial: string;
  readonly partialOnly: (what: string) => string;
  readonly summaryHeading: string;
  readonly verdictsHeading: string;
  readonly noticesHeading: string;
  readonly todoHeading: string;
  readonly todoIntro: string;
  readonly nothingToDo: string;
  readonly todoUnseen: (count: number) => string;
  readonly todoCreate: (network: string) => string;
  readonly more: (count: number) => string;
  readonly missingHeading: string;
  readonly missingIntro: string;
  readonly missing: (network: string) => string;
  readonly missingSteps: string;
  readonly profilesHeading: string;
  readonly unseenHeading: string;
  readonly unseenIntro: string;
  readonly allSeen: string;
  readonly perhapsDormantHeading: string;
  readonly perhapsDormantIntro: string;
  readonly wouldHelp: string;
  readonly unseenFields: (fields: string) => string;
  readonly partlyUnseenHeading: string;
  readonly runHeading: string;
  readonly filters: {
    readonly legend: string;
    readonly all: string;
    readonly asking: string;
    readonly unseen: string;
    readonly fine: string;
    readonly fresh: string;
    readonly shown: string;
  };
  readonly profile: {
    readonly network: string;
    readonly address: string;
    readonly owner: string;
    readonly location: string;
    readonly noOwner: string;
    readonly followers: string;
    readonly pin: string;
    readonly advice: string;
    readonly steps: string;
    readonly confirmIdentity: string;
    readonly edit: string;
    readonly remove: string;
    readonly probably: string;
    readonly seen: (fields: number, of: number) => string;
    readonly seenOk: (fields: number, of: number) => string;
    readonly byHandHeading: (count: number) => string;
    readonly byHandIntro: string;
    readonly notSeenHeading: (count: number) => string;
    readonly okHeading: (count: number) => string;
    readonly notApplicableHeading: (count: number) => string;
    readonly waivedHeading: (count: number) => string;
    readonly toTop: string;
  };
  readonly finding: {
    readonly expected: string;
    /** In place of `expected`: what other profiles show, which nobody called right. */
    readonly elsewhere: (profiles: string) => string;
    readonly found: string;
    readonly difference: string;
    readonly nothing: string;
    readonly empty: string;
    readonly fresh: string;
    readonly since: (date: string) => string;
    readonly remedy: string;
    readonly copy: string;
    readonly copied: string;
    readonly upload: (file: string) => string;
    /** Of a post: `hooguit 6 maanden oud`. */
    readonly youngerThan: (duration: string) => string;
    readonly normalised: string;
    readonly readFrom: string;
    readonly unmet: string;
    /** Where a value stood that has no field of its own. */
    readonly within: string;
    readonly truncated: string;
    readonly waiver: (owner: string, until: string) => string;
    readonly waiverReason: string;
    readonly waiverRefused: { readonly 'other-value': string; readonly lapsed: string };
    readonly whole: (characters: string) => string;
    readonly cut: (characters: string) => string;
    readonly toRemove: string;
    readonly toAdd: string;
    readonly tooDifferent: string;
  };
  readonly image: {
    readonly expected: (field: string, file: string | null) => string;
    /** Above a picture of the brand that was recognised, but should not be there. */
    readonly recognised: string;
    readonly found: (field: string) => string;
    readonly difference: (field: string) => string;
    readonly open: string;
    readonly none: string;
    readonly source: string;
  };
  readonly timeline: {
    readonly newest: (period: string) => string;
    readonly none: string;
    readonly limit: (date: string, threshold: string | null) => string;
    readonly looked: (date: string) => string;
    readonly proof: string;
    /** The last season that was over. */
    readonly season: (from: string, to: string) => string;
    readonly noProof: string;
  };
  readonly evidence: {
    readonly heading: string;
    readonly look: (source: string, look: 1 | 2) => string;
    readonly asked: string;
    readonly final: string;
    readonly at: string;
    readonly status: string;
    readonly noStatus: string;
    readonly outcome: string;
    readonly because: string;
    readonly hash: string;
    readonly screenshot: string;
    readonly openScreenshot: string;
    readonly notAsked: string;
    /** Of a page that a person saved: `(20 dagen oud)`. */
    readonly age: (days: number) => string;
  };
  /** Above what rests on a page that a person saved. */
  readonly savedPage: {
    readonly used: (date: string, days: number) => string;
    readonly tooOld: (date: string, days: number) => string;
  };
  readonly run: {
    readonly id: string;
    readonly started: string;
    readonly finished: string;
    readonly browser: string;
    readonly noBrowser: string;
    readonly tool: string;
    readonly exit: string;
    readonly networks: string;
    readonly network: string;
    readonly source: string;
    readonly asked: string;
    readonly outcomes: string;
  };
  readonly footer: string;
}
