/**
 * YouTube channels, as a visitor who is not signed in sees them: the data that a page is drawn from, whose shape the
 * answers of YouTube's own interface share, and a feed of the newest videos, which is chronological. What the feed says
 * of a channel that is not there is the same for one that was ended, and proves nothing. The Data API is read as v3.
 */

import type { Account, Network, ParsedDocument, Place, SourcePlan } from '../model/network.ts';
import { at, isText, type JsonObject, textAt } from '../read/json.ts';
import {
  asImage,
  asList,
  attribute,
  cleaned,
  endsInEllipsis,
  firstOf,
  inDocument,
  link,
  meta,
  onePage,
  type Picked,
  place,
  truncatedWhen,
} from '../read/places.ts';
import { accountIn, HOSTS, idIn, isId, recognise } from './youtubeAddress.ts';
import * as answer from './youtubeAnswers.ts';
import * as data from './youtubeData.ts';
import * as fields from './youtubeFields.ts';
import { official } from './youtubeOfficial.ts';
import { signs } from './youtubeSigns.ts';

const feedOf = (id: string) => ({
  document: 'feed',
  url: `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`,
  accept: 'feed' as const,
});

/** The feed needs the channel's id: it stands in the address, or on the page. */
const fromFeed: SourcePlan = {
  isMet: true,
  requests: (account, answered) => {
    if (account.kind === 'channel') return answered.length === 0 ? [feedOf(account.handle)] : [];
    if (answered.length === 0) return onePage().requests(account, []);
    const [page] = answered;
    const id = page && (data.idOf(page) ?? idIn(page.$('link[rel="canonical"]').attr('href')));
    return id === undefined || !isId(id) || answered.length > 1 ? [] : [feedOf(id)];
  },
};

/** Older names, which a page of today no longer bears: YouTube answers them with the channel that has them. */
const isOlderName = ({ kind }: Account): boolean => kind === 'c' || kind === 'user' || kind === 'name';

/** The addresses that a page gives as its own, for those who read no scripts: the channel's id, and its name. */
const namedInHead = ({ $ }: ParsedDocument): readonly Account[] =>
  $('link[rel="canonical"], link[rel="alternate"][media], meta[property="og:url"]')
    .toArray()
    .slice(0, 20)
    .map((element) => accountIn($(element).attr('href') ?? $(element).attr('content')))
    .filter((account) => account !== null);

/** A page of a channel says its own names; only where it says none of this kind does its address speak for it. */
function namedByAddress(document: ParsedDocument, account: Account): string | undefined {
  const isChannel = data.idOf(document) !== undefined || idIn(canonical.pick(document, account)) !== undefined;
  if (!isChannel) return undefined;
  const others = [...data.namesOf(document), ...namedInHead(document)].filter(({ kind }) => kind === account.kind);
  if (others.length > 0) return undefined;
  const asked = accountIn(document.finalUrl);
  if (asked !== null && asked.kind !== 'channel' && asked.kind === account.kind) return asked.handle;
  return isOlderName(account) && asked !== null ? accountIn(document.requestedUrl)?.handle : undefined;
}

const canonical = firstOf(link('canonical'), meta('og:url'));
const itemId = firstOf(
  attribute('meta[itemprop="identifier"]', 'content'),
  attribute('meta[itemprop="channelId"]', 'content'),
);

/** Out of what the page's data says of its channel. */
const ofChannel = (key: string): Place<string> =>
  place('embedded-json', `channelMetadataRenderer.${key}`, (document) => {
    const value = textAt(data.metadataOf(document), key);
    return isText(value) ? value.trim() || null : value;
  });

/** Out of the channel in an answer of the Data API. */
const ofAnswer = <T>(locator: string, pick: (channel: JsonObject) => Picked<T>): Place<T> =>
  place('api', locator, (document, account) => {
    const channel = answer.channelIn(document, account);
    return channel && pick(channel);
  });

const snippet = (key: string): Place<string> =>
  ofAnswer(`snippet.${key}`, (channel) => {
    const value = textAt(channel, 'snippet', key);
    return isText(value) ? value.trim() || null : value;
  });

const ofTree = <T>(locator: string, pick: (document: ParsedDocument) => Picked<T>): Place<T> =>
  place('embedded-json', locator, pick);

/** The feed is the first document where the address has the channel's id, and the second where it has not. */
const ofFeed = <T>(locator: string, pick: (document: ParsedDocument) => Picked<T>): readonly Place<T>[] => {
  const inFeed = place<T>('api', `feed ${locator}`, pick);
  return [inDocument('feed', inFeed), inFeed];
};

/** On pages without data: only where they say themselves that they are a channel's. */
const ofChannelPage = (inner: Place<string>): Place<string> =>
  cleaned(inner, (value, document, account) => {
    const [address, type] = [canonical.pick(document, account), meta('og:type').pick(document, account)];
    return accountIn(address) !== null && /profile|channel/i.test(type ?? 'profile') ? value : undefined;
  });

const newestUpload = place('api', 'newest upload', answer.newestUpload);

export const youtube: Network = {
  id: 'youtube',
  name: 'YouTube',
  hosts: [...HOSTS, 'youtu.be'],
  recognise,
  sources: { api: fromFeed, http: onePage(), browser: onePage() },
  official,
  signs,

  proof: [
    ofTree<readonly string[]>('channelMetadataRenderer', (document) => {
      const id = data.idOf(document);
      const names = data.namesOf(document).map(({ handle }) => handle);
      return id === undefined ? undefined : [...names, fields.handleIn(document), id].filter(isText);
    }),
    place('api', 'feed link', answer.subjectsOfFeed),
    ofAnswer('id', answer.subjectsOf),
    asList(place('api', 'snippet.channelId', answer.ownerOfUploads)),
    place<readonly string[]>('dom', 'link canonical or alternate', (document) =>
      namedInHead(document).map(({ handle }) => handle),
    ),
    asList(itemId),
    place<readonly string[]>('dom', 'final address of a channel’s page', (document, account) => {
      const named = namedByAddress(document, account);
      return named === undefined ? undefined : [named];
    }),
  ],

  places: {
    name: [
      ofChannel('title'),
      ofTree('header.title', (document) => data.textOf(data.tabbedHeaderOf(document)?.title)),
      snippet('title'),
      place('api', 'snippet.channelTitle', answer.nameOfUploads),
      ...ofFeed('title', answer.nameOfFeed),
      ofChannelPage(attribute('meta[itemprop="name"]', 'content')),
      ofChannelPage(meta('og:title')),
    ],
    handle: [
      ofTree('channelMetadataRenderer.vanityChannelUrl', (document) => {
        const names = data.namesOf(document).filter(({ kind }) => kind !== 'channel');
        return (names.find(({ kind }) => kind === 'handle') ?? names[0])?.handle;
      }),
      ofTree('header, handle', fields.handleIn),
      snippet('customUrl'),
      ofChannelPage(
        place('dom', 'link canonical or alternate', (document) => {
          const names = namedInHead(document).filter(({ kind }) => kind !== 'channel');
          return (names.find(({ kind }) => kind === 'handle') ?? names[0])?.handle;
        }),
      ),
    ],
    bio: [
      ofChannel('description'),
      ofTree('about.description', (document) => data.textOf(data.aboutOf(document)?.description)),
      snippet('description'),
      truncatedWhen(ofChannelPage(meta('og:description')), endsInEllipsis),
    ],
    websites: [ofTree('links', fields.websitesIn)],
    logo: [
      asImage(
        ofTree('channelMetadataRenderer.avatar', (document) =>
          fields.widest(at(data.metadataOf(document), 'avatar', 'thumbnails')),
        ),
      ),
      asImage(ofTree('header.image', fields.logoIn)),
      asImage(ofAnswer('snippet.thumbnails', answer.logoOf)),
      asImage(ofChannelPage(meta('og:image'))),
    ],
    banner: [
      asImage(ofTree('header.banner', fields.bannerIn)),
      asImage(ofAnswer('brandingSettings.image', answer.bannerOf)),
    ],
    followers: [
      ofTree('header, subscribers', fields.followersInTree),
      ofAnswer('statistics.subscriberCount', answer.followersOf),
    ],
    lastActivity: [
      ...ofFeed('entry published', answer.newestInFeed),
      ...answer.UPLOAD_PAGES.map((name) => inDocument(name, newestUpload)),
      newestUpload,
      ofAnswer('statistics.videoCount', answer.neverPosted),
      ofTree('publishedTimeText', fields.lastActivityIn),
    ],
    pin: [
      ofTree('channelMetadataRenderer.externalId', data.idOf),
      ofAnswer('id', (channel) => textAt(channel, 'id')),
      place('api', 'snippet.channelId', answer.ownerOfUploads),
      ...ofFeed('channel', answer.idOfFeed),
      cleaned(itemId, (id) => (isId(id) ? id : undefined)),
      cleaned(canonical, idIn),
    ],
    created: [...ofFeed('published', answer.createdInFeed), snippet('publishedAt')],
  },

  pins: [{ kind: 'channel', shape: /^(UC[\w-]{22})$/, example: 'UCbwkVoorbeeld0000000000' }],
  limits: { name: { max: 100, unit: 'characters' }, bio: { max: 1000, unit: 'characters' } },
  // Only a television shows the whole banner.
  pictures: {
    logo: { width: 800, height: 800, maxBytes: 4_000_000, isRound: true },
    banner: { width: 2560, height: 1440, maxBytes: 6_000_000, safe: { width: 1546, height: 423 } },
    source:
      'YouTube Data API, channelBanners.insert, of 2026-02: 2560×1440 recommended, 6 MB; the rest from guides of 2026',
    reviewed: '2026-11-23',
  },
  links: {
    edit: (account, pin) => studioOf(pin ?? (account.kind === 'channel' ? account.handle : null)),
    remove: () => 'https://www.youtube.com/account_advanced',
  },
  // Google's picture servers give any size that the address asks for.
  bestImage: (url) =>
    url.replace(/(\/\/yt3\.(?:ggpht|googleusercontent)\.com\/.{1,300}=s)([1-9]\d{0,3})(?=-|$)/, (all, start, size) =>
      Number(size) < 800 ? `${start}800` : all,
    ),
  controls: {
    known: 'https://www.youtube.com/@YouTube',
    // A handle has at most 30 characters.
    impossible: 'https://www.youtube.com/@bijwerken-this-name-is-too-long-for-a-handle',
  },
  sourcesOfFacts: [
    'https://developers.google.com/youtube/v3/docs/channels',
    'https://support.google.com/youtube/answer/11585688',
    'https://support.google.com/youtube/answer/2657964',
  ],
};

/** Without the id it opens at the channel of whoever is signed in. */
const studioOf = (id: string | null): string =>
  `https://studio.youtube.com/${id === null ? '' : `channel/${id}/editing/profile`}`;
