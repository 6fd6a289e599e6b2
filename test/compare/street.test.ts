import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cityMatches } from '../../src/compare/cities.ts';
import { isBrokenEmail, normaliseEmails } from '../../src/compare/email.ts';
import { normalisePostalCode } from '../../src/compare/places.ts';
import { isSameStreet, parseStreet } from '../../src/compare/street.ts';
import { hostile } from '../support/hostileText.ts';

const street = fc.oneof(
  hostile,
  fc
    .tuple(
      fc.constantFrom(
        'Dorpsstraat',
        '1e Dwarsweg',
        'St. Jansplein',
        'Plein 1944',
        'Flat 2, 10 Mill Road',
        'Burg. v.d. Boschln',
      ),
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('', 'A', ' bis', '-III', ' hs', ' bus 3', ' t/o station'),
    )
    .map(([name, number, addition]) => `${name} ${number}${addition}`),
);

test('a street is itself, however it is cased or spaced', () => {
  fc.assert(
    fc.property(street, (text) => {
      const line = parseStreet(text);
      const again = parseStreet(` ${text} `);
      expect(line === null || (again !== null && isSameStreet(line, again))).toBe(true);
    }),
  );
});

test('streets are alike both ways', () => {
  fc.assert(
    fc.property(street, street, (a, b) => {
      const [one, other] = [parseStreet(a), parseStreet(b)];
      if (one && other) expect(isSameStreet(one, other)).toBe(isSameStreet(other, one));
    }),
  );
});

test('a city is itself; a postal code written plainly stays so', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(cityMatches(text, text)).toBe(true);
      const code = normalisePostalCode(text);
      expect(normalisePostalCode(code).length).toBeLessThanOrEqual(code.length);
    }),
  );
});

test('an address that can be read is not a broken one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), hostile), (text) => {
      expect(normaliseEmails(text).length > 0 && isBrokenEmail(text)).toBe(false);
    }),
  );
});
