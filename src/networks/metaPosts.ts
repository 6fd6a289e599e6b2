/** When the posts were made that Instagram's and Threads's pages and interfaces show of an account. Pure. */

import { epochInterval, type Interval, isoInterval } from '../read/dates.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, objectsIn, textAt } from '../read/json.ts';
import { sameHandle } from '../read/text.ts';
import { pinOf } from './metaUser.ts';

const MAX_POSTS = 500;

/** When the posts shown were made of which the account is the author. */
export function ownPostTimes(
  roots: readonly unknown[],
  handle: string,
  users: readonly JsonObject[],
): readonly Interval[] {
  const pins = new Set(users.map(pinOf).filter(isText));
  const times: Interval[] = [];
  for (const root of roots) {
    for (const object of objectsIn(root)) {
      // Somebody else's post: what stands around it has the time of the repost.
      if (isObject(at(object, 'text_post_app_info', 'share_info', 'reposted_post'))) continue;
      const taken = countAt(object, 'taken_at') ?? countAt(object, 'taken_at_timestamp') ?? countAt(object, 'date');
      const time = taken === undefined || times.length > MAX_POSTS ? null : epochInterval(taken);
      if (time && isBy([object.user, object.owner].find(isObject), handle, pins)) times.push(time);
    }
  }
  return times;
}

function isBy(author: JsonObject | undefined, handle: string, pins: ReadonlySet<string>): boolean {
  if (author === undefined) return false;
  if (isText(author.username)) return sameHandle(author.username, handle);
  const pin = pinOf(author);
  return pin !== undefined && pins.has(pin);
}

/** The times of a list of the Graph interfaces, newest first. */
export const graphTimes = (list: unknown): readonly (Interval | null)[] =>
  listOf(at(list, 'data')).map((post) => {
    const written = textAt(post, 'timestamp');
    return isText(written) ? isoInterval(written) : null;
  });
