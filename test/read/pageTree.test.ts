/** The tree is the one that the parser alone would make, whatever stands in and around scripts. */

import { type CheerioAPI, load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safePrefix } from '../../src/read/markup.ts';
import { parsePage } from '../../src/read/pageTree.ts';
import { fixtureNetworks, fixturesOf } from '../support/fixtures.ts';

const LONG = 'var a = {"b": "<div>c</div>", d: 1 < 2 && "\\u00e9"};\n'.repeat(4);

/** Texts of scripts too, which serialising would show alike. */
const shapeOf = ($: CheerioAPI) => ({
  html: $.html(),
  scripts: $('script, style')
    .toArray()
    .map((element) => $(element).text()),
});
const expectTheSame = (html: string) => expect(shapeOf(parsePage(html))).toEqual(shapeOf(load(safePrefix(html))));

describe('as the parser alone reads it', () => {
  test.each([
    ['a script', `<p>a<script>${LONG}</script>b`],
    ['a style', `<style>${LONG}</style><p>b`],
    ['line ends of other systems', `<script>${LONG}\r\na\rb</script>c`],
    ['a null', `<script>${LONG}\0</script>c`],
    ['a comment in it', `<script><!-- ${LONG} <script> </script> --></script>c`],
    ['an end tag with more in it', `<script>${LONG}</script foo="bar">c`],
    ['what only looks like its end', `<script>${LONG}</scripts>${LONG}</script>c`],
    ['an end in capitals', `<SCRIPT>${LONG}</ScRiPt >c`],
    ['no end', `<p>a<script>${LONG}`],
    ['a script in a text field', `<textarea><script>${LONG}</script></textarea>c`],
    ['a script in a title', `<title><script>${LONG}</script></title>c`],
    ['a script in a comment', `<!-- <script>${LONG}</script> -->c`],
    ['a script in an attribute', `<p title = "<script>${LONG}</script>">c`],
    ['a tag that ends elsewhere', `<script data= "a>b">${LONG}</script>c" </script>`],
    ['a drawing', `<svg><script>${LONG.replaceAll('"', '&quot;')}</script><style>${LONG}</style></svg>c`],
    ['a template', `<template><script>${LONG}</script></template>c`],
    ['no script', `<noscript><style>${LONG}</style></noscript>c`],
    ['a table', `<table><tr><script>${LONG}</script><td>c`],
    ['a list to choose from', `<select><script>${LONG}</script><option>c`],
    ['plain text', `<plaintext><script>${LONG}</script>c`],
    ['the mark itself', `<p>bijwerken-kept-0<script>bijwerken-kept-0</script><script>${LONG}</script>`],
  ])('%s', (_, html) => {
    expectTheSame(html);
  });

  test('every fixture', () => {
    const bodies = fixtureNetworks()
      .flatMap(fixturesOf)
      .flatMap(({ capture }) => capture.documents);
    for (const { body } of bodies.filter(({ body }) => body.includes('<'))) expectTheSame(body);
  });

  test('any mixture of tags, quotes and comments', () => {
    const parts = fc.constantFrom(
      ...[LONG, LONG, '<script>', '</script>', '<script type="a">', '</script >', '<style>', '</style>', '<!--', '-->'],
      ...['<svg>', '</svg>', '<textarea>', '</textarea>', '<p a="', '" b=', "'", '"', '>', '<', '</', '=', '<table>'],
      ...['<template>', '</template>', '<noscript>', '</noscript>', '<select>', '<title>', '</title>', '<math>', '\0'],
      ...['<![CDATA[', ']]>', '<iframe>', '</iframe>', '<frameset>', '<plaintext>', '\r\n', '<a>', '<b>', '<?php'],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (some) => {
        expectTheSame(some.join(''));
      }),
    );
  });
});

test('a tree that is too deep is an empty page', () => {
  const deep = `${'<a><p>'.repeat(5000)}x<script>${LONG}</script>`;
  expect(shapeOf(parsePage(deep)).html.length).toBeLessThan(200_000);
});
