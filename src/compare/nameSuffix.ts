/** What networks and locations put around a name. Takes normalised names; knows no organisation. */

import { folded } from './characters.ts';
import { cityMatches } from './cities.ts';
import { countryCode } from './countries.ts';

export interface Home {
  readonly city?: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
}

/** Where a name stands. */
export interface Around extends Home {
  /** Other right names, normalised: one may stand beside the other. */
  readonly names?: readonly string[];
}

/** Says only that this is the real account. */
const OFFICIAL =
  /^(?:de |het |the |onze |our )?(?:officieel|officiele|official|offiziell|offizielle|officiel|officielle|verified|geverifieerd)(?: (?:facebook|twitter|instagram|linkedin|mastodon))?[ -]?(?:page|pagina|account|profiel|profile|profil|seite|website|site|kanaal|channel)?$/u;
const NETWORKS =
  /^(?:home(?:[ -]?page)?|startpagina|hoofdpagina|startseite|accueil|welkom|welcome|website|profiel|profile|linkedin|facebook|instagram|x|twitter|youtube|tiktok|threads|bluesky|mastodon|pinterest|vimeo|whatsapp)$/u;
const PHOTOS = /^instagram[ -]?(?:photos|fotos|foto's)\b.{0,30}$/u;
const ON_NETWORK =
  / (?:on|op|auf|sur) (?:linkedin|facebook|instagram|x|twitter|youtube|tiktok|threads|bluesky|mastodon)$/u;
const HANDLE = /^@[\p{L}\p{N}_.-]{1,60}(?:@[\p{L}\p{N}.-]{1,60})?$/u;
const AT_END = /^(.*\S)\s?(?:\s["|/:–—·•>~-]\s|\s::\s|[|·•,]\s?)([^|·•]{1,60})$/u;
const IN_BRACKETS = /^(.*\S)\s?[([]([^()[\]]{1,60})[)\]]$/u;
const BRACKETS_FIRST = /^[([]([^()[\]]{1,60})[)\]]\s?(.*)$/u;
const AT_START = /^([^|·•]{1,60}?)\s?(?:\s["|:–—·•>~-]|\s::|[|·•])\s(.*)$/u;
const LONGEST = 300;

/** The name without them: `x | utrecht`, `x (official)`, `x - home | facebook`, `x nl`, `x (@x)`. */
export function withoutSuffix(name: string, around: Around): string {
  if (name.length > LONGEST) return name;
  let bare = name;
  for (let steps = 0; steps < 3; steps += 1) {
    const next = stripped(bare, around);
    if (next === bare) break;
    bare = next;
  }
  return bare;
}

function stripped(name: string, around: Around): string {
  const [, prefix = '', after = ''] = BRACKETS_FIRST.exec(name) ?? AT_START.exec(name) ?? [];
  if (after !== '' && (isOfficial(prefix) || NETWORKS.test(folded(prefix)) || isShortFor(prefix, after))) return after;
  for (const pattern of [IN_BRACKETS, AT_END]) {
    const [, before = '', suffix = ''] = pattern.exec(name) ?? [];
    if (before !== '' && (isNoise(suffix, around) || isShortFor(suffix, before))) return before;
  }
  if (after !== '' && isName(prefix, around)) return after;
  const alone = name.replace(ON_NETWORK, '');
  return alone === name ? withoutLastWords(name, around) : alone;
}

const isOfficial = (text: string): boolean => OFFICIAL.test(folded(text).trim());

function isNoise(suffix: string, around: Around): boolean {
  const word = folded(suffix).trim();
  const isNetwork = NETWORKS.test(word) || PHOTOS.test(word) || HANDLE.test(word);
  return isOfficial(suffix) || isNetwork || isHome(suffix.trim(), around) || isName(suffix, around);
}

const isName = (text: string, { names = [] }: Around): boolean => names.includes(text.trim());

/** The first letters of the words: `Centraal Bureau Fietsen (CBF)`. */
function isShortFor(short: string, name: string): boolean {
  const letters = short.replace(/[.\s]/gu, '');
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
  const initials = (some: readonly string[]) => some.map((word) => [...word][0]).join('');
  const big = words.filter((word) => !LITTLE.test(word));
  return letters.length > 1 && (letters === initials(words) || letters === initials(big));
}

const LITTLE = /^(?:de|het|een|en|van|voor|der|den|in|te|of|and|the|for|und|et|la|le|du|des)$/u;

const isHome = (place: string, { city, country }: Home): boolean =>
  (country !== undefined && countryCode(place) === country) || (city !== undefined && isCity(city, place));

/** Only the city: of `amsterdam zuidoost` the second word says which branch. */
const isCity = (city: string, place: string): boolean => cityMatches(city, place) && cityMatches(place, city);

/** Without a mark between them only the place, `official` and other right names are told from words of the name. */
function withoutLastWords(name: string, { names = [], ...home }: Around): string {
  const beside = names.find((one) => names.some((other) => other !== one && name === `${one} ${other}`));
  if (beside !== undefined) return beside;
  const words = name.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (first.length > 2 && isShortFor(first, words.slice(1).join(' '))) return words.slice(1).join(' ');
  if (last.length > 2 && isShortFor(last, words.slice(0, -1).join(' '))) return words.slice(0, -1).join(' ');
  for (const count of [4, 3, 2, 1]) {
    if (words.length <= count) continue;
    const end = words.slice(-count).join(' ');
    if (isHome(end, home) || (count === 1 && isOfficial(end))) return words.slice(0, -count).join(' ');
  }
  return name;
}
