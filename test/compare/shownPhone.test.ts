import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countriesOf, impossibleNumber, readPhones } from '../../src/compare/shownPhone.ts';
import { hostile } from '../support/hostileText.ts';

const DESK = '+31207941234';

test.each([
  ['02 512 34 56', ['+3225123456'], ['+3225123456']],
  ['020-7941234', ['+3225123456', DESK], [DESK]],
  ['020-7941235', [DESK], ['+31207941235']],
  ['617-555-0164', ['+16175550164'], ['+16175550164']],
  ['Bel ons', [DESK], []],
])('%s beside %j is %j', (text, expected, read) => {
  expect(readPhones(text, countriesOf('NL', expected), expected)).toEqual(read);
});

test.each([
  ['1234567890', '1234567890'],
  ['Tel. 12345 (ma-vr)', '12345'],
  ['7941234', null],
  ['020 *** ** 34', null],
  ['Bel ons', null],
  ['24 uur per dag', null],
])('%s: figures %s', (text, digits) => {
  expect(impossibleNumber(text, [DESK])).toBe(digits);
});

test('an expected number is read in whatever it is written', () => {
  fc.assert(
    fc.property(fc.constantFrom('+31207941234', '+3225123456', '+33142345678', '+16175550164'), (number) => {
      expect(readPhones(number, countriesOf('NL', [number]), [number])).toEqual([number]);
    }),
  );
});

test('any text is read without a throw, and figures stay figures', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(readPhones(text, ['NL', 'BE'], [DESK])).toBeInstanceOf(Array);
      expect(impossibleNumber(text, []) ?? '123').toMatch(/^\+?\d{3,}$/);
    }),
  );
});
