/** The words of a street's name, its abbreviations written out. Dutch first; takes folded text. */

/** `1e Dwarsstraat 5`: a figure before the name is no number of a house. */
const ORDINAL = /\b[1-9](?:e|ste|de)(?=\s[a-z])/u;
const ORDINALS = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde', 'zevende', 'achtste', 'negende'];
const ENGLISH = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ENGLISH_WORD = new RegExp(`\\b(?:${ENGLISH.join('|')})(?=\\s[a-z])`, 'gu');
const ENDINGS = ['st', 'nd', 'rd'];

/** `1e` and `eerste` are one, and so are `Fifth` and `5th`. */
export const ordinalsWritten = (line: string): string =>
  line
    .replace(ORDINAL, (ordinal) => ORDINALS[Number(ordinal[0]) - 1] ?? ordinal)
    .replace(ENGLISH_WORD, (word) => `${ENGLISH.indexOf(word) + 1}${ENDINGS[ENGLISH.indexOf(word)] ?? 'th'}`);

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bv\s?[./]\s?d\.?\s/gu, 'van d. '],
  [/\bv\.\s?le\s/gu, 'viale '],
  [/\bv\.\s?/gu, 'van '],
  [/\ba\s?\/\s?d\s/gu, 'aan de '],
  [/\bdrive(?=\s|$)|(?<=.\s)dr\.?(?=\s$)/gu, 'drv.'],
  [/str\.?(?=\s|$)/gu, 'straat'],
  [/\blane\b|(?<!p)ln\.?(?=\s|$)/gu, 'laan'],
  [/pln\.?(?=\s|$)|(?<=[a-z]{3})pl\.(?=\s|$)/gu, 'plein'],
  [/wg\.?(?=\s|$)/gu, 'weg'],
  [/sngl\.?(?=\s|$)/gu, 'singel'],
  [/(?<=[a-z])gr\.(?=\s|$)/gu, 'gracht'],
  [/(?<=[a-z]{3})k\.(?=\s|$)/gu, 'kade'],
  [/stra(?:ß|ss)e(?=\s|$)/gu, 'straat'],
  [/platz(?=\s|$)/gu, 'plein'],
  [/\bantwoordnr\.?(?=\s|$)/gu, 'antwoordnummer'],
  // `Tuijnmanweg`, `Tuynmanweg`: old spellings live on on letterheads.
  [/ij/gu, 'y'],
  [/\b(?:sint|sankt|saint)[\s-]/gu, 'st. '],
  [/\bprof(?:\.\s?|\s)/gu, 'professor '],
  [/\b(?:dr(?:\.\s?|\s)|dokter\s)/gu, 'doctor '],
  [/\bmr(?:\.\s?|\s)/gu, 'meester '],
  [/\bds(?:\.\s?|\s)/gu, 'dominee '],
  [/\bir(?:\.\s?|\s)/gu, 'ingenieur '],
  [/\bburg(?:em)?(?:\.\s?|\s)/gu, 'burgemeester '],
  [/\bgen(?:\.\s?|\s)/gu, 'generaal '],
  [/\bpres(?:\.\s?|\s)/gu, 'president '],
  [/\bkon(?:\.\s?|\s)/gu, 'koningin '],
  [/\bjhr(?:\.\s?|\s)/gu, 'jonkheer '],
  [/\bnorth[\s-]?west(?=\s|$)/gu, 'nw'],
  [/\bnorth[\s-]?east(?=\s|$)/gu, 'ne'],
  [/\bsouth[\s-]?west(?=\s|$)/gu, 'sw'],
  [/\bsouth[\s-]?east(?=\s|$)/gu, 'se'],
  [/\broad\b/gu, 'rd.'],
  [/\bstreet\b/gu, 'st.'],
  [/\bave(?:nue)?\b/gu, 'ave.'],
  [/\b(?:boulevard|blvd|bvd|bld|bd)\b/gu, 'blvd.'],
  [/\bsquare\b/gu, 'sq.'],
  [/\bcourt\b/gu, 'ct.'],
  [/\b(?:highway|hwy)\b/gu, 'hwy.'],
  [/\b(?:parkway|pkwy)\b/gu, 'pkwy.'],
  [/\bavda\b/gu, 'avenida'],
  [/\bp\.?\s?zza\b/gu, 'piazza'],
  [/\bc\.\s?so\b/gu, 'corso'],
  [/\bc\s?\/\s?(?=[a-z])/gu, 'c. '],
  // `N Main Street`, `North Main Street`.
  [/\b([nsew])\s/gu, '$1. '],
];

/** Before the name: where within, or at whose, but no part of it. */
const BEFORE = /^(?:p\s?\/\s?a|c\s?\/\s?o|ingang|hoek)[\s:.]{1,3}/u;

export function streetWords(name: string): string[] {
  let text = `${name.trim().replace(BEFORE, '')} `;
  for (const [pattern, full] of ABBREVIATIONS) text = text.replace(pattern, full);
  return text.split(/[^\p{L}\p{N}.]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
