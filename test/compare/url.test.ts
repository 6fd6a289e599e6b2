import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareUrl, normaliseUrl, type UrlRelation } from '../../src/compare/url.ts';
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
    expect(compareUrl(HOME, `https://x.nl/${part.repeat(3_900)}`)).not.toBe('same');
  });
});
