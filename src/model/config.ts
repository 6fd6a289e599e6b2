/** `profiles.json` after validation: the brand, its locations and profiles, and the settings. */

import type { Source } from './capture.ts';
import type { DeliverySettings, Person } from './delivery.ts';
import type { CheckId, Severity } from './finding.ts';

export type Language = 'nl' | 'en';
export type Intent = 'active' | 'archive' | 'reserve' | 'campaign';
export type LogoRole = 'primary' | 'variant' | 'outdated';

export interface LogoEntry {
  readonly file: string;
  readonly role: LogoRole;
}

export interface BannerEntry {
  readonly file: string;
  readonly networks?: readonly string[];
}

export interface BioEntry {
  /** BCP 47 primary tag, such as `nl`. */
  readonly language: string;
  readonly text?: string;
  /** In place of `text`: each of them is right. */
  readonly anyOf?: readonly string[];
  /** Meant for networks that allow at most this many characters. */
  readonly maxLength?: number;
}

/** A phrase for every profile, or for some networks or one language. */
export type PhraseEntry =
  | string
  | { readonly phrase: string; readonly networks?: readonly string[]; readonly language?: string };

export interface AddressEntry {
  readonly street?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly region?: string;
  readonly country?: string;
}

export interface ContactEntry {
  readonly website?: string;
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly address?: AddressEntry;
  /** The number in the Dutch trade register: eight digits. */
  readonly kvk?: string;
  readonly vat?: string;
}

export interface FormerEntry {
  readonly phones?: readonly string[];
  readonly websites?: readonly string[];
  readonly emails?: readonly string[];
  readonly kvk?: readonly string[];
  readonly vat?: readonly string[];
}

/** Any part of the brand: what a location and `expect` may override field by field. */
export interface BrandPart {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly formerNames?: readonly string[];
  readonly logos?: readonly LogoEntry[];
  readonly banners?: readonly BannerEntry[];
  readonly bios?: readonly BioEntry[];
  readonly requiredPhrases?: readonly PhraseEntry[];
  readonly forbiddenPhrases?: readonly PhraseEntry[];
  readonly former?: FormerEntry;
  readonly contact?: ContactEntry;
}

export interface Brand extends BrandPart {
  readonly name: string;
  readonly importantNetworks?: readonly string[];
}

export interface LocationEntry extends BrandPart {
  readonly id: string;
}

export interface Waiver {
  readonly check: CheckId;
  /** The normalised value, or `sha256:` and an image's pixel hash, that was accepted. */
  readonly accepts: string;
  readonly reason: string;
  readonly owner: string;
  /** ISO date; valid through that day (UTC). */
  readonly until: string;
}

/** What a person can answer of by looking at a page. */
export type HandField =
  | 'name'
  | 'handle'
  | 'bio'
  | 'website'
  | 'email'
  | 'phone'
  | 'address'
  | 'registration'
  | 'logo'
  | 'banner';

/** What a person saw when looking at a profile. */
export interface SeenEntry {
  /** ISO date. */
  readonly at: string;
  readonly by: string;
  readonly fields?: Readonly<Partial<Record<HandField, 'ok' | 'deviating' | 'absent' | 'not-seen'>>>;
  /** The day of the newest post, ISO date. */
  readonly newestPost?: string;
  /** Per field `sha256:` and the digest of what was expected when the person looked. */
  readonly expected?: Readonly<Partial<Record<HandField, string>>>;
}

export interface ProfileEntry {
  readonly id: string;
  readonly network: string;
  readonly url: string;
  readonly language?: string;
  readonly owner?: string;
  readonly location?: string;
  readonly intent?: Intent;
  /** ISO date on which a campaign ends. */
  readonly until?: string;
  /** For a seasonal profile: the months in which it posts, 1 to 12. */
  readonly activeMonths?: readonly number[];
  readonly pin?: string;
  readonly expect?: BrandPart;
  /** ISO 8601 duration. */
  readonly dormantAfter?: string;
  readonly sources?: readonly Source[];
  readonly ignore?: readonly CheckId[];
  readonly waivers?: readonly Waiver[];
  readonly seen?: readonly SeenEntry[];
}

export type CheckSetting = 'off' | Severity;

export interface NetworkSettings {
  /** ISO 8601 duration; a profile's own goes before it. */
  readonly dormantAfter?: string;
  /** Where the network's open interface is asked; never for one that carries a token. */
  readonly api?: string;
}

/** Addresses in place of a network's own controls; `false`: they are not asked. */
export type ControlSetting = false | { readonly known?: string; readonly impossible?: string };

export interface Settings {
  readonly dormantAfter: string;
  /** From this many followers an account is not let go without a person's yes. */
  readonly bigAudience: number;
  /** By the network's id. */
  readonly networks: Readonly<Partial<Record<string, NetworkSettings>>>;
  readonly failOn: FailOn;
  readonly language: Language;
  readonly concurrency: number;
  readonly perHostDelayMs: number;
  readonly minCoverage: number;
  readonly checks: Readonly<Partial<Record<CheckId, CheckSetting>>>;
  readonly userAgent?: string;
  /** By the network's id: other controls than the network's own, or none. */
  readonly controls: Readonly<Partial<Record<string, ControlSetting>>>;
  /** Milliseconds for one profile, all its sources together. */
  readonly profileTimeoutMs: number;
  /** ISO 8601 duration; a saved page that is older does not count. */
  readonly importMaxAge: string;
  /** ISO 8601 duration; how long a look by hand counts. */
  readonly handSeenFor: string;
  /** How many runs stay on disk. */
  readonly keepRuns: number;
  /** ISO 8601 duration; how long captures and screenshots of a run stay. */
  readonly keepCaptures: string;
  readonly robots: RobotsSetting;
  /** Left out: nobody is told. */
  readonly delivery?: DeliverySettings;
  /** Asked after each complete run over all profiles. */
  readonly heartbeatUrl?: string;
}

/** Whether robots.txt is asked before a page of a profile in the list is; for what is discovered it always is. */
export type RobotsSetting = 'ignore' | 'honour';

export type FailOn = 'error' | 'warning' | 'new' | 'never';

/** An image of the brand, read from disk. `file` is as profiles.json writes it. */
export interface BrandImage {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** The whole file, validated, defaults filled in, with the images it names. */
export interface Config {
  /** Absolute path of profiles.json; only for messages. */
  readonly path: string;
  readonly brand: Brand;
  readonly locations: readonly LocationEntry[];
  readonly profiles: readonly ProfileEntry[];
  readonly settings: Settings;
  /** Who can be reached, by the key that `owner` names. */
  readonly people?: ReadonlyMap<string, Person>;
  /** By the name that profiles.json gives the file. */
  readonly images: ReadonlyMap<string, BrandImage>;
}
