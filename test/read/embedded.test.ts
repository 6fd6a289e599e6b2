/** JSON that a page's scripts assign: found whole, or not at all. */

import { expect, test } from 'vitest';
import { parseDocument } from '../../src/read/document.ts';
import { assignedJson } from '../../src/read/embedded.ts';

const assigned = (body: string, name = '__STATE__') => {
  const url = 'https://netwerk.example/';
  const page = { document: 'page', requestedUrl: url, finalUrl: url, redirects: [], status: 200, contentType: null };
  return assignedJson(parseDocument({ ...page, at: '2026-11-23T02:00:00.000Z', body, sha256: '' }, 'http'), name);
};

test.each([
  ['an assignment', '<script>window.__STATE__={"a":1};x()</script>', { a: 1 }],
  ['with spaces', 'window.__STATE__ = {"a":1}', { a: 1 }],
  ['by its name in brackets', 'window["__STATE__"]={"a":1}', { a: 1 }],
  ['a list', '__STATE__=[1,[2]];', [1, [2]]],
  ['braces and quotes in texts', '__STATE__={"a":"} \\" {","b":{"c":"]"}};{"d":1}', { a: '} " {', b: { c: ']' } }],
  ['after a mere mention', 'if(__STATE__){} __STATE__={"a":1}', { a: 1 }],
  ['none', '<script>x()</script>', undefined],
  ['one that never ends', '__STATE__={"a":"', undefined],
  ['a script, not JSON', '__STATE__={a:1}', undefined],
  ['a function', '__STATE__=function(){}', undefined],
])('%s', (_, body, json) => {
  expect(assigned(body)).toEqual(json);
});
