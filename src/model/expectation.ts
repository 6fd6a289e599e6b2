/** What the brand wants of one profile: brand + location + profile, cut to the network's limits. */

import type { AddressEntry, BrandImage, Intent, LogoRole } from './config.ts';

/** Where an expectation comes from. */
export type Layer = 'brand' | 'location' | 'profile';

export interface Expected<T> {
  readonly value: T;
  readonly from: Layer;
}

export interface ExpectedLogo {
  readonly file: string;
  readonly role: LogoRole;
  readonly image: BrandImage;
}

export interface ExpectedBanner {
  readonly file: string;
  readonly image: BrandImage;
}

export interface ExpectedBio {
  /** The longest text in the profile's language that fits the network; null when none fits. */
  readonly text: string | null;
  /** Texts that the brand calls as right as `text`, and that fit. */
  readonly equals?: readonly string[];
  /** Every text of the brand in that language: another of them on the page is right too, if it fits. */
  readonly alternatives: readonly string[];
  readonly limit: number | null;
  readonly from: Layer;
}

export interface ExpectedActivity {
  readonly intent: Intent;
  /** ISO 8601 duration. */
  readonly dormantAfter: string;
  /** ISO date on which a campaign ends. */
  readonly until: string | null;
  /** The months in which it posts, 1 to 12; empty: all of them. */
  readonly activeMonths: readonly number[];
  /** From this many followers an account is not let go without a person's yes. */
  readonly bigAudience: number;
}

/** A field that is missing here is one that the brand leaves open: it is not asked. */
export interface Expectation {
  readonly language: string;
  readonly handle: string;
  readonly name?: Expected<string> & { readonly aliases: readonly string[] };
  readonly bio?: ExpectedBio;
  readonly website?: Expected<string>;
  readonly emails?: Expected<readonly string[]>;
  readonly phones?: Expected<readonly string[]>;
  readonly address?: Expected<AddressEntry>;
  readonly kvk?: Expected<string>;
  readonly vat?: Expected<string>;
  readonly logos?: Expected<readonly ExpectedLogo[]>;
  /** Those for this network; any of them is right. */
  readonly banners?: Expected<readonly ExpectedBanner[]>;
  readonly activity: ExpectedActivity;
  /** The network's own lasting id of the account, as the list holds it. */
  readonly pin?: string;
  readonly formerNames: readonly string[];
  /** Phrases that the bio must hold; what the nearest layer says. */
  readonly requiredPhrases?: readonly string[];
  readonly forbiddenPhrases: readonly string[];
  readonly former: {
    readonly phones: readonly string[];
    readonly websites: readonly string[];
    readonly emails: readonly string[];
    readonly kvk: readonly string[];
    readonly vat: readonly string[];
  };
  /** ISO 3166 alpha-2, for phone numbers in national writing. */
  readonly country: string;
}

/** Also without a text of its own the brand may ask something of a bio: phrases to hold, or to be rid of. */
export const asksBio = ({ bio, requiredPhrases = [], forbiddenPhrases, formerNames }: Expectation): boolean =>
  bio !== undefined || requiredPhrases.length + forbiddenPhrases.length + formerNames.length > 0;
