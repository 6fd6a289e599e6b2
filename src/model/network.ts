/** What a network adapter says of its network: data, and small pure functions over one document. */

import type { CheerioAPI } from 'cheerio';
import type { CapturedDocument, Outcome, PageRequest, Source } from './capture.ts';
import type { FieldName, FieldValues, Origin } from './observation.ts';
import type { PinKind } from './pin.ts';

/** One account on one network, known from its address. */
export interface Account {
  /** Without `@`, as the address writes it (case kept). */
  readonly handle: string;
  /** The kind of address where a network has several: `company`, `showcase`, `channel` … */
  readonly kind: string;
  /** Lower case; for federated networks the server. */
  readonly host: string;
  /** The one address that all spellings come down to. */
  readonly url: string;
  /** The lasting id that the list holds of it, if any: a page that shows it is this account's under every handle. */
  readonly pin?: string;
}

/** A captured document, parsed once and lazily. */
export interface ParsedDocument extends CapturedDocument {
  readonly source: Source;
  /** The HTML as cheerio; an empty page for what is not HTML. */
  readonly $: CheerioAPI;
  /** The body as JSON, or undefined when it is none. */
  readonly json: unknown;
  /** All JSON-LD nodes of the page, `@graph` flattened; [] when there are none or they are broken. */
  readonly jsonLd: readonly Readonly<Record<string, unknown>>[];
}

/** A network's own sign of an outcome. The first that matches decides; nothing else of that page is read. */
export interface Sign {
  readonly outcome: Exclude<Outcome, 'profile' | 'network-error' | 'timeout'>;
  /** In words, for the evidence: `lands on /authwall`, `answers 404 with "Page not found"`. */
  readonly id: string;
  readonly matches: (document: ParsedDocument, account: Account) => boolean;
}

/** One place in one document where a value may stand. */
export interface Place<T> {
  /** Which of the source's documents; `page` when left out. */
  readonly document?: string;
  readonly origin: Origin;
  /** The place in words: `meta og:title`, `JSON-LD Organization.name`. */
  readonly locator: string;
  /** undefined: the place is not there · null: there and empty · else the value. Must not throw. */
  readonly pick: (document: ParsedDocument, account: Account) => T | null | undefined;
  /** Whether what this place gives is cut by the network. */
  readonly truncated?: boolean | ((value: T) => boolean);
}

/** The places of each field, best first. A field without places is one that this network does not have. */
export type Places = { readonly [F in FieldName]?: readonly Place<FieldValues[F]>[] };

export interface SourcePlan {
  /**
   * The requests still to be made, given the answers so far; [] when there are no more.
   * The first request's document is the one that signs and proof are looked for in, unless the sign says otherwise.
   */
  readonly requests: (account: Account, answered: readonly ParsedDocument[]) => readonly PageRequest[];
  /**
   * Of an open interface: a recorded real answer was read. Else it is known by its documentation alone: its values are
   * marked, and it alone proves no absence and no silence.
   */
  readonly isMet?: true;
  /** The document that signs, proof and places are looked for in, where it was asked and is not the first. */
  readonly main?: string;
}

/** What a token's own answer says of it: never a fact about the profile. */
export interface TokenFault {
  readonly state: 'expired' | 'missing-scope';
  /** In words, for the evidence: `answers 401 with EXPIRED_ACCESS_TOKEN`. */
  readonly id: string;
  readonly matches: (document: ParsedDocument, account: Account) => boolean;
  /** The scope that is missing, where the answer names it. */
  readonly scope?: (document: ParsedDocument) => string | undefined;
}

/** A network's official interface for those who hold a token; its answers are read by the same signs, proof and places. */
export interface OfficialApi extends Omit<SourcePlan, 'isMet'> {
  /** The environment variable that holds the token: `BIJWERKEN_LINKEDIN_TOKEN`. */
  readonly token: string;
  /** How the token travels. The adapter never sees it. */
  readonly sends: { readonly as: 'bearer' } | { readonly as: 'query' | 'header'; readonly name: string };
  /** The hosts that the token may go to, in lower case. No other ever gets it, redirects included. */
  readonly hosts: readonly string[];
  /** What the token needs leave for, as the network names it. */
  readonly scopes: readonly string[];
  /** The documentation that was followed, with its version. */
  readonly followed: string;
  /** True: a recorded real answer was read. Else its values are marked, and it alone proves no absence and no silence. */
  readonly isVerified: boolean;
  /** Looked for in every document, before the signs. */
  readonly faults: readonly TokenFault[];
  /** Fields that its answers leave out, though other answers of the network are read for them. */
  readonly lacks?: readonly FieldName[];
}

/** How the organisation's own login works at a network: what of it is kept, and what the network says of that. */
export interface SessionPlan {
  /** The page on which a person signs in. */
  readonly login: string;
  /** The network's own domains, subdomains included: the session goes nowhere else. */
  readonly domains: readonly string[];
  /** The cookies that are kept, by name; no other is. */
  readonly cookies: readonly string[];
  /** Those without which nobody is signed in. */
  readonly signedIn: readonly string[];
  /** What is kept of the storage of the network's own pages, by name. */
  readonly storageKeys?: readonly string[];
  /** Beginnings of paths where the signing in is still under way. */
  readonly underWay: readonly string[];
  /** What the network's terms say of automated visits, in plain words of our own, and where. */
  readonly terms: { readonly says: string; readonly source: string };
}

export interface TextLimit {
  readonly max: number;
  readonly unit: 'characters' | 'graphemes';
}

/** How a network wants a picture to be uploaded. */
export interface WantedPicture {
  readonly width: number;
  readonly height: number;
  readonly maxBytes: number;
  /** Smaller files are refused. */
  readonly minBytes?: number;
  /** Shown in a circle: what stands in the corners is cut off. */
  readonly isRound?: true;
  /** The part in its middle that is seen on every screen; left out where that is all of it. */
  readonly safe?: { readonly width: number; readonly height: number };
}

export interface NetworkPictures {
  readonly logo: WantedPicture;
  readonly banner?: WantedPicture;
  /** Where the sizes are known from: the network's own documentation, or guides of others. */
  readonly source: string;
  /** ISO date on which somebody last looked whether this is still so. */
  readonly reviewed: string;
}

export interface Network {
  readonly id: string;
  readonly name: string;
  /** The account that an address names (API addresses included), or null when it is not this network's. */
  readonly recognise: (url: URL) => Account | null;
  /** Hosts that are this network's even where the address names no account (`/login`, `/authwall`); `*.` for any under it. */
  readonly hosts?: readonly string[];
  /** True for networks that any host may speak (Mastodon, website): they are asked last, or by name. */
  readonly anyHost?: boolean;
  readonly sources: Partial<Record<'api' | 'http' | 'browser', SourcePlan>>;
  /** Asked before the open `api`, where its token is at hand. */
  readonly official?: OfficialApi;
  /** Left out where nobody signs in for an audit. */
  readonly session?: SessionPlan;
  readonly signs: readonly Sign[];
  /** Handles or ids that the page itself names as its subject; compared with the account without case. */
  readonly proof: readonly Place<readonly string[]>[];
  readonly places: Places;
  /** Fields of which one, filled, shows that the page is more than a shell; the name where this is left out. */
  readonly enough?: readonly FieldName[];
  /** Why there is no fixture of one of the three states `normal`, `walled` and `gone`, in words. */
  readonly neverSeen?: { readonly walled?: string; readonly gone?: string };
  /** The kinds of lasting ids that its accounts have, the narrowest first. */
  readonly pins?: readonly PinKind[];
  /** What the network allows at most; absent where unknown or unlimited. */
  readonly limits: { readonly name?: TextLimit; readonly bio?: TextLimit; readonly tagline?: TextLimit };
  /** Left out where no size is known: then the brand's own file is the one to upload. */
  readonly pictures?: NetworkPictures;
  /** How its profiles show a number of their own country; `international` where left out. */
  readonly phones?: 'national' | 'international';
  readonly links: {
    /** Where a person changes the profile. */
    readonly edit?: (account: Account, pin: string | null) => string;
    readonly remove?: (account: Account, pin: string | null) => string;
  };
  /** The address of the same picture at the best size that the network offers; the one that is given where none is known. */
  readonly bestImage?: (url: string) => string;
  /** The addresses of a profile that will not go away and of a handle that cannot exist. */
  readonly controls?: { readonly known: string; readonly impossible: string };
  /** Where the limits and signs are known from. */
  readonly sourcesOfFacts?: readonly string[];
}

/** A network that no longer is: nothing there is ever fetched. */
export interface ClosedNetwork {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
  /** ISO date on which it closed for the public. */
  readonly closedOn: string;
  readonly successor: string | null;
  /** Where the date is known from. */
  readonly source: string;
  /** ISO date on which somebody last looked whether this is still so. */
  readonly reviewed: string;
}

/** What became of a network: one line of the lifecycle table. */
export interface Lifecycle {
  readonly id: string;
  readonly name: string;
  /** `merged`: closed, and its users went to the successor. `renamed`: the same accounts under another name. */
  readonly state: 'active' | 'renamed' | 'merged' | 'closed';
  /** ISO date of the change; null for what is as it was. */
  readonly since: string | null;
  /** The id of the network that took its place. */
  readonly successor: string | null;
  readonly source: string;
  /** ISO date on which somebody last looked whether this is still so. */
  readonly reviewed: string;
}

/** A network that is known, and that no reader is here for. */
export interface UnreadNetwork {
  readonly id: string;
  readonly name: string;
  /** Subdomains included. */
  readonly hosts: readonly string[];
}
