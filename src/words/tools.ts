/** The words of what a reader can do on the page: filter, compare, decide, look by hand; and of the overviews. */

export interface ToolWords {
  readonly levels: { readonly summary: string; readonly work: string; readonly evidence: string };
  readonly print: { readonly summary: string; readonly all: string };
  readonly overviewHeading: string;
  readonly aboutRun: string;
  readonly openEvidence: string;
  /** On the button that shows the page in the other language: written in that language. */
  readonly otherLanguage: string;
  /** Around a number of days. */
  readonly old: { readonly before: string; readonly after: string };
  readonly news: {
    readonly heading: string;
    readonly fresh: (count: number) => string;
    readonly back: string;
    readonly fixed: (count: number) => string;
    readonly none: string;
    readonly was: string;
  };
  /** Before the sentence of an earlier night. */
  readonly lastSeen: (date: string) => string;
  readonly trend: {
    readonly heading: string;
    readonly caption: (runs: number, from: string, to: string) => string;
    readonly table: string;
    readonly night: string;
    readonly fine: string;
    readonly asking: string;
    readonly unseen: string;
  };
  readonly presence: {
    readonly heading: string;
    readonly intro: string;
    readonly where: string;
    readonly whole: string;
    readonly missing: string;
    readonly none: string;
  };
  readonly uniform: {
    readonly heading: string;
    readonly intro: string;
    readonly profile: string;
    readonly odd: string;
    readonly legend: string;
    readonly none: string;
  };
  readonly filters: {
    readonly legend: string;
    readonly verdict: string;
    readonly network: string;
    readonly owner: string;
    readonly noOwner: string;
    readonly check: string;
    readonly search: string;
    readonly searchHint: string;
    readonly sort: string;
    readonly byUrgency: string;
    readonly byNetwork: string;
    readonly byName: string;
    readonly byOwner: string;
    readonly all: string;
    readonly clear: string;
    readonly none: string;
    /** Between the two numbers: `3 van 30`. */
    readonly of: string;
    readonly shown: string;
  };
  readonly link: string;
  readonly compare: {
    readonly ways: string;
    readonly beside: string;
    readonly slider: string;
    readonly overlay: string;
    readonly position: string;
    readonly strength: string;
  };
  readonly accept: {
    readonly button: string;
    readonly heading: string;
    readonly intro: string;
    readonly as: string;
    readonly asWaiver: string;
    readonly asExpected: string;
    readonly asPin: string;
    readonly reason: string;
    readonly by: string;
    readonly until: string;
    readonly add: string;
    readonly cancel: string;
    readonly fillIn: string;
  };
  readonly patch: {
    readonly heading: string;
    readonly intro: string;
    readonly how: string;
    readonly download: string;
    readonly copy: string;
    readonly undo: string;
    readonly undoAll: string;
    readonly waive: string;
    readonly expect: string;
    readonly pin: string;
    readonly seen: string;
  };
  readonly hand: {
    readonly intro: string;
    readonly ok: string;
    readonly deviating: string;
    readonly absent: string;
    readonly notSeen: string;
    readonly newestPost: string;
    readonly by: string;
    readonly add: string;
    readonly added: string;
    readonly empty: string;
  };
  readonly wrong: { readonly button: string; readonly explained: string };
}
