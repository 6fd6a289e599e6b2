/**
 * LinkedIn's Community Management API, for those who hold a token of an administrator: what is asked of it, and what it
 * says of the token. Pure; part of the LinkedIn adapter.
 */

import type { Account, OfficialApi, ParsedDocument } from '../model/network.ts';
import { at, type JsonObject, textAt } from '../read/json.ts';
import { allOf, answers, called, replies } from '../read/signs.ts';
import { decoded } from '../read/text.ts';
import { isLastPage, isNumber, nextStart, ownIn, ownPosts, PAGE, POST_PAGES, urnOf } from './linkedinAnswers.ts';

const HOST = 'api.linkedin.com';
const HEADERS = { 'LinkedIn-Version': '202605', 'X-Restli-Protocol-Version': '2.0.0' };

const ask = (document: string, path: string) => ({
  document,
  url: `https://${HOST}/rest${path}`,
  accept: 'json' as const,
  headers: HEADERS,
});

/** The handle that an address of the interface asks for. */
export function handleInQuery(url: URL): string | null {
  if (url.hostname !== HOST || !/^\/(?:rest|v2)\/organizations(?:\/|$)/.test(url.pathname)) return null;
  const name = url.searchParams.get('vanityName') ?? /\/organizations\/(\d{1,20})\/?$/.exec(url.pathname)?.[1] ?? '';
  return decoded(name).trim() || null;
}

/** Pictures are named as assets; the Images API knows them by the same id. */
function imageRequest(organisation: JsonObject, document: 'logo' | 'banner') {
  const key = document === 'logo' ? 'logoV2' : 'coverPhotoV2';
  const urn = textAt(organisation, key, 'cropped') ?? textAt(organisation, key, 'original') ?? '';
  const id = /^urn:li:(?:digitalmediaAsset|image):([\w-]{1,200})$/.exec(urn)?.[1];
  return id === undefined ? [] : [ask(document, `/images/${encodeURIComponent(`urn:li:image:${id}`)}`)];
}

const postsRequest = (organisation: JsonObject, page: number, start: number) =>
  ask(
    POST_PAGES[page] ?? '',
    `/posts?q=author&author=${encodeURIComponent(urnOf(organisation))}&count=${PAGE}&start=${start}&sortBy=LAST_MODIFIED`,
  );

function requests(account: Account, answered: readonly ParsedDocument[]) {
  const { handle } = account;
  const [first, ...rest] = answered;
  if (first === undefined) {
    const path = isNumber(handle)
      ? `/organizations/${handle}`
      : `/organizations?q=vanityName&vanityName=${encodeURIComponent(handle)}`;
    return [ask('organization', path)];
  }
  const organisation = ownIn(first, account);
  if (organisation === undefined) return [];
  const pages = rest.filter(({ document }) => POST_PAGES.includes(document));
  const last = pages.at(-1);
  if (last === undefined) {
    const followers = `/networkSizes/${encodeURIComponent(urnOf(organisation))}?edgeType=COMPANY_FOLLOWED_BY_MEMBER`;
    return [
      postsRequest(organisation, 0, 0),
      ask('followers', followers),
      ...imageRequest(organisation, 'logo'),
      ...imageRequest(organisation, 'banner'),
    ];
  }
  const isMore = pages.length < POST_PAGES.length && ownPosts(last).length === 0 && !isLastPage(last);
  return isMore ? [postsRequest(organisation, pages.length, nextStart(last))] : [];
}

/** Not every answer names it; else the one that the documentation asks for. */
const scopeOf = ({ json, document }: ParsedDocument): string => {
  const named = /\b(?:r|w|rw)_(?:organization|dma|basicprofile|1st)[a-z_]{0,40}\b/.exec(
    textAt(json, 'message') ?? '',
  )?.[0];
  return named ?? (POST_PAGES.includes(document) ? 'r_organization_social' : 'rw_organization_admin');
};

const refusal = (status: number, name: string, ...codes: readonly number[]) =>
  called(
    `answers ${status} with ${name}`,
    allOf(
      answers(status),
      replies(
        '',
        (answer) => at(answer, 'code') === name || codes.some((code) => at(answer, 'serviceErrorCode') === code),
      ),
    ),
  );

export const official: OfficialApi = {
  requests,
  token: 'BIJWERKEN_LINKEDIN_TOKEN',
  sends: { as: 'bearer' },
  hosts: [HOST],
  scopes: ['rw_organization_admin', 'r_organization_social'],
  followed: 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/ (version 202605)',
  isVerified: false,
  faults: [
    { state: 'expired', ...refusal(401, 'EXPIRED_ACCESS_TOKEN', 65602) },
    { state: 'expired', ...refusal(401, 'REVOKED_ACCESS_TOKEN', 65601) },
    { state: 'expired', ...refusal(401, 'INVALID_ACCESS_TOKEN', 65600) },
    { state: 'expired', ...answers(401) },
    { state: 'missing-scope', ...refusal(403, 'ACCESS_DENIED', 100), scope: scopeOf },
    { state: 'missing-scope', ...answers(403), scope: scopeOf },
  ],
};
