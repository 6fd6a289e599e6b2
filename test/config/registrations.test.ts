import { describe, expect, test } from 'vitest';
import { kvkFault, vatFault } from '../../src/config/registrations.ts';

describe('a KvK number', () => {
  test.each(['12345678', '01234567', '12 34 56 78', '1234.5678'])('%j is one', (text) => {
    expect(kvkFault(text)).toBeNull();
  });

  test.each([
    ['123456782', 'RSIN'],
    ['000012345678', 'vestigingsnummer'],
    ['1234567', 'nought'],
    ['KvK 12345678', undefined],
    ['1234567a', undefined],
  ])('%j is none', (text, hint) => {
    const fault = kvkFault(text);
    expect(fault?.message).toBe(`expected a KvK number of 8 digits, found ${JSON.stringify(text)}.`);
    expect(fault?.hint ?? '').toContain(hint ?? '');
  });
});

describe('a VAT number', () => {
  test.each([
    'NL123456782B01',
    'NL 1234.56.782.B01',
    'nl123456782b90',
    'NL004495445B01',
    // Of a sole trader: no RSIN, and right modulo 97.
    'NL000099998B57',
    'BE0123456749',
    'BE 0123.456.749',
    'BE123456749',
    'DE123456789',
    'ATU12345678',
    'FRXX123456789',
    'IE1234567FA',
    'ESX1234567X',
    'EL123456789',
    'CHE-123.456.789 MWST',
    'RO12',
  ])('%j may be one', (text) => {
    expect(vatFault(text)).toBeNull();
  });

  test.each([
    ['NL123456782', 'form of a VAT number of NL'],
    ['NL123456782B1', 'form of a VAT number of NL'],
    ['NL123456782A01', 'form of a VAT number of NL'],
    ['NL123456789B01', 'check digits'],
    ['BE0123456789', 'check digits'],
    ['DE12345678', 'form of a VAT number of DE'],
    ['123456782B01', 'letters of its country'],
    ['BTW NL123456782B01', 'letters of its country'],
    ['QQ123456789', 'letters of its country'],
  ])('%j is none', (text, message) => {
    expect(vatFault(text)?.message).toContain(message);
  });
});
