/** What networks and locations put around a name. Takes normalised names; knows no organisation. */

import { folded } from './characters.ts';
import { cityMatches, countryCode } from './places.ts';

export interface Home {
  readonly city?: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
}

/** Says only that this is the real account. */
const OFFICIAL =
  /^(?:de |het |the )?(?:officieel|officiele|official|offiziell|verified|geverifieerd)(?: (?:page|pagina|account|profiel|profile|website|site|kanaal|channel))?$/u;
const NETWORKS =
  /^(?:home(?:page)?|profiel|profile|linkedin|facebook|instagram|x|twitter|youtube|tiktok|threads|bluesky|mastodon|pinterest|vimeo)$/u;
const AT_END = /^(.*\S)\s?(?:\s[|/:–—·•-]\s|[|·•,]\s?)([^|·•]{1,60})$/u;
const IN_BRACKETS = /^(.*\S)\s?[([]([^()[\]]{1,60})[)\]]$/u;
const AT_START = /^([^|·•]{1,60}?)\s?(?:\s[|:–—·•-]|[|·•])\s(.*)$/u;
const LONGEST = 300;

/** The name without them: `x | utrecht`, `x (official)`, `x - home | facebook`, `x nl`. */
export function withoutSuffix(name: string, home: Home): string {
  if (name.length > LONGEST) return name;
  let bare = name;
  for (let steps = 0; steps < 3; steps += 1) {
    const next = stripped(bare, home);
    if (next === bare) break;
    bare = next;
  }
  return bare;
}

function stripped(name: string, home: Home): string {
  for (const pattern of [IN_BRACKETS, AT_END]) {
    const [, before = '', suffix = ''] = pattern.exec(name) ?? [];
    if (before !== '' && isNoise(suffix, home)) return before;
  }
  const [, prefix = '', after = ''] = AT_START.exec(name) ?? [];
  if (after !== '' && (isOfficial(prefix) || /^home$/u.test(prefix))) return after;
  return withoutLastWords(name, home);
}

const isOfficial = (text: string): boolean => OFFICIAL.test(folded(text).trim());

const isNoise = (suffix: string, home: Home): boolean =>
  isOfficial(suffix) || NETWORKS.test(folded(suffix).trim()) || isHome(suffix.trim(), home);

const isHome = (place: string, { city, country }: Home): boolean =>
  (country !== undefined && countryCode(place) === country) || (city !== undefined && isCity(city, place));

/** Only the city: of `amsterdam zuidoost` the second word says which branch. */
const isCity = (city: string, place: string): boolean => cityMatches(city, place) && cityMatches(place, city);

/** Without a mark between them only the place and `official` are told from words of the name. */
function withoutLastWords(name: string, home: Home): string {
  const words = name.split(' ');
  for (const count of [1, 2, 3, 4]) {
    if (words.length <= count) break;
    const last = words.slice(-count).join(' ');
    if (isHome(last, home) || (count === 1 && isOfficial(last))) return words.slice(0, -count).join(' ');
  }
  return name;
}
