/** What a LinkedIn guest page says of its organisation's id and posts. Pure; part of the LinkedIn adapter. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { atLeast, type Interval, isoInterval, linkedInTime, newest } from '../read/dates.ts';
import { isObject, isText, type JsonObject, listOf } from '../read/json.ts';
import { hasType, type Names } from '../read/places.ts';
import { decoded } from '../read/text.ts';

const GUEST_PAGE = /^[dp]_org_guest/i;
const MAX_CARDS = 100;

/** LinkedIn's own mark of a page of an organisation, as guests get it. */
export const isGuestPage = ({ $ }: ParsedDocument): boolean =>
  GUEST_PAGE.test($('meta[name="pageKey"]').first().attr('content') ?? '');

/** `urn:li:organization:12345`, from the top card: the rest of the page names others. */
export function pinIn({ $ }: ParsedDocument): string | undefined {
  const card = $('.top-card-layout').first();
  const urn = card.find('[data-semaphore-content-urn]').first().attr('data-semaphore-content-urn') ?? '';
  const [, inUrn] = /^urn:li:(?:organization|company|fsd_company|school):(\d{1,20})$/.exec(urn) ?? [];
  if (inUrn !== undefined) return `urn:li:organization:${inUrn}`;
  for (const link of card.find('a[href*="facetCurrentCompany"], a[href*="f_C="]').toArray().slice(0, 5)) {
    const [, id] = /(?:facetCurrentCompany|f_C)=\[?"?(\d{1,20})"?\]?(?:&|$)/.exec(plain($(link).attr('href'))) ?? [];
    if (id !== undefined) return `urn:li:organization:${id}`;
  }
  return undefined;
}

/** Addresses in sign-in links are encoded once or twice more. */
const plain = (address: string | undefined): string => decoded(decoded(decoded(address ?? ''))).slice(0, 4000);

/** The newest posting that JSON-LD names this organisation as the author of. */
export function lastActivityInPostings(
  { jsonLd }: ParsedDocument,
  account: Account,
  names: Names,
): Activity | undefined {
  const own = jsonLd.filter((node) => hasType(node, POSTINGS) && isBy(node, account, names));
  return atLeast(newest(own.map(({ datePublished }) => (isText(datePublished) ? isoInterval(datePublished) : null))));
}

const POSTINGS = ['DiscussionForumPosting', 'SocialMediaPosting', 'VideoObject', 'Article'];

/** By the author's address; where none is given by the post's own: `/posts/<handle>_<words>-activity-<id>`. */
function isBy({ author, creator, url, mainEntityOfPage }: JsonObject, account: Account, names: Names): boolean {
  const authors = [author, creator]
    .flatMap(listOf)
    .flatMap((one) => (isObject(one) ? [one.url, one['@id']] : []))
    .filter(isText);
  if (authors.length > 0) return authors.some((address) => names(address, account));
  const posts = [url, mainEntityOfPage].filter(isText).map((address) => decoded(address).toLowerCase());
  return posts.some((address) => address.includes(`linkedin.com/posts/${account.handle.toLowerCase()}_`));
}

const CARDS = 'article[data-activity-urn], [data-id="main-feed-card"][data-activity-urn], .main-feed-activity-card';
const REPOST =
  '[data-tracking-control-name*="reaction-header"], [data-tracking-control-name*="reshare-header"], .main-feed-activity-card__header, [data-test-id="main-feed-activity-card__header"]';
const ACTOR =
  'a[data-tracking-control-name*="feed-actor"], [data-test-id="main-feed-activity-card__entity-lockup"] a[href]';

/**
 * The newest card of the feed that is the organisation's own. A repost is somebody else's post, but the reposting is
 * this organisation's doing: it widens the interval, and alone it says nothing.
 */
export function lastActivityInCards({ $ }: ParsedDocument, account: Account, names: Names): Activity | undefined {
  const posts: Interval[] = [];
  const reposts: Interval[] = [];
  for (const element of $(CARDS).toArray().slice(0, MAX_CARDS)) {
    const card = $(element);
    const urn = card.attr('data-activity-urn') ?? card.find('[data-activity-urn]').first().attr('data-activity-urn');
    const time = linkedInTime(urn?.replace(/^urn:li:activity:/, '') ?? '');
    if (time === null) continue;
    if (card.find(REPOST).length > 0) reposts.push(time);
    else if (names(card.find(ACTOR).first().attr('href'), account)) posts.push(time);
  }
  const post = newest(posts);
  const repost = newest(reposts);
  if (post === null) return undefined;
  return atLeast({ from: post.from, to: repost && repost.from > post.to ? repost.from : post.to });
}
