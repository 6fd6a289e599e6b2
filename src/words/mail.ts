/** The words of the messages that tell people of a run: mails above all, and those to a channel. */

export interface MessageCounts {
  /** Findings that the previous run did not have, those that are back included. */
  readonly fresh: number;
  /** Of those: put right once before. */
  readonly back: number;
  readonly fixed: number;
  /** What asks something: profiles, and networks without one. */
  readonly asking: number;
  /** Profiles that could not be judged. */
  readonly unseen: number;
}

export interface MailWords {
  /** Counts and the brand's name, and nothing that a profile shows. */
  readonly subject: (brand: string, counts: MessageCounts) => string;
  readonly checkedOn: (when: string) => string;
  /** Over a mail about one owner's profiles. */
  readonly yours: string;
  readonly news: (counts: MessageCounts) => string;
  readonly nothingNew: string;
  readonly freshHeading: string;
  readonly openHeading: string;
  readonly fixedHeading: string;
  readonly lookHeading: string;
  readonly fixed: (check: string, profile: string) => string;
  readonly back: string;
  readonly paste: string;
  readonly owner: (name: string) => string;
  readonly editProfile: string;
  readonly openReport: string;
  readonly attached: string;
  readonly why: { readonly owner: string; readonly all: string };
  readonly automatic: string;
}
