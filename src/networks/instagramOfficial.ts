/**
 * Instagram's Graph interface (business discovery), for those who hold a token of a person whose Facebook page has a
 * professional Instagram account: that account asks for the one that is wanted. Pure; part of the Instagram adapter.
 */

import type { Account, OfficialApi, ParsedDocument, Sign } from '../model/network.ts';
import { at, isText, listOf, textAt } from '../read/json.ts';
import { allOf, answers, called, replies, sign } from '../read/signs.ts';
import { askGraph, GRAPH_HOST, GRAPH_VERSION, graphFaults, nextCursor } from './metaOfficial.ts';

/** Three posts can be pinned; the newest of more is the newest, whatever stands first. */
const FIELDS =
  'id,username,name,biography,website,profile_picture_url,followers_count,media_count,media.limit(5){timestamp}';
const ACCOUNT_PAGES = 3;

const askerIn = (document: ParsedDocument): string | undefined =>
  listOf(at(document.json, 'data'))
    .map((page) => textAt(page, 'instagram_business_account', 'id'))
    .find((id) => isText(id) && /^\d{5,25}$/.test(id)) ?? undefined;

function requests({ handle }: Account, answered: readonly ParsedDocument[]) {
  const last = answered.at(-1);
  if (last?.document === 'discovery') return [];
  const asker = last && askerIn(last);
  if (asker !== undefined) {
    return [askGraph('discovery', asker, { fields: `business_discovery.username(${handle}){${FIELDS}}` })];
  }
  const after = last && nextCursor(last);
  if (last !== undefined && (after === undefined || answered.length >= ACCOUNT_PAGES)) return [];
  const parameters = { fields: 'instagram_business_account', limit: '100', ...(isText(after) ? { after } : {}) };
  return [askGraph('accounts', 'me/accounts', parameters)];
}

const hasNoAsker = called(
  'answers no page with an Instagram account',
  allOf(
    answers(200),
    replies('', (answer) => Array.isArray(at(answer, 'data'))),
    {
      id: '',
      matches: (document) =>
        document.document === 'accounts' && askerIn(document) === undefined && nextCursor(document) === undefined,
    },
  ),
);

export const signs: readonly Sign[] = [
  // Of a private person's account it says the same as of none.
  sign(
    'unreadable',
    called(
      'answers that no professional account has this name',
      replies('', (answer) => at(answer, 'error', 'code') === 110 || at(answer, 'error', 'error_subcode') === 2207013),
    ),
  ),
];

export const official: OfficialApi = {
  requests,
  token: 'BIJWERKEN_INSTAGRAM_TOKEN',
  sends: { as: 'query', name: 'access_token' },
  hosts: [GRAPH_HOST],
  scopes: ['instagram_basic', 'instagram_manage_insights', 'pages_read_engagement', 'pages_show_list'],
  followed: `https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/business_discovery (${GRAPH_VERSION})`,
  isVerified: false,
  main: 'discovery',
  faults: [...graphFaults, { state: 'missing-scope', ...hasNoAsker }],
  lacks: ['emails', 'phones', 'address', 'pin'],
};
