/**
 * YouTube's Data API v3, for those who hold a key: what is asked of it, and what it says of the key. Older names
 * (`/c/…`) are none that it could be asked for. Pure; part of the YouTube adapter.
 */

import type { Account, OfficialApi, ParsedDocument } from '../model/network.ts';
import { isText, textAt } from '../read/json.ts';
import { sameHandle } from '../read/text.ts';
import { refuses, serviceIn } from './googleRefusals.ts';
import { channelIn, newestUpload, subjectsOf, UPLOAD_PAGES } from './youtubeAnswers.ts';

const HOST = 'www.googleapis.com';

const ask = (document: string, path: string, parameters: Readonly<Record<string, string>>) => ({
  document,
  url: `https://${HOST}/youtube/v3/${path}?${new URLSearchParams(parameters)}`,
  accept: 'json' as const,
});

function filterFor({ kind, handle }: Account): Readonly<Record<string, string>> | undefined {
  if (kind === 'handle') return { forHandle: `@${handle}` };
  if (kind === 'channel') return { id: handle };
  return kind === 'user' ? { forUsername: handle } : undefined;
}

/** The list of uploads goes on where a page holds nothing but what is still to come. */
function requests(account: Account, answered: readonly ParsedDocument[]) {
  const [first, ...pages] = answered;
  const filter = filterFor(account);
  if (filter === undefined) return [];
  const part = 'snippet,brandingSettings,statistics,contentDetails';
  if (first === undefined) return [ask('channel', 'channels', { part, ...filter })];
  const channel = channelIn(first, account);
  if (!subjectsOf(channel).some((name) => sameHandle(name, account.handle))) return [];
  const playlistId = textAt(channel, 'contentDetails', 'relatedPlaylists', 'uploads');
  const last = pages.at(-1);
  const pageToken = last && textAt(last.json, 'nextPageToken');
  const isMore = last === undefined || (newestUpload(last) === undefined && isText(pageToken));
  const name = UPLOAD_PAGES[pages.length];
  if (!isMore || name === undefined || !isText(playlistId) || playlistId === '') return [];
  const parameters = { part: 'snippet,contentDetails', playlistId, maxResults: '10' };
  return [ask(name, 'playlistItems', { ...parameters, ...(isText(pageToken) ? { pageToken } : {}) })];
}

export const official: OfficialApi = {
  requests,
  token: 'BIJWERKEN_YOUTUBE_TOKEN',
  sends: { as: 'query', name: 'key' },
  hosts: [HOST],
  scopes: ['YouTube Data API v3'],
  followed: 'https://developers.google.com/youtube/v3/docs/ (v3)',
  isVerified: false,
  faults: [
    { state: 'expired', ...refuses('that the key is none', 'keyInvalid', 'API_KEY_INVALID') },
    { state: 'expired', ...refuses('that the key has expired', 'keyExpired', 'API_KEY_EXPIRED') },
    { state: 'expired', ...refuses('that it knows no such token', 'authError', 'UNAUTHENTICATED') },
    {
      state: 'missing-scope',
      ...refuses(
        'that the key is not for this interface',
        'accessNotConfigured',
        'SERVICE_DISABLED',
        'API_KEY_SERVICE_BLOCKED',
      ),
      scope: serviceIn,
    },
    {
      state: 'missing-scope',
      ...refuses(
        'that the key is not for this machine',
        'ipRefererBlocked',
        'API_KEY_IP_ADDRESS_BLOCKED',
        'API_KEY_HTTP_REFERRER_BLOCKED',
      ),
    },
    {
      state: 'missing-scope',
      ...refuses(
        'that a permission is missing',
        'insufficientPermissions',
        'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        'PERMISSION_DENIED',
      ),
    },
  ],
};
