/** Countries by their names and codes. */

import { folded, wellFormed } from './characters.ts';

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

/** ISO 3166 alpha-2 of a country by its name in Dutch, English, German, French, Spanish, Italian, Frisian or by its code; with `name`, no codes. */
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
  for (const language of ['nl', 'en', 'de', 'fr', 'es', 'it', 'fy']) {
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
