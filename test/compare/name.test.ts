import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareName, type NameRelation, normaliseName } from '../../src/compare/name.ts';
import { hostile } from '../support/hostileText.ts';

const CASES: readonly (readonly [expected: string, found: string, relation: NameRelation, truncated?: true])[] = [
  ['Stichting Voorbeeld', 'Stichting Voorbeeld', 'same'],
  ['Stichting Voorbeeld', ' Stichting  Voorbeeld ', 'same'],
  ['Stichting Voorbeeld', 'STICHTING VOORBEELD', 'same'],
  ['Stichting Voorbeeld', 'Stichting\u00A0Voorbeeld', 'same'],
  ['Stichting Voorbeeld', '\u200EStichting Voorbeeld\u200E', 'same'],
  ['Stichting Voorbeeld', '\u2068Stichting Voorbeeld\u2069', 'same'],
  ['Foto\u2019s & Film', "Foto's & Film", 'same'],
  ['Noord-Holland', 'Noord\u2013Holland', 'same'],
  ['Noord-Holland', 'Noord\u2011Holland', 'same'],
  ['Café Één', 'Cafe\u0301 E\u0301e\u0301n', 'same'],
  ['Ĳsselmeer', 'IJsselmeer', 'same'],
  ['Hart ❤️', 'Hart ❤', 'same'],
  ['Voorbeeld', 'Voorbeeld®', 'same'],
  ['Voorbeeld™', 'Voorbeeld', 'same'],

  ['Stichting Voorbeeld', 'Voorbeeld', 'organisation'],
  ['Voorbeeld', 'Stichting Voorbeeld', 'organisation'],
  ['Voorbeeld B.V.', 'Voorbeeld BV', 'organisation'],
  ['Voorbeeld B.V.', 'Voorbeeld', 'organisation'],
  ['Voorbeeld bv', 'Voorbeeld b.v.', 'organisation'],
  ['Voorbeeld N.V.', 'Voorbeeld', 'organisation'],
  ['Voorbeeld, Inc.', 'Voorbeeld', 'organisation'],
  ['Voorbeeld Ltd', 'Voorbeeld Ltd.', 'organisation'],
  ['Voorbeeld GmbH', 'Voorbeeld', 'organisation'],
  ['Vereniging Voorbeeld', 'Voorbeeld', 'organisation'],
  ['Gemeente Utrecht', 'Utrecht', 'organisation'],
  ['Coöperatie Voorbeeld U.A.', 'Voorbeeld', 'organisation'],
  ['Coöperatie Voorbeeld U.A.', 'Coöperatie Voorbeeld', 'organisation'],
  ['Stichting Voorbeeld', 'Stg. Voorbeeld', 'organisation'],
  ['Voorbeeld B.V.', 'Voorbeeld B. V.', 'organisation'],

  ['Stichting Voorbeeld', 'Vereniging Voorbeeld', 'different'],
  ['Gemeente Utrecht', 'Provincie Utrecht', 'different'],
  ['Voorbeeld B.V.', 'Voorbeeld N.V.', 'different'],
  ['Stichting Voorbeeld', 'Stichting Voorbeelden', 'different'],
  ['Stichting Voorbeeld', 'Stichting', 'different'],
  ['Stichting Voorbeeld', 'Stichting Voorbeeld Utrecht', 'different'],
  ['Stichting Voorbeeld', 'Stichting Voorbeeld | Officieel', 'suffixed'],
  ['Stichting Voorbeeld', 'Stichting Voorbeeld ✅', 'nearly'],
  ['Stichting Voorbeeld', 'Stichting Voor beeld', 'different'],
  ['Stichting Voorbeeld', 'Stichting Voоrbeeld', 'different'],
  ['Stichting Voorbeeld', 'Stichting Voor\u200Bbeeld', 'different'],
  ['Stichting Voorbeeld', 'Stichting Voor\u00ADbeeld', 'different'],
  ['Stichting Voorbeeld', 'Stichting\u200D Voorbeeld', 'different'],
  ['Stichting Voorbeeld', 'Stichting \u202EVoorbeeld', 'different'],
  ['Stichting Voorbeeld', 'Stichting Voorbee1d', 'different'],
  ['Café Voorbeeld', 'Cafe Voorbeeld', 'nearly'],
  ['Kunst & Cultuur', 'Kunst en Cultuur', 'nearly'],
  ['Voorbeeld', 'Log in', 'different'],
  ['Voorbeeld', '', 'different'],
  ['BV', 'Stichting BV', 'organisation'],

  ['Stichting Voorbeeld Utrecht', 'Stichting Voorbeeld…', 'prefix'],
  ['Stichting Voorbeeld Utrecht', 'Stichting Voorb...', 'prefix'],
  ['Stichting Voorbeeld Utrecht', 'Stichting Voorb', 'prefix', true],
  ['Stichting Voorbeeld Utrecht', 'Stichting Voorb', 'different'],
  ['Stichting Voorbeeld Utrecht', 'Stichting Oud…', 'different'],
  ['Stichting Voorbeeld', 'Stichting Voorbeeld…', 'same'],
  ['Stichting Voorbeeld', 'St…', 'too-short'],
  ['Stichting Voorbeeld', '…', 'too-short'],
];

describe('compareName', () => {
  test.each(CASES.map(([a, b, relation, cut]) => [a, b, relation, cut === true] as const))(
    '%j shown as %j: %s',
    (expected, found, relation, truncated) => {
      expect(compareName(expected, found, { truncated })).toBe(relation);
    },
  );

  test.each([
    ['Voorbeeld Utrecht', 'suffixed'],
    ['Voorbeeld | Utrecht', 'suffixed'],
    ['Voorbeeld (Nederland)', 'suffixed'],
    ['Voorbeeld - Home | Facebook', 'suffixed'],
    ['Voorbeeld Amsterdam', 'different'],
    ['Voorbeeld België', 'different'],
    ['Voorbeeld Utrecht Oost', 'different'],
    ['Utrecht', 'different'],
  ])('with its home in Utrecht, %j is %s', (found, relation) => {
    expect(compareName('Voorbeeld', found, { home: { city: 'Utrecht', country: 'NL' } })).toBe(relation);
  });

  test('a name is the same as itself', () => {
    fc.assert(fc.property(hostile, (name) => compareName(name, name) === 'same'));
  });

  test('which side is which does not matter for whole names', () => {
    const word = fc.constantFrom(
      'Stichting',
      'Gemeente',
      'Voorbeeld',
      'voorbeeld',
      'B.V.',
      'BV',
      'N.V.',
      'Utrecht',
      'Één',
      'Een',
      'vzw',
      'St.',
      '&',
      'en',
      '+',
      '🌱',
      'e.V.',
      'Müller',
      'Mueller',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(fc.property(name, name, (a, b) => compareName(a, b) === compareName(b, a)));
  });

  test('its normalised form is the same name', () => {
    fc.assert(fc.property(hostile, (name) => ['same', 'nearly'].includes(compareName(name, normaliseName(name)))));
  });

  test('what networks put around a name makes no other name right', () => {
    const word = fc.stringMatching(/^[a-z]{4,9}$/);
    const around = fc.constantFrom(
      (name: string) => `${name} | LinkedIn`,
      (name: string) => `Home - ${name}`,
      (name: string) => `${name} (@${name})`,
      (name: string) => `[Official] ${name} 🌱`,
      (name: string) => `${name} Utrecht B.V.`,
    );
    const options = { home: { city: 'Utrecht' } };
    fc.assert(
      fc.property(word, word, around, (a, b, put) => {
        fc.pre(!/^(?:home|official|verified|utrecht)$/.test(a + b));
        const isRight = !['different', 'too-short'].includes(compareName(a, put(b), options));
        return isRight === (a === b);
      }),
    );
  });

  test('normalising twice changes nothing', () => {
    fc.assert(fc.property(hostile, (name) => normaliseName(normaliseName(name)) === normaliseName(name)));
  });

  test.each([' ', '\u200E', '…', 'stichting ', '.', ' | ', '(', 'x ', '👨\u200D', 'b. '])(
    'a million times %j',
    (part) => {
      const long = part.repeat(1_000_000 / part.length);
      expect(compareName('Voorbeeld', long, { truncated: true })).toBeTypeOf('string');
      expect(compareName('Voorbeeld', `${long}x${long}`)).toBe('different');
    },
  );
});
