/** Which questions the owners' interface of Google is asked for a place, and which place its answers are about. */

import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../src/model/network.ts';
import { idsOf, isPlaceOf } from '../../src/networks/googleBusinessIds.ts';
import { official } from '../../src/networks/googleBusinessOfficial.ts';
import { accountAt, findNetwork } from '../../src/networks/index.ts';
import { parseDocument } from '../../src/read/document.ts';

const CID = '6493237448287402529';
const PLACE_ID = 'ChIJBfTj0qG3xkcRITpvew6dHFo';
const ON_MAPS = `https://www.google.com/maps?cid=${CID}`;
const SHORT = 'https://maps.app.goo.gl/AbCd12';
const network = findNetwork('google-business');
if (!network) throw new Error('Google is no network any more.');

const accountOf = (url: string, pin?: string) => ({ ...accountAt(new URL(url), network), ...(pin ? { pin } : {}) });

const answered = (document: string, requestedUrl: string, json: unknown, status = 200): ParsedDocument =>
  parseDocument(
    {
      ...{ document, requestedUrl, finalUrl: requestedUrl, redirects: [], status, contentType: 'application/json' },
      ...{ at: '2026-11-20T10:00:00.000Z', body: JSON.stringify(json), sha256: '' },
    },
    'api',
  );

/** Asked until it asks no more; what each question is answered with. */
function conversation(url: string, pin: string | undefined, answers: Readonly<Record<string, unknown>>) {
  const documents: ParsedDocument[] = [];
  const paths: string[] = [];
  for (let next = official.requests(accountOf(url, pin), documents); next.length > 0; ) {
    for (const request of next) {
      const { pathname, searchParams } = new URL(request.url);
      const token = searchParams.get('pageToken');
      const path = `${pathname.slice(1)}${token === null ? '' : `+${token}`}`;
      paths.push(path);
      documents.push(answered(request.document, request.url, answers[path] ?? {}));
    }
    if (documents.length > 20) throw new Error('It asks for ever.');
    next = official.requests(accountOf(url, pin), documents);
  }
  return paths;
}

const own = { name: 'locations/77', metadata: { placeId: PLACE_ID } };
const other = { name: 'locations/1', metadata: { placeId: 'ChIJN1t_tDeuEmsRUsoyG83frY4' } };
const accounts = (...numbers: readonly string[]) => ({ accounts: numbers.map((one) => ({ name: `accounts/${one}` })) });
const place = { 'v1/locations/77:getGoogleUpdated': { location: own } };
const MORE = (owner: string) => [
  `v4/accounts/${owner}/locations/77/media`,
  `v4/accounts/${owner}/locations/77/localPosts`,
];

describe('what is asked', () => {
  test('the accounts, their places, then the place, its pictures and posts', () => {
    const answers = { 'v1/accounts': accounts('5'), 'v1/accounts/5/locations': { locations: [other, own] }, ...place };
    expect(conversation(ON_MAPS, undefined, answers)).toEqual([
      'v1/accounts',
      'v1/accounts/5/locations',
      'v1/locations/77:getGoogleUpdated',
      ...MORE('5'),
    ]);
  });

  test('page by page, and account by account', () => {
    const answers = {
      'v1/accounts': accounts('5', '6'),
      'v1/accounts/5/locations': { locations: [other], nextPageToken: 'a' },
      'v1/accounts/5/locations+a': { locations: [other] },
      'v1/accounts/6/locations': { locations: [own] },
      ...place,
    };
    expect(conversation(ON_MAPS, undefined, answers)).toEqual([
      'v1/accounts',
      'v1/accounts/5/locations',
      'v1/accounts/5/locations+a',
      'v1/accounts/6/locations',
      'v1/locations/77:getGoogleUpdated',
      ...MORE('6'),
    ]);
  });

  test('no more than four lists', () => {
    const endless = { locations: [other], nextPageToken: 'a' };
    const answers = {
      'v1/accounts': accounts('5'),
      'v1/accounts/5/locations': endless,
      'v1/accounts/5/locations+a': endless,
    };
    expect(conversation(ON_MAPS, undefined, answers)).toHaveLength(5);
  });

  test('of a place whose account the list holds nothing is looked up', () => {
    const asked = conversation(SHORT, 'accounts/5/locations/77', place);
    expect(asked).toEqual(['v1/locations/77:getGoogleUpdated', ...MORE('5')]);
  });

  test('of a place whose number alone is known: the place first, then whose it is', () => {
    const answers = { 'v1/accounts': accounts('5'), 'v1/accounts/5/locations': { locations: [own] }, ...place };
    const asked = ['v1/locations/77:getGoogleUpdated', 'v1/accounts', 'v1/accounts/5/locations', ...MORE('5')];
    expect(conversation(SHORT, 'locations/77', answers)).toEqual(asked);
    expect(conversation('https://business.google.com/n/77/profile', undefined, answers)).toEqual(asked);
  });

  test('pictures and posts go on where a page has none', () => {
    const [media = '', posts = ''] = MORE('5');
    const photo = (category: string) => ({
      mediaFormat: 'PHOTO',
      locationAssociation: { category },
      googleUrl: 'https://lh3.example/x',
    });
    const answers = {
      [media]: { mediaItems: [photo('PROFILE')], nextPageToken: 'm' },
      [`${media}+m`]: { mediaItems: [photo('COVER')], nextPageToken: 'n' },
      [posts]: { localPosts: [{ state: 'LIVE', createTime: '2026-10-01T09:00:00Z' }], nextPageToken: 'p' },
      ...place,
    };
    const asked = conversation(ON_MAPS, 'accounts/5/locations/77', answers);
    expect(asked.slice(1)).toEqual([media, posts, `${media}+m`]);
  });

  test('nothing of a place that turns out to be another', () => {
    const answers = { 'v1/locations/77:getGoogleUpdated': { location: { ...other, name: 'locations/78' } } };
    expect(conversation(SHORT, 'accounts/5/locations/77', answers)).toHaveLength(1);
  });

  test.each([
    [SHORT, undefined],
    ['https://www.google.com/maps/place/Stichting+Voorbeeld', undefined],
    [SHORT, 'urn:li:organization:4711'],
  ])('nothing for %s with the id %s: no list tells which place that is', (url, pin) => {
    expect(official.requests(accountOf(url, pin), [])).toEqual([]);
  });
});

describe('which place an answer is about', () => {
  test.each([
    [ON_MAPS, undefined, true],
    [SHORT, PLACE_ID, true],
    [SHORT, '0x47c6b7a1d2e3f405:0x5a1c9d0e7b6f3a21', true],
    [SHORT, CID, true],
    [SHORT, 'locations/77', true],
    [SHORT, 'accounts/5/locations/77', true],
    [SHORT, 'locations/7', false],
    ['https://www.google.com/maps?cid=77', undefined, false],
    [SHORT, undefined, false],
  ])('%s with %s: %s', (url, pin, expected) => {
    expect(isPlaceOf(own, accountOf(url, pin))).toBe(expected);
  });

  test('the address of its page on Maps names it too', () => {
    const unverified = { name: 'locations/77', metadata: { mapsUri: `https://maps.google.com/maps?cid=${CID}` } };
    expect(isPlaceOf(unverified, accountOf(ON_MAPS))).toBe(true);
    expect(isPlaceOf({ name: 'locations/77', metadata: {} }, accountOf(ON_MAPS))).toBe(false);
  });

  test('its owner’s page names it by the number of the interface', () => {
    expect(idsOf(accountOf('https://business.google.com/n/77/profile?hl=nl'))).toEqual({ cids: [], location: '77' });
  });
});
