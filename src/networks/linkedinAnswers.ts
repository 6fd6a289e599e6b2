/**
 * What LinkedIn's Community Management API answers of an organisation, its posts and its pictures. What it leaves out
 * may be empty, or kept from who does not administer the page. Pure; part of the LinkedIn adapter.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, ParsedDocument, Place, Sign } from '../model/network.ts';
import type { Activity, PostalAddress } from '../model/observation.ts';
import { postalAddress } from '../read/address.ts';
import { epochInterval, latest, newest } from '../read/dates.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { api, asImage, inDocument, type Picked } from '../read/places.ts';
import { allOf, answers, type Condition, called, replies, sign } from '../read/signs.ts';
import { sameHandle } from '../read/text.ts';

/** The most posts that LinkedIn gives at once. */
export const PAGE = 100;
/** With what is asked of the organisation itself this stays within the eight requests of a plan. */
export const POST_PAGES = ['posts', 'posts-2', 'posts-3', 'posts-4'];

export const isNumber = (handle: string): boolean => /^\d{1,20}$/.test(handle);

/** The organisation in an answer of the finder, or the answer itself; of several the one that was asked for. */
function organisationIn(answer: unknown, { handle }: Account): JsonObject | undefined {
  const all = listOf(isObject(answer) && 'elements' in answer ? answer.elements : answer).slice(0, 50);
  const organisations = all.filter(isObject).filter((one) => idOf(one) !== undefined && 'localizedName' in one);
  return organisations.find((one) => namesOf(one).some((name) => sameHandle(name, handle))) ?? organisations[0];
}

/** Of an address with a number the id, of any other the name: a number may be another's name. */
const namesOf = (organisation: JsonObject): readonly string[] =>
  [textAt(organisation, 'vanityName'), idOf(organisation)].filter(isText);

const idOf = (organisation: JsonObject): string | undefined => countAt(organisation, 'id')?.toString();

/** Only the one that was asked for. */
export function ownIn(document: ParsedDocument | undefined, account: Account): JsonObject | undefined {
  const found = document && organisationIn(document.json, account);
  return found && namesOf(found).some((name) => sameHandle(name, account.handle)) ? found : undefined;
}

export const urnOf = (organisation: JsonObject): string => {
  const urn = textAt(organisation, '$URN') ?? '';
  return /^urn:li:organization(?:Brand)?:\d+$/.test(urn) ? urn : `urn:li:organization:${idOf(organisation)}`;
};

const postsIn = ({ json }: ParsedDocument): readonly JsonObject[] =>
  listOf(at(json, 'elements')).slice(0, PAGE).filter(isObject);

/** Published by the organisation itself: no reshares, drafts, or posts that were only shown as an advertisement. */
export const ownPosts = (document: ParsedDocument): readonly JsonObject[] =>
  postsIn(document).filter(
    (post) =>
      !isObject(post.reshareContext) &&
      (textAt(post, 'lifecycleState') ?? 'PUBLISHED') === 'PUBLISHED' &&
      at(post, 'adContext', 'isDsc') !== true,
  );

export const nextStart = ({ json }: ParsedDocument): number =>
  (countAt(json, 'paging', 'start') ?? 0) + (countAt(json, 'paging', 'count') || PAGE);

export function isLastPage(document: ParsedDocument): boolean {
  const posts = listOf(at(document.json, 'elements'));
  if (posts.length === 0) return true;
  if (listOf(at(document.json, 'paging', 'links')).some((link) => textAt(link, 'rel') === 'next')) return false;
  const total = countAt(document.json, 'paging', 'total');
  if (total !== undefined) return nextStart(document) >= total;
  return posts.length < (countAt(document.json, 'paging', 'count') || PAGE);
}

/**
 * The list goes by when a post was last changed. What is not listed yet was changed, and so published, before the last
 * that is: when the newest is later than that, nothing newer can follow.
 */
function newestPost(document: ParsedDocument): Activity | undefined {
  const dates = ownPosts(document).flatMap((post) => countAt(post, 'publishedAt') ?? []);
  const found = latest(newest(dates.map(epochInterval)));
  if (found === undefined) return undefined;
  const changed = postsIn(document).map((post) => countAt(post, 'lastModifiedAt'));
  const isComplete = isLastPage(document) || changed.every((one) => one !== undefined);
  const reached = Math.min(...changed.flatMap((one) => one ?? []));
  const isHead = isComplete && (isLastPage(document) || Date.parse(found.from) >= reached);
  return isHead ? found : { ...found, completeness: 'at-least' };
}

const ofOrganisation = <T>(locator: string, pick: (organisation: JsonObject) => Picked<T>): Place<T> =>
  api<T>(locator, (answer, _, account) => {
    const organisation = organisationIn(answer, account);
    return organisation && pick(organisation);
  });

/** What LinkedIn leaves out may be empty, or kept from who does not administer the page. */
const stated = (key: string): Place<string> =>
  ofOrganisation(key, (organisation) => {
    const value = textAt(organisation, key);
    return isText(value) ? value.trim() || null : undefined;
  });

function addressOf(organisation: JsonObject): PostalAddress | undefined {
  const all = listOf(organisation.locations).slice(0, 50).filter(isObject);
  const location = all.find(({ locationType }) => locationType === 'HEADQUARTERS') ?? all[0];
  const part = (key: string) => textAt(location, 'address', key) ?? undefined;
  const address = postalAddress({
    streetAddress: [part('line1'), part('line2')].filter(isText).join(', '),
    postalCode: part('postalCode'),
    addressLocality: part('city'),
    addressRegion: part('geographicArea'),
    addressCountry: part('country'),
  });
  return address ?? undefined;
}

const downloadUrl = (document: 'logo' | 'banner') =>
  asImage(
    inDocument(
      document,
      api('downloadUrl', (answer) => textAt(answer, 'downloadUrl') ?? undefined),
    ),
  );

export const places = {
  name: stated('localizedName'),
  handle: stated('vanityName'),
  bio: stated('localizedDescription'),
  websites: ofOrganisation<readonly string[]>('localizedWebsite', ({ localizedWebsite }) =>
    isText(localizedWebsite) ? (localizedWebsite.trim() === '' ? null : [localizedWebsite]) : undefined,
  ),
  address: ofOrganisation('locations', addressOf),
  logo: downloadUrl('logo'),
  banner: downloadUrl('banner'),
  followers: inDocument(
    'followers',
    api('firstDegreeSize', (answer) => countAt(answer, 'firstDegreeSize')),
  ),
  lastActivity: POST_PAGES.map((page) =>
    inDocument(
      page,
      api('publishedAt', (_, document) => newestPost(document)),
    ),
  ),
  pin: ofOrganisation('id', (organisation) => `urn:li:organization:${idOf(organisation)}`),
};

/** For an address with a number LinkedIn's own id, for any other the name. */
export const subjects: Place<readonly string[]> = api<readonly string[]>('vanityName, id', (answer, _, account) => {
  const organisation = organisationIn(answer, account);
  return organisation && namesOf(organisation).filter((name) => isNumber(account.handle) || !isNumber(name));
});

const isAskedForOrganisation: Condition = {
  id: 'is asked for the organisation',
  matches: ({ requestedUrl }) =>
    isUrl(requestedUrl) && /\/organizations(?:\/\d+)?$/.test(new URL(requestedUrl).pathname),
};

/** Its answers say of themselves what they are. */
const isRefusal = (status: number): Condition =>
  allOf(
    answers(status),
    replies('', (answer) => at(answer, 'status') === status),
  );

export const signs: readonly Sign[] = [
  sign('login-wall', called('answers 401 to the token', isRefusal(401))),
  sign('login-wall', called('answers 403 to the token', isRefusal(403))),
  sign('not-found', called('answers 404 of the organisation', allOf(isRefusal(404), isAskedForOrganisation))),
  sign(
    'not-found',
    called(
      'answers that no organisation has this name',
      allOf(
        answers(200),
        isAskedForOrganisation,
        replies('', (answer) => {
          const elements = at(answer, 'elements');
          return Array.isArray(elements) && elements.length === 0;
        }),
      ),
    ),
  ),
];
