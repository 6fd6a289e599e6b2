/**
 * Pages on somebody else's site that say of themselves that they are a profile (JSON-LD ProfilePage, Open Graph type
 * `profile`): what stands there of the site is not the profile's. Pure; part of the website adapter.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, ParsedDocument, Place } from '../model/network.ts';
import { isObject, isText, type JsonObject, listOf } from '../read/json.ts';
import { absolute, cleaned, hasType, meta, type Picked, place } from '../read/places.ts';
import { decodeEntities, plainLine } from '../read/text.ts';
import { isSameSite } from './websiteNodes.ts';
import { imageOf } from './websitePage.ts';

const found = new WeakMap<ParsedDocument, { readonly node: JsonObject | undefined }>();

/** Whom a ProfilePage is about: in it, or elsewhere under the same `@id`. */
function subjectOf(document: ParsedDocument): JsonObject | undefined {
  const known = found.get(document) ?? { node: findSubject(document) };
  found.set(document, known);
  return known.node;
}

function findSubject({ jsonLd }: ParsedDocument): JsonObject | undefined {
  const pages = jsonLd.filter((node) => hasType(node, ['ProfilePage']));
  const about = pages.flatMap((page) => [...listOf(page.mainEntity), ...listOf(page.about)]).filter(isObject);
  const whole = about.map((one) =>
    isText(one.name)
      ? one
      : jsonLd.find((node) => isText(node.name) && node['@id'] === one['@id'] && isText(one['@id'])),
  );
  return pages.length > 0 ? whole.find((node) => node !== undefined) : undefined;
}

/** The first page of a site is the site's own, whatever it calls itself. */
function isProfile(document: ParsedDocument): boolean {
  const { $, finalUrl } = document;
  if (!isUrl(finalUrl) || new URL(finalUrl).pathname === '/') return false;
  return subjectOf(document) !== undefined || $('meta[property="og:type" i][content="profile" i]').length > 0;
}

/** The same place, silent on a profile: there it would speak of the site around it. */
export const unlessProfile = <T>(inner: Place<T>): Place<T> => ({
  ...inner,
  pick: (document, account) => (isProfile(document) ? undefined : inner.pick(document, account)),
});

/** The same place, on a profile only. */
const onProfile = <T>(inner: Place<T>): Place<T> => ({
  ...inner,
  pick: (document, account) => (isProfile(document) ? inner.pick(document, account) : undefined),
});

const said = (key: string): Place<string> =>
  onProfile(
    place('json-ld', `JSON-LD ProfilePage.mainEntity.${key}`, (document) => {
      const value = subjectOf(document)?.[key];
      return isText(value) ? decodeEntities(value).trim() || null : undefined;
    }),
  );

const saidAs = (key: string, clean: (value: string) => string): Place<readonly string[]> =>
  cleaned<string, readonly string[]>(said(key), (value) => [clean(value)]);

/** The title without the name of the site that most put behind it. */
function nameInTitle(title: string, document: ParsedDocument, account: Account): Picked<string> {
  const site = plainLine(meta('og:site_name').pick(document, account) ?? '').toLowerCase();
  const parts = plainLine(title)
    .slice(0, 300)
    .split(/ [|–—·•-] /);
  const rest = parts.filter((part) => part.toLowerCase() !== site);
  return rest.length > 0 && (rest.length < parts.length || parts.length === 1) ? rest.join(' - ') : undefined;
}

/** What a profile links to as its own other address, elsewhere. */
function linkedAsMe(document: ParsedDocument, account: Account): readonly string[] | undefined {
  const { $ } = document;
  const addresses = $('a[rel~="me" i][href], link[rel~="me" i][href]')
    .toArray()
    .slice(0, 100)
    .flatMap((element) => absolute($(element).attr('href'), document) ?? [])
    .filter((address) => !isSameSite(address, account));
  return addresses.length > 0 ? [...new Set(addresses)] : undefined;
}

export const profilePlaces = {
  name: [said('name'), onProfile(cleaned(meta('og:title'), nameInTitle))],
  bio: [said('description'), onProfile(meta('og:description'))],
  websites: [onProfile(place<readonly string[]>('dom', 'a rel=me', linkedAsMe))],
  emails: [saidAs('email', (value) => value.replace(/^mailto:/i, '').trim())],
  phones: [saidAs('telephone', (value) => value.replace(/^tel:/i, '').trim())],
  logo: [
    onProfile(
      place('json-ld', 'JSON-LD ProfilePage.mainEntity.image', (document) => {
        const subject = subjectOf(document);
        return imageOf(subject?.logo ?? subject?.image, document);
      }),
    ),
    onProfile(
      cleaned(meta('og:image'), (address, document) => {
        const url = absolute(address, document);
        return url === undefined ? undefined : { url };
      }),
    ),
  ],
} as const;
