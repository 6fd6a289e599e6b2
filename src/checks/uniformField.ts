/** One field that profiles of one organisation have in common: what each shows there. Which fields, is said elsewhere. */

import { beforeEllipsis } from '../compare/characters.ts';
import type { ProfileAudit } from '../model/audit.ts';
import type { Expectation } from '../model/expectation.ts';
import type { CheckId } from '../model/finding.ts';
import type { PostalAddress, Reading } from '../model/observation.ts';
import type { Majority, Voice } from './majority.ts';
import type { Picture } from './pictureMajority.ts';

/** One value as the page writes it, and in the forms by which it is compared. */
export interface ShownValue {
  readonly text: string;
  readonly keys: readonly string[];
}

/** What one profile shows in one field: never empty. */
export interface Shown extends Voice {
  readonly audit: ProfileAudit;
  readonly place: Reading<unknown>;
  readonly values: readonly ShownValue[];
  readonly address?: PostalAddress;
  readonly picture?: Picture;
}

export type UniformFieldName = 'logo' | 'name' | 'bio' | 'websites' | 'emails' | 'phones' | 'address';

export interface UniformField {
  readonly field: UniformFieldName;
  /** The check that holds this field against the brand. */
  readonly check: CheckId;
  /** What the brand states here; undefined where it leaves the field open. */
  readonly stated: (expectation: Expectation) => unknown;
  readonly values: (audit: ProfileAudit) => readonly ShownValue[];
  /** Of a picture: what is compared. */
  readonly picture?: (audit: ProfileAudit) => Picture | null;
  /** What most of them show; null when there is no such thing. */
  readonly majority: (voices: readonly Shown[]) => Majority<Shown> | null | Promise<Majority<Shown> | null>;
  /** What the organisation left behind is no example to others, however many still show it. */
  readonly isPast: (shown: Shown) => boolean;
}

/** Null when the field was not seen, is empty, or holds nothing that can be compared. */
export function shownIn({ field, values, picture }: UniformField, audit: ProfileAudit): Shown | null {
  const place = audit.reading.observation?.[field];
  // What texts name beside is not meant to be the same everywhere.
  if (!place || place.within) return null;
  const readable = values(audit).filter(({ keys }) => keys.length > 0);
  const key = [...new Set(readable.flatMap(({ keys }) => keys))].sort().join(' ');
  if (key === '') return null;
  const address = field === 'address' ? audit.reading.observation?.address?.value : null;
  const cut = place.truncated === true || readable.some(({ text }) => beforeEllipsis(text) !== null);
  const seen = picture?.(audit);
  const more = { ...(address ? { address } : {}), ...(seen ? { picture: seen } : {}) };
  return { id: audit.visit.entry.id, audit, place, values: readable, key, cut, ...more };
}
