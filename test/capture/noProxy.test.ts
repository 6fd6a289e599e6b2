/** The spellings of NO_PROXY that people use. */

import { expect, test } from 'vitest';
import { noProxyMatcher } from '../../src/capture/noProxy.ts';

test.each([
  ['', 'example.org', 443, false],
  ['*', 'example.org', 443, true],
  ['example.org', 'example.org', 443, true],
  ['EXAMPLE.org', 'example.org', 443, true],
  ['example.org', 'www.example.org', 443, true],
  ['example.org', 'badexample.org', 443, false],
  ['.example.org', 'www.example.org', 443, true],
  ['.example.org', 'example.org', 443, true],
  ['*.example.org', 'a.b.example.org', 443, true],
  ['*.example.org', 'example.org.evil.net', 443, false],
  ['ex*.org', 'example.org', 443, false],
  ['example.org:8443', 'example.org', 8443, true],
  ['example.org:8443', 'example.org', 443, false],
  ['a.nl, b.nl c.nl', 'c.nl', 80, true],
  ['a.nl,,b.nl', 'b.nl', 80, true],
  ['10.0.0.0/8', '10.1.2.3', 80, true],
  ['10.0.0.0/8', '11.1.2.3', 80, false],
  ['10.0.0.0/8', 'ten.example.org', 80, false],
  ['10.0.0.0/99', '10.1.2.3', 80, false],
  ['10.0.0.0/x', '10.1.2.3', 80, false],
  ['127.0.0.1', '127.0.0.1', 80, true],
  ['127.0.0.1', '::ffff:7f00:1', 80, true],
  ['127.0.0.1:81', '127.0.0.1', 80, false],
  ['::1', '::1', 80, true],
  ['[::1]:8080', '::1', 8080, true],
  ['fd00::/8', 'fd12::1', 80, true],
  ['fd00::/8', '10.0.0.1', 80, false],
  ['.', 'example.org', 80, false],
  ['/', 'example.org', 80, false],
])('%j for %s:%i is %s', (list, host, port, direct) => {
  expect(noProxyMatcher(list)({ host, port })).toBe(direct);
});
