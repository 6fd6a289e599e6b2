/**
 * Threads profiles as guests see them, and the answer of Threads's interface for a profile (v1.0).
 * To a guest Threads shows the same login page for accounts that are not there and for all others: nothing is an absence.
 */

import type { Account, Network, ParsedDocument, Place } from '../model/network.ts';
import { addresses } from '../read/addresses.ts';
import { isText, type JsonObject } from '../read/json.ts';
import {
  asList,
  cleaned,
  endsInEllipsis,
  link,
  meta,
  metaName,
  onePage,
  type Picked,
  place,
  text,
  truncatedWhen,
  unlessEmpty,
} from '../read/places.ts';
import { allOf, answers, anyOf, type Condition, called, has, landsOn, not, sign } from '../read/signs.ts';
import { plainLine } from '../read/text.ts';
import { nameInTitle } from './instagramTexts.ts';
import { graphTokenIsRefused, tooManyGraphRequests } from './metaSigns.ts';
import * as user from './metaUser.ts';
import { threadsSession } from './sessions.ts';
import { official, postPlaces } from './threadsOfficial.ts';
import {
  activityIn,
  bioInDescription,
  followersInDescription,
  idInRoute,
  subjectsOfAnswer,
  subjectsOfPage,
  usersIn,
} from './threadsPage.ts';

const HANDLE = /^[A-Za-z0-9_.]{1,30}$/;

const identity = addresses({
  hosts: ['threads.com', 'www.threads.com', 'threads.net', 'www.threads.net'],
  paths: ['/@:handle'],
  canonical: (handle) => `https://www.threads.com/@${handle}`,
  handle: HANDLE,
});

/** `profile_lookup?username=name`, of the interface. */
function recognise(url: URL): Account | null {
  if (!/^graph\.threads\.(?:net|com)$/.test(url.hostname)) return identity.recognise(url);
  const handle = /\/profile_lookup$/.test(url.pathname) ? (url.searchParams.get('username') ?? '') : '';
  if (!HANDLE.test(handle)) return null;
  return { handle, kind: 'account', host: 'www.threads.com', url: `https://www.threads.com/@${handle}` };
}

const ofUser = <T>(name: string, pick: (user: JsonObject) => Picked<T>): readonly Place<T>[] => [
  place<T>('api', name, (document, account) =>
    document.json === undefined ? undefined : user.fromUsers(usersIn(document, account), pick),
  ),
  place<T>('embedded-json', `user.${name}`, (document, account) =>
    document.json === undefined ? user.fromUsers(usersIn(document, account), pick) : undefined,
  ),
];

/** Out of a sentence of Threads's own. */
const said = <T>(inner: Place<string>, pick: (sentence: string, handle: string) => Picked<T>): Place<T> =>
  cleaned(unlessEmpty(inner), (sentence, _, { handle }) => pick(sentence, handle));

const titlesOf = ({ $ }: ParsedDocument): readonly string[] =>
  [$('meta[property="og:title"]').first().attr('content'), $('title').first().text()].map((title) =>
    plainLine(title ?? '').slice(0, 500),
  );

const showsAProfile: Condition = {
  id: 'shows a profile',
  matches: (document, account) =>
    usersIn(document, account).length > 0 ||
    titlesOf(document).some((title) => nameInTitle(title, account.handle) !== undefined),
};

const isTitled = (id: string, wanted: RegExp): Condition => ({
  id,
  matches: (document) => titlesOf(document).some((title) => wanted.test(title)),
});

/** Its own address is that of the front page, where visitors are sent who are not signed in. */
const isAddressedToFront: Condition = {
  id: 'calls itself the front page',
  matches: ({ $ }) => {
    const stated = [$('link[rel="canonical"]').attr('href'), $('meta[property="og:url"]').attr('content')];
    return stated.some((address) =>
      /^https?:\/\/(?:www\.)?threads\.(?:com|net)\/?(?:login\/?)?(?:$|\?)/.test(address ?? ''),
    );
  },
};

const isAboutOnePost: Condition = {
  id: 'is the page of one post',
  matches: ({ $, finalUrl }) => {
    const stated = [$('link[rel="canonical"]').attr('href'), $('meta[property="og:url"]').attr('content')].filter(
      isText,
    );
    return (stated.length > 0 ? stated : [finalUrl]).some((address) =>
      /^https?:\/\/[^/]{1,100}\/(?:@[\w.]{1,30}\/post|t)\/[^/?#]/.test(address),
    );
  },
};

export const threads: Network = {
  id: 'threads',
  name: 'Threads',
  hosts: [...identity.hosts, 'l.threads.net', 'l.threads.com', 'help.threads.com'],
  recognise,

  sources: { http: onePage(), browser: onePage() },
  official,
  session: threadsSession,

  signs: [
    sign('rate-limited', answers(429)),
    sign('rate-limited', tooManyGraphRequests),
    sign('login-wall', graphTokenIsRefused),
    sign('login-wall', called('lands on the login page', landsOn('/login'))),
    // `Threads • Log in`, in any language.
    sign(
      'login-wall',
      called(
        'is titled as the login page',
        allOf(
          isTitled(
            '',
            /^Threads [•·-] [^@]{1,60}$|^(?:Log in|Inloggen|Anmelden|Se connecter|Iniciar sesión) [•·-] Threads/,
          ),
          not(showsAProfile),
        ),
      ),
    ),
    sign('login-wall', called('sends its visitor to the front page', allOf(isAddressedToFront, not(showsAProfile)))),
    sign(
      'login-wall',
      called('is a form to log in', allOf(has('form#login_form, form input[type="password"]'), not(showsAProfile))),
    ),
    sign('unreadable', isAboutOnePost),
    sign(
      'challenge',
      called(
        'is a shell titled "Threads"',
        allOf(anyOf(isTitled('', /^(?:Threads|Instagram)$/), isTitled('', /^Threads, /)), not(showsAProfile)),
      ),
    ),
  ],

  proof: [
    place('api', 'username', subjectsOfAnswer),
    place('embedded-json', 'params.vanity', subjectsOfPage),
    asList(cleaned(link('canonical'), identity.handleIn)),
    asList(cleaned(meta('og:url'), identity.handleIn)),
    asList(cleaned(meta('al:ios:url'), (url) => /^barcelona:\/\/user\?username=([\w.]{1,30})/.exec(url)?.[1])),
  ],

  places: {
    name: [
      ...ofUser('full_name', user.nameOf),
      said(meta('og:title'), nameInTitle),
      said(text('title'), (title, handle) => nameInTitle(title.replace(/^\(\d{1,3}\+?\) /, ''), handle)),
    ],
    handle: [...ofUser('username', user.handleOf), cleaned(link('canonical'), identity.handleIn)],
    bio: [
      ...ofUser('biography', user.bioOf),
      truncatedWhen(said(meta('og:description'), bioInDescription), endsInEllipsis),
    ],
    websites: ofUser('bio_links', user.websitesOf),
    logo: [
      ...ofUser('hd_profile_pic_versions', user.logoOf),
      cleaned(unlessEmpty(meta('og:image')), (url) => (/\/rsrc\.php\//.test(url) ? undefined : user.pictureAt(url))),
    ],
    followers: [
      ...ofUser('follower_count', user.followersOf),
      said(meta('og:description'), followersInDescription),
      said(metaName('description'), followersInDescription),
    ],
    lastActivity: [...postPlaces, place('embedded-json', 'taken_at of the posts shown', activityIn)],
    pin: [...ofUser('pk', user.pinOf), place('embedded-json', 'user_id of the page', idInRoute)],
  },

  pins: [{ kind: 'user', shape: /^(\d{1,20})$/, example: '63000000001' }],
  limits: { bio: { max: 150, unit: 'characters' } },
  pictures: {
    logo: { width: 320, height: 320, maxBytes: 1_000_000, isRound: true },
    source: 'guides by others, of 2026: as on Instagram, whose picture it may be',
    reviewed: '2026-11-23',
  },
  links: {
    edit: ({ url }) => url,
    remove: () => 'https://www.threads.com/settings/account',
  },
  neverSeen: { gone: 'To a guest Threads shows the login page for accounts that are not there, and for others too.' },
  controls: {
    known: 'https://www.threads.com/@threads',
    // Two dots in a row are not given out.
    impossible: 'https://www.threads.com/@bijwerken..no_one_7f3a',
  },
  sourcesOfFacts: ['https://developers.facebook.com/docs/threads/threads-profiles'],
};
