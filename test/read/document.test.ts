/** Parsing what strangers wrote: nothing throws, nothing hangs, nothing is invented. */

import { describe, expect, test } from 'vitest';
import type { CapturedDocument } from '../../src/model/capture.ts';
import { parseDocument } from '../../src/read/document.ts';
import { safePrefix } from '../../src/read/markup.ts';
import { text } from '../../src/read/places.ts';

const document = (body: string, contentType: string | null = 'text/html') => {
  const url = 'https://voorbeeld.example/';
  const captured: CapturedDocument = {
    document: 'page',
    requestedUrl: url,
    finalUrl: url,
    redirects: [],
    status: 200,
    contentType,
    at: '2026-11-23T02:00:00.000Z',
    body,
    sha256: '',
  };
  return parseDocument(captured, 'http');
};
const account = { handle: 'x', kind: 'site', host: 'voorbeeld.example', url: 'https://voorbeeld.example/' };
const linked = (json: string) => document(`<script type="application/ld+json">${json}</script>`).jsonLd;

describe('JSON-LD', () => {
  test.each([
    ['one node', '{"@type":"A","name":"x"}'],
    ['a list', '[{"@type":"A","name":"x"}]'],
    ['a graph', '{"@graph":[{"@type":"A","name":"x"}]}'],
    ['a main entity', '{"mainEntity":{"@type":"A","name":"x"}}'],
    ['a comment around it', '<!-- {"@type":"A","name":"x"} -->'],
    ['CDATA around it', '//<![CDATA[\n{"@type":"A","name":"x"}\n//]]>'],
    ['escaped quotes', '{&quot;@type&quot;:&quot;A&quot;,&quot;name&quot;:&quot;x&quot;}'],
    ['raw line breaks in a text', '{"@type":"A","name":"x","d":"a\nb"}'],
    ['a semicolon after it', '{"@type":"A","name":"x"};'],
  ])('%s', (_, json) => {
    expect(linked(json).filter((node) => node['@type'] === 'A')).toMatchObject([{ name: 'x' }]);
  });

  test.each(['', '{', 'null', '[]', '"text"', '{"@type":', '}{'])('%j gives no node', (json) => {
    expect(linked(json)).toEqual([]);
  });

  test('a broken block leaves the others', () => {
    const block = (json: string) => `<script type="application/ld+json">${json}</script>`;
    expect(document(block('{"@type":') + block('{"@type":"A"}')).jsonLd).toEqual([{ '@type': 'A' }]);
  });
});

describe('JSON', () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    ['\uFEFF{"a":1}', { a: 1 }],
    ['null', null],
    ['{"a":', undefined],
    ['<html>', undefined],
    ['', undefined],
  ])('%j', (body, json) => {
    expect(document(body).json).toEqual(json);
  });

  test('an answer of JSON is an empty page', () => {
    expect(document('{"a":"<h1>x</h1>"}', 'application/json').$('h1')).toHaveLength(0);
    expect(document('  [{"a":"<h1>x</h1>"}]', null).$('h1')).toHaveLength(0);
  });
});

describe('what would break a parser', () => {
  const parse = (body: string) => {
    const parsed = document(`<title>T</title><h1>first</h1>${body}`);
    return [text('title').pick(parsed, account), text('h1').pick(parsed, account), text('body').pick(parsed, account)];
  };

  test.each([
    ['10,000 levels', '<div>'.repeat(10_000)],
    ['a million levels', '<div>'.repeat(1_000_000)],
    ['unclosed formatting', '<b><i><u><font size=1>'.repeat(50_000)],
    ['formatting that is opened again in every paragraph', '<font color=a>'.repeat(500) + '<p>x'.repeat(200_000)],
    ['end tags without a start', '<div>'.repeat(500) + '</x>'.repeat(500_000)],
    ['a tag of a million attributes', `<p ${Array.from({ length: 300_000 }, (_, i) => `a${i}`).join(' ')}>`],
    ['attributes without a space between them', `<p ${'a="1"b="2"'.repeat(200_000)}>`],
    ['a tag that never ends', `<p ${'a='.repeat(500_000)}`],
    ['a quote that never ends', `<p a="${'x'.repeat(2_000_000)}`],
    ['a comment that never ends', `<!-- ${'<div>'.repeat(200_000)}`],
    ['a script that never ends', `<script>${'<div>'.repeat(200_000)}`],
    ['angle brackets', '<'.repeat(2_000_000)],
    ['tables in tables', '<table><tr><td>'.repeat(50_000)],
    ['empty tags that do not end', '<div a=/>'.repeat(100_000)],
    ['drawings outside of a drawing', '<path/>'.repeat(100_000)],
    ['markup that looks like a title', `<svg><title>${'<g>'.repeat(500_000)}`],
    ['lists in lists', '<ul><li>'.repeat(50_000)],
    ['50 MB', 'x'.repeat(50_000_000)],
    ['null bytes and lone surrogates', '\u0000\uD800<\uDFFF>'.repeat(10_000)],
  ])('%s', (_, body) => {
    const [title, heading] = parse(body);
    // Read, or given up as a whole; never half a tree.
    expect([title, heading]).toEqual(title === undefined ? [undefined, undefined] : ['T', 'first']);
  });

  test('JSON of 100,000 levels is read or not, but never breaks', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(() => document(deep).json).not.toThrow();
    expect(linked(`{"@type":"A","x":${deep}}`).length).toBeLessThanOrEqual(1);
  });
});

describe('the part of a page that is safe to parse', () => {
  test('an ordinary page is left whole', () => {
    const page =
      '<!doctype html><html><head><script>if (a < b) { "<div><div>" }</script></head><body><p>a<p>b<br><img src=x/><ul><li>1<li>2</ul><textarea><div></textarea><!-- <div> --></body></html>';
    expect(safePrefix(page)).toBe(page);
  });

  test('many paragraphs and list items without end tags are left whole', () => {
    const page = `${'<p>a'.repeat(5000)}<ul>${'<li>a'.repeat(5000)}</ul>`;
    expect(safePrefix(page)).toBe(page);
  });

  test('what is too deep is cut where it becomes so', () => {
    const cut = safePrefix('<div>'.repeat(600));
    expect(cut).toBe('<div>'.repeat(256));
  });
});
