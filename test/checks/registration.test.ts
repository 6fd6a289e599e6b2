import { describe, expect, test } from 'vitest';
import { judge } from '../../src/checks/judge.ts';
import { registration } from '../../src/checks/registration.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import { aContext, type ContextOptions } from '../support/subject.ts';

const KVK = { value: '12345678', from: 'brand' } as const;
const VAT = { value: 'NL001234567B01', from: 'brand' } as const;
const BOTH: Partial<Expectation> = {
  kvk: KVK,
  vat: VAT,
  former: { phones: [], websites: [], emails: [], kvk: ['87654321'], vat: ['NL009876543B01'] },
};

const ask = async (values: ContextOptions['values'], expectation = BOTH, more: ContextOptions = {}) => {
  const [finding] = await judge(aContext({ values, expectation, ...more }), [registration], []);
  return finding;
};

describe('info.registration', () => {
  test.each([
    [['KvK 12 34 56 78'], ['NL 0012.34.567.B01'], 'ok', 'registration.same', 'kvk, vat', undefined],
    [['12345678'], undefined, 'ok', 'registration.same', 'kvk', undefined],
    [['11112222', '12345678'], undefined, 'ok', 'registration.same', 'kvk', undefined],
    [undefined, ['NL001234567B01'], 'ok', 'registration.same', 'vat', undefined],
    [['12345679'], ['NL001234567B01'], 'deviating', 'registration.differs', 'kvk', '12345678'],
    [['12345678'], ['NL001234567B02'], 'deviating', 'registration.differs', 'vat', 'NL001234567B01'],
    [['1'], ['NL001234567B02'], 'deviating', 'registration.differs', 'vat', 'NL001234567B01'],
    [['12345679'], ['BE0123456789'], 'deviating', 'registration.differs', 'kvk, vat', '12345678, NL001234567B01'],
    [['8765.4321'], ['NL001234567B01'], 'deviating', 'registration.former', 'kvk', '12345678'],
    [['12345678'], ['NL009876543B01'], 'deviating', 'registration.former', 'vat', 'NL001234567B01'],
    [['11112222', '33334444'], undefined, 'unverifiable', 'registration.several', 'kvk', undefined],
    [['11112222', '33334444'], ['NL001234567B01'], 'ok', 'registration.same', 'vat', undefined],
    [['123456782'], undefined, 'unverifiable', 'registration.unreadable', 'kvk', undefined],
    [['123456782'], ['NL001234567'], 'unverifiable', 'registration.unreadable', 'kvk, vat', undefined],
  ] as const)('%j and %j: %s %s of %s', async (kvk, vat, status, code, field, remedy) => {
    const finding = await ask({ ...(kvk ? { kvk } : {}), ...(vat ? { vat } : {}) });
    expect(finding).toMatchObject({ status, code, args: { field }, expected: '12345678, NL001234567B01' });
    expect(finding?.remedy?.value).toBe(remedy);
  });

  test('an item for each number, also for the one that was not found', async () => {
    const finding = await ask({ kvk: ['KvK 12345679'] });
    expect(finding).toMatchObject({ found: 'KvK 12345679', normalised: '12345679' });
    expect(finding?.evidence).toMatchObject([
      { field: 'kvk', expected: ['12345678'], found: ['KvK 12345679'], normalised: ['12345679'] },
      { field: 'vat', expected: ['NL001234567B01'], found: [] },
    ]);
  });

  test('names the former number as the brand wrote it', async () => {
    expect(await ask({ kvk: ['87 65 43 21'] })).toMatchObject({ args: { former: '87654321' } });
  });

  test('what the organisation’s own data say is its own, however many', async () => {
    const places = { kvk: { origin: 'json-ld' } } as const;
    expect(await ask({ kvk: ['11112222', '33334444'] }, BOTH, { places })).toMatchObject({
      code: 'registration.differs',
    });
  });

  test('only what the brand gives is asked', async () => {
    expect(await ask({ kvk: ['11112222'] }, {})).toBeUndefined();
    expect(await ask({ kvk: ['11112222'], vat: ['NL001234567B01'] }, { vat: VAT })).toMatchObject({
      code: 'registration.same',
      args: { field: 'vat' },
    });
    expect(await ask({ kvk: ['12345678'] }, { vat: VAT })).toMatchObject({
      code: 'field.not-found',
      args: { field: 'vat' },
    });
  });

  test('not found, there and empty, not on this network', async () => {
    expect(await ask({})).toMatchObject({ status: 'unverifiable', code: 'field.not-found', args: { field: 'kvk' } });
    expect(await ask({ kvk: null })).toMatchObject({ status: 'absent', code: 'field.empty' });
    expect(await ask({ kvk: null, vat: ['NL001234567B01'] })).toMatchObject({ status: 'ok' });
    expect(await ask({}, BOTH, { network: { fields: ['name'] } })).toMatchObject({
      status: 'not-applicable',
      code: 'field.not-on-network',
    });
    expect(await ask({ vat: ['NL001234567B01'] }, BOTH, { network: { fields: ['vat'] } })).toMatchObject({
      status: 'ok',
    });
  });

  test('a country of its own reads its own form', async () => {
    const expectation = { vat: { value: 'BE0123456749', from: 'brand' }, country: 'BE' } as const;
    expect(await ask({ vat: ['0123.456.749'] }, expectation)).toMatchObject({ status: 'ok' });
  });
});
