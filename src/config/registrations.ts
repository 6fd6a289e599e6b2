/** What cannot be a KvK or VAT number, and why. Refuses nothing that may be one: only lengths, forms and certain sums. */

interface Fault {
  readonly message: string;
  readonly hint?: string;
}

/** Eight digits. There is no sum to check: not every number of eight digits is given out, and which is not told. */
export function kvkFault(text: string): Fault | null {
  const digits = bare(text);
  if (/^\d{8}$/.test(digits)) return null;
  const message = `expected a KvK number of 8 digits, found ${JSON.stringify(text)}.`;
  if (/^\d{9}$/.test(digits)) return { message, hint: 'A number of 9 digits is an RSIN.' };
  if (/^\d{12}$/.test(digits))
    return { message, hint: 'A number of 12 digits is that of a branch (vestigingsnummer).' };
  if (/^\d{7}$/.test(digits)) return { message, hint: 'Was a nought in front left out?' };
  return { message };
}

/** What follows the letters of each country of the EU, and of those whose numbers are written the same way. */
const FORMS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^\d{9,10}$/,
  BG: /^\d{9,10}$/,
  CH: /^E\d{9}(?:MWST|TVA|IVA)?$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z\d]\d{7}[A-Z\d]$/,
  FI: /^\d{8}$/,
  FR: /^[A-Z\d]{2}\d{9}$/,
  GB: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  GR: /^\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z\d+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

export function vatFault(text: string): Fault | null {
  const whole = bare(text).toUpperCase();
  const [country, number] = [whole.slice(0, 2), whole.slice(2)];
  const form = FORMS[country];
  if (!form) {
    const message = `expected a VAT number that begins with the letters of its country, found ${JSON.stringify(text)}.`;
    return { message, hint: 'Such as NL123456782B01.' };
  }
  if (!form.test(number)) {
    const message = `${JSON.stringify(text)} does not have the form of a VAT number of ${country}.`;
    return country === 'NL' ? { message, hint: 'A Dutch one is NL, 9 digits, B and 2 digits.' } : { message };
  }
  const isRight = SUMS[country]?.(number) ?? true;
  return isRight ? null : { message: `${JSON.stringify(text)} is no VAT number: its check digits do not fit.` };
}

/** Only where the sum is certain; a number that fails it was never given out. */
const SUMS: Readonly<Record<string, (number: string) => boolean>> = {
  // Of an organisation the nine digits are its RSIN; since 2020 those of a sole trader fit modulo 97.
  NL: (number) => elevenTest(number.slice(0, 9)) || modulo97(`NL${number}`) === 1,
  BE: (number) => 97 - (Number(number.slice(0, -2)) % 97) === Number(number.slice(-2)),
};

function elevenTest(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

/** Letters count as 10 and up, as in an IBAN. */
const modulo97 = (text: string): number =>
  [...text].reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0);

const bare = (text: string): string => text.replace(/[\s.\u2010-\u2015-]/g, '');
