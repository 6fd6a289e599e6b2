/** Facebook's Graph interface, for those who hold a page's token: what is asked of it. Pure; part of the Facebook adapter. */

import type { Account, OfficialApi, ParsedDocument } from '../model/network.ts';
import { isText, textAt } from '../read/json.ts';
import { decoded, sameHandle } from '../read/text.ts';
import { ownPosts, POST_PAGES, pageIn, subjectsOf } from './facebookAnswers.ts';
import { askGraph, GRAPH_HOST, GRAPH_VERSION, graphFaults, nextCursor } from './metaOfficial.ts';

const FIELDS =
  'id,name,username,about,bio,description,emails,phone,website,location,single_line_address,picture.width(720).height(720),cover,followers_count,is_published,verification_status,link';

/** The page that an address of the interface asks for. */
export function handleInQuery(url: URL): string | null {
  if (url.hostname !== GRAPH_HOST || /business_discovery|threads|instagram/.test(url.searchParams.get('fields') ?? ''))
    return null;
  const [, name = ''] = /^\/(?:v\d{1,3}\.\d\/)?([^/]{1,200})\/?$/.exec(url.pathname) ?? [];
  return ['', 'me', 'search', 'debug_token'].includes(name) ? null : decoded(name);
}

function requests({ handle }: Account, answered: readonly ParsedDocument[]) {
  const [first, ...pages] = answered;
  if (first === undefined) return [askGraph('page', encodeURIComponent(handle), { fields: FIELDS })];
  const page = pageIn(first.json);
  const id = textAt(page, 'id');
  if (page === undefined || !isText(id) || !subjectsOf(page).some((name) => sameHandle(name, handle))) return [];
  const last = pages.at(-1);
  const after = last && nextCursor(last);
  const isMore = last === undefined || (ownPosts(last).length === 0 && isText(after));
  const name = POST_PAGES[pages.length];
  if (!isMore || name === undefined) return [];
  const parameters = { fields: 'id,created_time,parent_id', limit: '25', ...(isText(after) ? { after } : {}) };
  return [askGraph(name, `${id}/published_posts`, parameters)];
}

export const official: OfficialApi = {
  requests,
  token: 'BIJWERKEN_FACEBOOK_TOKEN',
  sends: { as: 'query', name: 'access_token' },
  hosts: [GRAPH_HOST],
  scopes: ['pages_show_list', 'pages_read_engagement', 'pages_read_user_content'],
  followed: `https://developers.facebook.com/docs/graph-api/reference/page/ (${GRAPH_VERSION})`,
  isVerified: false,
  faults: graphFaults,
};
