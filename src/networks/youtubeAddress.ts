/** Which YouTube channel an address names: by handle, by id, by its older names, and in feeds and API addresses. */

import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';
import { addresses, isHostOf } from '../read/addresses.ts';
import { decoded } from '../read/text.ts';

export const HOSTS = ['youtube.com', '*.youtube.com', 'youtube.googleapis.com'];
const API_HOSTS = ['www.googleapis.com', 'youtube.googleapis.com', 'content-youtube.googleapis.com'];

const ID = /^UC[\w-]{22}$/;
/** Longer than YouTube allows, so that an address with such a handle is still an address of a channel. */
const HANDLE = /^[\p{L}\p{M}\p{N}_.·-]{1,100}$/u;
const NAME = /^[\p{L}\p{M}\p{N}_-]{1,100}$/u;

/** What stands where the oldest addresses had the channel's name. */
const PAGES =
  'watch shorts playlist results hashtag post clip live embed v e feed feeds gaming premium account about redirect signin login logout creators ads trending kids music movies sports news learning fashion podcasts upload oembed tv new intl t s yt yts api youtubei channels channel c user profile dashboard comment source static jobs press dev impressum privacy terms error supported_browsers subscription_center attribution_link get_video_info iframe_api howyoutubeworks reporthistory paid_memberships select_site testtube create_channel channel_switcher my_videos view_play_list show shows store originals playables courses family verify age_verify logo img sw opensearch community_guidelines my_channel';

const at = (path: string, kind: string, canonical: (handle: string) => string, handle: RegExp) =>
  addresses({
    hosts: HOSTS,
    paths: [path],
    canonical,
    handle,
    kind,
    reserved: kind === 'name' ? PAGES.split(' ') : [],
  });

const home = 'https://www.youtube.com';
const kinds = [
  at('/@:handle', 'handle', (handle) => `${home}/@${handle}`, HANDLE),
  at('/channel/:handle', 'channel', (id) => `${home}/channel/${id}`, ID),
  at('/c/:handle', 'c', (name) => `${home}/c/${name}`, NAME),
  at('/user/:handle', 'user', (name) => `${home}/user/${name}`, NAME),
  at('/:handle', 'name', (name) => `${home}/${name}`, NAME),
];

export function recognise(url: URL): Account | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  if (isHostOf(url.hostname, API_HOSTS)) return url.pathname.startsWith('/youtube/v3/') ? inParameters(url) : null;
  if (!isHostOf(url.hostname, HOSTS)) return null;
  if (/^\/(?:feeds\/videos\.xml|profile|youtubei\/v1\/browse)\/?$/.test(url.pathname)) return inParameters(url);
  const path = new URL(url.href);
  path.pathname = url.pathname.replace(/^\/%40/i, '/@');
  for (const { recognise: known } of kinds) {
    const account = known(path);
    if (account !== null) return account;
  }
  return null;
}

/** The account that an address names, out of any text. */
export const accountIn = (address: unknown): Account | null =>
  typeof address === 'string' && isUrl(address, home) ? recognise(new URL(address, home)) : null;

/** The channel's id in an address. */
export const idIn = (address: unknown): string | undefined => {
  const account = accountIn(address);
  return account?.kind === 'channel' ? account.handle : undefined;
};

export const isId = (text: string): boolean => ID.test(text);

/** Feeds, the Data API and the interface that YouTube's own pages use take the channel as a parameter. */
function inParameters({ searchParams }: URL): Account | null {
  const id = searchParams.get('channel_id') ?? searchParams.get('id') ?? searchParams.get('browseId');
  // The list of a channel's uploads has the channel's id, with two other letters in front.
  const uploads = (searchParams.get('playlist_id') ?? searchParams.get('playlistId') ?? '').replace(/^UU/, 'UC');
  const handle = searchParams.get('forHandle')?.replace(/^@/, '');
  const user = searchParams.get('forUsername') ?? searchParams.get('user');
  const path = [
    [id ?? uploads, '/channel/'],
    [handle, '/@'],
    [user, '/user/'],
  ].find(([value]) => value);
  return path === undefined ? null : (kindAt(`${path[1]}${encodeURIComponent(decoded(path[0] ?? ''))}`) ?? null);
}

const kindAt = (path: string): Account | null => {
  const url = new URL(path, home);
  return kinds.map(({ recognise: known }) => known(url)).find((account) => account !== null) ?? null;
};
