/** Websites, e-mail addresses and phone numbers out of the free fields of a Mastodon profile. */

import { describe, expect, it } from 'vitest';
import { emailsIn, phonesIn, websitesIn } from '../../src/networks/mastodonFields.ts';

const field = (name: string, value: string, verified: string | null = null) => ({ name, value, verified_at: verified });
const link = (url: string) => `<a href="${url}" rel="me nofollow">${url}</a>`;

describe('websitesIn', () => {
  it.each([
    [
      'labelled before verified',
      [field('Blog', link('https://b.example/'), '2024-01-01'), field('Website', link('https://a.example/'))],
      ['https://a.example/', 'https://b.example/'],
    ],
    [
      'verified before others',
      [field('Steun ons', link('https://c.example/')), field('Meer', link('https://b.example/'), '2024-01-01')],
      ['https://b.example/', 'https://c.example/'],
    ],
    [
      'profiles elsewhere are none',
      [field('GitHub', link('https://github.com/x')), field('Ook', link('https://elders.example/@x'), '2024-01-01')],
      [],
    ],
    ['unless it says so', [field('Website', link('https://github.com/x'))], ['https://github.com/x']],
    ['without a link, as shown', [field('Webseite', 'a.example/info')], ['a.example/info']],
    ['no address', [field('Website', 'binnenkort'), field('bread', 'toasty.')], []],
    ['in other languages', [field('Onze website', link('https://a.example/'))], ['https://a.example/']],
    ['no script', [field('Website', link('javascript:alert(1)'))], []],
  ])('%s', (_, fields, expected) => {
    expect(websitesIn(fields)).toEqual(expected);
  });
});

describe('emailsIn', () => {
  it.each([
    ['info@a.example', ['info@a.example']],
    ['<a href="mailto:info@a.example">info@a.example</a>', ['info@a.example']],
    ['info@a.example, pers@a.example', ['info@a.example', 'pers@a.example']],
    ['@naam@server.example', []],
    ['he/him', []],
  ])('%s', (value, expected) => {
    expect(emailsIn([field('Contact', value)])).toEqual(expected);
  });
});

describe('phonesIn', () => {
  it.each([
    ['Telefoon', '020 123 45 67', ['020 123 45 67']],
    ['Bel ons', '(030) 123-4567', ['(030) 123-4567']],
    ['Contact', '+31 20 123 45 67', ['+31 20 123 45 67']],
    ['Sinds', '1998', []],
    ['KvK', '12345678', []],
    ['Telefoon', 'op werkdagen', []],
  ])('%s: %s', (name, value, expected) => {
    expect(phonesIn([field(name, value)])).toEqual(expected);
  });
});
