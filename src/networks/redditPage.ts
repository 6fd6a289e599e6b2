/** What a person's page on Reddit says in the attributes of its own elements. Pure; part of the Reddit adapter. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { atLeast, isoInterval, newest } from '../read/dates.ts';
import { sameHandle } from '../read/text.ts';

export function bioIn({ $ }: ParsedDocument, { kind }: Account): string | undefined {
  const text = kind === 'user' ? $('[data-testid="profile-description"]').first().text().trim() : '';
  return text === '' ? undefined : text;
}

/** The newest of what is shown: which posts those are is the visitor's choice, and the person may hide some. */
export function newestIn({ $ }: ParsedDocument, { kind, handle }: Account): Activity | undefined {
  if (kind !== 'user') return undefined;
  const own = $('shreddit-post[created-timestamp]')
    .toArray()
    .slice(0, 200)
    .filter((post) => sameHandle($(post).attr('author') ?? '', handle));
  return atLeast(newest(own.map((post) => isoInterval($(post).attr('created-timestamp') ?? ''))));
}
