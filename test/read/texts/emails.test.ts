/** E-mail addresses in bios: whole ones, and none that is masked, cut, or of the fediverse. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../support/fastCheck.ts';
import { emailsInText } from '../../../src/read/texts/emails.ts';
import { plainText } from '../../../src/read/texts/plain.ts';

const emailsIn = (text: string, truncated?: boolean) => emailsInText(plainText(text, truncated));

describe('an e-mail address in a text', () => {
  test.each<readonly [string, readonly string[]]>([
    ['📞 020-1234567 | info@voorbeeld.nl | Dam 1, Amsterdam', ['info@voorbeeld.nl']],
    ['📧info@voorbeeld.nl', ['info@voorbeeld.nl']],
    ['Mail: Info@Voorbeeld.NL.', ['Info@Voorbeeld.NL']],
    ['mailto:info@voorbeeld.nl', ['info@voorbeeld.nl']],
    ['(info@voorbeeld.nl)', ['info@voorbeeld.nl']],
    ['info@voorbeeld.nl📞020-1234567', ['info@voorbeeld.nl']],
    ['info@voorbeeld.nl/020-1234567', ['info@voorbeeld.nl']],
    ['info＠voorbeeld．nl', ['info@voorbeeld.nl']],
    ['klant.contact+nl@mail.voorbeeld.co.uk', ['klant.contact+nl@mail.voorbeeld.co.uk']],
    ['info [at] voorbeeld [punt] nl', ['info [at] voorbeeld [punt] nl']],
    ['info(at)voorbeeld.nl', ['info(at)voorbeeld.nl']],
    ['info@müller.example', ['info@müller.example']],
    ['a@voorbeeld.nl, b@voorbeeld.nl; a@voorbeeld.nl', ['a@voorbeeld.nl', 'b@voorbeeld.nl']],
    ['Pers: pers@voorbeeld.nl | Vragen: vragen@voorbeeld.nl', ['vragen@voorbeeld.nl']],
  ])('%s', (text, emails) => {
    expect(emailsIn(text)).toEqual(emails);
  });

  test.each([
    'Voorbeeld voor iedereen',
    '@voorbeeld',
    '@voorbeeld@mastodon.example',
    'voorbeeld@mastodon.example@elders.example',
    'Volg ook @voorbeeld.nl',
    'info@voorbeeld',
    'i***@voorbeeld.nl',
    'info@voor…',
    'info@voorbeeld.nl…',
    'info@voorbeeld.n...',
    'info@voorbeeld.nlBel ons',
    'Persvragen: jan@voorbeeld.nl',
    'pers@voorbeeld.nl',
    'Vacatures 👉 vacatures@voorbeeld.nl',
    'werken at voorbeeld.nl',
    'info @ voorbeeld . nl',
    'https://voorbeeld.nl/@info',
  ])('none in: %s', (text) => {
    expect(emailsIn(text)).toEqual([]);
  });

  test('an address at the end of a text that was cut may go on', () => {
    expect(emailsIn('a@voorbeeld.nl b@voorbeeld.co', true)).toEqual(['a@voorbeeld.nl']);
    expect(emailsIn('Mail info@voorbeeld.nl ', true)).toEqual([]);
  });

  test('what is planted among pictures and bars is found, whatever else stands there', () => {
    const words = fc.constantFrom(
      '🌱',
      'Voorbeeld',
      'Samen sterk!',
      '020-1234567',
      '@voorbeeld',
      '#samen',
      'voorbeeld.nl',
    );
    const separator = fc.constantFrom(' | ', '\n', ' • ', ' · ', ' 🌍 ', ' ', ', ', '📧');
    fc.assert(
      fc.property(fc.array(words), fc.array(words), separator, fc.emailAddress(), (before, after, between, email) => {
        fc.pre(/^[a-z\d][\w.+-]*@[a-z\d.-]+\.[a-z]+$/.test(email));
        expect(emailsIn([...before, `kl${email}`, ...after].join(between))).toEqual([`kl${email}`]);
      }),
    );
  });
});
