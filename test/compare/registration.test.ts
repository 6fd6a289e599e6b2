import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareRegistration,
  normaliseKvk,
  normaliseKvks,
  normaliseVat,
  normaliseVats,
} from '../../src/compare/registration.ts';
import { hostile } from '../support/hostileText.ts';

describe('normaliseKvk', () => {
  test.each([
    '01234567',
    'KvK 01234567',
    'KvK 01 23 45 67',
    'KvK-nummer: 01234567',
    'KVK nr. 0123.4567',
    'K.v.K. 01-23-45-67',
    'kvk01234567',
    'Handelsregister 01234567',
    'Handelsregisternummer 0123 4567',
    'Kamer van Koophandel Utrecht: 01234567',
    'ingeschreven onder nummer 01234567.',
    'KvK: 01234567 / RSIN 001234567',
    'KvK 01234567, vestigingsnummer 000012345678',
    'KvK 01234567 000012345678',
    '0106:01234567',
    '０１２３４５６７',
    '01\u00A023\u200945\u201067',
  ])('%j is 01234567', (text) => {
    expect(normaliseKvk(text)).toBe('01234567');
  });

  test.each([
    '',
    'KvK',
    '1234567',
    '001234567',
    'RSIN 123456789',
    'vestigingsnummer 000012345678',
    'KvK 0123****',
    'KvK 01234567…',
    'KvK 012345…',
    'sinds 01-01-2020',
    '2020.01.31',
    'NL001234567B01',
    'DK12345678',
    'ATU12345678',
    '020-7941234',
    '12345678x',
  ])('%j holds no KvK number', (text) => {
    expect(normaliseKvk(text)).toBeNull();
  });

  test('two numbers in one value', () => {
    expect(normaliseKvks('KvK 12345678 en 87654321')).toEqual(['12345678', '87654321']);
  });
});

describe('normaliseVat', () => {
  test.each([
    ['NL001234567B01', 'NL001234567B01'],
    ['nl001234567b01', 'NL001234567B01'],
    ['BTW NL 0012.34.567.B01', 'NL001234567B01'],
    ['NL 001 234 567 B 01', 'NL001234567B01'],
    ['NL-0012-34567-B-01', 'NL001234567B01'],
    ['BTW-id: NL001234567B01', 'NL001234567B01'],
    ['btw-nummer NL001234567B01.', 'NL001234567B01'],
    ['BTWNL001234567B01', 'NL001234567B01'],
    ['VAT no. NL001234567B01', 'NL001234567B01'],
    ['0012.34.567.B.01', 'NL001234567B01'],
    ['omzetbelastingnummer 001234567B01', 'NL001234567B01'],
    ['NL001234567B01 (ANBI)', 'NL001234567B01'],
    ['KvK 12345678 | BTW NL001234567B01', 'NL001234567B01'],
    ['BE 0123.456.789', 'BE0123456789'],
    ['BE0123456789', 'BE0123456789'],
    ['BE 123.456.789', 'BE0123456789'],
    ['BTW BE 0123.456.789 RPR Brussel', 'BE0123456789'],
    ['TVA BE-0123-456-789', 'BE0123456789'],
    ['DE123456789', 'DE123456789'],
    ['USt-IdNr.: DE 123 456 789', 'DE123456789'],
    ['DE 123456789 Amtsgericht Berlin', 'DE123456789'],
    ['ATU12345678', 'ATU12345678'],
    ['FR XX 123456789', 'FRXX123456789'],
    ['ESX1234567X', 'ESX1234567X'],
    ['GR123456789', 'EL123456789'],
    ['IE 1234567FA', 'IE1234567FA'],
    ['CHE-123.456.789 MWST', 'CHE123456789'],
  ])('%j is %s', (text, number) => {
    expect(normaliseVat(text)).toBe(number);
  });

  test.each([
    ['0123.456.789', 'BE', 'BE0123456789'],
    ['123.456.789', 'BE', 'BE0123456789'],
    ['USt-IdNr. 123456789', 'DE', 'DE123456789'],
    ['0123.456.789', 'NL', null],
    ['12345', 'BE', null],
  ])('%j in %s is %s', (text, country, number) => {
    expect(normaliseVat(text, country)).toBe(number);
  });

  test.each([
    '',
    'BTW',
    'incl. 21% btw',
    'NL001234567',
    'NL001234567B1',
    'NL001234567B012',
    'NL00*****7B01',
    'NL001234567B01…',
    'van de 123456789 leden',
    'RSIN 001234567',
    'NL91ABNA0417164300',
    '12345678',
  ])('%j holds no VAT number', (text) => {
    expect(normaliseVat(text)).toBeNull();
  });
});

describe('compareRegistration', () => {
  const options = { former: ['87654321'] };
  test.each([
    ['12345678', ['KvK 12 34 56 78'], 'same', null],
    ['12345678', ['11112222', '12345678'], 'same', null],
    ['12345678', ['12345679'], 'different', null],
    ['12345678', ['87.65.43.21'], 'former', '87654321'],
    ['12345678', ['12345678', '87654321'], 'former', '87654321'],
    ['87654321', ['87654321'], 'same', null],
    ['12345678', ['123456789'], 'unreadable', null],
    ['12345678', [], 'unreadable', null],
    ['op aanvraag', ['12345678'], 'unreadable', null],
  ] as const)('%j beside %j: %s', (expected, found, relation, former) => {
    expect(compareRegistration('kvk', expected, found, options)).toMatchObject({ relation, former });
  });

  test.each([
    ['NL001234567B01', 'NL 0012.34.567.B01', 'same'],
    ['NL001234567B01', 'NL001234567B02', 'different'],
    ['NL001234567B01', 'BE0123456789', 'different'],
    ['NL001234567B01', 'NL001234567', 'unreadable'],
  ] as const)('%j beside %j: %s', (expected, found, relation) => {
    expect(compareRegistration('vat', expected, [found]).relation).toBe(relation);
  });
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''));
const dutch = fc.tuple(digits(9), digits(2)).map(([number, unit]) => `NL${number}B${unit}`);
const belgian = digits(9).map((number) => `BE0${number}`);
const vat = fc.oneof(
  dutch,
  belgian,
  digits(9).map((number) => `DE${number}`),
);
const RELATE = { kvk: digits(8), vat } as const;

describe.each(['kvk', 'vat'] as const)('%s: properties', (kind) => {
  const relation = (a: string, b: string) => compareRegistration(kind, a, [b]).relation;
  const normalise = (text: string) => (kind === 'kvk' ? normaliseKvks(text) : normaliseVats(text));

  test('a number is itself', () => {
    fc.assert(fc.property(RELATE[kind], (number) => relation(number, number) === 'same'));
  });

  test('either may be the expected one', () => {
    fc.assert(fc.property(RELATE[kind], RELATE[kind], (a, b) => relation(a, b) === relation(b, a)));
    fc.assert(
      fc.property(hostile, RELATE[kind], (a, b) => normalise(a).length > 1 || relation(a, b) === relation(b, a)),
    );
  });

  test('small letters and spaces or full stops between the digits change nothing', () => {
    const separators = fc.array(fc.constantFrom('', ' ', '.', '\u00A0'), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(RELATE[kind], separators, fc.boolean(), (number, between, isSmall) => {
        const spaced = [...number]
          .map((sign, at) => (at < 2 || !/\d/.test(sign) ? sign : `${between[at]}${sign}`))
          .join('');
        fc.pre(
          kind === 'vat' ||
            !/^\d\d[ .]\d\d[ .](?:19|20)\d\d$|^(?:19|20)\d\d[ .]\d\d[ .]\d\d$/.test(spaced.replace('\u00A0', ' ')),
        );
        return relation(number, isSmall ? spaced.toLowerCase() : spaced) === 'same';
      }),
    );
  });

  test('normalising twice changes nothing, whatever the text', () => {
    fc.assert(fc.property(hostile, (text) => normalise(text).every((one) => normalise(one).join() === one)));
  });

  test.each(['0', ' ', '0 ', 'NL', 'BE 0', '-', 'btw ', 'B01'])('a million times %j', (part) => {
    expect(normalise(part.repeat(1_000_000 / part.length)).length).toBeLessThan(3);
  });
});
