/** The newest sign of life in a Bluesky author feed. Pinned posts count by their own date; reposts not at all. */

import { isUrl } from '../model/isUrl.ts';
import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { at, isObject, isText, textAt } from '../read/json.ts';
import type { Picked } from '../read/places.ts';

const DAY = 86_400_000;

interface Dated {
  readonly from: number;
  readonly to: number;
  readonly isPinned: boolean;
}

/**
 * `latest` when an own post that is not pinned stands in the list, or the list is whole: only then is it certain that
 * none is newer. Nothing found says nothing: posts can be hidden from strangers.
 */
export function newestPost(answer: unknown, document: ParsedDocument, account: Account): Picked<Activity> {
  const feed = at(answer, 'feed');
  if (!Array.isArray(feed)) return undefined;
  const own = feed.filter((item) => isOwn(item, document, account)).flatMap(dated);
  const [newest] = own.sort((a, b) => b.from - a.from);
  if (newest === undefined) return undefined;
  const isWhole = !isText(at(answer, 'cursor'));
  return {
    from: new Date(newest.from).toISOString(),
    // An older date of a post that arrived later may be a mistake of its client: the newest may be as new as that.
    to: new Date(Math.max(...own.map(({ to }) => to))).toISOString(),
    completeness: isWhole || own.some(({ isPinned }) => !isPinned) ? 'latest' : 'at-least',
  };
}

/** By handle, or by the DID that the feed was asked for: a handle can have changed in between. */
function isOwn(item: unknown, { requestedUrl }: ParsedDocument, { handle }: Account): boolean {
  if (reasonOf(item) === 'reasonRepost') return false;
  const asked = isUrl(requestedUrl) ? new URL(requestedUrl).searchParams.get('actor') : null;
  const author = [textAt(item, 'post', 'author', 'did'), textAt(item, 'post', 'author', 'handle')].filter(isText);
  return author.some((name) => [asked, handle].some((one) => one?.toLowerCase() === name.toLowerCase()));
}

const reasonOf = (item: unknown): string | undefined => textAt(item, 'reason', '$type')?.split('#')[1];

/**
 * A post's own date is made by the client: it can be years back (imported posts) or lie in the future. `indexedAt` is
 * when the network first saw it, and later than the post. So the truth lies between the two; a post that claims to be
 * newer than its arrival (beyond a clock that is fast) is dated by its arrival.
 */
function dated(item: unknown): readonly Dated[] {
  const created = time(item, 'post', 'record', 'createdAt');
  const indexed = time(item, 'post', 'indexedAt') ?? created;
  const claimed = created ?? indexed;
  if (claimed === undefined || indexed === undefined) return [];
  const to = claimed > indexed + DAY ? indexed : Math.max(claimed, indexed);
  return [{ from: Math.min(claimed, indexed), to, isPinned: reasonOf(item) === 'reasonPin' }];
}

const time = (item: unknown, ...path: readonly string[]): number | undefined => {
  const written = isObject(item) ? textAt(item, ...path) : undefined;
  const date = isText(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
};
