/** Telephone numbers: the same line, however a country writes it. */

import type { BrandPart } from '../../src/model/config.ts';
import { type Advice, called, type FactRow } from './row.ts';

type Case = readonly [
  expected: string | readonly string[],
  shown: string | readonly string[],
  verdict: Advice,
  why: string,
  code?: string,
  country?: string,
];

const DESK = '+31 20 794 12 34';
const OLD = '+31 20 765 43 21';

const CASES: readonly Case[] = [
  [DESK, '+31 20 794 12 34', 'ok', 'the number itself', 'phone.same'],
  [DESK, '+31207941234', 'ok', 'without spaces'],
  [DESK, '020-7941234', 'ok', 'as the Dutch write it'],
  [DESK, '020 794 12 34', 'ok', 'as the Dutch write it'],
  [DESK, '(020) 794 12 34', 'ok', 'brackets'],
  [DESK, '(020)7941234', 'ok', 'brackets without a space'],
  [DESK, '020/794.12.34', 'ok', 'a slash and full stops'],
  [DESK, '020 – 794 12 34', 'ok', 'a dash'],
  [DESK, '+31 (0)20 794 12 34', 'ok', 'a nought between brackets'],
  [DESK, '+31(0)207941234', 'ok', 'the same without spaces'],
  [DESK, '+31 0 20 7941234', 'ok', 'a nought too many'],
  [DESK, '+31 [0]20 7941234', 'ok', 'square brackets'],
  [DESK, '0031 20 7941234', 'ok', '00 for the plus'],
  [DESK, '0031-20-7941234', 'ok', 'with hyphens'],
  [DESK, '(+31) 20 794 1234', 'ok', 'the country between brackets'],
  [DESK, '31 20 7941234', 'ok', 'the plus left out'],
  [DESK, '＋31 20 794 12 34', 'ok', 'a wide plus'],
  [DESK, 'tel:+31207941234', 'ok', 'as a link'],
  [DESK, 'tel:020-7941234', 'ok', 'as a national link'],
  [DESK, 'TEL:+31-20-7941234', 'ok', 'as a link in capitals'],
  [DESK, 'tel:+31-20-794-1234;ext=12', 'ok', 'a link to an extension'],
  [DESK, 'T: 020 794 12 34', 'ok', 'with a label'],
  [DESK, 'Tel. 020-794 12 34', 'ok', 'with a label'],
  [DESK, 'Telefoon: +31 20 794 12 34', 'ok', 'with a label'],
  [DESK, '☎ 020-7941234', 'ok', 'with a sign'],
  [DESK, '020-7941234 (ma t/m vr 9-17 uur)', 'ok', 'with hours'],
  [DESK, '020-7941234, keuze 1', 'ok', 'with a choice'],
  [DESK, '020-7941234 (lokaal tarief)', 'ok', 'with its price'],
  [DESK, '020-7941234 toestel 12', 'ok', 'with an extension'],
  [DESK, '020-7941234 ext. 12', 'ok', 'with an extension'],
  [DESK, '020\u00A0794\u200912\u201134', 'ok', 'spaces and hyphens of other kinds'],
  [DESK, '\u202A+31 20 794 12 34\u202C', 'ok', 'direction marks of an address book'],
  [DESK, '020-7941234 / 06-12345678', 'ok', 'two numbers, one of them right'],
  [DESK, ['06-12345678', '020-7941234'], 'ok', 'two numbers, one of them right'],
  [DESK, 'T 020-7941234 F 020-7941235', 'ok', 'a fax beside it'],
  [[DESK, '+31 6 12345678'], '06 12 34 56 78', 'ok', 'one of two'],
  ['+31 6 12345678', 'https://wa.me/31612345678', 'ok', 'WhatsApp'],
  ['+31 6 12345678', 'wa.me/31612345678?text=Hallo', 'ok', 'WhatsApp with a text'],
  ['+31 6 12345678', 'https://api.whatsapp.com/send?phone=31612345678', 'ok', 'WhatsApp’s longer link'],
  ['+31 6 12345678', 'whatsapp://send?phone=31612345678', 'ok', 'WhatsApp’s own scheme'],
  ['+31 6 12345678', 'WhatsApp: 06-12345678', 'ok', 'WhatsApp in words'],
  ['0800-1234', '0800 1234', 'ok', 'a free number'],
  ['0800 0123', '0800-0123 (gratis)', 'ok', 'a free number with its price'],
  ['0900-1234567', '0900 - 123 45 67', 'ok', 'a paid number'],
  ['0900-8844', '0900 8844', 'ok', 'a short paid number'],
  ['088 - 123 45 67', '+31 88 123 45 67', 'ok', 'a number of an organisation'],
  ['085-1234567', '+31851234567', 'ok', 'a number without a place'],
  ['14 020', '14020', 'ok', 'a municipality'],
  ['14 020', '14 020', 'ok', 'a municipality'],
  ['+32 2 555 12 12', '02 555 12 12', 'ok', 'a Belgian number in Belgium', undefined, 'BE'],
  ['+32 2 555 12 12', '+32 (0)2 555 12 12', 'ok', 'a Belgian number'],
  ['+49 30 123456', '030 / 12 34 56', 'ok', 'a German number in Germany', undefined, 'DE'],
  ['+49 30 901820', '+49 (0) 30 / 90 18 20', 'ok', 'a German number'],
  ['+44 20 7946 0958', '020 7946 0958', 'ok', 'a British number in Britain', undefined, 'GB'],

  [DESK, '020-7941235', 'deviating', 'one figure', 'phone.differs'],
  [DESK, '020-7941243', 'deviating', 'figures swapped'],
  [DESK, '030-7941234', 'deviating', 'another city'],
  [DESK, '06-12345678', 'deviating', 'a mobile number'],
  [DESK, '+32 20 794 12 34', 'deviating', 'another country'],
  [DESK, '+49 20 7941234', 'deviating', 'another country'],
  [DESK, '020-765 43 21', 'deviating', 'the former number', 'phone.former'],
  [DESK, '020-7941234 / 020-7654321', 'deviating', 'the former number beside the right one', 'phone.former'],
  [DESK, [DESK, 'tel:+31207654321'], 'deviating', 'the former number beside the right one', 'phone.former'],
  ['+31 6 12345678', 'https://wa.me/31687654321', 'deviating', 'WhatsApp of another number'],
  ['0800-1234', '0800-1235', 'deviating', 'another free number'],
  ['0900-8844', '0800-8844', 'deviating', 'a free number for a paid one'],
  ['14 020', '14 030', 'deviating', 'another municipality'],
  ['14 020', '020-14020', 'deviating', 'no number that can be called'],
  ['088-1234567', '088-7654321', 'deviating', 'another number of the kind'],
  ['+32 2 555 12 12', '020-7941234', 'deviating', 'a Dutch number for a Belgian one'],
  [DESK, '020-794123', 'deviating', 'a figure is missing'],
  [DESK, '020-79412345', 'deviating', 'a figure too many'],
  [DESK, '020 *** ** 34', 'unverifiable', 'masked', 'phone.unreadable'],
  [DESK, '020-794…', 'unverifiable', 'cut', 'phone.unreadable'],
  [DESK, 'Bel ons!', 'unverifiable', 'no number', 'phone.unreadable'],
];

export const PHONES: readonly FactRow[] = CASES.map(([expected, shown, verdict, why, code, country]) => {
  const phones = typeof expected === 'string' ? [expected] : expected;
  const brand: BrandPart = {
    contact: { phones, ...(country ? { address: { country } } : {}) },
    former: { phones: [OLD] },
  };
  return { what: called(expected, shown), brand, page: { telephone: shown }, verdict, why, ...(code ? { code } : {}) };
});
