/** E-mail addresses: the same mailbox, however it is written down. */

import type { BrandPart } from '../../src/model/config.ts';
import { type Advice, called, type FactRow } from './row.ts';

type Case = readonly [
  expected: string | readonly string[],
  shown: string | readonly string[],
  verdict: Advice,
  why: string,
  code?: string,
];

const INFO = 'info@voorbeeld.nl';
const OLD = 'contact@oud.nl';

const CASES: readonly Case[] = [
  [INFO, 'info@voorbeeld.nl', 'ok', 'the address itself', 'email.same'],
  [INFO, 'Info@Voorbeeld.nl', 'ok', 'capitals'],
  [INFO, 'INFO@VOORBEELD.NL', 'ok', 'all capitals'],
  [INFO, ' info@voorbeeld.nl ', 'ok', 'spaces around'],
  [INFO, 'mailto:info@voorbeeld.nl', 'ok', 'as a link'],
  [INFO, 'mailto:info@voorbeeld.nl?subject=Vraag%20over%20de%20site', 'ok', 'as a link with a subject'],
  [INFO, 'MAILTO:info@voorbeeld.nl', 'ok', 'as a link in capitals'],
  [INFO, 'info%40voorbeeld.nl', 'ok', 'percent-encoded'],
  [INFO, 'info@voorbeeld.nl.', 'ok', 'a full stop after it'],
  [INFO, '<info@voorbeeld.nl>', 'ok', 'between brackets'],
  [INFO, 'Stichting Voorbeeld <info@voorbeeld.nl>', 'ok', 'with a name before it'],
  [INFO, 'E-mail: info@voorbeeld.nl', 'ok', 'with a label'],
  [INFO, 'info [at] voorbeeld [punt] nl', 'ok', 'hidden from robots'],
  [INFO, 'info [at] voorbeeld.nl', 'ok', 'hidden from robots'],
  [INFO, 'info(at)voorbeeld.nl', 'ok', 'hidden from robots'],
  [INFO, 'info (at) voorbeeld (dot) nl', 'ok', 'hidden from robots'],
  [INFO, 'info at voorbeeld dot nl', 'ok', 'hidden from robots'],
  [INFO, 'info[@]voorbeeld.nl', 'ok', 'hidden from robots'],
  [INFO, 'info @ voorbeeld.nl', 'ok', 'spaces around the sign'],
  [INFO, 'info＠voorbeeld.nl', 'ok', 'a wide sign'],
  [INFO, 'info@voor\u200Bbeeld.nl', 'ok', 'a place to break the line'],
  [INFO, 'info+linkedin@voorbeeld.nl', 'ok', 'the same mailbox, labelled'],
  ['info@xn--caf-noord-d4a.nl', 'info@café-noord.nl', 'ok', 'an accent in the host, written out'],
  [[INFO, 'pers@voorbeeld.nl'], 'pers@voorbeeld.nl', 'ok', 'one of two'],
  [INFO, ['vacatures@voorbeeld.nl', INFO], 'ok', 'the right one beside another'],
  [INFO, 'info[apenstaart]voorbeeld.nl', 'ok', 'written out, the older word'],
  [INFO, 'info (arobase) voorbeeld (point) nl', 'ok', 'written out in French'],
  [INFO, 'info(ät)voorbeeld.nl', 'ok', 'written out in German'],
  [INFO, 'mailto://info@voorbeeld.nl', 'ok', 'a link with slashes too many'],
  [INFO, 'info&#64;voorbeeld.nl', 'ok', 'the sign as an entity'],

  [INFO, 'contact@voorbeeld.nl', 'deviating', 'another mailbox', 'email.differs'],
  [INFO, 'info@voorbeeld.com', 'deviating', 'another domain'],
  [INFO, 'info@mail.voorbeeld.nl', 'deviating', 'a sub-domain is another mailbox'],
  [INFO, 'info@voorbeelden.nl', 'deviating', 'another name'],
  [INFO, 'info@voorbeeld.nl.kwaad.example', 'deviating', 'the right name under another'],
  [INFO, 'lnfo@voorbeeld.nl', 'deviating', 'l for i'],
  [INFO, 'infо@voorbeeld.nl', 'deviating', 'a letter of another alphabet'],
  [INFO, 'stichtingvoorbeeld@gmail.com', 'deviating', 'a private mailbox'],
  [INFO, 'i.n.f.o@voorbeeld.nl', 'deviating', 'full stops count outside Gmail'],
  [INFO, 'info2@voorbeeld.nl', 'deviating', 'a figure more'],
  [INFO, 'voorinfo@voorbeeld.nl', 'deviating', 'the right one is only its end'],
  [INFO, 'info-utrecht@voorbeeld.nl', 'deviating', 'another mailbox'],
  [INFO, OLD, 'deviating', 'the former address', 'email.former'],
  [INFO, [INFO, OLD], 'deviating', 'the former address beside the right one', 'email.former'],
  [INFO, 'info@voorbeeld', 'deviating', 'the end is missing', 'email.differs'],
  [INFO, 'info@@voorbeeld.nl', 'deviating', 'the sign twice'],
  [INFO, 'info@voorbeeld,nl', 'deviating', 'a comma for the full stop'],
  [INFO, 'info [arroba] elders.nl', 'deviating', 'another domain, written out in Spanish'],
  [INFO, 'i***@voorbeeld.nl', 'unverifiable', 'masked', 'email.unreadable'],
  [INFO, 'Mail ons via het formulier', 'unverifiable', 'no address', 'email.unreadable'],
];

export const EMAILS: readonly FactRow[] = CASES.map(([expected, shown, verdict, why, code]) => {
  const emails = typeof expected === 'string' ? [expected] : expected;
  const brand: BrandPart = { contact: { emails }, former: { emails: [OLD] } };
  return { what: called(expected, shown), brand, page: { email: shown }, verdict, why, ...(code ? { code } : {}) };
});
