/**
 * Google Business Profile: a place on Google Maps, as strangers see it. Name and address come in the visitor's
 * language. The photographs that strangers see are Google's choice, not the owner's: only the owners' interface says
 * something of a logo or banner.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, Network, ParsedDocument, Place } from '../model/network.ts';
import { at, isText, type JsonObject } from '../read/json.ts';
import { api, asList, attribute, cleaned, firstOf, meta, onePage, type Picked, place, text } from '../read/places.ts';
import {
  allOf,
  answers,
  anyOf,
  type Condition,
  called,
  has,
  landsOn,
  not,
  replies,
  sign,
  titled,
} from '../read/signs.ts';
import { plainLine } from '../read/text.ts';
import { cidInPair, cidInPlaceId, HOSTS, pairIn, placeIdOf, placeIn, recognise } from './googleBusinessAddress.ts';
import * as answer from './googleBusinessAnswers.ts';
import { cidsIn, isPlaceOf } from './googleBusinessIds.ts';
import { picturePlaces, postPlaces } from './googleBusinessMedia.ts';
import { official } from './googleBusinessOfficial.ts';
import * as maps from './googleBusinessPlace.ts';

/** The same value out of the place in a documented answer, else out of the one in the page's data. */
const ofPlace = <T>(
  name: string,
  inAnswer: (place: JsonObject) => Picked<T>,
  inMaps: (place: maps.MapsPlace) => Picked<T>,
): readonly Place<T>[] => [
  api<T>(name, (json) => {
    const found = answer.placeInAnswer(json);
    return found && inAnswer(found);
  }),
  place<T>('embedded-json', `place data ${name}`, (document) => {
    const found = maps.placeOf(document);
    return found && inMaps(found);
  }),
];

/** In the owners' interface: asked for, and left out. */
const empty = <T>(field: string): Place<T> =>
  api<T>(field, (json, { requestedUrl }) => {
    const found = answer.placeInAnswer(json);
    return found && answer.isEmptyThere(field, found, requestedUrl) ? null : undefined;
  });

const HEADING = 'h1.DUwDvf, [role="main"] h1, h1.section-hero-header-title-title';
/** What Maps calls itself, in any language: `Google Maps`, `خرائط Google`. */
const GENERIC = /^(?:google(?: ?\p{L}{1,12})?|\p{L}{1,12} google)$/iu;

/** `Name · Street 1, City`; of a page about nothing it is `Google Maps`. */
const openGraphName = firstOf(meta('og:title'), attribute('meta[itemprop="name"]', 'content'));
const nameBefore = (title: string): string | undefined => {
  const name = title.split(' · ')[0]?.trim() ?? '';
  return name === '' || GENERIC.test(name) ? undefined : name;
};
const addressAfter = (title: string) => {
  const line = title.split(' · ').slice(1).join(' · ').trim();
  return line === '' || GENERIC.test(title) ? undefined : { text: line };
};

/** What a button shows, without the label that screen readers hear before it. */
const shown = (item: string): Place<string> =>
  place('dom', `data-item-id ${item}`, ({ $ }) => {
    const button = $(`[data-item-id^="${item}"]`).first();
    const line = button.find('.Io6YTe, .rogA2c, .QSFF4-text').first();
    if (line.length > 0) return plainLine(line.text()) || undefined;
    return plainLine(button.attr('aria-label') ?? '').replace(/^[^:]{1,40}: ?/, '') || undefined;
  });

const showsPlace: Condition = {
  id: 'shows a place',
  matches: (document) => maps.placeOf(document) !== undefined || answer.placeInAnswer(document.json) !== undefined,
};

const fails = (...statuses: readonly string[]): Condition =>
  replies(`answers ${statuses.join(' or ')}`, (json) =>
    [at(json, 'error', 'status'), at(json, 'status')].some((status) => isText(status) && statuses.includes(status)),
  );

/** The answer that is looked at is the place's, unless no place was found. */
const listsAccountsOnly: Condition = {
  id: 'lists the accounts of the token, and none of their places that were listed is this one',
  matches: ({ document, json }) => document === 'accounts' && Array.isArray(at(json, 'accounts')),
};

const isConsent: Condition = {
  id: 'asks for consent to cookies first',
  matches: ({ $, finalUrl }) =>
    (isUrl(finalUrl) && /^consent\.google\./.test(new URL(finalUrl).hostname)) ||
    $('form[action*="consent.google."]').length > 0,
};

export const googleBusiness: Network = {
  id: 'google-business',
  name: 'Google',
  hosts: HOSTS,
  recognise,

  sources: { http: onePage(), browser: onePage() },
  official,

  signs: [
    sign('rate-limited', fails('RESOURCE_EXHAUSTED', 'OVER_QUERY_LIMIT', 'OVER_DAILY_LIMIT')),
    sign('challenge', landsOn('/sorry')),
    sign('challenge', called('asks to prove that you are human', has('#captcha-form, form[action*="/sorry/"]'))),
    sign('rate-limited', answers(429)),
    sign('challenge', allOf(isConsent, not(showsPlace))),
    sign('login-wall', called('lands on a sign-in page', landsOn('/', 'accounts.google.com'))),
    sign('login-wall', answers(401)),
    sign('login-wall', fails('UNAUTHENTICATED', 'PERMISSION_DENIED', 'REQUEST_DENIED')),
    sign('unreadable', listsAccountsOnly),
    // A Place ID can lapse while the business is there; a link can be wrong. Neither proves that a place is gone.
    sign('unreadable', fails('NOT_FOUND', 'INVALID_REQUEST', 'INVALID_ARGUMENT', 'ZERO_RESULTS')),
    sign('unreadable', called('says that the link is none', titled(/dynamic link/i))),
    sign(
      'unreadable',
      called('is a search, a route or a map', anyOf(landsOn('/maps/search'), landsOn('/maps/dir'), landsOn('/search'))),
    ),
  ],

  proof: [
    place('embedded-json', 'number of the place', (document, account) => {
      const found = maps.placeOf(document);
      return found && namesOf(maps.cidOf(found), maps.nameOf(found), document, account);
    }),
    api<readonly string[]>('id of the place', (json, _, account) => {
      const found = answer.placeInAnswer(json);
      const location = found && answer.locationIn(found);
      const numbers = location === undefined ? [] : [location, `locations/${location}`];
      // By the lasting id that the list holds it is the registered place, whatever its address is.
      const registered = isPlaceOf(found, account) ? [account.handle] : [];
      const names = [...registered, cidInPlaceId(found && answer.placeIdIn(found)), ...cidsIn(found), ...numbers];
      return found && [...new Set(names.filter(isText))];
    }),
    // Pages that hold no data of the place: by what they ask for, else by the address they ended at.
    place('dom', 'place that is asked for', (document, account) => {
      const cid = cidInPair(maps.pairOfLink(document)) ?? cidOfEnd(document);
      const name = cid === undefined ? undefined : shownName(document, account);
      return name === undefined ? undefined : namesOf(cid, name, document, account);
    }),
  ],

  places: {
    name: [
      ...ofPlace('name', answer.nameIn, maps.nameOf),
      cleaned(text(HEADING), nameBefore),
      cleaned(openGraphName, nameBefore),
      cleaned(text('title'), nameInTitle),
    ],
    bio: [...ofPlace('description', answer.bioIn, maps.bioOf), empty('profile')],
    websites: [
      ...ofPlace('website', answer.websiteIn, maps.websiteOf),
      empty<string>('websiteUri'),
      cleaned(attribute('a[data-item-id="authority"]', 'href'), (href) => maps.unwrapped(href)),
    ].map(asList),
    phones: [...ofPlace('phone', answer.phonesIn, maps.phonesOf), empty('phoneNumbers'), asList(shown('phone:tel:'))],
    address: [
      ...ofPlace('address', answer.addressIn, maps.addressOf),
      cleaned(shown('address'), (line) => ({ text: line })),
      cleaned(openGraphName, addressAfter),
    ],
    closed: [
      api('status of the business', (json) => {
        const found = answer.placeInAnswer(json);
        return found && answer.closedIn(found);
      }),
    ],
    logo: picturePlaces('logo'),
    banner: picturePlaces('banner'),
    lastActivity: [
      ...postPlaces,
      place('embedded-json', 'place data updates', (document) => {
        const found = maps.placeOf(document);
        return found && maps.lastActivityOf(found);
      }),
    ],
    pin: [
      ...ofPlace('id', answer.placeIdIn, maps.pinOf),
      place('dom', 'place that is asked for', (document) =>
        placeIdOf(maps.pairOfLink(document) ?? pairIn(document.finalUrl)),
      ),
    ],
  },

  neverSeen: { gone: 'Google answers strangers alike for a place that is gone and for an address that is wrong.' },

  // Google gives a place another id when its map is redrawn.
  pins: [
    { kind: 'place', shape: /^(ChIJ[\w-]{10,200})$/, example: 'ChIJBfTj0qG3xkcRITpvew6dHFo', mayChange: true },
    { kind: 'feature', shape: /^(0x[\da-f]{1,16}:0x[\da-f]{1,16})$/i, example: '0x47c6:0x5a1c', mayChange: true },
    { kind: 'location', shape: /^(?:accounts\/\d{1,30}\/)?(locations\/\d{1,30})$/, example: 'locations/123' },
    { kind: 'cid', shape: /^(\d{5,20})$/, example: '6492983810812889633', mayChange: true },
  ],
  limits: { bio: { max: 750, unit: 'characters' } },
  pictures: {
    logo: { width: 720, height: 720, minBytes: 10_240, maxBytes: 5_000_000, isRound: true },
    banner: { width: 1024, height: 576, minBytes: 10_240, maxBytes: 5_000_000, safe: { width: 820, height: 460 } },
    source: 'Google’s help on photos of a Business Profile: 720×720, between 10 KB and 5 MB, as guides of 2026 cite it',
    reviewed: '2026-11-23',
  },
  phones: 'national',
  links: {
    edit: () => 'https://business.google.com/locations',
    remove: () => 'https://business.google.com/locations',
  },
  controls: {
    known: 'https://www.google.com/maps?cid=7793879817120868320',
    impossible: 'https://www.google.com/maps?cid=1',
  },
  sourcesOfFacts: [
    'https://support.google.com/business/answer/3038177',
    'https://developers.google.com/maps/documentation/places/web-service/place-details',
    'https://developers.google.com/maps/documentation/places/web-service/place-id',
    'https://developers.google.com/my-business/reference/accountmanagement/rest/v1/accounts/list',
    'https://developers.google.com/my-business/reference/businessinformation/rest/v1/accounts.locations',
    'https://developers.google.com/my-business/reference/businessinformation/rest/v1/locations/getGoogleUpdated',
    'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.media',
    'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts',
  ],
};

/** `Name - Google Maps`, once scripts have run. */
function nameInTitle(title: string): string | undefined {
  const [, name] = /^(.{1,300}) [-–] Google Maps$/su.exec(plainLine(title)) ?? [];
  return name !== undefined && !GENERIC.test(name) ? name : undefined;
}

function shownName(document: ParsedDocument, account: Account): string | undefined {
  const heading = nameBefore(plainLine(document.$(HEADING).first().text()));
  return heading ?? cleaned(openGraphName, nameBefore).pick(document, account) ?? undefined;
}

/** Where the page ended, unless that is only what was asked. */
function cidOfEnd({ requestedUrl, finalUrl }: ParsedDocument): string | undefined {
  const end = requestedUrl === finalUrl && !/!1s0x/.test(finalUrl) ? null : placeIn(finalUrl);
  return end?.kind === 'cid' ? end.handle : undefined;
}

/**
 * What a page about a place proves: its number, and the address that was asked for if that leads here by a short link
 * or by the place's own name. An address that lost its name (`/maps/place/…`) asked for no other place.
 */
function namesOf(
  cid: string | undefined,
  name: string | undefined,
  { requestedUrl, finalUrl }: ParsedDocument,
  { handle, kind }: Account,
): readonly string[] {
  const asked = placeIn(requestedUrl);
  const ledHere = kind === 'short' && asked?.handle === handle && leadsTo(finalUrl, cid);
  const isAsked = kind === 'name' && (!/[\p{L}\p{N}]/u.test(handle) || maps.isNamed(handle, name ?? ''));
  return [...(cid === undefined ? [] : [cid]), ...(ledHere || isAsked ? [handle] : [])];
}

/** The address at the end of a short link names this place, or at least no other. */
function leadsTo(finalUrl: string, cid: string | undefined): boolean {
  const end = placeIn(finalUrl);
  return end !== null && (end.kind !== 'cid' || end.handle === cid);
}
