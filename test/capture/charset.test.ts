/** Encodings as servers and pages declare them, and as they are. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, isTextual } from '../../src/capture/charset.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));

test.each<[string, Buffer, string | null, string]>([
  ['header', bytes('caf', [0xe9]), 'text/html; charset=iso-8859-1', 'café'],
  ['header, quoted', bytes('caf', [0xe9]), 'text/html;charset="windows-1252"', 'café'],
  ['header, other alphabet', bytes([0xd4, 0xe5]), 'text/html; charset=windows-1251', 'Фе'],
  ['header, unknown', bytes('café'), 'text/html; charset=nonsense', 'café'],
  [
    'header against meta',
    bytes('<meta charset="iso-8859-1">é'),
    'text/html; charset=utf-8',
    '<meta charset="iso-8859-1">é',
  ],
  ['mark against header', bytes([0xef, 0xbb, 0xbf], 'é'), 'text/html; charset=iso-8859-1', 'é'],
  ['UTF-16 mark, little', bytes([0xff, 0xfe, 0xe9, 0x00]), null, 'é'],
  ['UTF-16 mark, big', bytes([0xfe, 0xff, 0x00, 0xe9]), null, 'é'],
  ['meta', bytes('<meta charset="iso-8859-1">', [0xe9]), 'text/html', '<meta charset="iso-8859-1">é'],
  [
    'meta http-equiv',
    bytes('<META http-equiv=Content-Type content="text/html; charset=windows-1252">', [0x80, 0x92]),
    'text/html',
    '<META http-equiv=Content-Type content="text/html; charset=windows-1252">€’',
  ],
  ['meta that lies about UTF-16', bytes('<meta charset="utf-16">é'), 'text/html', '<meta charset="utf-16">é'],
  [
    'XML',
    bytes('<?xml version="1.0" encoding="ISO-8859-1"?>', [0xe9]),
    'application/xml',
    '<?xml version="1.0" encoding="ISO-8859-1"?>é',
  ],
  ['nothing, UTF-8', bytes('één €'), 'text/html', 'één €'],
  ['nothing, not UTF-8', bytes('caf', [0xe9, 0x20, 0x80]), null, 'café €'],
  [
    'JSON is UTF-8',
    bytes('{"a":"<meta charset=iso-8859-1>é"}'),
    'application/json',
    '{"a":"<meta charset=iso-8859-1>é"}',
  ],
  ['broken UTF-8 that is declared', bytes('a', [0xff], 'b'), 'text/html; charset=utf-8', 'a\ufffdb'],
  ['empty', bytes(), 'text/html', ''],
])('%s', (_, content, contentType, text) => {
  expect(decodeText(content, contentType)).toBe(text);
});

test('what is UTF-8 comes back whole, whatever is not said about it', () => {
  const unmarked = fc.string({ unit: 'grapheme' }).filter((text) => !/^\ufeff|charset|encoding/i.test(text));
  fc.assert(fc.property(unmarked, (text) => decodeText(Buffer.from(text), null) === text));
});

test('any bytes with any label give some text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (content, label) => {
      expect(typeof decodeText(content, `text/html; charset=${label}`)).toBe('string');
    }),
  );
});

test('a page made to keep the search busy does not', () => {
  const hostile = Buffer.from(`${'<meta '.repeat(700)}${'<?xml '.repeat(50_000)}`);
  expect(decodeText(hostile, `text/html${'; charset'.repeat(5000)}`)).toHaveLength(hostile.length);
});

test.each([
  ['text/html; charset=utf-8', true],
  ['TEXT/HTML', true],
  ['application/xhtml+xml', true],
  ['application/activity+json; profile="x"', true],
  ['application/rss+xml', true],
  ['application/json', true],
  ['text/xml', true],
  [null, true],
  ['', true],
  ['image/svg+xml', false],
  ['image/png', false],
  ['application/pdf', false],
  ['application/octet-stream', false],
  ['multipart/form-data', false],
])('%s is text: %s', (type, expected) => {
  expect(isTextual(type)).toBe(expected);
});
