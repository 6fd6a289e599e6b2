/** Foreign text in Markdown is text: rendered, it says what it said, and nothing else came of it. */

import { type CheerioAPI, load } from 'cheerio';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { codeBlock, codeSpan, escapeMarkdown, fitting, linkTo, tableOf } from '../../src/report/markdownText.ts';
import { oneLine, someLines } from '../../src/report/visible.ts';
import { hostile as strange } from '../support/hostileText.ts';
import {
  BIDI,
  BREAKOUT,
  CLOSING,
  COMMANDS,
  CONTROL,
  FORMULAS,
  MARKDOWN,
  SCRIPT,
  UNSAFE_LINKS,
  XML,
} from './hostile.ts';

const rendered = (markdown: string): CheerioAPI => load(marked.parse(markdown, { async: false, gfm: true }));
const tagsIn = ($: CheerioAPI) =>
  $('body *')
    .toArray()
    .map(({ tagName }) => tagName);
/** As a reader reads it: what has no width is nothing. */
const read = (text: string) => text.replaceAll('\u200B', '').replace(/\s+/g, ' ').trim();

/** What GitHub and GitLab make of the shown text, after Markdown. */
const SPRINGS =
  /[@#!$~%&^*](?=[\p{L}\p{N}_"[({])|:\/\/|\bwww\.|\bmailto:(?!\u200B)|\bGH-\d|:(?!\d\d:)[a-z0-9_+-]+:|\b(?=\d*[a-f])[0-9a-f]{7,40}\b|\[[a-z_*]+:/iu;

const ATTACKS = [
  ...MARKDOWN,
  ...FORMULAS,
  ...COMMANDS,
  ...UNSAFE_LINKS,
  SCRIPT,
  BREAKOUT,
  CLOSING,
  BIDI,
  CONTROL,
  XML,
  ...[
    '- a',
    '+ a',
    '1) a',
    '12. a',
    '# a',
    '=',
    '---',
    '> a',
    '/close',
    '\\',
    '|',
    '`',
    '``',
    '    a',
    '\ta',
    '[x]: a',
    ': a',
  ],
];
const anyText = fc.oneof(
  strange,
  fc.constantFrom(...ATTACKS),
  fc.array(fc.oneof(fc.constantFrom(...ATTACKS), strange), { maxLength: 4 }).map((parts) => parts.join(' ')),
);

function staysText(text: string): void {
  const item = rendered(`- ${escapeMarkdown(text, 5_000)}`);
  expect(tagsIn(item).filter((tag) => tag !== 'ul' && tag !== 'li')).toEqual([]);
  expect(read(item('li').text())).toBe(read(oneLine(text, 5_000)));
  expect(item('li').text()).not.toMatch(SPRINGS);
  const cell = rendered(tableOf(['a', 'b'], [[escapeMarkdown(text, 5_000), 'c']]));
  expect(
    cell('tbody td')
      .toArray()
      .map((each) => read(cell(each).text())),
  ).toEqual([read(oneLine(text, 5_000)), 'c']);
  expect(new Set(tagsIn(cell))).toEqual(new Set(['table', 'thead', 'tbody', 'tr', 'th', 'td']));
}

describe('in our lines and tables', () => {
  test.each(ATTACKS)('%j', staysText);
  test('whatever it is', () => fc.assert(fc.property(anyText, staysText)));

  test('is left as it is where it means nothing', () => {
    const plain = 'Op 23 november 2026 om 03:00:58: 67% (a/b), “x” – 020-765 43 21; +31 20.';
    expect(escapeMarkdown(plain)).toBe(plain);
  });
});

function staysWholeInLine(text: string): void {
  const line = oneLine(text, 5_000);
  if (line === '') return;
  const $ = rendered(`- a: ${codeSpan(text, 5_000)}`);
  expect(tagsIn($)).toEqual(['ul', 'li', 'code']);
  expect($('code').text()).toBe(line);
}

function staysWholeInBlock(text: string): void {
  const $ = rendered(`- a\n  - b:\n\n${codeBlock(text, '    ')}\n  - c`);
  expect(tagsIn($).filter((tag) => tag === 'code' || tag === 'pre')).toEqual(['pre', 'code']);
  // The reader's own: a tab at the head of a line is shown as spaces.
  const spaces = (each: string) => each.replaceAll('\t', ' ').replace(/ +/g, ' ').trimEnd();
  expect(spaces($('code').text())).toBe(spaces(someLines(text)));
}

describe('to copy: whole, and nothing else', () => {
  test.each([...ATTACKS, ATTACKS.join('\n')])('%j', (text) => {
    staysWholeInLine(text);
    staysWholeInBlock(text);
  });
  test('whatever it is', () => {
    fc.assert(fc.property(anyText, staysWholeInLine));
    fc.assert(fc.property(anyText, staysWholeInBlock));
  });
});

describe('links', () => {
  test.each(UNSAFE_LINKS)('%j leads nowhere', (address) => {
    expect(tagsIn(rendered(linkTo('Netwerk', address)))).toEqual(['p']);
  });

  test.each([
    'https://kwaad.example/?a=|`)]>&copy;*_<b>\\',
    'https://kwaad.example/(a)?b=`c`|d#[e](f)',
    'https://kwaad.example/"onmouseover="alert(17)',
  ])('%j leads there alone', (address) => {
    for (const $ of [rendered(linkTo('[a](b)', address)), rendered(tableOf(['a'], [[linkTo('[a](b)', address)]]))]) {
      expect($('a')).toHaveLength(1);
      const href = $('a').attr('href') ?? '';
      expect(new URL(href).origin).toBe('https://kwaad.example');
      expect(decodeURIComponent(href)).toBe(decodeURIComponent(new URL(address).href));
      expect($('a').text()).toBe('[a](b)');
    }
  });
});

test('what does not fit is counted', () => {
  expect(fitting(['aa', 'bb', 'é'], 6)).toEqual({ fit: ['aa', 'bb'], more: 1 });
  expect(fitting(['aa', 'bb', 'é'], 9)).toEqual({ fit: ['aa', 'bb', 'é'], more: 0 });
});

test.each(['@', ':a', 'www', 'a', '`', '0123456', '[a', '&', '1'])('a hundred thousand times %j ends soon', (text) => {
  const long = text.repeat(100_000);
  expect(escapeMarkdown(long, long.length).length).toBeGreaterThanOrEqual(long.length);
  expect(codeSpan(long, long.length)).toContain(long);
});
