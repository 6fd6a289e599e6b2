/** Cities in their spellings and languages, and the names of places that are no city. */

import { folded, plainQuotesAndDashes, wellFormed, withoutInvisible, withoutUmlauts } from './characters.ts';
import { countryCode } from './countries.ts';

const CITIES: readonly (readonly string[])[] = [
  ['den haag', 's gravenhage', 'gravenhage', 'the hague', 'la haye', 'la haya', 'haag'],
  ['amsterdam', 'a dam'],
  ['rotterdam', 'r dam'],
  ['den bosch', 's hertogenbosch', 'hertogenbosch', 'bois le duc'],
  ['capelle ijssel', 'capelle aan den ijssel', 'capelle a d ijssel'],
  ['krimpen ijssel', 'krimpen aan den ijssel', 'krimpen a d ijssel'],
  ['alphen aan den rijn', 'alphen a d rijn'],
  ['ijsselstein', 'ysselstein'],
  ['bergen op zoom', 'bergen o z'],
  ['leeuwarden', 'ljouwert'],
  ['sneek', 'snits'],
  ['harlingen', 'harns'],
  ['franeker', 'frjentsjer'],
  ['heerenveen', 'it hearrenfean'],
  ['vlissingen', 'flushing'],
  ['brussel', 'brussels', 'bruxelles', 'brussel hoofdstad'],
  ['antwerpen', 'antwerp', 'anvers'],
  ['gent', 'ghent', 'gand'],
  ['brugge', 'bruges'],
  ['leuven', 'louvain'],
  ['mechelen', 'malines', 'mechlin'],
  ['kortrijk', 'courtrai'],
  ['aalst', 'alost'],
  ['ieper', 'ypres'],
  ['oostende', 'ostende', 'ostend'],
  ['doornik', 'tournai'],
  ['namen', 'namur'],
  ['luik', 'liege', 'luttich'],
  ['keulen', 'koln', 'cologne'],
  ['aken', 'aachen', 'aix la chapelle'],
  ['munchen', 'munich'],
  ['neurenberg', 'nurnberg', 'nuremberg'],
  ['hannover', 'hanover'],
  ['berlijn', 'berlin'],
  ['frankfurt', 'frankfurt am main', 'frankfurt a m', 'frankfurt main'],
  ['parijs', 'paris'],
  ['rijsel', 'lille'],
  ['duinkerke', 'dunkerque', 'dunkirk'],
  ['straatsburg', 'strasbourg', 'strassburg'],
  ['marseille', 'marseilles'],
  ['lyon', 'lyons'],
  ['luxemburg', 'luxembourg'],
  ['londen', 'london', 'londres'],
  ['wenen', 'wien', 'vienna'],
  ['geneve', 'geneva', 'genf'],
  ['bazel', 'basel', 'bale'],
  ['bern', 'berne'],
  ['rome', 'roma', 'rom'],
  ['milaan', 'milano', 'milan', 'mailand'],
  ['venetie', 'venezia', 'venice', 'venedig'],
  ['florence', 'firenze', 'florenz'],
  ['turijn', 'torino', 'turin'],
  ['napels', 'napoli', 'naples', 'neapel'],
  ['genua', 'genova', 'genoa'],
  ['sevilla', 'seville'],
  ['lissabon', 'lisboa', 'lisbon'],
  ['kopenhagen', 'kobenhavn', 'koebenhavn', 'copenhagen'],
  ['goteborg', 'gothenburg'],
  ['praag', 'praha', 'prague', 'prag'],
  ['warschau', 'warszawa', 'warsaw'],
  ['athene', 'athens', 'athina'],
  ['new york', 'new york city', 'nyc'],
];

const cityWords = (city: string): string => {
  const plain = folded(plainQuotesAndDashes(withoutInvisible(wellFormed(city.slice(0, 200)))))
    .replaceAll('ø', 'o')
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
