/** Whose an address is: every spelling comes down to one account, and what is no account is none. */

import { describe, expect, test } from 'vitest';
import {
  accountAt,
  closedNetworks,
  findClosedNetwork,
  findNetwork,
  lifecycle,
  networks,
  unreadNetworks,
} from '../../src/networks/index.ts';

describe('LinkedIn', () => {
  test.each([
    ['https://www.linkedin.com/company/voorbeeld', 'voorbeeld', 'company'],
    ['https://www.linkedin.com/company/voorbeeld/', 'voorbeeld', 'company'],
    ['http://nl.linkedin.com/company/voorbeeld/about/', 'voorbeeld', 'company'],
    ['https://linkedin.com/company/voorbeeld/posts/?feedView=all', 'voorbeeld', 'company'],
    ['https://m.linkedin.com/company/voorbeeld?trk=x#top', 'voorbeeld', 'company'],
    ['https://WWW.LINKEDIN.COM/Company/Voorbeeld', 'Voorbeeld', 'company'],
    ['https://www.linkedin.com/company/caf%C3%A9-voorbeeld', 'café-voorbeeld', 'company'],
    ['https://www.linkedin.com/showcase/voorbeeld', 'voorbeeld', 'showcase'],
    ['https://www.linkedin.com//school//voorbeeld//', 'voorbeeld', 'school'],
    ['https://www.linkedin.com/company/12345', '12345', 'company'],
  ])('%s', (address, handle, kind) => {
    const network = findNetwork(address);
    expect(network?.id).toBe('linkedin');
    expect(network?.recognise(new URL(address))).toMatchObject({
      handle,
      kind,
      host: 'www.linkedin.com',
      url: `https://www.linkedin.com/${kind}/${encodeURIComponent(handle)}/`,
    });
  });

  test.each([
    'https://www.linkedin.com/in/iemand',
    'https://www.linkedin.com/authwall?trk=x',
    'https://www.linkedin.com/company/',
    'https://www.linkedin.com/company/%2F',
    'https://www.linkedin.com/',
  ])('%s is LinkedIn’s, and names no page', (address) => {
    const network = findNetwork(address);
    expect(network?.id).toBe('linkedin');
    expect(network?.recognise(new URL(address))).toBeNull();
    expect(network && accountAt(new URL(address), network).handle).toBe('');
  });

  test.each([
    'https://linkedin.com.example/company/x',
    'https://notlinkedin.com/company/x',
    'ftp://linkedin.com/company/x',
  ])('%s is not LinkedIn’s', (address) => {
    expect(findNetwork(address)?.id).not.toBe('linkedin');
  });
});

describe('X', () => {
  test.each([
    ['https://x.com/Voorbeeld', 'Voorbeeld'],
    ['https://x.com/@voorbeeld', 'voorbeeld'],
    ['https://twitter.com/voorbeeld?lang=nl', 'voorbeeld'],
    ['https://mobile.twitter.com/voorbeeld/with_replies', 'voorbeeld'],
    ['https://www.x.com/voorbeeld/status/1234567890123456789', 'voorbeeld'],
    ['https://twitter.com/intent/user?screen_name=voorbeeld', 'voorbeeld'],
    ['https://api.x.com/2/users/by/username/voorbeeld?user.fields=url', 'voorbeeld'],
    ['https://api.twitter.com/1.1/users/show.json?screen_name=voorbeeld', 'voorbeeld'],
    [
      'https://x.com/i/api/graphql/Ab/UserByScreenName?variables=%7B%22screen_name%22%3A%22voorbeeld%22%7D',
      'voorbeeld',
    ],
  ])('%s', (address, handle) => {
    const network = findNetwork(address);
    expect(network?.id).toBe('x');
    expect(network?.recognise(new URL(address))).toMatchObject({ handle, url: `https://x.com/${handle}` });
  });

  test.each([
    'https://x.com/home',
    'https://x.com/search?q=a',
    'https://x.com/i/flow/login',
    'https://x.com/hashtag/a',
    'https://x.com/with-dash',
    'https://x.com/',
  ])('%s is no account', (address) => {
    expect(findNetwork(address)?.id).toBe('x');
    expect(findNetwork(address)?.recognise(new URL(address))).toBeNull();
  });

  test.each(['https://help.x.com/en', 'https://xx.com/voorbeeld'])('%s is not X’s', (address) => {
    expect(findNetwork(address)?.id).not.toBe('x');
  });
});

describe('a website', () => {
  test.each([
    ['https://www.voorbeeld.example', 'voorbeeld.example'],
    ['https://voorbeeld.example/utrecht/', 'voorbeeld.example/utrecht'],
    ['http://VOORBEELD.example:8080/', 'voorbeeld.example'],
  ])('%s', (address, handle) => {
    const network = findNetwork('website');
    expect(network?.recognise(new URL(address))?.handle).toBe(handle);
  });

  test('is what any other address is', () => {
    expect(findNetwork('https://voorbeeld.example/')?.id).toBe('website');
    expect(findNetwork('mailto:info@voorbeeld.example')).toBeUndefined();
    expect(findNetwork('no address')).toBeUndefined();
  });
});

describe('closed networks', () => {
  test.each([
    ['https://voorbeeld.hyves.nl/', 'hyves', '2013-12-02'],
    ['https://plus.google.com/+Voorbeeld', 'google-plus', '2019-04-02'],
    ['https://vine.co/voorbeeld', 'vine', '2017-01-17'],
    ['https://www.periscope.tv/voorbeeld', 'periscope', '2021-03-31'],
    ['hyves', 'hyves', '2013-12-02'],
  ])('%s', (address, id, closedOn) => {
    expect(findClosedNetwork(address)).toMatchObject({ id, closedOn });
  });

  test.each(['https://www.google.com/', 'https://nothyves.nl/', 'linkedin', 'x'])('%s is open', (address) => {
    expect(findClosedNetwork(address)).toBeUndefined();
  });

  test('have a date and a source each', () => {
    for (const { closedOn, source, hosts } of closedNetworks) {
      expect(new Date(closedOn).toISOString().slice(0, 10)).toBe(closedOn);
      expect(URL.canParse(source)).toBe(true);
      expect(hosts.length).toBeGreaterThan(0);
    }
  });
});

test('ids are unique, and networks that any host may speak come last', () => {
  const ids = [...networks, ...unreadNetworks, ...closedNetworks].map(({ id }) => id);
  // A network that has got a reader leaves unread.ts.
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const anyHost = networks.map((network) => network.anyHost === true);
  expect(anyHost).toEqual([...anyHost].sort());
});

describe('what became of each network', () => {
  test('each is there once, with a day of review and a source', () => {
    const ids = lifecycle.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([...networks, ...unreadNetworks, ...closedNetworks].map(({ id }) => id)),
    );
    for (const { reviewed, source, state, since } of lifecycle) {
      expect(new Date(reviewed).toISOString().slice(0, 10)).toBe(reviewed);
      expect(URL.canParse(source), source).toBe(true);
      expect(since === null).toBe(state === 'active');
    }
  });

  test('what was renamed or merged has a successor that is there', () => {
    const changed = lifecycle.filter(({ state }) => state === 'renamed' || state === 'merged');
    for (const { successor } of changed) expect(networks.map(({ id }) => id)).toContain(successor);
    expect(changed.map(({ id }) => id)).toContain('twitter');
  });

  test('Twitter and X are one account in two spellings', () => {
    const [old, now] = ['https://twitter.com/voorbeeld', 'https://x.com/voorbeeld'].map((url) =>
      findNetwork(new URL(url)),
    );
    expect([old?.id, now?.id]).toEqual(['x', 'x']);
  });
});
