/** Telephone numbers that stand in a text: only what surely is one, as it is written. In doubt none. */

import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { leadTo, type PlainText, wordsOf } from './plain.ts';

const MOST = 10;

/** Figures with what stands between the figures of one number. */
const RUN = /(?<![\p{L}\p{N}_*#+]|\d[.,/-])(?:\+ ?|\(\+?)?\d[\d ()./+-]{1,60}/gu;

export function phonesInText(plain: PlainText): readonly string[] {
  const { text, numbers, isCut } = plain;
  const found: string[] = [];
  for (const { 0: run, index } of numbers.matchAll(RUN)) {
    const written = run.replace(/[^\d)]+$/u, '');
    const after = text.slice(index + written.length);
    const isWhole = !/^ ?(?:\u2026|[*\u2022x]{1,2} ?[*\u2022x]|\.\.\.)|^[\p{L}\p{N}_@]/iu.test(after);
    const isAtEnd = /^[\s.\u2026)]*$/u.test(after);
    const numbersOfRun = inRun(written, leadTo(numbers, index), after.slice(0, 30));
    const last = numbersOfRun.at(-1);
    const isLastSure = isWhole && !(isCut && isAtEnd);
    const endsRun = last !== undefined && written.endsWith(last);
    found.push(...(endsRun && !isLastSure ? numbersOfRun.slice(0, -1) : numbersOfRun));
  }
  return [...new Set(found)].slice(0, MOST);
}

type Lead = ReturnType<typeof leadTo>;

/** `020-1234567 / 06-12345678`, `020-1234567 24/7`: as long as can be from where a number may begin. */
function inRun(run: string, lead: Lead, after: string): readonly string[] {
  const kind = kindOf(lead, after);
  if (kind === 'other') return [];
  const found: string[] = [];
  for (const part of run.split(/ ?[/] | [/] ?| - | {2,}/u)) {
    const tokens = part.trim().split(' ');
    for (let from = 0; from < tokens.length; ) {
      const to = longestFrom(tokens, from, kind);
      const number = to === null ? null : bare(tokens.slice(from, to).join(' '));
      if (number !== null) found.push(number);
      from = to ?? from + 1;
    }
  }
  return found;
}

/** What follows a number, where it is no number of its own, is short: `24`. */
function longestFrom(tokens: readonly string[], from: number, kind: Kind): number | null {
  if (!/^[+(0]|^14$|^140\d/u.test(tokens[from] ?? '')) return null;
  for (let to = Math.min(tokens.length, from + 8); to > from; to -= 1) {
    const isFollowed = /^[1-9]\d{4}|^[1-9]\d{3}$/u.test(tokens[to] ?? '');
    if (!isFollowed && isPhone(bare(tokens.slice(from, to).join(' ')), kind)) return to;
  }
  return null;
}

/** A bracket that is only half inside belongs to the sentence. */
function bare(written: string): string {
  const whole = /^\(([^()]*)\)$/u.exec(written)?.[1] ?? written;
  const [opens, closes] = [whole.includes('('), whole.includes(')')];
  if (opens === closes) return whole.trim();
  return whole.replace(/[()]/gu, '').trim();
}

/** `phone`: the words say so · `unsaid`: they say nothing · `other`: they say that it is another number, or another's. */
type Kind = 'phone' | 'unsaid' | 'other';

const PHONE_WORDS = wordsOf(
  'tel|telefoon(?:nummer|nr)?|telefonisch|phone|call|bel(?:len)?|bel ons|mob|mobiel|mobile|gsm|fon|telefon|tél|téléphone|klantenservice|klantcontact|klantcontactcentrum|receptie|secretariaat|balie|bereikbaar|appelez|ruf(?:en)?|anrufen',
);
const OTHER_NUMBERS = wordsOf(
  'k\\.?v\\.?k|kamer van koophandel|chamber of commerce|coc|handelsregister|hrb|hra|rsin|anbi|fiscaal|fiscale|btw|b\\.t\\.w|vat|tva|ust|kbo|bce|rpr|ondernemingsnummer|iban|bic|rek|rekening|rekeningnummer|rekeningnr|bank|banknummer|giro|isbn|issn|ean|doi|fax|telefax|bestelnummer|ordernummer|artikelnummer|referentie|dossier|id|big|agb|skj|lidnummer|registratie|registratienummer|licentie|license|vergunning|serienummer|diploma|crkbo|nrto|nummer van|inschrijving|steunpunt',
);
const CHATS = wordsOf('whats ?app|wapp|wa|app|apps|appen|sms|signal|telegram|tikkie|tekst|dm');
const OF_OTHERS = wordsOf(
  'spoed|noodnummer|nood|noodgevallen|alarm|alarmnummer|politie|police|ambulance|brandweer|hulplijn|helpline|hotline|crisis|crisislijn|zelfmoord|zelfmoordgedachten|zelfdoding|suïcide|suicide|suicidal|huisartsenpost|veilig thuis|kindertelefoon|luisterlijn|emergency|urgence|notruf|pers|persvoorlichting|press|presse|media|woordvoerder|woordvoering|vacatures?|sollicitaties?',
);
const PHONE_PICTURES = /[\u{1F4DE}\u260E\u{1F4F1}\u{1F4F2}\u{1F919}\u2706]/u;
const OTHER_PICTURES =
  /[\u{1F4E0}\u{1F5B7}\u{1F4AC}\u{1F5E8}\u{1F198}\u{1F6A8}\u{1F691}\u{1F692}\u{1F693}\u{1F4B6}\u{1F4B3}\u{1F3E6}]/u;

function kindOf({ words, picture }: Lead, after: string): Kind {
  const behind = /^[ (/:-]{0,3}[^\n|;\d]{0,25}/u.exec(after)?.[0] ?? '';
  if (OTHER_PICTURES.test(picture)) return 'other';
  if (OTHER_NUMBERS.test(words) || OF_OTHERS.test(words) || OF_OTHERS.test(behind)) return 'other';
  if (/^[ (:-]{0,3}(?:fax|f\b|whats|wapp|alleen)/iu.test(behind)) return 'other';
  if (/(?<!\p{L})f[ :.]{0,3}$/u.test(words)) return 'other';
  const isPhone = PHONE_WORDS.test(words) || /(?<!\p{L})[tmp][ :.]{0,3}$/u.test(words) || PHONE_PICTURES.test(picture);
  if (CHATS.test(words) && !PHONE_WORDS.test(words)) return 'other';
  return isPhone ? 'phone' : 'unsaid';
}

const NEIGHBOURS: readonly CountryCode[] = ['NL', 'BE', 'DE', 'FR', 'GB', 'AT', 'CH', 'IT'];

function isPhone(written: string, kind: Kind): boolean {
  const digits = written.replace(/\D/gu, '');
  if (written.startsWith('+') || written.startsWith('(+') || /^00[1-9]/u.test(written)) {
    return digits.length <= 17 && isNumberOf(written.replace(/^\(?\+ ?|^00/u, '+'), undefined);
  }
  // The number of a municipality: 14 and its area code.
  if (/^14 ?0\d{2,3}$/u.test(written)) return kind === 'phone';
  if (!/^\(?0/u.test(written) || digits.length < 9 || digits.length > 12) return false;
  // Numbers that one pays for, or calls for nothing, are those of help lines more often than one's own.
  if (/^0[89]0/u.test(digits) || /^\(?0[ .-]/u.test(written)) return false;
  if (kind === 'phone') return NEIGHBOURS.some((country) => isNumberOf(written, country));
  // A Belgian enterprise has a number like that of a mobile telephone, in groups of four and three.
  if (/^0\d{3}\.\d{3}\.\d{3}$/u.test(written)) return false;
  if (digits.length === 10 && /^0(?:[1-7]|8[4578])/u.test(digits)) return isNumberOf(written, 'NL');
  const isBelgian = digits.length === 9 && /^\(?0\d{1,2}\)?[ /.-]{1,2}\d{2,3}(?:[ .-]\d{2,3}){1,2}$/u.test(written);
  return isBelgian && isNumberOf(written, 'BE');
}

const isNumberOf = (written: string, country: CountryCode | undefined): boolean =>
  parsePhoneNumberFromString(written, country)?.isValid() ?? false;
