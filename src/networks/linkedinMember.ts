/**
 * What LinkedIn's page for members holds of the organisation: JSON in `<code id="bpr-guid-…">`, among that of whoever is
 * signed in, of similar pages and of their feed. As readers of 2024 to 2026 describe it; pure, part of the adapter.
 */

import type { Account, ParsedDocument, Place } from '../model/network.ts';
import type { Activity, ImageReference, PostalAddress } from '../model/observation.ts';
import { postalAddress } from '../read/address.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, objectsIn, textAt } from '../read/json.ts';
import { type Picked, place } from '../read/places.ts';
import type { Condition } from '../read/signs.ts';
import { isNumber } from './linkedinAnswers.ts';
import { memberData } from './linkedinMemberData.ts';
import { newestUpdate } from './linkedinMemberPosts.ts';
import { unwrapped } from './linkedinTexts.ts';

/** The organisation whose page this is, where the page says so itself. */
export const showsMemberPage: Condition = {
  id: 'holds the data of an organisation for members',
  matches: (document) => memberData(document) !== null,
};

/** Of an address with a number the id, of any other the name: a number may be another's name. */
export const subjects: Place<readonly string[]> = place<readonly string[]>(
  'embedded-json',
  'universalName, entityUrn',
  (document, account) => {
    const data = memberData(document);
    const names = data ? [textAt(data.company, 'universalName'), data.id].filter(isText) : [];
    return names.filter((name) => isNumber(account.handle) || !isNumber(name));
  },
);

const ofCompany = <T>(locator: string, pick: (company: JsonObject) => Picked<T>): Place<T> =>
  place<T>('embedded-json', `Company.${locator}`, (document) => {
    const data = memberData(document);
    return data === null ? undefined : pick(data.company);
  });

/** LinkedIn writes `null` for what nobody filled in, and leaves out what was not asked. */
const stated = (key: string): Place<string> =>
  ofCompany(key, (company) => {
    const value = textAt(company, key) ?? textAt(company, key, 'text');
    if (isText(value)) return value.trim() || null;
    return company[key] === null ? null : undefined;
  });

function websiteOf({ websiteUrl, companyPageUrl }: JsonObject): Picked<readonly string[]> {
  const address = [websiteUrl, companyPageUrl].find((one) => isText(one) && one.trim() !== '');
  if (isText(address)) return [unwrapped(address) ?? address];
  return websiteUrl === null ? null : undefined;
}

/** The street is left out of some answers; then the place alone stands there. */
function addressOf({ headquarter }: JsonObject): PostalAddress | undefined {
  const lines = isObject(at(headquarter, 'address')) ? at(headquarter, 'address') : headquarter;
  const part = (key: string) => textAt(lines, key) ?? undefined;
  const address = postalAddress({
    streetAddress: [part('line1'), part('line2')].filter(isText).join(', '),
    postalCode: part('postalCode'),
    addressLocality: part('city'),
    addressRegion: part('geographicArea'),
    addressCountry: part('country'),
  });
  return address ?? undefined;
}

/** The largest size of the first picture under one of the keys. Nothing there shows for certain that there is none. */
const pictureIn =
  (...keys: readonly string[]) =>
  (company: JsonObject): ImageReference | undefined => {
    for (const key of keys) {
      for (const picture of objectsIn(company[key])) {
        const url = largest(picture);
        if (url !== undefined) return { url };
      }
    }
    return undefined;
  };

/** `rootUrl` is the beginning that all sizes share. */
function largest({ rootUrl, artifacts }: JsonObject): string | undefined {
  if (!isText(rootUrl)) return undefined;
  const sizes = listOf(artifacts).flatMap((artifact) => {
    const end = textAt(artifact, 'fileIdentifyingUrlPathSegment');
    return isText(end) && end !== '' ? [{ end, width: countAt(artifact, 'width') ?? 0 }] : [];
  });
  const [best] = sizes.sort((a, b) => b.width - a.width);
  return best && rootUrl + best.end;
}

const ofPage = <T>(locator: string, pick: (document: ParsedDocument, account: Account) => T | undefined): Place<T> =>
  place<T>('embedded-json', locator, pick);

export const places = {
  name: stated('name'),
  handle: stated('universalName'),
  tagline: stated('tagline'),
  bio: stated('description'),
  websites: ofCompany<readonly string[]>('websiteUrl', websiteOf),
  address: ofCompany('headquarter', addressOf),
  logo: ofCompany('logo', pictureIn('logoResolutionResult', 'logo')),
  banner: ofCompany('coverImage', pictureIn('croppedCoverImage', 'backgroundCoverImage', 'originalCoverImage')),
  followers: ofPage('FollowingState.followerCount', (document) => memberData(document)?.followers),
  lastActivity: ofPage<Activity>('Update.backendUrn', (document) => {
    const data = memberData(document);
    return data === null ? undefined : newestUpdate(data.entities, data.id);
  }),
  pin: ofPage('Company.entityUrn', (document) => {
    const id = memberData(document)?.id;
    return id === undefined ? undefined : `urn:li:organization:${id}`;
  }),
};
