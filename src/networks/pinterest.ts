/**
 * Pinterest profiles: the page as guests see it, and the feed of an account's public pins, which needs no token and is
 * chronological. The answers of the site's own interface, of the widgets and of API v5 are read too.
 */

import type { Account, Network, ParsedDocument, Place, SourcePlan } from '../model/network.ts';
import { feedIn } from '../read/feed.ts';
import { countAt, isText, type JsonObject } from '../read/json.ts';
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
import { allOf, answers, type Condition, called, has, landsOn, not, replies, sign, titled } from '../read/signs.ts';
import { plainLine, sameHandle } from '../read/text.ts';
import { handleIn, hosts, isInsideProfile, recognise } from './pinterestAddress.ts';
import { official, pinPlaces } from './pinterestOfficial.ts';
import * as user from './pinterestUser.ts';

const feed: SourcePlan = {
  requests: ({ url }, answered) =>
    answered.length > 0 ? [] : [{ document: 'feed', url: `${url}feed.rss`, accept: 'feed' }],
};

const ofUser = <T>(name: string, of: (user: JsonObject) => Picked<T>): readonly Place<T>[] => [
  place<T>('api', `user.${name}`, (document, account) =>
    document.json === undefined ? undefined : user.pick(document, account, of),
  ),
  place<T>('embedded-json', `user.${name}`, (document, account) =>
    document.json === undefined ? user.pick(document, account, of) : undefined,
  ),
];

const ofFeed = (name: 'title' | 'description'): Place<string> =>
  place('api', `feed channel ${name}`, (document, { handle }) => {
    const channel = feedIn(document);
    return channel && sameHandle(handleIn(channel.link) ?? '', handle) ? channel[name] : undefined;
  });

/** `Name (handle) - Profile | Pinterest`; `Name (handle) on Pinterest` before 2022. */
function nameInTitle(title: string, handle: string): string | undefined {
  const [, name, named = ''] =
    /^(.{1,200}?) ?\(@?([^\s()]{2,50})\)(?: [-–—|•] .{1,60}| .{1,40}Pinterest.{0,40})?$/u.exec(title) ?? [];
  return sameHandle(named, handle) ? name?.trim() : undefined;
}

/** Without the handle: the page's type has to say that this is somebody's profile. */
const OLD_TITLE = /^([^()|]{1,200}) (?:on|op|auf|sur|en|su|no|na|på) Pinterest$/u;

const titlesOf = ({ $ }: ParsedDocument): readonly string[] =>
  [$('meta[property="og:title"]').first().attr('content'), $('title').first().text()].map((title) =>
    plainLine(title ?? '').slice(0, 400),
  );

const inTitle = (inner: Place<string>): Place<string> =>
  cleaned(unlessEmpty(inner), (title, { $ }, { handle }) => {
    const line = plainLine(title).slice(0, 400);
    const isProfile = /profile/.test($('meta[property="og:type"]').attr('content') ?? '');
    return nameInTitle(line, handle) ?? (isProfile ? OLD_TITLE.exec(line)?.[1] : undefined);
  });

const showsAProfile: Condition = {
  id: 'shows a profile',
  matches: (document, account) =>
    user.usersIn(document, account).length > 0 ||
    feedIn(document) !== undefined ||
    has('meta[name="pinterestapp:followers"], meta[property="pinterestapp:followers"]').matches(document, account) ||
    titlesOf(document).some((title) => nameInTitle(title, account.handle) !== undefined),
};

/** `Name | the text`: only where the name that stands before it is the page's own. */
function bioIn(description: string, document: ParsedDocument, account: Account): string | undefined {
  const known =
    user.pick(document, account, user.nameOf) ??
    titlesOf(document)
      .map((title) => nameInTitle(title, account.handle))
      .find(isText);
  const start = `${known} | `;
  return isText(known) && description.startsWith(start)
    ? description.slice(start.length).trim() || undefined
    : undefined;
}

const holdsNotFound: Condition = { id: 'holds "User not found."', matches: user.isNotFound };

const isNotProfile: Condition = {
  id: 'is the page of a board or a pin',
  matches: ({ $, finalUrl, json }) => {
    if (json !== undefined) return false;
    const stated = [$('link[rel="canonical"]').attr('href'), $('meta[property="og:url"]').attr('content')].filter(
      isText,
    );
    const type = $('meta[property="og:type"]').attr('content') ?? '';
    return (
      /^pinterestapp:(?:pin|pinboard|board)$/.test(type) ||
      (stated.length > 0 ? stated : [finalUrl]).some(isInsideProfile)
    );
  },
};

export const pinterest: Network = {
  id: 'pinterest',
  name: 'Pinterest',
  hosts,
  recognise,

  sources: { api: feed, http: onePage(), browser: onePage() },
  official,

  signs: [
    sign('rate-limited', answers(429)),
    sign('login-wall', called('lands on the login page', landsOn('/login'))),
    sign(
      'login-wall',
      allOf(
        answers(401),
        replies('answers that it knows no such token, or one with too few rights', (json) =>
          [2, 3].includes(countAt(json, 'code') ?? 0),
        ),
      ),
    ),
    sign(
      'challenge',
      called(
        'asks to prove that you are human',
        allOf(has('#px-captcha, .g-recaptcha, iframe[src*="recaptcha"]'), not(showsAProfile)),
      ),
    ),
    sign(
      'login-wall',
      called(
        'is titled as the login page',
        allOf(
          titled(
            /^(?:Pinterest(?: \([a-z]{2}\))? )?(?:Log ?in|Login|Sign up|Inloggen|Aanmelden|Anmelden|Registrieren|Connexion|Inscription|Iniciar sesión|Accedi|Entrar)\b.{0,40}$/i,
          ),
          not(showsAProfile),
        ),
      ),
    ),
    sign(
      'not-found',
      called('holds the answer "User not found." for this name', allOf(holdsNotFound, not(showsAProfile))),
    ),
    sign('unreadable', isNotProfile),
    sign('challenge', called('is a shell titled "Pinterest"', allOf(titled('Pinterest'), not(showsAProfile)))),
  ],

  proof: [
    place('api', 'user.username', user.subjectsOfAnswer),
    asList(place('api', 'feed channel link', (document) => handleIn(feedIn(document)?.link))),
    asList(cleaned(link('canonical'), handleIn)),
    asList(cleaned(meta('og:url'), handleIn)),
    asList(cleaned(meta('al:ios:url'), (url) => /^pinterest:\/\/user\/([^/?#]{2,100})/.exec(url)?.[1])),
  ],

  places: {
    name: [...ofUser('full_name', user.nameOf), inTitle(meta('og:title')), inTitle(text('title')), ofFeed('title')],
    handle: [
      ...ofUser('username', user.handleOf),
      cleaned(link('canonical'), handleIn),
      place('api', 'feed channel link', (document) => handleIn(feedIn(document)?.link)),
    ],
    bio: [
      ...ofUser('about', user.bioOf),
      truncatedWhen(cleaned(unlessEmpty(meta('og:description')), bioIn), endsInEllipsis),
      truncatedWhen(cleaned(unlessEmpty(metaName('description')), bioIn), endsInEllipsis),
      ofFeed('description'),
    ],
    websites: ofUser('website_url', user.websitesOf),
    logo: [
      ...ofUser('image_xlarge_url', user.logoOf),
      cleaned(unlessEmpty(meta('og:image')), (url) =>
        /\/(?:\d{2,4}x\d{2,4}_RS|avatars)\//.test(url) ? user.pictureAt(url) : undefined,
      ),
    ],
    banner: ofUser('profile_cover', user.bannerOf),
    followers: [
      ...ofUser('follower_count', user.followersOf),
      cleaned(unlessEmpty(meta('pinterestapp:followers')), (count) => countAt({ count }, 'count')),
    ],
    lastActivity: [
      ...pinPlaces,
      place('api', 'newest pin of the feed', user.lastInFeed),
      ...ofUser('last_pin_save_time', user.lastSave),
    ],
    pin: ofUser('id', user.pinOf),
  },
  // API v5 has no name for the account of a person.
  enough: ['name', 'pin'],

  pins: [{ kind: 'user', shape: /^(\d{5,20})$/, example: '211811981559070001' }],
  limits: {},
  pictures: {
    logo: { width: 600, height: 600, maxBytes: 5_000_000, isRound: true },
    banner: { width: 1600, height: 900, maxBytes: 5_000_000, safe: { width: 1280, height: 720 } },
    source: 'guides by others, of 2026: Pinterest names no size; the cover has the shape 16:9, at least 800×450',
    reviewed: '2026-11-23',
  },
  links: {
    edit: () => 'https://www.pinterest.com/settings/edit-profile',
    remove: () => 'https://www.pinterest.com/settings/account-settings',
  },
  // The largest of the sizes that its own interface names (`image_xlarge_url`).
  bestImage: (url) =>
    url.replace(/^(https:\/\/[\w-]{1,20}\.pinimg\.com\/)(?:30x30|60x60|75x75|140x140|150x150)_RS\//, '$1280x280_RS/'),
  controls: {
    known: 'https://www.pinterest.com/pinterest/',
    // Names have at most 30 characters.
    impossible: 'https://www.pinterest.com/bijwerken_this_name_is_too_long_7f3a/',
  },
  sourcesOfFacts: [
    'https://help.pinterest.com/en/article/edit-your-profile',
    'https://developers.pinterest.com/docs/api/v5/user_account-get',
    'https://developers.pinterest.com/docs/api/v5/pins-list',
    'https://developers.pinterest.com/docs/reference/rate-limits/',
  ],
};
