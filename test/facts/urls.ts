/** Web addresses: how a page is reached does not count, which page it is does. */

import type { BrandPart } from '../../src/model/config.ts';
import { type Advice, called, type FactRow } from './row.ts';

type Case = readonly [expected: string, shown: string, verdict: Advice, why: string, code?: string, former?: string];

const HOME = 'https://www.voorbeeld.nl';
const DEEP = 'https://www.voorbeeld.nl/locaties/utrecht';

const CASES: readonly Case[] = [
  [HOME, 'https://www.voorbeeld.nl', 'ok', 'the address itself', 'website.same'],
  [HOME, 'https://www.voorbeeld.nl/', 'ok', 'a slash'],
  [HOME, 'http://www.voorbeeld.nl', 'ok', 'without TLS: the site leads on'],
  [HOME, 'https://voorbeeld.nl', 'ok', 'without www'],
  [HOME, 'HTTPS://WWW.VOORBEELD.NL/', 'ok', 'capitals'],
  [HOME, 'www.voorbeeld.nl', 'ok', 'without a scheme'],
  [HOME, 'voorbeeld.nl', 'ok', 'bare'],
  [HOME, 'https://www.voorbeeld.nl:443/', 'ok', 'the usual port'],
  [HOME, 'https://www.voorbeeld.nl./', 'ok', 'the root’s full stop'],
  [HOME, 'https://www.voorbeeld.nl/?utm_source=linkedin&utm_medium=social', 'ok', 'tracking'],
  [HOME, 'https://www.voorbeeld.nl/?fbclid=IwAR0abc', 'ok', 'tracking by the network'],
  [HOME, 'https://www.voorbeeld.nl/#contact', 'ok', 'a place on the page'],
  [HOME, 'https://www.voorbeeld.nl/index.html', 'ok', 'the same page'],
  [HOME, 'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.voorbeeld.nl%2F&h=AT0', 'ok', 'by way of the network'],
  [
    HOME,
    'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fwww%2Evoorbeeld%2Enl',
    'ok',
    'by way of the network',
  ],
  ['https://café-noord.nl', 'https://xn--caf-noord-d4a.nl/', 'ok', 'an accent in the host, encoded'],
  ['https://voorbeeld.nl/over-één', 'https://voorbeeld.nl/over-%C3%A9%C3%A9n', 'ok', 'an accent in the path, encoded'],
  [DEEP, 'http://voorbeeld.nl/locaties/utrecht/', 'ok', 'scheme, www and slash at once'],
  [DEEP, 'https://www.voorbeeld.nl/Locaties/Utrecht', 'ok', 'capitals in the path'],
  ['https://voorbeeld.nl/?a=1&b=2', 'https://voorbeeld.nl/?b=2&a=1', 'ok', 'another order'],

  [HOME, 'https://www.voorbeeld.nl/contact', 'info', 'a page of the right site'],
  [HOME, 'https://www.voorbeeld.nl/?lang=en', 'info', 'the same page in another language'],
  [DEEP, 'https://www.voorbeeld.nl/', 'info', 'the home page in place of the branch’s'],
  [DEEP, 'https://www.voorbeeld.nl/locaties/zeist', 'deviating', 'the page of another branch'],
  [HOME, 'https://werkenbij.voorbeeld.nl', 'deviating', 'another site of the same organisation'],
  [HOME, 'https://www.voorbeeld.nl:8443/', 'deviating', 'another port is another server'],

  [HOME, 'https://www.voorbeeld.com', 'deviating', 'another top-level domain', 'website.differs'],
  [HOME, 'https://www.voorbeeld.be', 'deviating', 'another country'],
  [HOME, 'https://www.voorbeelden.nl', 'deviating', 'another name'],
  [HOME, 'https://www.voor-beeld.nl', 'deviating', 'another name'],
  [HOME, 'https://vооrbeeld.nl', 'deviating', 'letters of another alphabet'],
  [HOME, 'https://voorbeeld.nl.kwaad.example', 'deviating', 'the right name under another'],
  [HOME, 'https://kwaad.example/voorbeeld.nl', 'deviating', 'the right name in a path'],
  [HOME, 'https://voorbeeld.nl@kwaad.example', 'deviating', 'the right name as a user'],
  [HOME, 'https://kwaad.example/?u=https://voorbeeld.nl', 'deviating', 'the right name in a parameter'],
  [HOME, 'https://www.facebook.com/voorbeeld', 'deviating', 'a profile for a website'],
  [HOME, 'https://voorbeeld.wordpress.com', 'deviating', 'a blog of the past'],
  [HOME, 'https://oud.nl', 'deviating', 'the former site', 'website.former', 'https://oud.nl'],
  [HOME, 'http://www.oud.nl/contact', 'deviating', 'a page of the former site', 'website.former', 'https://oud.nl'],
  [
    HOME,
    'https://voorbeeld.nl',
    'ok',
    'the former address was a page of today’s site',
    undefined,
    'https://voorbeeld.nl/oud',
  ],
  ['https://voorbeeld.nl/?p=4', 'https://voorbeeld.nl/?p=5', 'deviating', 'another page by its number'],
  [
    HOME,
    'https://emea01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fvoorbeeld.nl',
    'ok',
    'behind a mail filter',
  ],
  [
    HOME,
    'https://emea01.safelinks.protection.outlook.com/?url=https%3A%2F%2Felders.nl',
    'deviating',
    'another, so hidden',
  ],
  [HOME, 'Kijk op: voorbeeld.nl', 'ok', 'words around it'],
  [HOME, 'Kijk op: elders.nl', 'deviating', 'words around another'],
  [HOME, 'www.voorbeeld.nl,', 'ok', 'a comma of the sentence'],
  [HOME, 'https://out.reddit.com/t3?url=https%3A%2F%2Fvoorbeeld.nl%2F', 'ok', 'Reddit’s own way out'],
  [HOME, 'https://bit.ly/3xYz', 'unverifiable', 'where it leads cannot be seen', 'website.short-link'],
  ['https://linktr.ee/voorbeeld', 'https://linktr.ee/anders', 'deviating', 'somebody else’s page'],
  ['https://linktr.ee/voorbeeld', 'linktr.ee/voorbeeld', 'ok', 'without a scheme'],
  ['https://voorbeeld.gov.uk', 'https://anders.gov.uk', 'deviating', 'another organisation under the same suffix'],
];

export const URLS: readonly FactRow[] = CASES.map(([expected, shown, verdict, why, code, past]) => {
  const brand: BrandPart = { contact: { website: expected }, ...(past ? { former: { websites: [past] } } : {}) };
  return { what: called(expected, shown), brand, page: { url: shown }, verdict, why, ...(code ? { code } : {}) };
});
