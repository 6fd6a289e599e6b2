/** The last guard before an observation: every value in its contract's form, or not there. Never throws. */

import { isUrl } from '../model/isUrl.ts';
import type { Activity, FieldName, FieldValues, ImageReference, PostalAddress } from '../model/observation.ts';
import { isObject, isText } from './json.ts';

type Shaper<T> = (value: T, at: string) => T | null | undefined;

const MAX_TEXT = 50_000;
const MAX_LIST = 50;
const MAX_LINKS = 500;
const DAY = 86_400_000;

/** NFC and trimmed, otherwise untouched; an empty text is null. */
const text: Shaper<string> = (value) =>
  isText(value) ? value.slice(0, MAX_TEXT).normalize('NFC').trim() || null : undefined;

const texts =
  (most: number): Shaper<readonly string[]> =>
  (values) => {
    if (!Array.isArray(values)) return undefined;
    const shaped = values
      .slice(0, most)
      .map((value: string) => text(value, ''))
      .filter(isText);
    return shaped.length === 0 ? null : [...new Set(shaped)];
  };

const image: Shaper<ImageReference> = (value) => {
  if (!isObject(value) || !isText(value.url) || !isUrl(value.url)) return undefined;
  if (!/^https?:$/.test(new URL(value.url).protocol)) return undefined;
  return { url: value.url, ...size('width', value.width), ...size('height', value.height) };
};

const size = (key: 'width' | 'height', value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? { [key]: value } : {};

const address: Shaper<PostalAddress> = (value) => {
  const whole = text(value.text, '');
  if (!isText(whole)) return whole;
  const parts = (['street', 'postalCode', 'city', 'region', 'country'] as const).flatMap((key) => {
    const part = value[key] === undefined ? null : text(value[key], '');
    return isText(part) ? [[key, part] as const] : [];
  });
  return { text: whole, ...Object.fromEntries(parts) };
};

const count: Shaper<number> = (value) => (Number.isSafeInteger(value) && value >= 0 ? value : undefined);

/** An interval that is none, or lies after the capture, says nothing. */
const activity: Shaper<Activity> = (value, at) => {
  const from = Date.parse(value.from);
  const to = Date.parse(value.to);
  const seen = Date.parse(at);
  if (!(from <= to) || from > seen + DAY) return undefined;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), completeness: value.completeness };
};

/** Nothing was made after it was seen. */
const instant: Shaper<string> = (value, at) => {
  const time = isText(value) ? Date.parse(value) : Number.NaN;
  return time <= Date.parse(at) + DAY ? new Date(time).toISOString() : undefined;
};

const SHAPERS: { readonly [F in FieldName]: Shaper<FieldValues[F]> } = {
  name: text,
  handle: (value, at) => text(isText(value) ? value.replace(/^@/, '') : value, at),
  bio: text,
  tagline: text,
  websites: texts(MAX_LIST),
  emails: texts(MAX_LIST),
  phones: texts(MAX_LIST),
  address,
  kvk: texts(MAX_LIST),
  vat: texts(MAX_LIST),
  logo: image,
  banner: image,
  followers: count,
  lastActivity: activity,
  pin: text,
  movedTo: text,
  closed: (value) => (value === 'permanently' ? value : undefined),
  created: instant,
  links: texts(MAX_LINKS),
};

/** What a place gave, in the contract's form: undefined when it is not there or not usable, null when empty. */
export function shaped<F extends FieldName>(
  field: F,
  value: FieldValues[F] | null | undefined,
  at: string,
): FieldValues[F] | null | undefined {
  return value === undefined || value === null ? value : SHAPERS[field](value, at);
}
