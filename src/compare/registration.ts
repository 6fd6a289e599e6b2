/** One form for a number of the Dutch trade register (KvK) and for a VAT number, however a page writes them. */

import { plainQuotesAndDashes, wellFormed, withoutInvisible } from './characters.ts';

export type RegistrationKind = 'kvk' | 'vat';
export type RegistrationRelation = 'same' | 'former' | 'different' | 'unreadable';

export interface RegistrationComparison {
  readonly relation: RegistrationRelation;
  /** The former number that is still there, as the brand writes it. */
  readonly former: string | null;
  /** The numbers found, each in its one form. */
  readonly seen: readonly string[];
}

const LONGEST = 250;

/** Eight digits, nought in front included; null where there is none: an RSIN has nine digits, a branch twelve. */
export const normaliseKvk = (text: string): string | null => normaliseKvks(text)[0] ?? null;

export function normaliseKvks(text: string): readonly string[] {
  const plain = plainOf(text);
  const found = Array.from(plain.matchAll(/\d+(?:[ .-]{1,2}\d+)*/gu)).flatMap(({ 0: cluster, index }) => {
    const isCut = /^(?: ?[…*•]|\p{L})/u.test(plain.slice(index + cluster.length));
    return isCut || FOREIGN.test(plain.slice(Math.max(0, index - 6), index)) ? [] : eightDigits(cluster);
  });
  return [...new Set(found)];
}

/** Elsewhere VAT numbers have eight digits too. */
const FOREIGN = /(?:^|[^\p{L}])(?:AT[ -]?U|C[YZ]|DK|FI|HU|LU|MT|RO|SI)[ :.-]{0,2}$/u;

/** Groups make one number together, or each is a number of its own: `12345678 000012345678`. */
function eightDigits(cluster: string): readonly string[] {
  const groups = cluster.split(/[ .-]+/u);
  const all = groups.join('');
  if (isDate(groups)) return [];
  if (all.length === 8) return [all];
  return groups.every((group) => group.length >= 8) ? groups.filter((group) => group.length === 8) : [];
}

function isDate(groups: readonly string[]): boolean {
  const [a, b, c] = groups.length === 3 ? groups : [];
  const [day, month, year] = a?.length === 4 ? [c, b, a] : [a, b, c];
  return (
    day?.length === 2 && month?.length === 2 && /^(?:19|20)\d\d$/u.test(year ?? '') && month <= '12' && day <= '31'
  );
}

/** The country's letters and the rest without spaces: `NL001234567B01`; null when there is no VAT number in it. */
export const normaliseVat = (text: string, country = 'NL'): string | null => normaliseVats(text, country)[0] ?? null;

/** How many signs follow the country's letters, at most; of Belgium the older form had one less. */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ AT: 9, BE: 10, BG: 10, CHE: 9, CY: 9, CZ: 10, DE: 9, DK: 8, EE: 9, EL: 9, ES: 9, FI: 8, FR: 11, GB: 12, GR: 9 },
  ...{
    HR: 11,
    HU: 8,
    IE: 9,
    IT: 11,
    LT: 12,
    LU: 8,
    LV: 11,
    MT: 8,
    PL: 10,
    PT: 9,
    RO: 10,
    SE: 12,
    SI: 8,
    SK: 10,
    XI: 12,
  },
};
const SHORTEST = 6;

const DUTCH =
  /(?<![\p{L}\p{N}])(?:NL[ .:-]{0,3})?((?:\d[ .-]{0,2}){9})B[ .-]{0,2}(\d)[ .-]?(\d)(?![\p{L}\p{N}]|[ .]?[…*•])/giu;
const PREFIXED = new RegExp(
  `(?<![\\p{L}\\p{N}])(${Object.keys(LENGTHS).join('|')})[ .:-]{0,3}([A-Z\\d][A-Z\\d .-]{0,30})(?!\\p{L})`,
  'giu',
);
/** Words that stand before a VAT number. */
const LABEL =
  /^(?:(?:b\.?t\.?w\.?|v\.?a\.?t\.?|t\.?v\.?a\.?|u\.?st\.?|mwst|tax|omzetbelasting|umsatzsteuer|identificatie|identifikations|ident|id|nr|nummer|number|registratie|registration|reg)[\s.:#°/()-]*)+/iu;

export function normaliseVats(text: string, country = 'NL'): readonly string[] {
  const bare = plainOf(text).replace(LABEL, '');
  const plain = bare.replace(/(?:btw|vat|tva)(?=[A-Z]{2}[ .]?\d)/giu, ' ').trimStart();
  const dutch = Array.from(plain.matchAll(DUTCH), ([, digits = '', tens, units]) => {
    return `NL${digits.replace(/\D/gu, '')}B${tens}${units}`;
  });
  const others = Array.from(plain.matchAll(PREFIXED)).flatMap(({ 1: letters = '', 2: rest = '', index }) => {
    // `de 123456789 leden`: small letters are a country's only at the head.
    const isCode = index === 0 || letters === letters.toUpperCase();
    return isCode ? foreign(letters.toUpperCase(), rest.toUpperCase()) : [];
  });
  const found = [...dutch, ...others];
  return found.length > 0 ? [...new Set(found)] : national(plain, country);
}

/** As many groups as the country's form has room for. */
function foreign(letters: string, rest: string): readonly string[] {
  const most = LENGTHS[letters] ?? 0;
  let body = '';
  for (const group of rest.split(/[ .-]+/u)) {
    const isPart = /\d/u.test(group) || (body === '' && group.length <= 2);
    if (!isPart || body.length + group.length > most) break;
    body += group;
  }
  if (body.length < SHORTEST || body.replace(/\D/gu, '').length < SHORTEST - 1) return [];
  if (letters === 'BE') return /^\d{9,10}$/u.test(body) ? [`BE${body.padStart(10, '0')}`] : [];
  return [`${letters === 'GR' ? 'EL' : letters}${body}`];
}

/** Without the country's letters, in that country: `0123.456.789`. */
function national(plain: string, country: string): readonly string[] {
  const code = country.toUpperCase();
  const length = LENGTHS[code];
  const bare = plain.replace(/[ .-]/gu, '').toUpperCase();
  if (length === undefined || !/^U?\d+$/u.test(bare)) return [];
  return bare.length === length || (code === 'BE' && bare.length === 9) ? foreign(code, bare) : [];
}

const plainOf = (text: string): string =>
  plainQuotesAndDashes(
    withoutInvisible(wellFormed(text.slice(0, LONGEST)))
      .normalize('NFKC')
      .replaceAll('...', '…'),
  )
    .replace(/\s+/gu, ' ')
    .trim();

/** What the found values say beside the expected one; one right number among several is right. */
export function compareRegistration(
  kind: RegistrationKind,
  expected: string,
  found: readonly string[],
  { former = [], country = 'NL' }: { readonly former?: readonly string[]; readonly country?: string } = {},
): RegistrationComparison {
  const numbersIn = (text: string) => (kind === 'kvk' ? normaliseKvks(text) : normaliseVats(text, country));
  const [wanted] = numbersIn(expected);
  const seen = [...new Set(found.flatMap(numbersIn))];
  const past = former.find((one) => numbersIn(one).some((number) => number !== wanted && seen.includes(number)));
  if (past !== undefined) return { relation: 'former', former: past, seen };
  if (wanted === undefined || seen.length === 0) return { relation: 'unreadable', former: null, seen };
  return { relation: seen.includes(wanted) ? 'same' : 'different', former: null, seen };
}
