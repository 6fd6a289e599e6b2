/** RSS as feeds publish it: the channel's own words and the dates of its items. Parsed once; never throws. */

import { load } from 'cheerio';
import type { ParsedDocument } from '../model/network.ts';
import { type Interval, rfcInterval } from './dates.ts';
import { MAX_LENGTH, safePrefix } from './markup.ts';

export interface Feed {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly description: string | undefined;
  /** Of each item, in the feed's order; null where it has no date that can be read. */
  readonly published: readonly (Interval | null)[];
}

const MAX_ITEMS = 200;
const feeds = new WeakMap<ParsedDocument, Feed | null>();

/** Undefined for what is no RSS. */
export function feedIn(document: ParsedDocument): Feed | undefined {
  const known = feeds.get(document);
  const feed = known === undefined ? parsed(document) : known;
  feeds.set(document, feed);
  return feed ?? undefined;
}

function parsed({ body }: ParsedDocument): Feed | null {
  if (body.length > MAX_LENGTH || !/<rss[\s>]/i.test(body.slice(0, 1000))) return null;
  try {
    const $ = load(safePrefix(body), { xml: true });
    const channel = $('rss > channel').first();
    if (channel.length === 0) return null;
    const own = (name: string) => channel.children(name).first().text().trim() || undefined;
    const items = channel.children('item').toArray().slice(0, MAX_ITEMS);
    return {
      title: own('title'),
      link: own('link'),
      description: own('description'),
      published: items.map((item) => rfcInterval($(item).children('pubDate').first().text())),
    };
  } catch {
    return null;
  }
}
