/**
 * Google's interfaces for owners (Business Profile), for those who hold a token of somebody who manages the place: what
 * is asked of them, and what they say of the token. Pure; part of the Google adapter.
 */

import type { Account, OfficialApi, ParsedDocument, TokenFault } from '../model/network.ts';
import { at, isText, listOf, textAt } from '../read/json.ts';
import { allOf, answers, called, replies } from '../read/signs.ts';
import { placeInAnswer } from './googleBusinessAnswers.ts';
import { idsOf, isPlaceOf, type LocationPath, pathIn } from './googleBusinessIds.ts';
import { hasPictures, MEDIA_PAGES, newestPost, POST_PAGES } from './googleBusinessMedia.ts';
import { refuses, serviceIn } from './googleRefusals.ts';

const ACCOUNTS = 'mybusinessaccountmanagement.googleapis.com';
const INFORMATION = 'mybusinessbusinessinformation.googleapis.com';
const POSTS = 'mybusiness.googleapis.com';
const FIELDS = 'name,title,phoneNumbers,websiteUri,storefrontAddress,profile,openInfo,metadata';
const LIST_PAGES = ['locations', 'locations-2', 'locations-3', 'locations-4'];

const ask = (document: string, host: string, path: string, parameters: Readonly<Record<string, string>> = {}) => ({
  document,
  url: `https://${host}/${path}?${new URLSearchParams(parameters)}`.replace(/\?$/, ''),
  accept: 'json' as const,
});

/** As visitors see it: with what Google changed of it. What the owner filled in is another answer. */
const askPlace = (location: string) =>
  ask('place', INFORMATION, `v1/locations/${location}:getGoogleUpdated`, { readMask: FIELDS });

const askList = (document: string, owner: string, pageToken?: string) =>
  ask(document, INFORMATION, `v1/accounts/${owner}/locations`, {
    readMask: 'name,metadata',
    pageSize: '100',
    ...(pageToken === undefined ? {} : { pageToken }),
  });

const nextPage = ({ json }: ParsedDocument): string | undefined => textAt(json, 'nextPageToken') || undefined;

const accountsIn = (document: ParsedDocument | undefined): readonly string[] =>
  listOf(at(document?.json, 'accounts')).flatMap((one) => {
    const number = /^accounts\/(\d{1,30})$/.exec(textAt(one, 'name') ?? '')?.[1];
    return number === undefined ? [] : [number];
  });

/** Whose list of places this is: the answer does not say so, its address does. */
const ownerOf = ({ requestedUrl }: ParsedDocument): string =>
  /\/accounts\/(\d{1,30})\/locations(?:\?|$)/.exec(requestedUrl)?.[1] ?? '';

/** The place in the lists, under the account that has it. */
function foundIn(lists: readonly ParsedDocument[], account: Account): LocationPath | undefined {
  for (const list of lists) {
    const found = listOf(at(list.json, 'locations')).find((one) => isPlaceOf(one, account));
    const location = pathIn(textAt(found, 'name') ?? '')?.location;
    if (location !== undefined) return { owner: ownerOf(list), location };
  }
  return undefined;
}

/** The accounts of the token, then the places of each, page by page, as far as a plan may. */
function search(answered: readonly ParsedDocument[], lists: readonly ParsedDocument[]) {
  const accounts = answered.find(({ document }) => document === 'accounts');
  if (accounts === undefined) return [ask('accounts', ACCOUNTS, 'v1/accounts', { pageSize: '20' })];
  const name = LIST_PAGES[lists.length];
  const last = lists.at(-1);
  const pageToken = last && nextPage(last);
  if (name === undefined) return [];
  if (last !== undefined && pageToken !== undefined) return [askList(name, ownerOf(last), pageToken)];
  const owner = accountsIn(accounts).find((one) => !lists.some((list) => ownerOf(list) === one));
  return owner === undefined ? [] : [askList(name, owner)];
}

/** Pictures and posts stand under the account that has the place, in the older of the interfaces. */
function askMore(answered: readonly ParsedDocument[], { owner, location }: LocationPath) {
  const base = `v4/accounts/${owner}/locations/${location}`;
  const more = (
    names: readonly string[],
    path: string,
    pageSize: string,
    isEnough: (page: ParsedDocument) => boolean,
  ) => {
    const pages = answered.filter(({ document }) => names.includes(document));
    const last = pages.at(-1);
    const name = names[pages.length];
    const pageToken = last && nextPage(last);
    if (name === undefined || (last && (pageToken === undefined || pages.some(isEnough)))) return [];
    return [ask(name, POSTS, `${base}/${path}`, { pageSize, ...(isText(pageToken) ? { pageToken } : {}) })];
  };
  return [
    ...more(MEDIA_PAGES, 'media', '500', hasPictures),
    ...more(POST_PAGES, 'localPosts', '100', (page) => newestPost(page) !== undefined),
  ];
}

function requests(account: Account, answered: readonly ParsedDocument[]) {
  const ids = idsOf(account);
  // A name, or a short link: no list tells which place that is.
  if (ids === null) return [];
  const lists = answered.filter(({ document }) => LIST_PAGES.includes(document));
  const found = foundIn(lists, account);
  const location = ids.location ?? found?.location;
  const place = answered.find(({ document }) => document === 'place');
  if (location !== undefined && place === undefined) return [askPlace(location)];
  if (place !== undefined && !isPlaceOf(placeInAnswer(place.json), account)) return [];
  const owner = ids.owner ?? found?.owner;
  if (owner === undefined) return search(answered, lists);
  return location === undefined ? [] : askMore(answered, { owner, location });
}

/** Who was not let in has none of the requests that others have. */
const hasNoQuota = called(
  'answers that the project has a quota of 0',
  allOf(
    answers(429),
    replies('', (answer) =>
      listOf(at(answer, 'error', 'details')).some((one) => at(one, 'metadata', 'quota_limit_value') === '0'),
    ),
  ),
);

const BUSINESS = 'https://www.googleapis.com/auth/business.manage';

const faults: readonly TokenFault[] = [
  { state: 'expired', ...refuses('that it knows no such token', 'ACCESS_TOKEN_EXPIRED', 'UNAUTHENTICATED') },
  { state: 'expired', ...answers(401) },
  { state: 'missing-scope', ...hasNoQuota, scope: () => 'Google Business Profile APIs' },
  {
    state: 'missing-scope',
    ...refuses('that a scope is missing', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
    scope: () => BUSINESS,
  },
  { state: 'missing-scope', ...refuses('that the interface is not switched on', 'SERVICE_DISABLED'), scope: serviceIn },
];

export const official: OfficialApi = {
  requests,
  token: 'BIJWERKEN_GOOGLE_BUSINESS_TOKEN',
  sends: { as: 'bearer' },
  hosts: [ACCOUNTS, INFORMATION, POSTS],
  scopes: [BUSINESS],
  followed:
    'https://developers.google.com/my-business/reference/businessinformation/rest (v1, and My Business v4 for pictures and posts)',
  isVerified: false,
  main: 'place',
  faults,
};
