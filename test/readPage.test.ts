import { describe, expect, test } from 'vitest';
import { UserError } from '../src/model/problem.ts';
import { networks } from '../src/networks/index.ts';
import { type PageToRead, readPage } from '../src/readPage.ts';
import { loadFixture } from './support/fixtures.ts';
import { AT } from './support/subject.ts';

const LINKEDIN = 'https://www.linkedin.com/company/bijwerken-demo';
const reading = (parts: Partial<PageToRead> = {}) =>
  readPage({ body: '<p>Hallo</p>', url: LINKEDIN, at: AT, ...parts });

describe('the network', () => {
  test.each<readonly [string, Partial<PageToRead>, string]>([
    ['from the address', {}, 'linkedin'],
    [
      'from an API’s address',
      { url: 'https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=bsky.app', body: '{}' },
      'bluesky',
    ],
    ['by name, whatever the address', { url: 'https://voorbeeld.nl/', network: 'mastodon' }, 'mastodon'],
    ['by name, on this machine', { url: 'http://localhost:8080/company/x', network: 'linkedin' }, 'linkedin'],
    ['any other site', { url: 'https://voorbeeld.nl/' }, 'website'],
  ])('%s', (_, parts, network) => {
    expect(reading(parts).network).toBe(network);
  });

  const KNOWN = networks.map(({ id }) => id).join(', ');
  test.each<readonly [string, Partial<PageToRead>, string]>([
    ['an unknown one', { network: 'schoolbank' }, `--network: unknown network "schoolbank". Known: ${KNOWN}.`],
    ['a key of every object', { network: 'constructor' }, `--network: unknown network "constructor". Known: ${KNOWN}.`],
    [
      'a closed one',
      { url: 'https://www.hyves.nl/merk' },
      '--url: Hyves closed on 2013-12-02; there is nothing to read.',
    ],
    [
      'this machine, by name',
      { url: 'http://localhost:8080/company/x' },
      `--url: no network fits http://localhost:8080/company/x. Name it with --network: ${KNOWN}.`,
    ],
    [
      'this machine, by number',
      { url: 'http://127.0.0.1/x' },
      `--url: no network fits http://127.0.0.1/x. Name it with --network: ${KNOWN}.`,
    ],
    [
      'this machine, in IPv6',
      { url: 'http://[::1]/x' },
      `--url: no network fits http://[::1]/x. Name it with --network: ${KNOWN}.`,
    ],
    ['no address', { url: 'voorbeeld.nl' }, '--url: "voorbeeld.nl" is not a web address.'],
    ['a file', { url: 'file:///page.html' }, '--url: "file:///page.html" is not a web address.'],
    ['no final address', { finalUrl: '/login' }, '--final-url: "/login" is not a web address.'],
  ])('%s: a mistake of the user', (_, parts, message) => {
    expect(() => reading(parts)).toThrow(UserError);
    expect(() => reading(parts)).toThrow(message);
  });
});

describe('the outcome', () => {
  const { account, capture } = loadFixture('linkedin', 'normal');
  const body = capture.documents[0]?.body ?? '';

  test('a profile, with what it says', () => {
    const found = readPage({ body, url: account, at: AT });
    expect(found.outcome).toBe('profile');
    expect(typeof found.observation?.name?.value).toBe('string');
  });

  test('a byte order mark changes nothing', () => {
    expect(readPage({ body: `\uFEFF${body}`, url: account, at: AT })).toEqual(readPage({ body, url: account, at: AT }));
  });

  test.each<readonly [string, Partial<PageToRead>, string]>([
    ['where a redirect ended', { finalUrl: 'https://www.linkedin.com/authwall?trk=x' }, 'login-wall'],
    ['the status', { status: 999, body: '' }, 'login-wall'],
    ['a page that says nothing', {}, 'unreadable'],
    ['an empty one', { body: '' }, 'unreadable'],
    ['JSON where HTML belongs', { body: '[1, 2' }, 'unreadable'],
  ])('%s: no observation', (_, parts, outcome) => {
    expect(reading(parts)).toMatchObject({ network: 'linkedin', outcome, observation: null });
  });
});
