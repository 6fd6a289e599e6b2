/** Cities, postal codes and countries in their spellings. */

import { folded, oneSpace, plainQuotesAndDashes, wellFormed, withoutInvisible, withoutUmlauts } from './characters.ts';

const LONGEST = 1_000;
const MOST_SEGMENTS = 30;

export interface Piece {
  readonly text: string;
  /** What follows a postal code is a city. */
  readonly afterCode: boolean;
}

/** An address in one text, taken apart at commas, line breaks and bullets, and around its postal codes. */
export function piecesOf(text: string, postalCode: string | undefined): { pieces: Piece[]; codes: string[] } {
  const codes: string[] = [];
  const pieces: Piece[] = [];
  const add = (piece: string, afterCode: boolean) => {
    const bare = oneSpace(piece.replace(LABEL, ''));
    if (/[\p{L}\d]/u.test(bare)) pieces.push({ text: bare, afterCode });
  };
  for (const segment of segmentsOf(text)) {
    let rest = segment;
    let afterCode = false;
    for (const code of postalCodesIn(segment, postalCode)) {
      const at = rest.indexOf(code);
      if (at < 0) continue;
      codes.push(code);
      add(rest.slice(0, at).replace(/\bNL-$/u, ''), afterCode);
      rest = rest.slice(at + code.length);
      afterCode = true;
    }
    add(rest, afterCode);
  }
  return { pieces, codes };
}

const LABEL =
  /^\s?(?:(?:bezoek|post|vestigings|hoofd)?adres|(?:visiting |postal |street )?address|hoofdkantoor|kantoor|locatie|location)\b\s?:?/iu;

const segmentsOf = (text: string): string[] =>
  withoutInvisible(wellFormed(text.slice(0, LONGEST)))
    .split(/[,;:\n\r|•·]|\s[-–—]\s(?!\p{L}(?!\p{L})|\d)/u)
    .map(oneSpace)
    .filter((segment) => segment !== '')
    .slice(0, MOST_SEGMENTS);

/** Capitals and digits only, without a country before it (`NL-1012 JS`). */
export const normalisePostalCode = (code: string): string =>
  code
    .slice(0, 40)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z\d]/gu, '')
    .replace(/^(?:NL|[BDF])(?=\d{4})/u, '');

/** Postal codes in a text as they stand there: of the kind that is expected, else Dutch ones. */
function postalCodesIn(text: string, expected: string | undefined): string[] {
  const wanted = expected ? normalisePostalCode(expected) : '';
  const kind = /^\d{4,5}$/u.test(wanted)
    ? new RegExp(`(?<![\\d-])\\d{${wanted.length}}(?=\\s+\\p{L}|$)(?!\\s?[A-Z]{2}(?!\\p{L}))`, 'gu')
    : /(?<![\d\p{L}])[1-9]\d{3}\s?[A-Za-z]{2}(?!\p{L})/gu;
  const found = Array.from(text.slice(0, LONGEST).matchAll(kind), ([code]) => code);
  const literal = expected && text.slice(0, LONGEST).includes(expected) ? [expected] : [];
  return [...new Set([...literal, ...found])];
}

const CITIES: readonly (readonly string[])[] = [
  ['den haag', 's gravenhage', 'the hague', 'la haye'],
  ['den bosch', 's hertogenbosch', 'bois le duc'],
  ['brussel', 'brussels', 'bruxelles'],
  ['antwerpen', 'antwerp', 'anvers'],
  ['gent', 'ghent', 'gand'],
  ['capelle ijssel', 'capelle aan den ijssel', 'capelle a d ijssel'],
  ['alphen aan den rijn', 'alphen a d rijn'],
  ['ijsselstein', 'ysselstein'],
  ['leeuwarden', 'ljouwert'],
  ['bergen op zoom', 'bergen o z'],
  ['keulen', 'koln', 'cologne'],
  ['luik', 'liege'],
];

const cityWords = (city: string): string => {
  const plain = folded(plainQuotesAndDashes(withoutInvisible(wellFormed(city.slice(0, 200)))))
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return CITIES.find((names) => names.includes(plain))?.[0] ?? plain;
};

/** `Amsterdam Zuidoost` is in Amsterdam, `Nieuw-Amsterdam` is not; with `within`, more may stand before the city. */
export function cityMatches(expected: string, found: string, { within = false } = {}): boolean {
  const [wanted, seen] = [cityWords(expected), cityWords(found)];
  if (expected === found) return true;
  if (wanted === '' || seen === '') return false;
  if (wanted === seen || wanted.replaceAll(' ', '') === seen.replaceAll(' ', '')) return true;
  if (cityWords(withoutUmlauts(expected)) === seen || wanted === cityWords(withoutUmlauts(found))) return true;
  const spellings = CITIES.find((names) => names[0] === wanted) ?? [wanted];
  return spellings.some((name) => {
    if (seen.startsWith(`${name} `)) return true;
    const before = within && ` ${seen} `.includes(` ${name} `) ? ` ${seen} `.split(` ${name} `)[0] : undefined;
    return before !== undefined && !/(?:^| )(?:nieuwe?|oude?|klein|groot|new|noord|zuid|oost|west)$/u.test(before);
  });
}

/** Names that people give as their place and that are no city. Utrecht and Groningen are both. */
const AREAS = new Set([
  ...[
    'noord holland',
    'north holland',
    'zuid holland',
    'south holland',
    'friesland',
    'fryslan',
    'drenthe',
    'overijssel',
  ],
  ...['flevoland', 'gelderland', 'noord brabant', 'north brabant', 'brabant', 'limburg', 'zeeland', 'vlaanderen'],
  ...['flanders', 'wallonie', 'randstad', 'veluwe', 'achterhoek', 'twente', 'benelux', 'europa', 'europe', 'eu'],
  ...[
    'landelijk',
    'heel nederland',
    'door heel nederland',
    'all over the netherlands',
    'nationwide',
    'online',
    'internet',
  ],
  ...['wereldwijd', 'worldwide', 'global', 'world', 'de wereld', 'the world', 'earth', 'aarde', 'overal', 'everywhere'],
  ...['thuis', 'home', 'hier', 'here', 'hoofdkantoor', 'headquarters', 'hybride', 'remote', 'op afstand'],
]);

export const isArea = (place: string): boolean =>
  AREAS.has(cityWords(place)) || countryCode(place, { name: true }) !== null;

export const isAlsoProvince = (city: string): boolean => ['utrecht', 'groningen'].includes(cityWords(city));

const SPOKEN: Readonly<Record<string, string>> = {
  holland: 'NL',
  'the netherlands': 'NL',
  nederlande: 'NL',
  nld: 'NL',
  bel: 'BE',
  deu: 'DE',
  uk: 'GB',
  england: 'GB',
  engeland: 'GB',
  usa: 'US',
  'united states of america': 'US',
};

let known: ReadonlyMap<string, string> | undefined;

/** ISO 3166 alpha-2 of a country by its name in Dutch, English, German, French or by its code; with `name`, no codes. */
export function countryCode(country: string, { name = false } = {}): string | null {
  const plain = folded(wellFormed(country.slice(0, 100)))
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  known ??= countryNames();
  const spoken = SPOKEN[plain];
  if (spoken !== undefined) return name && plain.length < 3 ? null : spoken;
  if (!name && /^[a-z]{2}$/u.test(plain) && known.has(`code ${plain}`)) return plain.toUpperCase();
  return known.get(plain) ?? null;
}

function countryNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  for (const language of ['nl', 'en', 'de', 'fr', 'fy']) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = display.of(code);
      // `UK` is one of the codes that only stand for another.
      if (!name || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
      names.set(`code ${code.toLowerCase()}`, code);
      names.set(
        folded(name)
          .replace(/[^\p{L} ]/gu, '')
          .trim(),
        code,
      );
    }
  }
  return names;
}
