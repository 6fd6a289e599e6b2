/** Legal forms in names: whether two names are one organisation but for its form. Takes normalised names. */

import { AFTER, BEFORE, EITHER, LONG } from './legalForms.ts';

interface Parts {
  readonly core: string;
  readonly forms: readonly string[];
}

/** One side may leave the form out, or a part of it; two forms that differ are two organisations. */
export function isSameOrganisation(a: string, b: string): boolean {
  const [left, right] = [partsOf(asFoundation(a, b)), partsOf(asFoundation(b, a))];
  if (left.core !== right.core || left.core.length < 2) return false;
  return isPart(left.forms, right.forms) || isPart(right.forms, left.forms);
}

/** `St.` is a saint, unless the other name says Stichting. */
const asFoundation = (name: string, other: string): string =>
  other.startsWith('stichting ') ? name.replace(/^st\.? /u, 'stichting ') : name;

/** A name and the form behind it, as written: `voorbeeld` and ` b.v.`. */
export function formBehind(name: string): readonly [core: string, form: string] {
  const { core, forms } = takenAfter(name);
  return forms.length > 0 && name.startsWith(core) ? [core, name.slice(core.length)] : [name, ''];
}

const isPart = (some: readonly string[], all: readonly string[]): boolean => some.every((form) => all.includes(form));

function partsOf(name: string): Parts {
  const before = takenBefore(name);
  let { core } = before;
  const forms = [...before.forms];
  // `Voorbeeld B.V. i.o.`, `Coöperatie Voorbeeld B.A.`: no name has more than two behind it.
  for (let count = 0; count < 2; count += 1) {
    const after = takenAfter(core);
    if (after.forms.length === 0) break;
    forms.push(...after.forms);
    core = after.core;
  }
  return { core, forms };
}

function takenBefore(name: string): Parts {
  const words = Object.keys(BEFORE).find((form) => name.startsWith(`${form} `));
  if (words) return { core: name.slice(words.length + 1), forms: [BEFORE[words] ?? words] };
  const space = name.indexOf(' ');
  const first = name.slice(0, Math.max(0, space)).replaceAll('.', '');
  return EITHER.has(first)
    ? { core: name.slice(space + 1), forms: [AFTER[first] ?? first] }
    : { core: name, forms: [] };
}

function takenAfter(name: string): Parts {
  const long = Object.keys(LONG).find((form) => name.endsWith(` ${form}`));
  if (long) return { core: withoutComma(name.slice(0, -long.length - 1)), forms: [LONG[long] ?? long] };
  // `b. v.` is `b.v.`
  const tight = name.replace(/(?<= [a-z]\.) (?=[a-z]\.?(?: [a-z]\.?)?$)/gu, '');
  const space = tight.lastIndexOf(' ');
  if (space <= 0) return { core: name, forms: [] };
  const last = tight.slice(space + 1);
  const core = withoutComma(tight.slice(0, space));
  const one = known(AFTER, last.replace(/[./()]/gu, ''));
  if (one !== undefined) return { core, forms: [one] };
  // In two languages: `vzw/asbl`.
  const two = last.split('/').map((form) => known(AFTER, form.replace(/[.()]/gu, '')));
  const whole = two.filter((form) => form !== undefined);
  if (whole.length === two.length) return { core, forms: whole };
  // As registers sort: `Voorbeeld, Stichting`.
  const isApart = tight[space - 1] === ',' || /^\(.*\)$/u.test(last);
  const sorted = isApart ? known(BEFORE, last.replace(/[()]/gu, '')) : undefined;
  return sorted === undefined ? { core: name, forms: [] } : { core, forms: [sorted] };
}

const known = (table: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

const withoutComma = (name: string): string => name.replace(/,$/u, '');
