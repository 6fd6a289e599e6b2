/** What X's page for guests says of its account and its posts. Pure; part of the X adapter. */

import { isUrl } from '../model/isUrl.ts';
import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { followersIn } from '../read/counts.ts';
import { atLeast, isoInterval, newest, snowflakeTime } from '../read/dates.ts';
import { countAt, isObject, isText, type JsonObject, listOf } from '../read/json.ts';
import { hasType, type Names, type Picked } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';
import { isShort } from './xUser.ts';

const MAX_POSTS = 100;
const TYPES = ['Person', 'Organization'];

/** The JSON-LD node that bears the account's handle: `mainEntity` of the ProfilePage, formerly its `author`. */
export const personIn = ({ jsonLd }: ParsedDocument, account: Account): JsonObject | undefined =>
  jsonLd.find((node) => hasType(node, TYPES) && sameHandle(textOf(node.additionalName), account.handle));

/** The handle that the page's ProfilePage is about, whoever was asked for. */
export function subjectOfPage({ jsonLd }: ParsedDocument): string | undefined {
  const page = jsonLd.find((node) => hasType(node, ['ProfilePage']));
  const person = page && [page.mainEntity, page.author].find(isObject);
  return textOf(person?.additionalName) || undefined;
}

export const personText = (document: ParsedDocument, account: Account, ...keys: readonly string[]): Picked<string> => {
  const person = personIn(document, account);
  const value = keys.map((key) => person?.[key]).find(isText);
  return value === undefined ? undefined : value || null;
};

export function followersInPage(document: ParsedDocument, account: Account): number | undefined {
  const counters = listOf(personIn(document, account)?.interactionStatistic).filter(isObject);
  const follows = counters.find(
    ({ interactionType, name }) => /FollowAction$/.test(textOf(interactionType)) || name === 'Follows',
  );
  return countAt(follows, 'userInteractionCount');
}

/**
 * The website as the page's header shows it, in full where the JSON-LD lists it beside its short form. A header that is
 * there and shows none means that there is none; the list also holds addresses out of the bio.
 */
export function websitesInPage(document: ParsedDocument, account: Account): Picked<readonly string[]> {
  const { $ } = document;
  const header = $('[data-testid="UserProfileHeader_Items"]').first();
  const shown = header.find('[data-testid="UserUrl"]').first();
  if (header.length > 0 && shown.length === 0) return null;
  const listed = listedIn(document, account);
  if (shown.length === 0) return listed.length === 1 ? listed : undefined;
  const text = shown.text().trim();
  const start = text.replace(/…$/, '').toLowerCase();
  const whole = listed.find((address) =>
    address
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .toLowerCase()
      .startsWith(start.replace(/^www\./, '')),
  );
  if (whole !== undefined) return [whole];
  return text === '' || text.endsWith('…') ? undefined : [text];
}

function listedIn({ jsonLd }: ParsedDocument, account: Account): readonly string[] {
  const page = jsonLd.find((node) => {
    const person = [node.mainEntity, node.author].find(isObject);
    return person !== undefined && sameHandle(textOf(person.additionalName), account.handle);
  });
  const person = page && [page.mainEntity, page.author].find(isObject);
  const all = [page?.relatedLink, person?.sameAs].flatMap(listOf).filter(isText);
  return [
    ...new Set(
      all.filter((address) => !isShort(address) && !/^https?:\/\/(?:www\.)?(?:x|twitter)\.com\//i.test(address)),
    ),
  ];
}

/** The handle below the name, as the one profile that the page shows has it; a name may look like a handle too. */
export function handleInHeader({ $ }: ParsedDocument): string | undefined {
  const header = $('[data-testid="primaryColumn"] [data-testid="UserName"]');
  const texts = header.length === 1 ? header.find('span').toArray().slice(0, 50) : [];
  const handles = texts.map((element) => /^@([A-Za-z0-9_]{1,20})$/.exec($(element).text().trim())?.[1]);
  return handles.filter(isText).at(-1);
}

/** The header's link to the followers of this account. */
export function followersInHeader({ $ }: ParsedDocument, { handle }: Account): number | undefined {
  const links = $('[data-testid="primaryColumn"] a[href$="followers"]').toArray().slice(0, 20);
  const own = links.find((element) => {
    const [, named = '', page] = ($(element).attr('href') ?? '').split('/');
    return (page === 'followers' || page === 'verified_followers') && sameHandle(named, handle);
  });
  return own === undefined ? undefined : (followersIn($(own).text()) ?? undefined);
}

/** The banner in the header; posts and cards on the page show others'. */
export function bannerInPage({ $ }: ParsedDocument, account: Account): string | undefined {
  const links = $('a[href$="/header_photo" i]')
    .toArray()
    .filter((element) => {
      const [, handle = ''] = ($(element).attr('href') ?? '').split('/');
      return sameHandle(handle, account.handle);
    });
  for (const element of links) {
    const source = $(element).find('img[src*="/profile_banners/"]').first().attr('src');
    if (source !== undefined) return source;
  }
  return undefined;
}

/** The newest post that a guest is shown: popular ones, not the newest. */
export function lastActivityInPage({ $ }: ParsedDocument, account: Account, names: Names): Activity | undefined {
  const links = $('article a[href*="/status/"]:has(time)').toArray().slice(0, MAX_POSTS);
  const times = links.map((element) => {
    const href = $(element).attr('href') ?? '';
    const address = isUrl(href, 'https://x.com') ? new URL(href, 'https://x.com').href : '';
    if (!names(address, account)) return null;
    const written = $(element).find('time').first().attr('datetime') ?? '';
    return isoInterval(written) ?? snowflakeTime(/\/status\/(\d+)/.exec(href)?.[1] ?? '');
  });
  return atLeast(newest(times));
}

const textOf = (value: unknown): string => (isText(value) ? value : '');
