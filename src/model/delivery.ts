/** How a run reaches people: who is told, by which way, and on which nights. Secrets are no part of this. */

/** The ways to reach people; the names that `--to` takes. */
export const TARGETS = ['mail', 'slack', 'teams', 'webhook'] as const;
export type Target = (typeof TARGETS)[number];

/** `new-findings`: something is new or back; `failure`: the run's exit code is not 0. */
export type OnlyWhen = 'new-findings' | 'always' | 'failure';

export interface Person {
  readonly name?: string;
  readonly email: string;
}

export interface MessageSettings {
  readonly onlyWhen?: OnlyWhen;
}

export interface MailSettings extends MessageSettings {
  /** The address that it comes from. */
  readonly from: string;
  /** Addresses, or keys of `people`: they are told of everything. */
  readonly to?: readonly string[];
  /** `owner` (default): to each owner what is theirs; `all`: one mail with everything. */
  readonly per?: 'owner' | 'all';
  /** Whether index.html goes along. */
  readonly attach?: boolean;
}

export interface DeliverySettings {
  readonly mail?: MailSettings | false;
  readonly slack?: MessageSettings | boolean;
  readonly teams?: MessageSettings | boolean;
  readonly webhook?: MessageSettings | boolean;
  /** Where the report can be read; `{run}` stands for the run's id. */
  readonly reportUrl?: string;
}
