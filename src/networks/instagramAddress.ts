/** Which Instagram account an address names: profile pages, and the interfaces that take a name. Pure patterns. */

import type { Account } from '../model/network.ts';
import { addresses } from '../read/addresses.ts';

const HOSTS = ['instagram.com', 'www.instagram.com', 'm.instagram.com', 'i.instagram.com', 'instagr.am'];
const GRAPH_HOSTS = ['graph.facebook.com', 'graph.instagram.com'];
const HANDLE = /^[A-Za-z0-9_.]{1,30}$/;

const RESERVED =
  '_n _u about accounts api ar archive audio auth_platform challenge consent data developer direct directory download emails explore favicon.ico graphql guides hashtag interface invites legal linkshim lite location locations login logging_client_events mobile n nametag notifications oauth p popular press privacy qr query reel reels rsrc.php s session sem share signup static stories support tags terms threads topics tv unsupported url web www your_activity';

const profiles = addresses({
  hosts: [...HOSTS, 'www.instagr.am'],
  paths: ['/_u/:handle', '/n/:handle', '/:handle'],
  canonical: (handle) => `https://www.instagram.com/${handle}/`,
  reserved: RESERVED.split(' '),
  handle: HANDLE,
});

/** Help, business and developer pages included: they are Instagram's, and nobody's profile. */
export const hosts: readonly string[] = ['*.instagram.com', ...profiles.hosts];
export const { handleIn, names } = profiles;

export const recognise = (url: URL): Account | null => recogniseQuery(url) ?? named(profiles.recognise(url));

/** The first part of the path is no kind of account. */
const named = (account: Account | null): Account | null => account && { ...account, kind: 'account' };

/** `…/web_profile_info/?username=name`, and `fields=business_discovery.username(name){…}` of the Graph interface. */
function recogniseQuery(url: URL): Account | null {
  const discovery = /business_discovery\.username\(([A-Za-z0-9_.]{1,30})\)/;
  const isGraph = GRAPH_HOSTS.includes(url.hostname);
  const isOwn = HOSTS.includes(url.hostname) && /^\/(?:api|graphql)\//.test(url.pathname);
  const handle = isGraph
    ? discovery.exec((url.searchParams.get('fields') ?? '').slice(0, 2000))?.[1]
    : isOwn
      ? (url.searchParams.get('username') ?? feedOf(url) ?? nameInVariables(url))
      : undefined;
  return handle !== undefined && HANDLE.test(handle)
    ? { handle, kind: 'account', host: 'www.instagram.com', url: `https://www.instagram.com/${handle}/` }
    : null;
}

const feedOf = (url: URL): string | undefined =>
  /^\/api\/v1\/(?:feed\/user|users)\/([A-Za-z0-9_.]{1,30})\/username(?:info)?\/?$/.exec(url.pathname)?.[1];

const nameInVariables = (url: URL): string | undefined =>
  /"username"\s?:\s?"([A-Za-z0-9_.]{1,30})"/.exec((url.searchParams.get('variables') ?? '').slice(0, 2000))?.[1];
