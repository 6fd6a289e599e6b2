/** Web addresses in bios, for networks without a field for one. */

import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/read/texts/plain.ts';
import { websitesInText } from '../../../src/read/texts/websites.ts';

const websitesIn = (text: string, truncated?: boolean) => websitesInText(plainText(text, truncated));

describe('a web address in a text', () => {
  test.each<readonly [string, readonly string[]]>([
    ['Kijk op https://voorbeeld.nl/over-ons.', ['https://voorbeeld.nl/over-ons']],
    ['www.voorbeeld.nl | 020-1234567', ['www.voorbeeld.nl']],
    ['🌐 voorbeeld.nl\n📞 020-1234567', ['voorbeeld.nl']],
    ['Samen sterk | Website: voorbeeld.nl', ['voorbeeld.nl']],
    ['👉https://voorbeeld.nl👈', ['https://voorbeeld.nl']],
    ['(https://voorbeeld.nl)', ['https://voorbeeld.nl']],
  ])('%s', (text, websites) => {
    expect(websitesIn(text)).toEqual(websites);
  });

  test.each([
    'Gemaakt met Node.js',
    'Boek ons via Booking.com',
    'info@voorbeeld.nl',
    '@voorbeeld.nl',
    'Volg @anders.nl',
    'https://voorbeeld.n…',
    'www.voorbeeld.nl...',
    'm.u.v. dr.ir',
  ])('none in: %s', (text) => {
    expect(websitesIn(text)).toEqual([]);
  });

  test('an address at the end of a text that was cut may go on', () => {
    expect(websitesIn('Kijk op https://voorbeeld.nl/ov', true)).toEqual([]);
    expect(websitesIn('Samen | voorbeeld.nl', true)).toEqual([]);
  });
});
