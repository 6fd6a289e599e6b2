/** Whether two handles name the same account. */

import { trimAround, wellFormed } from './characters.ts';

/** `not-comparable`: one is a number or id, the other a chosen name; neither says anything of the other. */
export type HandleRelation = 'same' | 'different' | 'not-comparable';

export function normaliseHandle(handle: string): string {
  return decoded(trimAround(wellFormed(handle)))
    .normalize('NFKC')
    .replace(/^@+/u, '')
    .toLowerCase();
}

export function compareHandle(expected: string, found: string): HandleRelation {
  const [wanted, seen] = [normaliseHandle(expected), normaliseHandle(found)];
  if (wanted === seen) return 'same';
  const [a, b] = [wanted.split('@'), seen.split('@')];
  // `name` and `name@server.nl` are one; two servers are not.
  if (a[0] === b[0] && a.length !== b.length) return 'same';
  return isId(wanted) === isId(seen) ? 'different' : 'not-comparable';
}

const isId = (handle: string): boolean => /^\d{6,}$|^uc[\w-]{22}$|^did:[a-z]+:/u.test(handle);

function decoded(handle: string): string {
  try {
    return decodeURIComponent(handle);
  } catch {
    return handle;
  }
}
