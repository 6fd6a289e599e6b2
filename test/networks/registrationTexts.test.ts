import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelledNumbers } from '../../src/networks/registrationTexts.ts';
import { hostile } from '../support/hostileText.ts';

const NAMES = ['Stichting Voorbeeld', 'voorbeeld'];

describe('KvK numbers in text', () => {
  test.each([
    ['KvK 12345678', ['12345678']],
    ['KvK-nummer: 12 34 56 78', ['12 34 56 78']],
    ['KVK nr. 1234.5678', ['1234.5678']],
    ['K.v.K. 12345678', ['12345678']],
    ['KvK\n12345678', ['12345678']],
    ['Handelsregister Amsterdam 12345678', ['12345678']],
    ['Ingeschreven bij de Kamer van Koophandel te Utrecht onder nummer 12345678.', ['12345678']],
    ['Chamber of Commerce no. 12345678', ['12345678']],
    ['CoC: 12345678', ['12345678']],
    ['KvK 12345678 000012345678', ['12345678']],
    ['KvK 12345678 – BTW NL001234567B01', ['12345678']],
    ['Stichting Voorbeeld, KvK 12345678', ['12345678']],
    ['Stichting Voorbeeld Nederland\nDam 1\nKvK 12345678', ['12345678']],
    ['KvK 12345678; een initiatief van Anders B.V. (KvK 87654321)', ['12345678']],
    ['KvK 123456789', ['123456789']],
    ['12345678', []],
    ['Bel 12345678', []],
    ['KvK-uittreksel van 01-01-2020', []],
    ['KvK, telefoon 12345678', []],
    ['Kamer van Koophandel, Postbus 48, 3500 AA Utrecht', []],
    ['KvK: zie vestigingsnummer 000012345678', []],
    ['KvK RSIN 123456789', []],
    ['Onze sponsor: Anders B.V., KvK 87654321', []],
    ['Stichting Anders KvK 87654321', []],
    ['Stichting Vrienden van Voorbeeld, KvK 87654321', []],
    ['NL001234567B01', []],
  ])('%j', (text, numbers) => {
    expect(labelledNumbers(text, NAMES).kvk).toEqual(numbers);
  });
});

describe('VAT numbers in text', () => {
  test.each([
    ['BTW NL001234567B01', ['NL001234567B01']],
    ['BTW-id: NL 0012.34.567.B01', ['NL 0012.34.567.B01']],
    ['btw nr. 0012.34.567.B01', ['0012.34.567.B01']],
    ['KvK 12345678 | NL001234567B01', ['NL001234567B01']],
    ['BTW BE 0123.456.789 RPR Brussel', ['BE 0123.456.789']],
    ['TVA 0123.456.789', ['0123.456.789']],
    ['USt-IdNr.: DE 123456789', ['DE 123456789']],
    ['VAT IE1234567FA', ['IE1234567FA']],
    ['VAT ATU12345678', ['ATU12345678']],
    ['Stichting Voorbeeld, BTW NL001234567B01', ['NL001234567B01']],
    ['prijzen incl. 21% btw', []],
    ['incl. btw. Bel 020-7941234', []],
    ['btw, IBAN NL91ABNA0417164300', []],
    ['BTW\nKvK 12345678', []],
    ['Anders B.V. BTW NL001234567B01', []],
    ['DE 123456789', []],
  ])('%j', (text, numbers) => {
    expect(labelledNumbers(text, NAMES).vat).toEqual(numbers);
  });
});

test('any text at all is read without an exception', () => {
  fc.assert(fc.property(hostile, hostile, (text, name) => labelledNumbers(text, [name]).kvk.length < 1000));
});

test.each(['KvK ', 'btw 0', 'k.v.', 'A ', 'NL0 ', 'Aa B.V. KvK '])('a million times %j', (part) => {
  expect(labelledNumbers(part.repeat(400_000 / part.length), NAMES).vat).toEqual([]);
});
