/** The vocabulary of signs: conditions on a document, each with its name in words, and what they mean. */

import { isUrl } from '../model/isUrl.ts';
import type { Account, ParsedDocument, Sign } from '../model/network.ts';
import { plainLine } from './text.ts';

export interface Condition {
  /** In words, so that they follow "the page": `lands on /authwall`. */
  readonly id: string;
  readonly matches: (document: ParsedDocument, account: Account) => boolean;
}

type Wanted = string | RegExp;

/** What a condition means for the outcome. */
export const sign = (outcome: Sign['outcome'], { id, matches }: Condition): Sign => ({ outcome, id, matches });

/** The final address is this path or lies under it; `host` narrows it to one host. */
export const landsOn = (path: string, host?: string): Condition => ({
  id: `lands on ${host ?? ''}${path}`,
  matches: ({ finalUrl }) => {
    const url = isUrl(finalUrl) ? new URL(finalUrl) : null;
    if (!url || (host !== undefined && url.hostname !== host)) return false;
    const bare = path.replace(/\/$/, '');
    return url.pathname === bare || url.pathname.startsWith(`${bare}/`);
  },
});

export const answers = (...statuses: readonly number[]): Condition => ({
  id: `answers ${statuses.join(' or ')}`,
  matches: ({ status }) => statuses.includes(status),
});

/** The page's title, as a whole when given as a text. */
export const titled = (wanted: Wanted): Condition => ({
  id: `is titled ${shown(wanted)}`,
  matches: ({ $ }) => fits(wanted, plainLine($('title').first().text()), 'whole'),
});

/** An element holds this text. */
export const saysIn = (selector: string, wanted: Wanted): Condition => ({
  id: `says ${shown(wanted)} in ${selector}`,
  matches: ({ $ }) =>
    $(selector)
      .toArray()
      .slice(0, 50)
      .some((element) => fits(wanted, plainLine($(element).text()), 'part')),
});

export const has = (selector: string): Condition => ({
  id: `has ${selector}`,
  matches: ({ $ }) => $(selector).length > 0,
});

/** The raw answer holds this text; for stubs of scripts. */
export const holds = (wanted: string): Condition => ({
  id: `holds ${shown(wanted)}`,
  matches: ({ body }) => body.includes(wanted),
});

/** The JSON answer is of this kind. */
export const replies = (id: string, test: (json: unknown, account: Account) => boolean): Condition => ({
  id,
  matches: (document, account) => document.json !== undefined && test(document.json, account),
});

export const allOf = (...conditions: readonly Condition[]): Condition => ({
  id: conditions.map(({ id }) => id).join(' and '),
  matches: (document, account) => conditions.every(({ matches }) => matches(document, account)),
});

export const anyOf = (...conditions: readonly Condition[]): Condition => ({
  id: conditions.map(({ id }) => id).join(' or '),
  matches: (document, account) => conditions.some(({ matches }) => matches(document, account)),
});

/** The same condition in plainer words: they stand as evidence in the report. */
export const called = (id: string, { matches }: Condition): Condition => ({ id, matches });

export const not = ({ id, matches }: Condition): Condition => ({
  id: `not (${id})`,
  matches: (document, account) => !matches(document, account),
});

const shown = (wanted: Wanted): string => (typeof wanted === 'string' ? JSON.stringify(wanted) : String(wanted));

const fits = (wanted: Wanted, text: string, how: 'whole' | 'part'): boolean => {
  if (typeof wanted !== 'string') return wanted.test(text.slice(0, 2000));
  return how === 'whole' ? text === wanted : text.includes(wanted);
};
