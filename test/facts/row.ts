/** One case of the table of facts: what the brand expects, what a profile shows, and what a careful adviser says. */

import type { AddressEntry, BrandPart } from '../../src/model/config.ts';

/** `info`: a remark that changes no verdict. */
export type Advice = 'ok' | 'info' | 'deviating' | 'unverifiable';

/** As it stands in the JSON-LD of a page. */
export interface PageFacts {
  readonly name?: string;
  readonly description?: string;
  readonly url?: string;
  readonly telephone?: string | readonly string[];
  readonly email?: string | readonly string[];
  readonly address?: string | AddressEntry;
  readonly vatID?: string;
  readonly taxID?: string;
  readonly identifier?: object;
  /** What stands in the foot of the page, as text. */
  readonly foot?: string;
}

export interface FactRow {
  readonly what: string;
  /** Part of a profile's `expect`. */
  readonly brand: BrandPart;
  readonly page: PageFacts;
  readonly verdict: Advice;
  readonly code?: string;
  readonly why: string;
}

/** What a case is called: the expected value and the shown one, characters that cannot be seen written out. */
export const called = (expected: unknown, shown: unknown): string => `${visible(expected)} shown as ${visible(shown)}`;

const visible = (value: unknown): string =>
  JSON.stringify(value).replace(/\p{Cf}|\p{Zs}|\uFE0F/gu, (sign) =>
    sign === ' ' ? sign : `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
