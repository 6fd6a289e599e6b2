/** What was read from captures: values with their origin, or nothing where no place gave one. */

import type { Outcome, Source } from './capture.ts';

export type Origin = 'json-ld' | 'open-graph' | 'dom' | 'embedded-json' | 'api';

export interface PostalAddress {
  /** The address as one line, as shown or joined from its parts. */
  readonly text: string;
  readonly street?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly region?: string;
  readonly country?: string;
}

export interface ImageReference {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
}

/** The newest sign of life, as an interval of ISO 8601 instants. */
export interface Activity {
  readonly from: string;
  readonly to: string;
  /** `latest`: the source is chronological and complete at its head. `at-least`: a lower bound. */
  readonly completeness: 'latest' | 'at-least';
}

/** The value of each field. */
export interface FieldValues {
  readonly name: string;
  /** Without `@`, as the network writes it. */
  readonly handle: string;
  /** The long text. */
  readonly bio: string;
  /** The short text, where a network has both. */
  readonly tagline: string;
  readonly websites: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly address: PostalAddress;
  /** Numbers of the Dutch trade register, as the page writes them; a page may name several. */
  readonly kvk: readonly string[];
  readonly vat: readonly string[];
  readonly logo: ImageReference;
  readonly banner: ImageReference;
  /** Rounded where the page rounds. */
  readonly followers: number;
  readonly lastActivity: Activity;
  /** The network's own lasting id of the account. */
  readonly pin: string;
  /** The address of the account to which this one says that it has moved. */
  readonly movedTo: string;
  /** What the account stands for is no more, as the network says beside it: never an absence of the account itself. */
  readonly closed: 'permanently';
  /** When the account was made: an ISO 8601 instant. Only an API says so for certain. */
  readonly created: string;
  /** The addresses on other hosts that a page links to. */
  readonly links: readonly string[];
}

export type FieldName = keyof FieldValues;

export const FIELD_NAMES: readonly FieldName[] = [
  'name',
  'handle',
  'bio',
  'tagline',
  'websites',
  'emails',
  'phones',
  'address',
  'kvk',
  'vat',
  'logo',
  'banner',
  'followers',
  'lastActivity',
  'pin',
  'movedTo',
  'closed',
  'created',
  'links',
];

/** One field's value and where it stood. `value: null` means: the place is there, and empty. */
export interface Reading<T> {
  readonly value: T | null;
  readonly origin: Origin;
  readonly source: Source;
  /** The place in words, such as `JSON-LD Organization.name`. */
  readonly locator: string;
  /** True when the network or the page cut the text. */
  readonly truncated?: boolean;
  /** True: read by the documentation of an interface whose real answers were never met. */
  readonly isUnmet?: true;
  /** The text of the profile that holds the value, where no field of its own does; `locator` is then that text's place. */
  readonly within?: 'bio' | 'tagline';
}

/** What the answers to a token say of it. */
export interface TokenState {
  readonly state: 'ok' | 'expired' | 'missing-scope';
  /** The environment variable that holds it. */
  readonly variable: string;
  readonly scope?: string;
}

/** A field that is missing here was found in no place of the page. */
export type Observation = { readonly [F in FieldName]?: Reading<FieldValues[F]> };

/** Where an account turned out to be, or might be. */
export interface OtherAccount {
  readonly handle: string;
  /** Its address as the list would hold it. */
  readonly url: string;
}

/** One capture, judged and read. */
export interface CaptureReading {
  readonly source: Source;
  readonly look: 1 | 2;
  /** The capture's time: ISO 8601. */
  readonly at?: string;
  readonly outcome: Outcome;
  /** Which sign, proof or failure decided the outcome; plain English, for evidence. */
  readonly because: string;
  /** The sign's id, when one matched. */
  readonly sign?: string;
  /** Asked with a token: what became of that. */
  readonly token?: TokenState;
  /** True: read by documentation alone. */
  readonly isUnmet?: true;
  /** A saved page that is too old to count. */
  readonly isTooOld?: true;
  /** Nothing was asked, because robots.txt asks not to. */
  readonly isAgainstRobots?: true;
  /** The page is about the account with the lasting id that the list holds, under another handle. */
  readonly renamed?: OtherAccount;
  /** The network led to the page of another handle, and nothing tells whose it is. */
  readonly redirected?: OtherAccount;
  /** Besides the handle, what the page names as its subject: an account may have ids of several kinds. */
  readonly named?: readonly string[];
  /** Null unless the outcome is `profile`. */
  readonly observation: Observation | null;
}

/** All sources of one profile together. */
export interface ProfileReading {
  readonly outcome: Outcome;
  readonly because: string;
  /** True when a second look saw the same absence. */
  readonly confirmed: boolean;
  /** The source that alone saw this, and that is blind tonight: what it saw does not count. */
  readonly blind?: Source;
  /** The absence was seen twice, by a source whose controls could not tell that it sees. */
  readonly isUncontrolled?: true;
  /** The absence was told by an interface whose real answers were never met. */
  readonly isUnmet?: true;
  /** Nothing was asked, because robots.txt asks not to. */
  readonly isAgainstRobots?: true;
  readonly observation: Observation | null;
  readonly readings: readonly CaptureReading[];
  /** The capture's time, by which the page is judged: ISO 8601. */
  readonly at: string;
}

/** How a visit ended, in the word by which its sentences are found. */
export type ToldOutcome = Outcome | 'robots';

export const toldOutcome = ({
  outcome,
  isAgainstRobots,
}: Pick<ProfileReading, 'outcome' | 'isAgainstRobots'>): ToldOutcome => (isAgainstRobots ? 'robots' : outcome);
