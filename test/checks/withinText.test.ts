/** Contact data in a bio: right and former ones are told, doubtful ones are left alone, and none is no reproach. */

import { describe, expect, test } from 'vitest';
import { address } from '../../src/checks/address.ts';
import { bio } from '../../src/checks/bio.ts';
import { email } from '../../src/checks/email.ts';
import { judge } from '../../src/checks/judge.ts';
import { phone } from '../../src/checks/phone.ts';
import { website } from '../../src/checks/website.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import type { FieldName } from '../../src/model/observation.ts';
import { withContactInTexts } from '../../src/read/texts/contact.ts';
import { aContext, anObservation, type Values } from '../support/subject.ts';

const EXPECTED: Partial<Expectation> = {
  website: { value: 'https://voorbeeld.nl', from: 'brand' },
  emails: { value: ['info@voorbeeld.nl'], from: 'brand' },
  phones: { value: ['+31 20 123 45 67'], from: 'brand' },
  address: { value: { street: 'Dam 1', postalCode: '1012 JS', city: 'Amsterdam', country: 'NL' }, from: 'brand' },
  former: {
    websites: ['https://oud.nl'],
    emails: ['info@oud.nl'],
    phones: ['+31 20 765 43 21'],
    kvk: [],
    vat: [],
  },
};

const CHECKS = [website, email, phone, address];
const BARE: readonly FieldName[] = ['name', 'bio'];

interface Options {
  readonly values?: Values;
  readonly fields?: readonly FieldName[];
  readonly truncated?: boolean;
  readonly expectation?: Partial<Expectation>;
}

async function ask(text: string, { values = {}, fields = BARE, truncated, expectation }: Options = {}) {
  const places = truncated ? { bio: { truncated } } : {};
  const had = anObservation({ bio: text, ...values }, places);
  const network = { places: Object.fromEntries(fields.map((field) => [field, []])) };
  const context = aContext({
    expectation: { ...EXPECTED, ...expectation },
    network: { fields },
    reading: { observation: withContactInTexts(had, network) },
  });
  const findings = await judge(context, [bio, ...CHECKS], []);
  return Object.fromEntries(findings.map(({ check, status, code }) => [check, `${status} ${code}`]));
}

const NOT_THERE = 'not-applicable field.not-on-network';

describe('contact data in a bio', () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    [
      '📞 020-1234567 | info@voorbeeld.nl | Dam 1, Amsterdam | voorbeeld.nl',
      {
        'info.phone': 'ok phone.same',
        'info.email': 'ok email.same',
        'info.address': 'ok address.same-as-far-as-shown',
        'info.website': 'ok website.same',
      },
    ],
    ['Samen sterk', { 'info.phone': NOT_THERE, 'info.email': NOT_THERE, 'info.address': NOT_THERE }],
    ['Bel 020-7654321', { 'info.phone': 'deviating phone.former' }],
    ['Bel 020-7654321 of 020-1234567', { 'info.phone': 'deviating phone.former' }],
    ['Bel 030-1112233', { 'info.phone': 'deviating phone.differs' }],
    ['info@oud.nl', { 'info.email': 'deviating email.former', 'info.phone': NOT_THERE }],
    ['info@anders.nl', { 'info.email': 'deviating email.differs' }],
    ['Stationsplein 2, 3511 ED Utrecht', { 'info.address': 'deviating address.differs' }],
    ['📍 Dam 1, 1012 JS Amsterdam', { 'info.address': 'ok address.same' }],
    ['🌐 oud.nl', { 'info.website': 'deviating website.former' }],
    ['🌐 anders.nl', { 'info.website': NOT_THERE }],
    ['https://voorbeeld.nl/winkel', { 'info.website': NOT_THERE }],
    ['Winkel 030-1112233 | Kantoor 030-4445566', { 'info.phone': NOT_THERE }],
    ['Winkel 030-1112233 | Kantoor 020-1234567', { 'info.phone': 'ok phone.same' }],
    ['KvK 01234567 | NL91 ABNA 0417 1643 00 | 0800-0113 | 01-02-2003', { 'info.phone': NOT_THERE }],
  ])('%s', async (text, findings) => {
    expect(await ask(text)).toMatchObject(findings);
  });

  test('an empty field beside a number in the text is no reproach; beside none it is', async () => {
    const fields = [...BARE, 'phones'] as const;
    expect(await ask('Bel 020-1234567', { fields, values: { phones: null } })).toMatchObject({
      'info.phone': 'ok phone.same',
    });
    expect(await ask('Samen sterk', { fields, values: { phones: null } })).toMatchObject({
      'info.phone': 'absent field.empty',
    });
    expect(await ask('Samen sterk', { fields })).toMatchObject({ 'info.phone': 'unverifiable field.not-found' });
  });

  test('an empty field for a website stays empty: nobody can click on a text', async () => {
    const fields = [...BARE, 'websites'] as const;
    expect(await ask('🌐 voorbeeld.nl', { fields, values: { websites: null } })).toMatchObject({
      'info.website': 'absent field.empty',
    });
  });

  test('of a text that was cut the rest may hold the right one', async () => {
    expect(await ask('030-1112233 | Meer', { truncated: true })).toMatchObject({ 'info.phone': NOT_THERE });
    expect(await ask('020-7654321 | Meer', { truncated: true })).toMatchObject({
      'info.phone': 'deviating phone.former',
    });
  });

  test.each([
    'Bel onze winkel: 030-1112233',
    'Mail winkel@voorbeeld.nl',
    'Kom langs: Stationsplein 2, 3511 ED Utrecht',
  ])('what the brand’s own bio says is not wrong: %s', async (text) => {
    const own = { text, alternatives: [text], limit: null, from: 'brand' } as const;
    const found = await ask(text, { expectation: { bio: own } });
    expect(found).toMatchObject({ 'info.bio': 'ok bio.same' });
    expect(Object.values(found).filter((answer) => answer.startsWith('deviating'))).toEqual([]);
  });

  test('the brand’s own bio with the brand’s own number: both agree', async () => {
    const text = 'Samen sterk. Bel 020 123 45 67 of mail info@voorbeeld.nl';
    const own = { text, alternatives: [text], limit: null, from: 'brand' } as const;
    expect(await ask(text, { expectation: { bio: own } })).toMatchObject({
      'info.bio': 'ok bio.same',
      'info.phone': 'ok phone.same',
      'info.email': 'ok email.same',
    });
  });
});
