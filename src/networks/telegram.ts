/**
 * Telegram channels, groups and people: the page at t.me, and the list of a public channel's posts (`/s/name`), which is
 * chronological. For a name that nobody has Telegram shows the page of a contact without a name.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, Network, SourcePlan } from '../model/network.ts';
import { addresses } from '../read/addresses.ts';
import { asImage, asList, attribute, cleaned, meta, onePage, place, text, unlessEmpty } from '../read/places.ts';
import { answers, type Condition, called, saysIn, sign } from '../read/signs.ts';
import { bioIn, followersIn, lastActivityIn, logoIn, pinIn, websitesIn } from './telegramPage.ts';

const HOSTS = ['t.me', 'www.t.me', 'telegram.me', 'www.telegram.me', 'telegram.dog'];
const RESERVED =
  '_ addemoji addlist addstickers addtheme auction bg boost c call confirmphone contact giftcode img invoice iv joinchat k login m nft proxy s setlanguage share socks stickers storyalbum url web';
const HANDLE = /^[A-Za-z][A-Za-z0-9_]{3,31}$/;

const identity = addresses({
  hosts: HOSTS,
  paths: ['/s/:handle', '/:handle'],
  canonical: (handle) => `https://t.me/${handle}`,
  reserved: RESERVED.split(' '),
  handle: HANDLE,
});

/** `name.t.me`, and `web.telegram.org/k/#@name`. */
function recognise(url: URL): Account | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  const [, label] = /^([a-z0-9_]{4,32})\.t\.me$/i.exec(url.hostname) ?? [];
  const [, inHash] = /^#@([A-Za-z0-9_]{4,32})(?:$|[?/])/.exec(url.hash) ?? [];
  const named = label ?? (url.hostname === 'web.telegram.org' ? inHash : undefined);
  const found = identity.recognise(named === undefined ? url : new URL(`https://t.me/${named}`));
  return found && { ...found, kind: 'account' };
}

const handleIn = (address: string): string | undefined =>
  isUrl(address) ? recognise(new URL(address))?.handle : undefined;

/** `tg://resolve?domain=name`: how the page opens in the app. With `post` it is a page about one post. */
const RESOLVE = /^tg:\/\/resolve\/?\?domain=([A-Za-z0-9_]{4,32})(?:$|&)/;

const list: SourcePlan = onePage(({ handle }) => `https://t.me/s/${handle}`);

const isAboutOnePost: Condition = {
  id: 'is the page of one post',
  matches: ({ $, finalUrl }) => {
    if ($('.tgme_channel_info').length > 0) return false;
    const opens = $('meta[property="al:ios:url"]').attr('content') ?? '';
    return /[?&]post=\d/.test(opens) || /^https?:\/\/[^/]{1,100}\/(?:s\/)?\w{4,32}\/\d{1,15}(?:$|[?#/])/.test(finalUrl);
  },
};

/** The titles of pages about nobody in particular. */
const NO_NAME = /^Telegram(?:$|: |\s[–-]\s)/;

export const telegram: Network = {
  id: 'telegram',
  name: 'Telegram',
  hosts: [...HOSTS, '*.t.me', 'web.telegram.org'],
  recognise,

  sources: { api: list, http: onePage(), browser: onePage() },

  signs: [
    sign('rate-limited', answers(429)),
    sign('unreadable', isAboutOnePost),
    sign(
      'unreadable',
      called(
        'says that it cannot be displayed, as it does of channels that are hidden in a country or an app',
        saysIn(
          '.tgme_page_description, .tgme_channel_info_description, .tme_no_messages_found',
          /^(?:Sorry, )?this (?:channel|group|user|bot|content) (?:can[’']t|cannot) be (?:displayed|accessed)|^(?:Sorry, )?this (?:channel|group) is (?:no longer accessible|unavailable)/i,
        ),
      ),
    ),
  ],

  // The page of a contact without a name names the address too: `places.name` finds nothing there.
  proof: [
    asList(cleaned(text('.tgme_channel_info_header_username'), (name) => name.replace(/^@/, ''))),
    asList(cleaned(meta('al:ios:url'), (url) => RESOLVE.exec(url)?.[1])),
    asList(cleaned(meta('al:android:url'), (url) => RESOLVE.exec(url)?.[1])),
    asList(cleaned(attribute('.tgme_page_action a[href^="tg:"]', 'href'), (url) => RESOLVE.exec(url)?.[1])),
  ],

  places: {
    name: [
      text('.tgme_channel_info_header_title span'),
      text('.tgme_channel_info_header_title'),
      text('.tgme_page_title span'),
      text('.tgme_page_title'),
      cleaned(unlessEmpty(meta('og:title')), (title, { $ }) =>
        NO_NAME.test(title) || $('.tgme_page_icon').length > 0 ? undefined : title,
      ),
    ],
    handle: [
      cleaned(text('.tgme_channel_info_header_username'), (name) =>
        /^@\w{4,32}$/.test(name) ? name.slice(1) : undefined,
      ),
      cleaned(text('.tgme_page_extra'), (line) => (/^@\w{4,32}$/.test(line) ? line.slice(1) : undefined)),
      cleaned(meta('al:ios:url'), (url) => RESOLVE.exec(url)?.[1]),
      place('dom', 'final address', ({ finalUrl }) => handleIn(finalUrl)),
    ],
    bio: [place('dom', '.tgme_page_description', bioIn)],
    websites: [place('dom', '.tgme_page_description a', websitesIn)],
    logo: [
      place('dom', '.tgme_page_photo_image', logoIn),
      asImage(cleaned(unlessEmpty(meta('og:image')), (url) => (/\/img\/t_logo|\/t_logo/.test(url) ? undefined : url))),
    ],
    followers: [place('dom', '.tgme_page_extra', followersIn)],
    lastActivity: [place('dom', '.tgme_widget_message time', lastActivityIn)],
    pin: [place('dom', '.tgme_widget_message @data-peer', pinIn)],
  },

  pins: [{ kind: 'channel', shape: /^(?:-100|c)?(\d{5,13})$/, example: '1006503122' }],
  limits: { name: { max: 128, unit: 'characters' }, bio: { max: 255, unit: 'characters' } },
  pictures: {
    logo: { width: 640, height: 640, maxBytes: 5_000_000, isRound: true },
    source: 'guides by others, of 2026: kept at 640×640, shown in a circle',
    reviewed: '2026-11-23',
  },
  links: { edit: ({ url }) => url },
  neverSeen: { gone: 'For a name that nobody has Telegram says that the visitor can contact it right away.' },
  controls: {
    known: 'https://t.me/telegram',
    // Two underscores in a row are not given out.
    impossible: 'https://t.me/bwk__no_one_7f3a',
  },
  sourcesOfFacts: [
    'https://core.telegram.org/bots/api#setchatdescription',
    'https://telegram.org/faq#usernames-and-t-me',
  ],
};
