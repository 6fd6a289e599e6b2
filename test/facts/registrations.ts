/** KvK and VAT numbers: in the data of a page, and behind a label in its text. */

import type { BrandPart } from '../../src/model/config.ts';
import { type Advice, called, type FactRow, type PageFacts } from './row.ts';

type Case = readonly [
  expected: Partial<Record<'kvk' | 'vat', string>>,
  page: Pick<PageFacts, 'vatID' | 'taxID' | 'identifier' | 'foot'>,
  verdict: Advice,
  why: string,
  code?: string,
];

const KVK = { kvk: '01234567' };
const VAT = { vat: 'NL123456782B01' };
const BELGIAN = { vat: 'BE0123456749' };
const OLD = { kvk: ['87654321'], vat: ['NL000000012B02'] };

const foot = (text: string) => ({ foot: text });
const identified = (propertyID: string, value: string) => ({
  identifier: { '@type': 'PropertyValue', propertyID, value },
});

const CASES: readonly Case[] = [
  [KVK, foot('KvK 01234567'), 'ok', 'the number itself', 'registration.same'],
  [KVK, foot('KVK 01234567'), 'ok', 'in capitals'],
  [KVK, foot('K.v.K. 01234567'), 'ok', 'with full stops'],
  [KVK, foot('KvK-nummer: 01 23 45 67'), 'ok', 'in groups of two'],
  [KVK, foot('KvK nr. 0123.4567'), 'ok', 'in groups of four'],
  [KVK, foot('Handelsregister: 01234567'), 'ok', 'by the name of the register'],
  [KVK, foot('Ingeschreven bij de Kamer van Koophandel onder nummer 01234567.'), 'ok', 'in a sentence'],
  [KVK, foot('Chamber of Commerce: 01234567'), 'ok', 'in English'],
  [KVK, foot('KvK 01234567, vestigingsnummer 000012345678'), 'ok', 'the branch beside it'],
  [KVK, foot('Stichting Voorbeeld | KvK 01234567 | RSIN 123456782'), 'ok', 'the RSIN beside it'],
  [KVK, foot('KvK 01234567. Site: Bureau De Bouwer B.V., KvK 99998888'), 'ok', 'the builder beside it'],
  [KVK, identified('KvK', '01234567'), 'ok', 'as an identifier'],
  [KVK, identified('Chamber of Commerce', '0123 4567'), 'ok', 'as an identifier in English'],
  [KVK, identified('iso6523:0106', '01234567'), 'ok', 'by the scheme’s number'],
  [VAT, { vatID: 'NL123456782B01' }, 'ok', 'as data', 'registration.same'],
  [VAT, { vatID: 'NL 1234.56.782.B01' }, 'ok', 'as data, with spaces and full stops'],
  [VAT, { taxID: 'NL123456782B01' }, 'ok', 'as a tax number'],
  [VAT, foot('BTW NL123456782B01'), 'ok', 'in the foot'],
  [VAT, foot('btw-id: nl123456782b01'), 'ok', 'in small letters'],
  [VAT, foot('BTW-nummer 1234.56.782.B.01'), 'ok', 'without the country'],
  [VAT, foot('KvK 01234567 – NL123456782B01'), 'ok', 'without a label, which its form is'],
  [BELGIAN, foot('BTW BE 0123.456.749 RPR Brussel'), 'ok', 'a Belgian number'],
  [BELGIAN, { vatID: 'BE 123.456.749' }, 'ok', 'the older Belgian form'],
  [{ ...KVK, ...VAT }, foot('KvK 01234567, BTW NL123456782B01'), 'ok', 'both'],
  [{ ...KVK, ...VAT }, foot('KvK 01234567'), 'ok', 'one of both'],

  [KVK, foot('KvK 01234568'), 'deviating', 'one figure', 'registration.differs'],
  [KVK, foot('KvK 01243567'), 'deviating', 'figures swapped'],
  [KVK, identified('KvK', '12345670'), 'deviating', 'another number as data'],
  [KVK, foot('KvK 87654321'), 'deviating', 'the former number', 'registration.former'],
  [VAT, foot('BTW NL123456782B02'), 'deviating', 'another part of the organisation', 'registration.differs'],
  [VAT, { vatID: 'BE0123456749' }, 'deviating', 'another country'],
  [VAT, { vatID: 'NL000000012B02' }, 'deviating', 'the former number', 'registration.former'],
  [
    { ...KVK, ...VAT },
    foot('KvK 01234567, BTW NL123456782B02'),
    'deviating',
    'one of both wrong',
    'registration.differs',
  ],

  [KVK, foot('Bel 01234568'), 'unverifiable', 'a number without a label', 'field.not-found'],
  [KVK, foot('RSIN 012345678'), 'unverifiable', 'an RSIN', 'field.not-found'],
  [KVK, foot('Onze sponsor: Anders B.V., KvK 99998888'), 'unverifiable', 'a sponsor’s number', 'field.not-found'],
  [KVK, foot('KvK 11112222 en KvK 33334444'), 'unverifiable', 'two numbers, and whose?', 'registration.several'],
  [KVK, foot('KvK 123456782'), 'unverifiable', 'nine digits', 'registration.unreadable'],
  [VAT, { taxID: '123456782' }, 'unverifiable', 'a tax number that is no VAT number', 'field.not-found'],
  [
    VAT,
    foot('Prijzen zijn incl. 21% btw. Bel 020-7941234'),
    'unverifiable',
    'the tax, not its number',
    'field.not-found',
  ],
];

export const REGISTRATIONS: readonly FactRow[] = CASES.map(([expected, page, verdict, why, code]) => {
  const brand: BrandPart = { contact: expected, former: OLD };
  return { what: called(expected, page), brand, page, verdict, why, ...(code ? { code } : {}) };
});
