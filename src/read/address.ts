/** Postal addresses as pages publish them for machines. */

import type { PostalAddress } from '../model/observation.ts';
import { isObject, isText } from './json.ts';

/** A schema.org PostalAddress, or a text. */
export function postalAddress(value: unknown): PostalAddress | null | undefined {
  if (isText(value)) return value.trim() === '' ? null : { text: value };
  if (!isObject(value)) return undefined;
  const part = (key: string) => (isText(value[key]) ? value[key].trim() || undefined : undefined);
  const country = isObject(value.addressCountry) ? value.addressCountry.name : value.addressCountry;
  const parts = {
    street: part('streetAddress'),
    postalCode: part('postalCode'),
    city: part('addressLocality'),
    region: part('addressRegion'),
    country: isText(country) ? country.trim() || undefined : undefined,
  };
  const place = [parts.postalCode, parts.city].filter(isText).join(' ');
  const line = [parts.street, place, parts.region === parts.city ? undefined : parts.region, parts.country];
  const text = line.filter((piece) => isText(piece) && piece !== '').join(', ');
  return text === '' ? undefined : { text, ...parts };
}
