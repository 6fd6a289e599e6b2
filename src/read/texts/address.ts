/** One postal address that stands in a text: only a whole one, and only where it is the text's single address. */

import type { PostalAddress } from '../../model/observation.ts';
import { leadTo, type PlainText, wordsOf } from './plain.ts';

type Found = PostalAddress & { readonly index: number; readonly end: number };

const NAME = "(?:[\\p{Lu}'][\\p{L}'.-]{0,40}|\\d{1,2}(?:e|ste|de)|1[5-9]\\d\\d)";
/** `Dam`, `Nieuwezijds Voorburgwal`, `1e Van der Helststraat`, `Plein 1944`. */
const WORDS = `${NAME}(?: (?:(?:van|de|der|den|het|'t|ter|ten|te|op|aan|in|en|la|le|du|des|of)|${NAME})){0,5}`;
const NUMBER = '\\d{1,5}(?: ?[-/] ?\\d{1,4})?(?: ?-? ?(?:[a-zA-Z]|hs|bis|II|III|IV|bus \\d{1,4}))?(?![\\p{L}\\d])';
const CITY =
  "\\p{Lu}[\\p{L}'.-]{1,30}(?: (?:(?:aan|de|den|der|het|op|zoom|a/d|en|am|an|sur|in|bij)|\\p{Lu}[\\p{L}'.-]{1,30})){0,4}";
const BETWEEN = '(?:, ?|,? ?\\n| - | \\| | \\u2022 | )';

const DUTCH_CODE = '[1-9]\\d{3} ?(?!SA|SD|SS)[A-Z]{2}';
const BRITISH_CODE = '[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}';

/** `Dam 1, 1012 JS Amsterdam`, `1012 JS Amsterdam`. */
const DUTCH = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<street>${WORDS} ${NUMBER})${BETWEEN})?(?:NL-)?(?<postalCode>${DUTCH_CODE})(?:,? |, ?\\n?|\\n)(?<city>${CITY})`,
  'gu',
);
/** `Wetstraat 16, 1000 Brussel`, `Hauptstraße 5, 10115 Berlin`, `12 rue de la Paix, 75002 Paris`: never without the street. */
const CONTINENTAL = new RegExp(
  `(?<![\\p{L}\\d])(?<street>${WORDS} ${NUMBER}|\\d{1,4}(?: ?(?:bis|ter))?,? \\p{L}[\\p{L}'.-]{1,20}(?: [\\p{L}'.-]{1,30}){1,6})(?:, ?|,? ?\\n| - | \\| | \\u2022 )(?:[BDF]E?-)?(?<postalCode>\\d{4,5}) (?![A-Z]{2}(?!\\p{L}))(?<city>${CITY})`,
  'gu',
);
/** `10 Downing Street, London SW1A 2AA`. */
const BRITISH = new RegExp(
  `(?<![\\p{L}\\d])(?<street>\\d{1,4}[a-zA-Z]? ${WORDS}), ?\\n?(?<city>${CITY}),? ?\\n?(?<postalCode>${BRITISH_CODE})(?![\\p{L}\\d])`,
  'gu',
);
/** `Dam 1, Amsterdam`: the name has to say that it is a street. */
const WITHOUT_CODE = new RegExp(
  `(?<![\\p{L}\\d])(?<street>${WORDS} ${NUMBER})(?:, ?| in | te | \\| | \\u2022 )(?<city>${CITY.replace('|en|', '|')})(?=\\s*(?:[\\n|.;!)\\u2022]|, ?(?:Nederland|Netherlands|The Netherlands|NL|België|Belgium)|\\p{Extended_Pictographic}|$))`,
  'gu',
);
const STREET_NAME =
  /(?:straat|str\.?|laan|weg|plein|kade|gracht|singel|dreef|dijk|hof|pad|steeg|park|markt|wal|haven|boulevard|allee|plantsoen|ring|burgwal|dam|brink|spui|rokin|damrak|vrijthof|neude|lei|vest|vaart|zijde|straße|strasse|platz) (?=\d)|^postbus \d/iu;

/** With the name of the profile, which may stand before its street without anything between. */
export function addressInText({ text, numbers, isCut }: PlainText, name = ''): PostalAddress | null {
  const found = [DUTCH, CONTINENTAL, BRITISH, WITHOUT_CODE].flatMap((pattern) => matches(text, pattern));
  const whole = found.filter((one) => !found.some((other) => other !== one && isWithin(one, other)));
  const [first] = whole;
  if (first === undefined || whole.length > 1) return null;
  const { index, end, ...parts } = first;
  const address = withoutName(parts, name);
  if (address === null) return null;
  if (isCut && /^[\s.\u2026]*$/u.test(text.slice(end))) return null;
  return isElsewhere(text, numbers, first) ? null : address;
}

/** `Stichting Voorbeeld Dam 1`: whoever lives there is no part of the street, and a name that is not known may be. */
function withoutName(address: PostalAddress, name: string): PostalAddress | null {
  const { street } = address;
  if (street === undefined) return isUnlikely(address) ? null : address;
  const labelled = street.replace(LABEL, '');
  const isNamed = name !== '' && labelled.toLowerCase().startsWith(`${name.toLowerCase()} `);
  const bare = isNamed ? labelled.slice(name.length + 1) : labelled;
  return ORGANISATION.test(bare) || !/\p{L}/u.test(bare) ? null : lined({ ...address, street: bare });
}

const LABEL =
  /^(?:(?:bezoek|post|vestigings|hoofd|kantoor)?adres|(?:hoofd)?kantoor|locatie|address|visit) (?=.*\p{L})/iu;
const ORGANISATION =
  /^(?:stichting|vereniging|gemeente|museum|theater|bibliotheek|school|basisschool|hogeschool|universiteit|university|ziekenhuis|coöperatie|hotel|restaurant|café|galerie|atelier|studio|zaal|hal|etage|verdieping|kamer|gebouw|unit|foundation) /iu;

/** A year before two capitals, or a distance: a postal code by its form alone. */
const isUnlikely = ({ postalCode = '' }: PostalAddress): boolean =>
  /^(?:19|20)\d\d|(?:KM|KG|PK|MB|GB|TB|ML|EU|CV|HP|CC)$/u.test(postalCode);

const lined = (parts: Omit<PostalAddress, 'text'>): PostalAddress => {
  const place = [parts.postalCode, parts.city].filter(Boolean).join(' ');
  return { ...parts, text: [parts.street, place].filter(Boolean).join(', ') };
};

/** Of two readings of one place the longer, else the former. */
const isWithin = (one: Found, other: Found): boolean => {
  if (one.index >= other.end || other.index >= one.end) return false;
  const [length, others] = [one.end - one.index, other.end - other.index];
  return length === others ? one.postalCode === undefined && other.postalCode !== undefined : length < others;
};

function matches(text: string, pattern: RegExp): readonly Found[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: whole, index, groups = {} }) => {
    const { street, postalCode, city = '' } = groups;
    if (pattern === WITHOUT_CODE && !STREET_NAME.test(street ?? '')) return [];
    if (city === '' || NO_CITY.test(city)) return [];
    const after = text.slice(index + whole.length);
    if (/^ ?(?:\u2026|\.\.\.)|^\p{L}/u.test(after)) return [];
    const place = city.replace(AFTER_CITY, '').replace(/[.'-]+$/u, '');
    const parts = { ...(street ? { street } : {}), ...(postalCode ? { postalCode } : {}), city: place };
    return [{ ...lined(parts), index, end: index + whole.length }];
  });
}

/** What begins with a capital behind an address, and is none. */
const NO_PLACE =
  '(?:tel|telefoon|phone|bel|call|mail|e-?mail|open|geopend|kvk|btw|iban|maandag|ma|di|wo|do|vr|za|zo|info|website|web|www|volg|follow|leden|volgers|followers|members|nederland|netherlands|the netherlands|belgië|belgium)(?!\\p{L})';
const NO_CITY = new RegExp(`^${NO_PLACE}`, 'iu');
const AFTER_CITY = new RegExp(` ${NO_PLACE}.*$`, 'iu');

/** Where something takes place, or somebody else lives: a day beside it, or a word that says so. */
const OTHERS = wordsOf(
  'expo|tentoonstelling|exhibition|evenement|event|festival|concert|tot en met|t/m|vanaf|opening|markt op|voorheen|verhuisd|moved|formerly|oude? adres|was|donaties|kringloop|winkel|pop-?up|inleverpunt|ophaalpunt|postadres|correspondentie|graf|geboren|born',
);
const DAY =
  /(?<![\p{L}\d])\d{1,2}(?:e|st|nd|rd|th)? (?:jan|feb|mrt|maart|mar|apr|mei|may|juni?|juli?|june|july|aug|sep|okt|oct|nov|dec)\p{L}{0,8}/iu;

function isElsewhere(text: string, numbers: string, { index, end, street = '' }: Found): boolean {
  const { words } = leadTo(text, index);
  const line = text.slice(
    Math.max(0, text.lastIndexOf('\n', index - 1) + 1),
    (text.indexOf('\n', end) + 1 || text.length + 1) - 1,
  );
  return OTHERS.test(`${words} ${street}`) || DAY.test(line) || numbers.slice(index, end).includes('\u00A4');
}
