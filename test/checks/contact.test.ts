import { describe, expect, test } from 'vitest';
import { address } from '../../src/checks/address.ts';
import { email } from '../../src/checks/email.ts';
import { judge } from '../../src/checks/judge.ts';
import { phone } from '../../src/checks/phone.ts';
import { website } from '../../src/checks/website.ts';
import type { Check } from '../../src/model/check.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import { aContext, type ContextOptions } from '../support/subject.ts';

const EXPECTED: Partial<Expectation> = {
  website: { value: 'https://voorbeeld.nl', from: 'brand' },
  emails: { value: ['info@voorbeeld.nl', 'pers@voorbeeld.nl'], from: 'brand' },
  phones: { value: ['020-123 45 67', '+31 30 765 43 21'], from: 'brand' },
  address: { value: { street: 'Dam 1', postalCode: '1012 JS', city: 'Amsterdam', country: 'NL' }, from: 'brand' },
  former: {
    websites: ['https://oud.nl', 'https://voorbeeld.nl/oud'],
    emails: ['info@oud.nl', 'pers@voorbeeld.nl'],
    phones: ['+31 20 765 43 21', '030-7654321'],
    kvk: ['87654321'],
    vat: ['NL009876543B01'],
  },
};

const ask = async (check: Check, values: ContextOptions['values'], expectation: Partial<Expectation> = {}) => {
  const [finding] = await judge(aContext({ values, expectation: { ...EXPECTED, ...expectation } }), [check], []);
  return finding;
};

describe('info.website', () => {
  test.each([
    [['https://www.voorbeeld.nl/'], 'ok', 'website.same', undefined],
    [['voorbeeld.nl'], 'ok', 'website.same', undefined],
    [['https://anders.nl', 'https://voorbeeld.nl/?utm_source=x'], 'ok', 'website.same', undefined],
    [['voorbee…'], 'ok', 'website.same-as-far-as-shown', undefined],
    [['https://voorbeeld.nl/contact'], 'deviating', 'website.differs', 'info'],
    [['https://werkenbij.voorbeeld.nl'], 'deviating', 'website.differs', 'warning'],
    [['https://anders.nl'], 'deviating', 'website.differs', undefined],
    [['https://anders.nl', 'https://voorbeeld.nl/contact'], 'deviating', 'website.differs', 'info'],
    [['Bezoek ons'], 'unverifiable', 'website.unreadable', undefined],
    [['https://t.co/AbC'], 'unverifiable', 'website.short-link', undefined],
    [['https://oud.nl'], 'deviating', 'website.former', undefined],
    [['http://www.oud.nl/over-ons'], 'deviating', 'website.former', undefined],
    [['https://voorbeeld.nl', 'https://oud.nl'], 'deviating', 'website.former', undefined],
    [['https://voorbeeld.nl/oud'], 'deviating', 'website.former', undefined],
  ])('%j: %s %s', async (websites, status, code, severity) => {
    const finding = await ask(website, { websites });
    expect(finding).toMatchObject({ status, code, expected: 'https://voorbeeld.nl', found: websites.join(', ') });
    expect(finding?.severity).toBe(severity);
    expect(finding?.remedy?.value).toBe(status === 'deviating' ? 'https://voorbeeld.nl' : undefined);
  });

  test('names the former one, and what a waiver is bound to', async () => {
    expect(await ask(website, { websites: ['HTTP://www.Oud.nl/#x'] })).toMatchObject({
      args: { former: 'https://oud.nl' },
      normalised: 'oud.nl',
    });
  });

  test('names the short link', async () => {
    expect(await ask(website, { websites: ['https://bit.ly/3x'] })).toMatchObject({ args: { host: 'bit.ly' } });
  });

  test('a former address that is expected again is right', async () => {
    const expectation = { website: { value: 'https://oud.nl', from: 'profile' } } as const;
    expect(await ask(website, { websites: ['oud.nl'] }, expectation)).toMatchObject({ code: 'website.same' });
  });
});

describe('info.email', () => {
  test.each([
    [['info@voorbeeld.nl'], 'ok', 'email.same'],
    [['mailto:Info@Voorbeeld.nl'], 'ok', 'email.same'],
    [['info [at] voorbeeld.nl'], 'ok', 'email.same'],
    [['jan@voorbeeld.nl', 'pers@voorbeeld.nl'], 'ok', 'email.same'],
    [['info@oud.nl'], 'deviating', 'email.former'],
    [['info@voorbeeld.nl', 'INFO@oud.nl'], 'deviating', 'email.former'],
    [['info@voorbeeld.com'], 'deviating', 'email.differs'],
    [['Stuur een bericht'], 'unverifiable', 'email.unreadable'],
  ])('%j: %s %s', async (emails, status, code) => {
    const finding = await ask(email, { emails });
    expect(finding).toMatchObject({ status, code, expected: 'info@voorbeeld.nl, pers@voorbeeld.nl' });
    expect(finding?.remedy?.value).toBe(status === 'deviating' ? 'info@voorbeeld.nl' : undefined);
  });
});

describe('info.phone', () => {
  test.each([
    [['+31 20 123 45 67'], 'ok', 'phone.same', '+31201234567'],
    [['0201234567'], 'ok', 'phone.same', '+31201234567'],
    [['06-12345678', '030 765 43 21'], 'ok', 'phone.same', '+31612345678, +31307654321'],
    [['020-7654321'], 'deviating', 'phone.former', '+31207654321'],
    [['020-1234567', '020-7654321'], 'deviating', 'phone.former', '+31201234567, +31207654321'],
    [['020-1234567 / 020-7654321'], 'deviating', 'phone.former', '+31201234567, +31207654321'],
    [['020-1234568'], 'deviating', 'phone.differs', '+31201234568'],
    [['+32 20 123 45 67'], 'deviating', 'phone.differs', '+32201234567'],
    [['Bel ons'], 'unverifiable', 'phone.unreadable', 'Bel ons'],
    [['020-123…'], 'unverifiable', 'phone.unreadable', '020-123…'],
  ])('%j: %s %s', async (phones, status, code, normalised) => {
    const finding = await ask(phone, { phones });
    expect(finding).toMatchObject({ status, code, normalised, expected: '020-123 45 67, +31 30 765 43 21' });
    expect(finding?.remedy?.value).toBe(status === 'deviating' ? '+31 20 123 4567' : undefined);
  });

  test('names the former number as the brand wrote it', async () => {
    expect(await ask(phone, { phones: ['020-7654321'] })).toMatchObject({ args: { former: '+31 20 765 43 21' } });
  });

  test('a wanted number that cannot be read proves nothing', async () => {
    const expectation = { phones: { value: ['bel het loket'], from: 'brand' } } as const;
    expect(await ask(phone, { phones: ['020-1234567'] }, expectation)).toMatchObject({ code: 'phone.unreadable' });
  });

  test('a short number', async () => {
    const expectation = { phones: { value: ['14 020'], from: 'brand' } } as const;
    expect(await ask(phone, { phones: ['14020'] }, expectation)).toMatchObject({ code: 'phone.same' });
  });
});

describe('info.address', () => {
  const EXPECTED_LINE = 'Dam 1, 1012 JS Amsterdam, NL';

  test.each([
    ['Dam 1, 1012JS Amsterdam', 'ok', 'address.same', {}],
    ['Amsterdam, Nederland', 'ok', 'address.same-as-far-as-shown', {}],
    ['Dam 2, 1012 JT Amsterdam', 'deviating', 'address.differs', { parts: 'street, postalCode' }],
    ['Rotterdam', 'deviating', 'address.differs', { parts: 'city' }],
    ['Kom langs!', 'unverifiable', 'address.unreadable', {}],
  ])('%j: %s %s', async (text, status, code, args) => {
    const finding = await ask(address, { address: { text } });
    expect(finding).toMatchObject({ status, code, args, expected: EXPECTED_LINE, found: text });
    expect(finding?.remedy?.value).toBe(status === 'deviating' ? EXPECTED_LINE : undefined);
  });

  test('the same address in two writings has one normal form', async () => {
    const one = await ask(address, {
      address: { text: 'x', street: 'Dam 2', postalCode: '1012js', country: 'Nederland' },
    });
    const other = await ask(address, { address: { text: 'y', street: 'DAM 2', postalCode: '1012 JS', country: 'NL' } });
    expect(one?.normalised).toBe('dam 2, 1012js, nl');
    expect(other?.normalised).toBe(one?.normalised);
  });
});
