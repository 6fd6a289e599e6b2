import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AddressParts, compareAddress } from '../../src/compare/address.ts';
import { countryCode } from '../../src/compare/countries.ts';
import { parseStreet } from '../../src/compare/street.ts';
import { hostile } from '../support/hostileText.ts';

const DAM: AddressParts = { street: 'Dam 1', postalCode: '1012 JS', city: 'Amsterdam', country: 'NL' };

type Case = readonly [found: string | AddressParts, answer: string];

/** `same`, `partial`, `unreadable`, or the parts that differ. */
const answerOf = (expected: AddressParts, found: string | AddressParts): string => {
  const { relation, differing } = compareAddress(expected, typeof found === 'string' ? { text: found } : found);
  return relation === 'different' ? differing.join(' ') : relation;
};

const DAM_CASES: readonly Case[] = [
  ['Dam 1, 1012 JS Amsterdam', 'same'],
  ['Dam 1, 1012JS Amsterdam', 'same'],
  ['Dam 1 1012 JS Amsterdam', 'same'],
  ['dam 1, 1012 js AMSTERDAM', 'same'],
  ['Dam 1\n1012 JS Amsterdam\nNederland', 'same'],
  ['Dam 1, 1012 JS Amsterdam, The Netherlands', 'same'],
  ['Dam 1, 1012 JS Amsterdam, Holland', 'same'],
  ['Dam 1, 1012 JS Amsterdam, NL', 'same'],
  ['Dam 1, NL-1012 JS Amsterdam', 'same'],
  ['Dam 1, Amsterdam, Netherlands, 1012 JS', 'same'],
  ['Dam 1, 1012 JS  Amsterdam, Noord-Holland, Nederland', 'same'],
  ['Stichting Voorbeeld, Dam 1, 1012 JS Amsterdam', 'same'],
  ['Bezoekadres: Dam 1 | 1012 JS | Amsterdam', 'same'],
  ['Dam\u00A01, 1012\u00A0JS Amsterdam', 'same'],
  ['Dam 1 - 1012 JS - Amsterdam', 'same'],
  ['Dam 1, Amsterdam', 'partial'],
  ['Dam 1', 'partial'],
  ['Amsterdam', 'partial'],
  ['Amsterdam, Nederland', 'partial'],
  ['Amsterdam, Noord-Holland', 'partial'],
  ['Amsterdam, North Holland, Netherlands', 'partial'],
  ['1012 JS Amsterdam', 'partial'],
  ['1012JS', 'partial'],
  ['Nederland', 'partial'],
  ['Amsterdam Area', 'partial'],
  ['Dam 2, 1012 JS Amsterdam', 'street'],
  ['Dam 11, 1012 JS Amsterdam', 'street'],
  ['Dam 1A, 1012 JS Amsterdam', 'street'],
  ['Damrak 1, 1012 JS Amsterdam', 'street'],
  ['Dam 1, 1012 JT Amsterdam', 'postalCode'],
  ['Dam 1, 1012 JS Rotterdam', 'city'],
  ['Coolsingel 40, 3011 AD Rotterdam', 'street postalCode city'],
  ['Postbus 123, 1000 AA Amsterdam', 'street postalCode'],
  ['Rotterdam', 'city'],
  ['Rotterdam, Zuid-Holland', 'city'],
  ['Rotterdam, Nederland', 'city'],
  ['Dam 1, 1012 JS Amsterdam, België', 'country'],
  ['Belgium', 'country'],
  ['Amsterdamseweg 1, 1182 HA Amstelveen', 'street postalCode city'],
  ['', 'unreadable'],
  ['🏠', 'unreadable'],
  ['Kom langs op ons kantoor!', 'unreadable'],
  [{ text: 'x', street: 'Dam 1', postalCode: '1012JS', city: 'Amsterdam', country: 'Nederland' }, 'same'],
  [{ text: 'x', street: 'DAM 1', postalCode: '1012 js', city: 'AMSTERDAM', country: 'NLD' }, 'same'],
  [{ text: 'x', street: 'Dam 1', city: 'Amsterdam' }, 'partial'],
  [{ text: 'Amsterdam', city: 'Amsterdam', country: 'NL' }, 'partial'],
  [{ text: 'x', street: 'Dam 1, 1012 JS Amsterdam' }, 'partial'],
  [{ text: 'x', street: 'Dam 1', postalCode: '1012JS', city: 'Amsterdam', country: 'BE' }, 'country'],
  [{ text: 'x', street: 'Dam 9', postalCode: '1012JS', city: 'Amsterdam' }, 'street'],
  [{ text: 'x', city: 'Utrecht' }, 'city'],
  [{ text: 'x', city: 'Amsterdam, Noord-Holland' }, 'partial'],
  [{ text: 'x', city: 'Amsterdam Zuidoost' }, 'partial'],
  [{ text: 'x', city: 'Nieuw-Amsterdam' }, 'city'],
];

const GRACHT: AddressParts = { street: 'Oudegracht 12-A', postalCode: '3511 AB', city: 'Utrecht', country: 'NL' };

const GRACHT_CASES: readonly Case[] = [
  ['Oudegracht 12a, 3511AB Utrecht', 'same'],
  ['Oudegracht 12A 3511AB Utrecht Nederland', 'same'],
  ['Oudegracht 12 - A, 3511 AB Utrecht', 'same'],
  ['Oudegracht 12A (1e etage), 3511 AB Utrecht', 'same'],
  ['Oudegracht 12A, 2e verdieping, 3511 AB Utrecht', 'same'],
  ['Oudegracht 12A 1e etage, 3511 AB Utrecht', 'same'],
  ['Gebouw De Vaart, Oudegracht 12A, 3511 AB Utrecht', 'same'],
  ['Kantoor Utrecht: Oudegracht 12A', 'partial'],
  ['Oudegracht 12A Utrecht', 'partial'],
  ['Oudegracht 12A', 'partial'],
  ['Oude Gracht 12A', 'partial'],
  ['📍 Utrecht', 'partial'],
  ['📍Oudegracht 12A, Utrecht', 'partial'],
  ['Utrecht, UT', 'partial'],
  ['Utrecht, Utrecht, Nederland', 'partial'],
  ['Utrecht e.o.', 'partial'],
  ['Regio Utrecht', 'partial'],
  ['Utrecht & Amersfoort', 'partial'],
  ['Utrecht Centraal Station', 'partial'],
  ['Oudegracht 12, Utrecht', 'street'],
  ['Oudegracht 12B, Utrecht', 'street'],
  ['Oudegracht 12-14, Utrecht', 'street'],
  ['Oudegracht 120 Utrecht', 'street'],
  ['Stationsplein 1, 3511 ED Utrecht', 'street postalCode'],
  ['Utrechtseweg 5, Zeist', 'street city'],
  ['Oudegracht 12A, 3811 AB Amersfoort', 'postalCode city'],
  ['Amersfoort, Utrecht', 'unreadable'],
  ['Landelijk', 'unreadable'],
  ['Online', 'unreadable'],
  ['Europa', 'unreadable'],
  ['Randstad', 'unreadable'],
  ['Noord-Holland', 'unreadable'],
  ['Heel Nederland', 'unreadable'],
  ['Wereldwijd', 'unreadable'],
];

const PAIRS: readonly (readonly [expected: AddressParts, ...Case])[] = [
  [{ city: 'Den Haag' }, "'s-Gravenhage", 'same'],
  [{ city: 'Den Haag' }, 'The Hague, Netherlands', 'same'],
  [{ city: "'s-Hertogenbosch" }, 'Den Bosch', 'same'],
  [{ city: '’s-Hertogenbosch' }, { city: "'s Hertogenbosch" }, 'same'],
  [{ city: 'Den Haag' }, { city: 'Rijswijk' }, 'city'],
  [{ city: 'Capelle aan den IJssel' }, { city: 'Capelle a/d IJssel' }, 'same'],
  [{ city: 'Súdwest-Fryslân' }, { city: 'Sudwest Fryslan' }, 'same'],
  [{ street: 'Hoofdstraat 12-A' }, { street: 'Hoofdstraat 12a' }, 'same'],
  [{ street: 'Hoofdstraat 12 A' }, { street: 'Hoofdstr. 12A' }, 'same'],
  [{ street: 'Hoofdstraat 12' }, { street: 'Hoofdstr 12' }, 'same'],
  [{ street: 'Hoofdstraat 12' }, { street: 'Hoofdstraat 12-14' }, 'street'],
  [{ street: 'Hoofdstraat 12 bis' }, { street: 'Hoofdstraat 12bis' }, 'same'],
  [{ street: 'Hoofdstraat 12-2' }, { street: 'Hoofdstraat 12/2' }, 'same'],
  [{ street: 'Hoofdstraat 12-II' }, { street: 'Hoofdstraat 12 II' }, 'same'],
  [{ street: 'Hoofdstraat 12 hs' }, { street: 'Hoofdstraat 12-hs' }, 'same'],
  [{ street: 'Hoofdstraat 12' }, { street: 'Hoofdstraat nr. 12' }, 'same'],
  [{ street: 'Burgemeester de Vriesplein 3' }, { street: 'Burg. de Vriesplein 3' }, 'same'],
  [{ street: 'Prof. Lorentzlaan 5' }, { street: 'Professor Lorentzlaan 5' }, 'same'],
  [{ street: 'Van der Helststraat 5' }, { street: 'v.d. Helststraat 5' }, 'same'],
  [{ street: 'Van der Helststraat 5' }, { street: 'v/d Helststraat 5' }, 'same'],
  [{ street: 'Sint Jansstraat 8' }, { street: 'St. Jansstraat 8' }, 'same'],
  [{ street: 'Kerklaan 8' }, { street: 'Kerkstraat 8' }, 'street'],
  [{ street: 'Kerk Laan 8' }, { street: 'Kerklaan 8' }, 'same'],
  [{ street: 'Plein 1944 12' }, { street: 'Plein 1944 12' }, 'same'],
  [{ street: 'Plein 1944 12' }, { street: 'Plein 1944 13' }, 'street'],
  [{ street: '2e Jan Steenstraat 9' }, { street: '2e Jan Steenstraat 9' }, 'same'],
  [{ street: 'Postbus 123' }, { street: 'P.O. Box 123' }, 'same'],
  [{ street: 'Postbus 123' }, { street: 'PO Box 123' }, 'same'],
  [{ street: 'Postbus 123', postalCode: '3500 AA', city: 'Utrecht' }, 'Postbus 123, 3500 AA Utrecht', 'same'],
  [{ street: 'Postbus 123' }, { street: 'Postbus 124' }, 'street'],
  [
    { street: '10 Downing Street', postalCode: 'SW1A 2AA', city: 'London', country: 'GB' },
    '10 Downing St., London SW1A 2AA, UK',
    'same',
  ],
  [
    { street: 'Wetstraat 16', postalCode: '1000', city: 'Brussel', country: 'BE' },
    'Wetstraat 16, 1000 Brussels, Belgium',
    'same',
  ],
  [
    { street: 'Wetstraat 16', postalCode: '1000', city: 'Brussel', country: 'BE' },
    'Wetstraat 16, 1040 Brussel',
    'postalCode',
  ],
  [
    { street: 'Unter den Linden 77', postalCode: '10117', city: 'Berlin', country: 'DE' },
    'Unter den Linden 77, 10117 Berlin, Duitsland',
    'same',
  ],
  [{ street: 'Straße 5' }, { street: 'Strasse 5' }, 'same'],
  [{ country: 'NL' }, { country: 'Nederland' }, 'same'],
  [{ country: 'Nederland' }, { country: 'NL' }, 'same'],
  [{ country: 'NL' }, { country: 'Germany' }, 'country'],
  [{ country: 'NL' }, { country: 'Absurdistan' }, 'unreadable'],
];

describe('compareAddress', () => {
  test.each(DAM_CASES)('Dam 1 shown as %j: %s', (found, answer) => {
    expect(answerOf(DAM, found)).toBe(answer);
  });

  test.each(GRACHT_CASES)('Oudegracht 12-A shown as %j: %s', (found, answer) => {
    expect(answerOf(GRACHT, found)).toBe(answer);
  });

  test.each(PAIRS)('%j shown as %j: %s', (expected, found, answer) => {
    expect(answerOf(expected, found)).toBe(answer);
  });

  test('a city that looks like a street is itself', () => {
    const odd = { street: '㐀', city: 'Dam 1' };
    expect(compareAddress(odd, odd)).toMatchObject({ differing: [], agreeing: ['city'] });
  });

  test('an address is itself, and nothing throws', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (street, city, text) => {
        expect(compareAddress({ street, city }, { street, city }).differing).toEqual([]);
        expect(compareAddress(DAM, { text, city }).relation).toBeTypeOf('string');
        expect(compareAddress({ street, city, postalCode: text, country: text }, { text }).relation).toBeTypeOf(
          'string',
        );
      }),
    );
  });

  test.each([' ', 'a', '1', '1 ', ',', 'a1 ', 'str.', '-', 'v.d. '])('a million times %j', (part) => {
    const text = part.repeat(1_000_000 / part.length);
    expect(compareAddress(DAM, { text }).relation).not.toBe('same');
    expect(compareAddress(DAM, { text, street: text, postalCode: text, city: text, country: text }).relation).not.toBe(
      'same',
    );
    expect(parseStreet(`${text}x`)?.words ?? []).toBeInstanceOf(Array);
  });
});

describe('countryCode', () => {
  test.each([
    ['NL', 'NL'],
    ['nl', 'NL'],
    ['Nederland', 'NL'],
    ['The Netherlands', 'NL'],
    ['Netherlands', 'NL'],
    ['Niederlande', 'NL'],
    ['Pays-Bas', 'NL'],
    ['België', 'BE'],
    ['Belgie', 'BE'],
    ['UK', 'GB'],
    ['Verenigd Koninkrijk', 'GB'],
    ['Duitsland', 'DE'],
    ['Amsterdam', null],
    ['', null],
  ])('%s is %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});
