/** What a TikTok page shows beside its data: titles, descriptions, links, videos. Pure; part of the TikTok adapter. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { atLeast, epochInterval, type Interval, newest } from '../read/dates.ts';
import { at, countAt, isText, textAt } from '../read/json.ts';
import { absolute, type Picked } from '../read/places.ts';
import { decoded, sameHandle } from '../read/text.ts';
import type { Info } from './tiktokData.ts';

const MAX_ITEMS = 200;

/** `Name (@handle) | TikTok`, with this handle: any other title is not this profile's. */
export function nameInTitle(title: string, { handle }: Account): string | undefined {
  const [, name, inTitle] = /^(.{1,200}) \(@([\w.]{1,50})\)(?:$|[ |•·])/su.exec(title) ?? [];
  return isText(inTitle) && sameHandle(inTitle, handle) ? name?.trim() : undefined;
}

/**
 * `Name (@handle) on TikTok | 3.9M Likes. 783.4K Followers. The text.Watch …`: its English form only, for the text has no
 * end that can be seen in others.
 */
export function bioInDescription(description: string, { handle }: Account): Picked<string> {
  if (!description.toLowerCase().includes(`(@${handle.toLowerCase()})`)) return undefined;
  const start = /\d[\d.,]{0,8}[KMB]? (?:Followers|Fans)\. ?/.exec(description.slice(0, 600));
  if (start === null) return undefined;
  const rest = description.slice(start.index + start[0].length);
  const end = /\.?\s?Watch (?:the latest video|.{1,200}?[’']s popular videos)/s.exec(rest);
  return end === null ? undefined : rest.slice(0, end.index).trim() || null;
}

/** The link under the name goes through `tiktok.com/link/v2?target=…`. */
export function websiteInLink({ $, finalUrl }: ParsedDocument): string | undefined {
  const shown = $('a[data-e2e="user-link"]').first();
  const href = absolute(shown.attr('href'), { finalUrl });
  if (href === undefined) return undefined;
  const url = new URL(href);
  const isWrapped = /(?:^|\.)tiktok\.com$/.test(url.hostname) && url.pathname.startsWith('/link/');
  return isWrapped ? (url.searchParams.get('target') ?? (shown.text().trim() || undefined)) : href;
}

/** What is shown of videos: guests may see popular or pinned ones only, so it is a lower bound. */
export function newestItem(info: Info, { handle }: Account): Activity | undefined {
  const own = info.items.slice(0, MAX_ITEMS).filter((item) => {
    const author = textAt(item, 'author', 'uniqueId') ?? textAt(item, 'author');
    return !isText(author) || sameHandle(author, handle);
  });
  const dates = own.map((item) => countAt(item, 'createTime') ?? countAt(item, 'create_time') ?? Number.NaN);
  return atLeast(newest(dates.map((seconds) => epochInterval(seconds))));
}

/** The number of a video or photo holds the second at which it was made. */
export function newestLink({ $ }: ParsedDocument, { handle }: Account): Activity | undefined {
  const dates = $('a[href*="/video/"], a[href*="/photo/"]')
    .toArray()
    .slice(0, MAX_ITEMS)
    .map((anchor) => /\/@([^/?#]{1,150})\/(?:video|photo)\/(\d{17,20})(?:$|[/?#])/.exec($(anchor).attr('href') ?? ''))
    .filter((found) => found !== null && sameHandle(decoded(found[1] ?? ''), handle))
    .map((found) => timeIn(found?.[2] ?? ''));
  return atLeast(newest(dates));
}

function timeIn(id: string): Interval | null {
  const seconds = Number(BigInt(id) >> 32n);
  return seconds > 1_400_000_000 && seconds < 4_000_000_000 ? epochInterval(seconds) : null;
}

/** Name and handle stand in two lines, in this order or the other. */
export function nameInHeader({ $ }: ParsedDocument, { handle }: Account): string | undefined {
  const lines = ['user-title', 'user-subtitle'].map((part) => $(`[data-e2e="${part}"]`).first().text().trim());
  const [title = '', subtitle = ''] = lines;
  if (title !== '' && sameHandle(title, handle)) return subtitle || undefined;
  return subtitle !== '' && sameHandle(subtitle, handle) ? title || undefined : undefined;
}

export const followersInNode = (node: unknown): number | undefined => {
  const list = at(node, 'interactionStatistic');
  const follows = (Array.isArray(list) ? list : []).find((one) =>
    /FollowAction$/.test(textAt(one, 'interactionType', '@type') ?? textAt(one, 'interactionType') ?? ''),
  );
  return countAt(follows, 'userInteractionCount');
};
