import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressesIn, linksOf, refreshOf } from '../../src/compare/pageLinks.ts';
import { hostile } from '../support/hostileText.ts';

const BASE = 'https://links.example/voorbeeld';

describe('the links of a page', () => {
  test.each<readonly [string, readonly string[]]>([
    ['<a href="https://a.nl">a</a>', ['https://a.nl/']],
    [`<A class='x' HREF='https://a.nl/?b=1&amp;c=2'>a</A>`, ['https://a.nl/?b=1&c=2']],
    ['<a data-x="1"\n href = https://a.nl/b >a</a>', ['https://a.nl/b']],
    [
      '<a href="/over">a</a><a href="?p=2">b</a>',
      ['https://links.example/over', 'https://links.example/voorbeeld?p=2'],
    ],
    ['<a href="https://a.nl">a</a><a href="https://a.nl/">b</a>', ['https://a.nl/']],
    ['<a href="mailto:x@a.nl">a</a><a href="javascript:x()">b</a><a name="x">c</a><a href="">d</a>', []],
    ['<a data-href="https://a.nl">a</a><link href="https://a.nl/x.css"><abbr href="https://a.nl">', []],
    ['', []],
  ])('%j: %j', (html, links) => {
    expect(linksOf(html, BASE)).toEqual(links);
  });

  test.each<readonly [string, readonly string[]]>([
    [String.raw`{"url":"https:\/\/a.nl\/b"}`, ['https://a.nl/b']],
    [String.raw`{"url":"https:\u002F\u002Fa.nl?x=1\u0026y=2"}`, ['https://a.nl?x=1&y=2']],
    ['<a href="https://a.nl/?b=1&amp;c=2">', ['https://a.nl/?b=1&c=2']],
    ['see https://a.nl, http://b.nl/x)', ['https://a.nl,', 'http://b.nl/x']],
    ['https://', []],
  ])('every address in %s: %j', (html, addresses) => {
    expect(addressesIn(html)).toEqual(addresses);
  });

  test.each<readonly [string, string | null]>([
    ['<meta http-equiv="refresh" content="0;url=https://a.nl/">', 'https://a.nl/'],
    [`<META HTTP-EQUIV='Refresh' CONTENT='3; URL="/nl/"'>`, 'https://links.example/nl/'],
    ['<meta content="0, https://a.nl" http-equiv=refresh>', 'https://a.nl/'],
    ['<meta http-equiv="refresh" content="300">', null],
    ['<meta http-equiv="refresh" content="900;url=https://a.nl/">', null],
    ['<meta http-equiv="refresh" content="0;url=javascript:x()">', null],
    ['<meta name="description" content="0;url=https://a.nl/">', null],
    ['<p>refresh</p>', null],
  ])('%s sends visitors to %j', (html, target) => {
    expect(refreshOf(html, BASE)).toBe(target);
  });

  test('whatever is in it, all links are addresses', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = `<a href="${text}"><meta http-equiv="refresh" content="0;url=${text}">${text}`;
        for (const link of linksOf(html, BASE)) expect(URL.canParse(link)).toBe(true);
        expect(addressesIn(html).length).toBeLessThanOrEqual(2_000);
        expect(refreshOf(html, BASE) ?? BASE).toMatch(/^https?:/);
      }),
    );
  });

  test.each(['<a ', '<a href=', '<meta ', 'href="', 'https://', '\\/', '<a href="https://a.nl">', ' content=0;'])(
    'a megabyte of %j',
    (part) => {
      const html = part.repeat(Math.floor(1_000_000 / part.length));
      expect(linksOf(html, BASE).length).toBeLessThanOrEqual(1);
      expect(addressesIn(html).length).toBeLessThanOrEqual(2);
      expect(refreshOf(`<meta http-equiv=refresh ${html}`, BASE)).toBeNull();
    },
  );

  test('of very many links the first are enough', () => {
    const html = Array.from({ length: 5_000 }, (_, index) => `<a href="https://a.nl/${index}">`).join('');
    expect([linksOf(html, BASE).length, addressesIn(html).length]).toEqual([2_000, 2_000]);
  });
});
