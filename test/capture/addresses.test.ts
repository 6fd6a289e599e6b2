/** What may be asked at all: spellings of hosts, classes of addresses, names and ports. */

import { describe, expect, test } from 'vitest';
import {
  normaliseHost,
  parseAuthority,
  refusalOfAddress,
  refusalOfName,
  refusalOfPort,
} from '../../src/capture/addresses.ts';

test.each([
  ['93.184.216.34'],
  ['8.8.8.8'],
  ['172.15.255.255'],
  ['172.32.0.1'],
  ['100.63.255.255'],
  ['100.128.0.0'],
  ['2606:4700::6810:1'],
  ['2a00:1450:400e:80c::200e'],
  ['::ffff:8.8.8.8'],
  ['64:ff9b::808:808'],
])('%s is an ordinary public address', (address) => {
  expect(refusalOfAddress(address)).toBeUndefined();
});

test.each([
  ['127.0.0.1', 'loopback address'],
  ['127.255.255.254', 'loopback address'],
  ['0.0.0.0', 'unspecified address'],
  ['0.1.2.3', 'unspecified address'],
  ['10.0.0.1', 'private address'],
  ['172.16.0.1', 'private address'],
  ['172.31.255.255', 'private address'],
  ['192.168.1.1', 'private address'],
  ['169.254.169.254', 'link local address'],
  ['100.64.0.1', 'carrier grade nat address'],
  ['100.100.100.200', 'carrier grade nat address'],
  ['192.0.0.192', 'reserved address'],
  ['192.0.2.1', 'reserved address'],
  ['198.18.0.1', 'reserved address'],
  ['224.0.0.1', 'multicast address'],
  ['240.0.0.1', 'reserved address'],
  ['255.255.255.255', 'broadcast address'],
  ['168.63.129.16', 'metadata address'],
  ['::', 'unspecified address'],
  ['::1', 'loopback address'],
  ['fe80::1', 'link local address'],
  ['fe80::1%eth0', 'not an address'],
  ['fec0::1', 'deprecated site local address'],
  ['fc00::1', 'unique local address'],
  ['fd00:ec2::254', 'unique local address'],
  ['ff02::1', 'multicast address'],
  ['::ffff:127.0.0.1', 'loopback address'],
  ['::ffff:7f00:1', 'loopback address'],
  ['::ffff:169.254.169.254', 'link local address'],
  ['::ffff:168.63.129.16', 'metadata address'],
  ['::127.0.0.1', 'reserved address'],
  ['::ffff:0:127.0.0.1', 'rfc6145 address'],
  ['64:ff9b::7f00:1', 'loopback address'],
  ['64:ff9b::a9fe:a9fe', 'link local address'],
  ['64:ff9b:1::808:808', 'rfc6052 address'],
  ['2002:7f00:1::', '6to4 address'],
  ['2001::1', 'teredo address'],
  ['2001:db8::1', 'reserved address'],
  ['3fff::1', 'reserved address'],
  ['100::1', 'discard address'],
  ['4000::1', 'reserved address'],
  ['localhost', 'not an address'],
  ['2130706433', 'not an address'],
  ['', 'not an address'],
])('%s is refused: %s', (address, reason) => {
  expect(refusalOfAddress(address)).toBe(reason);
});

test.each([
  ['example.org', 'example.org'],
  ['EXAMPLE.org.', 'example.org'],
  ['2130706433', '127.0.0.1'],
  ['0x7f.1', '127.0.0.1'],
  ['0177.0.0.1', '127.0.0.1'],
  ['127.1', '127.0.0.1'],
  ['127.0.0.1.', '127.0.0.1'],
  ['①②⑦.⓪.⓪.①', '127.0.0.1'],
  ['%31%32%37.0.0.1', '127.0.0.1'],
  ['[::1]', '::1'],
  ['[0:0:0:0:0:ffff:7f00:1]', '::ffff:7f00:1'],
  ['café.example', 'xn--caf-dma.example'],
  ['localhost..', undefined],
  ['.example.org', undefined],
  ['::1', undefined],
  ['[fe80::1%25eth0]', undefined],
  ['a b', undefined],
  ['user@host', undefined],
  ['host/path', undefined],
  ['host\\path', undefined],
  ['1.2.3.4.5', undefined],
  ['999.1.1.1', undefined],
  ['', undefined],
  ['.', undefined],
])('host %s is %s', (text, host) => {
  expect(normaliseHost(text)).toBe(host);
});

describe('parseAuthority', () => {
  test.each([
    ['example.org:443', { host: 'example.org', port: 443 }],
    ['example.org:80', { host: 'example.org', port: 80 }],
    ['[::1]:8080', { host: '::1', port: 8080 }],
    ['0x7f000001:443', { host: '127.0.0.1', port: 443 }],
    ['example.org', undefined],
    ['example.org:', undefined],
    [':443', undefined],
    ['example.org:99999', undefined],
    ['example.org:+443', undefined],
    ['a:1:443', undefined],
    ['::1:443', undefined],
    ['user:pass@example.org:443', undefined],
    [`${'a'.repeat(400)}:443`, undefined],
  ])('%s', (authority, target) => {
    expect(parseAuthority(authority)).toEqual(target);
  });
});

test.each([
  ['localhost', 'name without a domain'],
  ['intranet', 'name without a domain'],
  ['printer.local', 'private name (.local)'],
  ['metadata.google.internal', 'private name (.internal)'],
  ['a.localhost', 'private name (.localhost)'],
  ['nas.home.arpa', 'private name (.home.arpa)'],
  ['example.org', undefined],
  ['local.example.org', undefined],
  ['127.0.0.1', undefined],
  ['::1', undefined],
])('name %s: %s', (host, reason) => {
  expect(refusalOfName(host)).toBe(reason);
});

test.each([
  [80, true],
  [443, true],
  [8080, true],
  [8443, true],
  [50_000, true],
  [0, false],
  [22, false],
  [25, false],
  [110, false],
  [1023, false],
  [6379, false],
  [11_211, false],
  [65_536, false],
])('port %i: %s', (port, allowed) => {
  expect(refusalOfPort(port) === undefined).toBe(allowed);
});
