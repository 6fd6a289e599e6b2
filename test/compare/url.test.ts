import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressToAsk,
  compareUrl,
  hostNamed,
  isLinkHub,
  isOneSite,
  isShortener,
  normaliseUrl,
  type UrlRelation,
} from '../../src/compare/url.ts';
import { hostile } from '../support/hostileText.ts';

const HOME = 'https://voorbeeld.nl';
const DEEP = 'https://www.voorbeeld.nl/over-ons/utrecht';

const CASES: readonly (readonly [expected: string, found: string, relation: UrlRelation])[] = [
  [HOME, 'https://voorbeeld.nl', 'same'],
  [HOME, 'https://voorbeeld.nl/', 'same'],
  [HOME, 'http://voorbeeld.nl', 'same'],
  [HOME, 'https://www.voorbeeld.nl/', 'same'],
  [HOME, 'HTTPS://WWW.Voorbeeld.NL', 'same'],
  [HOME, 'voorbeeld.nl', 'same'],
  [HOME, 'www.voorbeeld.nl', 'same'],
  [HOME, 'Voorbeeld.nl/', 'same'],
  [HOME, '//voorbeeld.nl', 'same'],
  [HOME, ' voorbeeld.nl\n', 'same'],
  [HOME, '\u200Evoorbeeld.nl\u200B', 'same'],
  [HOME, 'https://voorbeeld.nl:443/', 'same'],
  [HOME, 'http://voorbeeld.nl:80', 'same'],
  [HOME, 'voorbeeld.nl:443', 'same'],
  [HOME, 'https://voorbeeld.nl./', 'same'],
  [HOME, 'https://voorbeeld.nl/#contact', 'same'],
  [HOME, 'https://voorbeeld.nl/?utm_source=linkedin&utm_medium=social', 'same'],
  [HOME, 'https://voorbeeld.nl?fbclid=IwAR0', 'same'],
  [HOME, 'https://voorbeeld.nl/?gclid=x&mc_cid=1&_gl=2&igshid=3&trk=about_website', 'same'],
  [HOME, 'https://voorbeeld.nl/index.html', 'same'],
  [HOME, 'https://voorbeeld.nl/index.php?utm_campaign=x', 'same'],
  [HOME, 'https://voorbeeld.nl/default.aspx', 'same'],
  [HOME, 'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.voorbeeld.nl%2F%3Ffbclid%3DIw&h=AT0', 'same'],
  [HOME, 'https://www.linkedin.com/redir/redirect?url=http%3A%2F%2Fwww%2Evoorbeeld%2Enl&urlhash=x', 'same'],
  [HOME, 'https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fvoorbeeld.nl', 'same'],
  [HOME, 'https://l.instagram.com/?u=https%3A%2F%2Fvoorbeeld.nl%2F&e=AT1', 'same'],
  [HOME, '<https://voorbeeld.nl>', 'same'],
  [HOME, 'voorbeeld.nl,', 'same'],
  ['https://café.nl', 'https://xn--caf-dma.nl/', 'same'],
  ['https://café.nl', 'café.nl', 'same'],
  [DEEP, 'voorbeeld.nl/over-ons/utrecht/', 'same'],
  [DEEP, 'voorbeeld.nl/Over-Ons/Utrecht', 'same'],
  [DEEP, 'https://voorbeeld.nl//over-ons/utrecht', 'same'],
  ['https://voorbeeld.nl/café', 'https://voorbeeld.nl/caf%C3%A9', 'same'],
  [HOME, 'Website: voorbeeld.nl', 'same'],
  [HOME, '🔗 voorbeeld.nl', 'same'],
  [HOME, 'www.voorbeeld.nl of www.anders.nl', 'unreadable'],
  [HOME, 'http:/voorbeeld.nl', 'unreadable'],
  [HOME, 'https://https://voorbeeld.nl', 'different'],
  ['https://voorbeeld.nl/?b=2&a=1', 'https://voorbeeld.nl/?a=1&b=2', 'same'],

  [DEEP, 'voorbeeld.nl/over-…', 'prefix'],
  [DEEP, 'https://www.voorbeeld.nl/over-ons/u...', 'prefix'],
  [DEEP, 'voorbeeld.nl/…', 'prefix'],
  [DEEP, 'voorbeel…', 'prefix'],
  ['https://voorbeeld.nl/café-utrecht', 'voorbeeld.nl/café-u…', 'prefix'],
  [DEEP, 'voorbeeld.nl/contact…', 'sibling'],
  [DEEP, 'anders.nl/over-…', 'different'],
  [DEEP, 'andere…', 'different'],
  [HOME, 'voorbeeld.nl/over-…', 'same-site'],

  [HOME, 'https://voorbeeld.nl/contact', 'same-site'],
  [DEEP, 'https://voorbeeld.nl', 'same-site'],
  [DEEP, 'https://voorbeeld.nl/over-ons', 'same-site'],
  [HOME, 'https://voorbeeld.nl/?lang=en', 'same-site'],
  [DEEP, 'https://voorbeeld.nl/over-ons/zeist', 'sibling'],
  [DEEP, 'https://voorbeeld.nl/over-ons/utrecht-oost', 'sibling'],
  [HOME, 'https://werkenbij.voorbeeld.nl', 'same-domain'],
  [HOME, 'https://voorbeeld.nl:8443', 'same-domain'],

  ['https://bücher.nl', 'https://xn--bcher-kva.nl', 'same'],
  ['https://xn--bcher-kva.nl/', 'www.Bücher.nl', 'same'],
  ['https://bücher.nl', 'bu\u0308cher.nl', 'same'],
  ['https://bücher.nl', 'https://bucher.nl', 'different'],
  ['https://straße.example', 'https://xn--strae-oqa.example', 'same'],
  ['https://straße.example', 'https://strasse.example', 'different'],
  [HOME, 'https://ｖoorbeeld.nl', 'same'],
  ['http://voorbeeld.nl:8080/x', 'voorbeeld.nl:8080/x', 'same'],
  [HOME, 'https://voorbeeld.nl/index.htm', 'same'],
  [HOME, 'https://voorbeeld.nl/index.xhtml', 'same'],
  [HOME, 'https://voorbeeld.nl/home.html', 'same'],
  [HOME, 'https://voorbeeld.nl/index.shtml?utm_id=4#top', 'same'],
  [DEEP, 'https://voorbeeld.nl/over-ons/utrecht/index.html', 'same'],
  [HOME, 'https://voorbeeld.nl/?gad_source=1&srsltid=x&lipi=y&hss_channel=z', 'same'],
  [HOME, 'https://voorbeeld.nl/?UTM_Source=x', 'same'],
  [HOME, 'https://voorbeeld.nl/?', 'same'],
  ['https://voorbeeld.nl/~jan', 'https://voorbeeld.nl/%7Ejan', 'same'],
  ['https://voorbeeld.nl/caf%c3%a9', 'https://voorbeeld.nl/caf%C3%A9/', 'same'],
  ['https://voorbeeld.nl/over%20ons', 'https://voorbeeld.nl/over%20ons/', 'same'],
  [HOME, 'https://l.threads.com/?u=https%3A%2F%2Fvoorbeeld.nl', 'same'],

  [HOME, 'https://voorbeeld.nl/nl', 'same-site'],
  [HOME, 'https://voorbeeld.nl/en-gb/', 'same-site'],
  ['https://voorbeeld.nl/nl', 'https://voorbeeld.nl/en', 'same-site'],
  ['https://voorbeeld.nl/nl/', 'https://voorbeeld.nl', 'same-site'],
  ['https://voorbeeld.nl/nl/over-ons', 'https://voorbeeld.nl/en/over-ons', 'same-site'],
  ['https://voorbeeld.nl/over-ons', 'https://voorbeeld.nl/en/over-ons/team', 'same-site'],
  ['https://voorbeeld.nl/nl/over-ons', 'https://voorbeeld.nl/en/about', 'sibling'],
  ['https://voorbeeld.nl/nieuws', 'https://voorbeeld.nl/contact', 'sibling'],
  [HOME, 'https://m.voorbeeld.nl', 'same-site'],
  [HOME, 'https://mobiel.voorbeeld.nl/', 'same-site'],
  ['https://m.voorbeeld.nl', 'https://www.voorbeeld.nl', 'same-site'],
  [HOME, 'https://en.voorbeeld.nl', 'same-site'],
  ['https://nl.voorbeeld.com', 'https://en.voorbeeld.com', 'same-site'],
  [DEEP, 'https://m.voorbeeld.nl/over-ons/utrecht', 'same-site'],
  [DEEP, 'https://m.voorbeeld.nl/contact', 'same-domain'],
  [HOME, 'https://m.anders.nl', 'different'],
  ['https://voorbeeld.nl', 'https://nl.nl', 'different'],
  ['https://m.nl', 'https://nl', 'different'],
  ['https://nl.linkedin.com/company/voorbeeld', 'https://www.linkedin.com/company/voorbeeld/', 'same-site'],
  ['https://nl.linkedin.com/company/voorbeeld', 'https://www.linkedin.com/company/anders', 'same-domain'],

  [HOME, 'https://voorbeeld.com', 'different'],
  [HOME, 'https://voorbeelden.nl', 'different'],
  [HOME, 'https://voorbeeld.nl.kwaad.example', 'different'],
  [HOME, 'https://kwaad.example/voorbeeld.nl', 'different'],
  [HOME, 'https://voorbeeld.nl@kwaad.example', 'different'],
  [HOME, 'https://vооrbeeld.nl', 'different'],
  ['https://voorbeeld.co.uk', 'https://anders.co.uk', 'different'],
  ['https://voorbeeld.github.io', 'https://anders.github.io', 'different'],
  ['https://linktr.ee/voorbeeld', 'https://linktr.ee/anders', 'different'],
  ['https://linktr.ee/voorbeeld', 'linktr.ee/voorbeeld', 'same'],
  ['https://www.facebook.com/voorbeeld', 'https://www.facebook.com/', 'different'],
  [HOME, 'https://t.co/AbCdEf', 'short-link'],
  [HOME, 'https://bit.ly/3xYz', 'short-link'],
  [HOME, 'mailto:info@voorbeeld.nl', 'unreadable'],
  [HOME, 'info@voorbeeld.nl', 'unreadable'],
  [HOME, 'javascript:alert(1)', 'unreadable'],
  [HOME, 'Bezoek onze website', 'unreadable'],
  [HOME, '', 'unreadable'],
  [HOME, 'https://', 'unreadable'],
];

describe('compareUrl', () => {
  test.each(CASES)('%s shown as %s: %s', (expected, found, relation) => {
    expect(compareUrl(expected, found)).toBe(relation);
  });

  test('what the reader says is cut is compared as a start', () => {
    expect(compareUrl(DEEP, 'voorbeeld.nl/over', { truncated: true })).toBe('prefix');
    expect(compareUrl(DEEP, DEEP, { truncated: true })).toBe('same');
  });

  test.each<readonly [string, string | null]>([
    ['https://www.Voorbeeld.nl/a?utm_source=x&b=1#c', 'https://www.voorbeeld.nl/a?b=1'],
    ['voorbeeld.nl', 'http://voorbeeld.nl/'],
    ['http://voorbeeld.nl:8080/', 'http://voorbeeld.nl:8080/'],
    ['café.nl', 'http://xn--caf-dma.nl/'],
    ['Website: https://voorbeeld.nl', 'https://voorbeeld.nl/'],
    ['https://jan:geheim@voorbeeld.nl', 'https://voorbeeld.nl/'],
    ['https://l.facebook.com/l.php?u=http%3A%2F%2Fvoorbeeld.nl%2F&h=x', 'http://voorbeeld.nl/'],
    ['https://linktr.ee/Voorbeeld', 'https://linktr.ee/Voorbeeld'],
    ['https://voorbeeld.nl/over-…', null],
    ['https://voorbeeld.nl/over...', null],
    ['https://www.instagram.com/voorbeeld', null],
    ['mailto:info@voorbeeld.nl', null],
    ['Bezoek ons', null],
    ['', null],
  ])('%j is asked at %j', (shown, address) => {
    expect(addressToAsk(shown)).toBe(address);
  });

  test.each<readonly [string, string, boolean]>([
    [HOME, 'https://www.voorbeeld.nl/x', true],
    [HOME, 'http://werkenbij.voorbeeld.nl', true],
    [HOME, 'https://voorbeeld.com', false],
    ['https://a.github.io', 'https://b.github.io', false],
    ['https://linktr.ee/a', 'https://linktr.ee/b', false],
    ['https://linktr.ee/a', 'https://linktr.ee/a/', true],
    ['https://www.facebook.com/a', 'https://nl-nl.facebook.com/a', false],
    ['http://127.0.0.1:1/', 'http://127.0.0.1:1/x', true],
    [HOME, 'geen adres', false],
  ])('%s and %s are one site: %s', (a, b, one) => {
    expect(isOneSite(a, b)).toBe(one);
    expect(isOneSite(b, a)).toBe(one);
  });

  test('hosts, pages of links and short links are known by name', () => {
    expect(hostNamed('https://www.Voorbeeld.nl/contact')).toBe('voorbeeld.nl');
    expect(hostNamed('geen adres')).toBe('geen adres');
    expect(['https://linktr.ee/x', 'jan.carrd.co', HOME].map(isLinkHub)).toEqual([true, true, false]);
    expect(['https://bit.ly/x', 'https://www.tinyurl.com/x', HOME].map(isShortener)).toEqual([true, true, false]);
  });

  test('normalising twice changes nothing; an address is the same as its normal form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const key = normaliseUrl(url);
        expect(key).not.toBeNull();
        expect(normaliseUrl(key ?? '')).toBe(key);
        expect(compareUrl(url, url)).toBe('same');
      }),
    );
  });

  test('any two texts have a relation', () => {
    fc.assert(fc.property(hostile, hostile, (a, b) => typeof compareUrl(a, b) === 'string'));
  });

  test('any address and text have a relation, and their normal forms are stable', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const url = `https://voorbeeld.nl/${text}`;
        const key = normaliseUrl(url);
        expect(key === null || normaliseUrl(key) === key).toBe(true);
        expect(compareUrl(HOME, url)).toBeTypeOf('string');
      }),
    );
  });

  test.each(['a', '/', '.', '<', '%', '…', ' '])('a million times %j', (part) => {
    expect(compareUrl(HOME, part.repeat(1_000_000))).not.toBe('same');
    expect(addressToAsk(part.repeat(1_000_000))).toBeNull();
    expect(compareUrl(HOME, `https://x.nl/${part.repeat(3_900)}`)).not.toBe('same');
  });
});
