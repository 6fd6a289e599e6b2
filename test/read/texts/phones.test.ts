/** Telephone numbers in bios: what surely is one, and the many figures that only look like it. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../support/fastCheck.ts';
import { phonesInText } from '../../../src/read/texts/phones.ts';
import { plainText } from '../../../src/read/texts/plain.ts';

const phonesIn = (text: string, truncated?: boolean) => phonesInText(plainText(text, truncated));

describe('a telephone number in a text', () => {
  test.each<readonly [string, readonly string[]]>([
    ['📞 020-1234567 | info@voorbeeld.nl | Dam 1, Amsterdam', ['020-1234567']],
    ['Bel 020 123 45 67', ['020 123 45 67']],
    ['Tel.020-1234567', ['020-1234567']],
    ['T 020-123 45 67 E info@voorbeeld.nl', ['020-123 45 67']],
    ['Wij helpen je graag.\n☎️ (020) 123 45 67', ['(020) 123 45 67']],
    ['Vragen? (020-1234567)', ['020-1234567']],
    ['+31 20 123 45 67', ['+31 20 123 45 67']],
    ['☎ +31 (0)20 123 45 67.', ['+31 (0)20 123 45 67']],
    ['Call us: 0031 20 1234567', ['0031 20 1234567']],
    ['0201234567', ['0201234567']],
    ['Voorbeeld 🌱 0️⃣2️⃣0️⃣-1234567', ['020-1234567']],
    ['tel 𝟬𝟮𝟬-𝟭𝟮𝟯𝟰𝟱𝟲𝟳', ['020-1234567']],
    ['📱06-12345678', ['06-12345678']],
    ['06 12 04 05 06', ['06 12 04 05 06']],
    ['06.12.34.56.78', ['06.12.34.56.78']],
    ['020‑1234567 en 06–12345678', ['020-1234567', '06-12345678']],
    ['020-1234567 / 06-12345678', ['020-1234567', '06-12345678']],
    ['020-1234567 06-12345678', ['020-1234567', '06-12345678']],
    ['📞 020-1234567 24/7', ['020-1234567']],
    ['📞 020-1234567 (9-17 uur)', ['020-1234567']],
    ['Dam 1 020-1234567', ['020-1234567']],
    ['info@voorbeeld.nl📞020-1234567', ['020-1234567']],
    ['KvK 12345678 Tel 020-1234567', ['020-1234567']],
    ['KvK 12345678 | 020-1234567', ['020-1234567']],
    ['Fax 020-7654321, tel 020-1234567', ['020-1234567']],
    ['Bel of app 06-12345678', ['06-12345678']],
    ['Tel/WhatsApp: 06-12345678', ['06-12345678']],
    ['Bel 14 020', ['14 020']],
    ['☎️ 14030', ['14030']],
    ['02 512 34 56', ['02 512 34 56']],
    ['tel. 0471 12 34 56', ['0471 12 34 56']],
    ['Tel 030 1234567 (Berlin)', ['030 1234567']],
    ['Phone: 020 7946 0958', ['020 7946 0958']],
    ['+44 20 7946 0958', ['+44 20 7946 0958']],
    ['088-1234567', ['088-1234567']],
  ])('%s', (text, numbers) => {
    expect(phonesIn(text)).toEqual(numbers);
  });

  test.each([
    'Voorbeeld voor iedereen',
    'Bel 112 bij nood',
    'KvK 01234567',
    'KvK 0123456789',
    'KvK-nummer: 34567890 | BTW NL001234567B01',
    'Btw-nr BE 0412.345.678',
    'Ondernemingsnummer 0412.345.678',
    '0412.345.678',
    'RSIN 001234567',
    '012345678',
    'NL91 ABNA 0417 1643 00',
    'nl91abna0417164300',
    'Doneer: NL91ABNA0417164300 t.n.v. Voorbeeld',
    'Rekening 0417 1643 00',
    'Fax: 020-1234567',
    'F 020-1234567',
    '📠 020-1234567',
    'WhatsApp 06-12345678',
    '💬 06-12345678',
    'App ons: 06-12345678',
    '06-12345678 (alleen WhatsApp)',
    'Pers: 06-12345678',
    'Woordvoerder Jan: 06-12345678',
    'Gratis: 0800-0113',
    'Denk je aan zelfdoding? Bel 113 of 0800-0113',
    'Bel de hulplijn: 020-1234567',
    'Spoed? 020-1234567',
    '020-1234567 voor spoed',
    '🚨 020-1234567',
    '0900-8844',
    '14 020 leden',
    'Open ma-vr 09:00-17:00',
    'Open 09.00-17.00 en 19.00-21.00',
    'Opgericht 01-02-2003',
    '01-01-2024 10:30',
    '2010-2024',
    '€ 0,20 per dag, € 1.234.567,89 opgehaald',
    '1012 JS Amsterdam, 1000 Brussel',
    'ISBN 978-0-306-40615-7',
    'ISBN 0306406152',
    '0-306-40615-2',
    '0201 2345 6789 0123',
    '12345678901',
    '06-1234567',
    '06 12 34 ** **',
    '020-12345…',
    '020-1234567…',
    '020-1234567x',
    '@voorbeeld0201234567',
    '#0201234567',
    'https://voorbeeld.nl/0201234567',
    '52.3702, 4.8952',
    '1 234 567 volgers',
    '100.000+ leden',
    '+1000 projecten in 30 landen',
    'v0201234567',
  ])('none in: %s', (text) => {
    expect(phonesIn(text)).toEqual([]);
  });

  test('a number at the end of a text that was cut may go on', () => {
    expect(phonesIn('📞 06-12345678 📞 020-1234567', true)).toEqual(['06-12345678']);
    expect(phonesIn('📞 020-1234567 | info@voorbeeld.nl', true)).toEqual(['020-1234567']);
    expect(phonesIn('📞 +49 30 123456...')).toEqual([]);
  });

  test('without figures there is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bare = text.normalize('NFKC').replace(/\d/g, 'x');
        expect(phonesIn(`Tel ${bare}`)).toEqual([]);
      }),
    );
  });

  test('what is planted among pictures and bars is found, whatever else stands there', () => {
    const words = fc.constantFrom(
      '🌱',
      'Voorbeeld',
      'Samen sterk!',
      'info@voorbeeld.nl',
      '@voorbeeld',
      '#samen',
      '📍 Amsterdam',
    );
    const separator = fc.constantFrom(' | ', '\n', ' • ', ' · ', ' 🌍 ', '\n\n');
    const planted = fc.constantFrom('020-1234567', '+31 20 123 45 67', '06 12345678', '(030) 765 43 21');
    fc.assert(
      fc.property(fc.array(words), fc.array(words), separator, planted, (before, after, between, number) => {
        expect(phonesIn([...before, number, ...after].join(between))).toEqual([number]);
      }),
    );
  });
});
