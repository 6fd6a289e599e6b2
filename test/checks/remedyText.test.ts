/** What is to be pasted: one value, as this network writes it, and short enough for it. */

import { describe, expect, test } from 'vitest';
import { address } from '../../src/checks/address.ts';
import { bio } from '../../src/checks/bio.ts';
import { email } from '../../src/checks/email.ts';
import { handle } from '../../src/checks/handle.ts';
import { judge } from '../../src/checks/judge.ts';
import { name } from '../../src/checks/name.ts';
import { phone } from '../../src/checks/phone.ts';
import { registration } from '../../src/checks/registration.ts';
import { website } from '../../src/checks/website.ts';
import { nationalPhone } from '../../src/compare/phone.ts';
import type { Check } from '../../src/model/check.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import { aContext, type ContextOptions, type Values } from '../support/subject.ts';

const EXPECTED: Partial<Expectation> = {
  name: {
    value: 'Stichting Voorbeeld voor Groene Buurten',
    aliases: ['Stichting Voorbeeld', 'Voorbeeld'],
    from: 'brand',
  },
  bio: { text: 'Wij maken buurten groener.', alternatives: [], limit: 160, from: 'brand' },
  website: { value: 'https://voorbeeld.nl', from: 'brand' },
  emails: { value: ['info@voorbeeld.nl', 'pers@voorbeeld.nl'], from: 'brand' },
  phones: { value: ['+31 20 123 45 67', '+31 30 765 43 21'], from: 'brand' },
  address: { value: { street: 'Dam 1', postalCode: '1012 JS', city: 'Amsterdam', country: 'NL' }, from: 'brand' },
  kvk: { value: '12345678', from: 'brand' },
};

async function pasted(check: Check, values: Values, options: Omit<ContextOptions, 'values'> = {}) {
  const expectation = { ...EXPECTED, ...options.expectation };
  const [finding] = await judge(aContext({ ...options, values, expectation }), [check], []);
  return finding?.remedy?.value;
}

const CASES: readonly (readonly [Check, Values, Values, string])[] = [
  [name, { name: null }, { name: 'Iets heel anders' }, 'Stichting Voorbeeld voor Groene Buurten'],
  [bio, { bio: null }, { bio: 'Een verhaal over boten en hun havens.' }, 'Wij maken buurten groener.'],
  [website, { websites: null }, { websites: ['https://anders.nl'] }, 'https://voorbeeld.nl'],
  [email, { emails: null }, { emails: ['x@anders.nl'] }, 'info@voorbeeld.nl'],
  [phone, { phones: null }, { phones: ['+31 20 999 99 99'] }, '+31 20 123 45 67'],
  [address, { address: null }, { address: { text: 'Rokin 5, 1012 KK Amsterdam' } }, 'Dam 1, 1012 JS Amsterdam, NL'],
  [registration, { kvk: null }, { kvk: ['KvK 87654321'] }, '12345678'],
];

describe.each(CASES)('$id', (check, empty, wrong, value) => {
  test('an empty field asks for one value', async () => {
    expect(await pasted(check, empty)).toBe(value);
  });

  test('a wrong one asks for the same', async () => {
    expect(await pasted(check, wrong)).toBe(value);
  });
});

test('a handle is written as the address has it', async () => {
  expect(await pasted(handle, { handle: 'anders' })).toBe('voorbeeld');
});

describe('a name that is too long for the network', () => {
  const limited = (max: number) => ({ network: { limits: { name: { max, unit: 'characters' as const } } } });

  test.each([
    [50, 'Stichting Voorbeeld voor Groene Buurten'],
    [39, 'Stichting Voorbeeld voor Groene Buurten'],
    [38, 'Stichting Voorbeeld'],
    [12, 'Voorbeeld'],
    [3, 'Stichting Voorbeeld voor Groene Buurten'],
  ])('at most %d signs: %s', async (max, value) => {
    expect(await pasted(name, { name: null }, limited(max))).toBe(value);
    expect(await pasted(name, { name: 'Iets heel anders' }, limited(max))).toBe(value);
  });
});

describe('a phone number', () => {
  const style = (phones: 'national' | 'international') => ({ network: { phones } });
  const wants = (value: string) => ({ phones: { value: [value], from: 'brand' as const } });

  test.each([
    ['+31 20 123 45 67', 'national', '020 123 4567'],
    ['+31 20 123 45 67', 'international', '+31 20 123 45 67'],
    ['020-1234567', 'international', '+31 20 123 4567'],
    ['020-1234567', 'national', '020 123 4567'],
    // A number of another country is of no use without it.
    ['+32 2 512 34 56', 'national', '+32 2 512 34 56'],
    ['14 020', 'national', '14 020'],
  ] as const)('%s, %s: %s', async (written, kind, value) => {
    const options = { ...style(kind), expectation: wants(written) };
    expect(await pasted(phone, { phones: null }, options)).toBe(value);
  });

  test('what is no number is left as it is', () => {
    expect(nationalPhone('bel ons', 'NL')).toBe('bel ons');
    expect(nationalPhone('020-1234567', 'no country')).toBe('020-1234567');
  });
});
