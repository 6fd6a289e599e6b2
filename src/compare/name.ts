/** Whether two names are the same name: how it is set does not count, what it says does. */

import {
  beforeEllipsis,
  oneSpace,
  plainQuotesAndDashes,
  trimAround,
  wellFormed,
  withoutVariation,
} from './characters.ts';

/**
 * `same`: but for case and typography · `organisation`: but for the legal form (`Stichting X`, `X`) · `prefix`: the
 * found name is cut and is its start · `too-short`: cut to less than can be told from · `different`: anything else,
 * such as letters of another alphabet that look alike and characters that cannot be seen.
 */
export type NameRelation = 'same' | 'organisation' | 'prefix' | 'too-short' | 'different';

export function normaliseName(name: string): string {
  const typed = trimAround(withoutVariation(wellFormed(name)).replace(/[®™©℠]/gu, ''));
  const once = plainQuotesAndDashes(typed.normalize('NFKC')).toLowerCase().normalize('NFKC');
  return oneSpace(plainQuotesAndDashes(once));
}

export function compareName(
  expected: string,
  found: string,
  { truncated = false }: { readonly truncated?: boolean } = {},
): NameRelation {
  const [wanted, seen] = [normaliseName(expected), normaliseName(found)];
  if (wanted === seen) return 'same';
  const start = beforeEllipsis(seen);
  if (truncated || start !== null) {
    const shown = start ?? seen;
    if (shown.length < Math.min(3, wanted.length)) return 'too-short';
    if (wanted === shown) return 'same';
    if (wanted.startsWith(shown)) return 'prefix';
  }
  return isSameOrganisation(wanted, seen) ? 'organisation' : 'different';
}

const BEFORE = ['stichting', 'vereniging', 'gemeente', 'coöperatie', 'coöperatieve vereniging', 'maatschap', 'firma'];
const AFTER = [
  ...['bv', 'nv', 'vof', 'cv', 'ua', 'ba', 'vzw', 'bvba', 'ltd', 'limited', 'inc', 'llc', 'llp', 'plc', 'corp'],
  ...['gmbh', 'ag', 'kg', 'ev', 'se', 'sa', 'sas', 'sarl', 'srl', 'spa', 'ab', 'as', 'aps', 'oy'],
];

interface Parts {
  readonly core: string;
  readonly forms: string;
}

/** One side may leave the form out; two forms that differ are two organisations. */
function isSameOrganisation(a: string, b: string): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left.core !== right.core || left.core.length < 2) return false;
  return left.forms === right.forms || left.forms === '' || right.forms === '';
}

function partsOf(name: string): Parts {
  const forms: string[] = [];
  let core = name;
  const before = BEFORE.find((form) => core.startsWith(`${form} `));
  if (before) {
    forms.push(before);
    core = core.slice(before.length + 1);
  }
  const space = core.lastIndexOf(' ');
  const after = core.slice(space + 1).replaceAll('.', '');
  if (space > 0 && AFTER.includes(after)) {
    forms.push(after);
    core = core.slice(0, space).replace(/,$/u, '');
  }
  return { core, forms: forms.join(' ') };
}
