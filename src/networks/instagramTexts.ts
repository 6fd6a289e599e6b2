/** Instagram's own sentences about an account, taken apart by their marks: they stand in some forty languages. Pure. */

import { followersIn } from '../read/counts.ts';
import type { Picked } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';

const MAX = 4000;
/** Marks of direction, which some languages put around names. */
const withoutMarks = (text: string): string => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

const IN_BRACKETS = /[(（]@([\w.]{1,30})[)）]/u;

/** `Name (@handle) • Instagram photos and videos`; an account without a name is `@handle • Instagram…`. */
export function nameInTitle(title: string, handle: string): Picked<string> {
  const plain = withoutMarks(title).slice(0, MAX).trim();
  const found = IN_BRACKETS.exec(plain);
  if (found) return sameHandle(found[1] ?? '', handle) ? plain.slice(0, found.index).trim() || null : undefined;
  const [, alone = ''] = /^@([\w.]{1,30}) [•·]/u.exec(plain) ?? [];
  return alone !== '' && sameHandle(alone, handle) ? null : undefined;
}

/** Whom a title of that form names. */
export const handleInTitle = (title: string): string | undefined =>
  /^.{0,200}[(（]@([\w.]{1,30})[)）] ?[•·]/su.exec(withoutMarks(title).slice(0, MAX))?.[1];

/** `862 Followers, 10 Following, 5 Posts - …`: what comes after the dash is the account's own text. */
export function followersInDescription(description: string): number | undefined {
  const [head = ''] = withoutMarks(description)
    .slice(0, MAX)
    .split(/ [-–—] /, 1);
  return followersIn(head.slice(0, 120)) ?? undefined;
}

/** `… - Name (@handle) on Instagram: "the bio"`; other sentences hold none, which proves no empty bio. */
export function bioInDescription(description: string, handle: string): Picked<string> {
  const plain = description.slice(0, MAX);
  const found = IN_BRACKETS.exec(plain);
  if (!found || !sameHandle(found[1] ?? '', handle)) return undefined;
  const rest = plain.slice(found.index + found[0].length);
  const [, quoted] = /^[^"“”„«»「『]{0,60}[:：]\s{0,3}["“„«「『]\s?([\s\S]{0,4000})$/u.exec(rest) ?? [];
  if (quoted === undefined) return undefined;
  return quoted.replace(/\s{0,3}["“”»」』]\s{0,3}$/u, '').trim() || null;
}
