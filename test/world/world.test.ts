/** The played pages keep the marks and traps that the demo's expectations rest on. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expected, missingNetwork } from './expected.ts';
import { bio, brand, DAY, demo } from './organisation.ts';
import { linkedInTime, meta, openGraph } from './testReading.ts';
import { type DemoWorld, startWorld } from './world.ts';
import { urlOf, type WorldClient, worldClient } from './worldClient.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');

let world: DemoWorld;
let client: WorldClient;

beforeAll(async () => {
  world = await startWorld({ now: NOW });
  client = worldClient(world.proxyUrl);
});

afterAll(async () => {
  await client.close();
  await world.close();
});

const get = (url: string, headers?: Record<string, string>) => client.get(url, headers);
const json = async (url: string) => JSON.parse((await get(url)).text);

describe('the organisation', () => {
  test('every profile of the file has its row in the table, and none besides', () => {
    expect(expected.map(({ id }) => id)).toEqual(demo.profiles.map(({ id }) => id));
    expect(demo.profiles.map(({ network }) => network)).not.toContain(missingNetwork);
  });

  test('the table shows every verdict that can be reached', () => {
    const verdicts = new Set(expected.map(({ verdict }) => verdict));
    expect([...verdicts].sort()).toEqual([
      'consistent',
      'dormant',
      'gone',
      'inconsistent',
      'network-closed',
      'suspended',
      'unverifiable',
    ]);
  });

  test('no address can belong to anybody', () => {
    for (const { url } of demo.profiles) expect(url).toMatch(/[/@.]bijwerken[-_]demo/);
  });

  test.each([2000, 500, 256, 160, 101])('there is a Dutch text of its own for %i characters', (limit) => {
    expect(bio(limit).length).toBeLessThanOrEqual(limit);
    expect(bio(limit).length).toBeGreaterThan(limit * 0.3);
  });
});

describe('LinkedIn', () => {
  test('a page is weighty, names itself, and is surrounded by others', async () => {
    const page = await get(urlOf('linkedin-hoofdpagina'));
    expect(page.status).toBe(200);
    expect(page.bytes.length).toBeGreaterThan(120_000);
    expect(meta(page.text, 'pageKey')).toBe('d_org_guest_company_overview');
    expect(page.text).toContain(
      '<link rel="canonical" href="https://nl.linkedin.com/company/bijwerken-demo-peil-en-oever">',
    );
    expect(openGraph(page.text, 'og:title')).toBe('Stichting Peil &amp; Oever | LinkedIn');
    expect(page.text.match(/"@type":"Organization","name"/g)?.length).toBeGreaterThan(2);
    expect(page.text).toContain('Ringvaart &amp; Zonen');
    expect(page.text).toContain('alt="Stichting Peil &amp;amp; Oever"');
    expect(page.text).toContain('/redir/redirect?url=https%3A%2F%2Fwww%2Ebijwerken-demo%2Eexample');
    expect(page.text).toContain('3 weken geleden');
  });

  test('the ids of updates hold their times, the newest one being a repost', async () => {
    const { text } = await get(urlOf('linkedin-hoofdpagina'));
    const times = [...text.matchAll(/data-activity-urn="urn:li:activity:(\d+)"/g)].map(([, id]) =>
      linkedInTime(id ?? ''),
    );
    expect(times).toEqual([2, 22, 41, 130].map((days) => NOW - days * DAY));
    const cards = text.slice(text.indexOf('updates__list'));
    expect(cards.indexOf('heeft dit gerepost')).toBeLessThan(cards.indexOf('De cijfers van oktober'));
  });

  test('the seeded faults: old logo, former name', async () => {
    const jong = await get(urlOf('linkedin-jong'));
    expect(new URL(jong.url).hostname).toBe('nl.linkedin.com');
    const leeuwarden = await get(urlOf('linkedin-leeuwarden'));
    expect(leeuwarden.text).toContain(`about-us__description">${brand.formerNames[0]} meet met`);
  });

  test('the wall has status 200 and a title, and the page that is gone has the network’s own words', async () => {
    const wall = await get(urlOf('linkedin-werken-bij'));
    expect([wall.status, new URL(wall.url).pathname]).toEqual([200, '/authwall']);
    expect(wall.text).toMatch(/<title>\s*Sign Up \| LinkedIn\s*<\/title>/);
    expect(wall.text).not.toContain('Peil');
    const gone = await get(urlOf('linkedin-kadewacht'));
    expect(gone.status).toBe(404);
    expect(gone.text).toContain('Page not found');
    expect(gone.text).not.toContain('d_org_guest');
  });
});

describe('Facebook', () => {
  test('plain clients get the same error for what exists and what does not', async () => {
    const [there, nowhere] = await Promise.all(
      [urlOf('facebook-hoofdpagina'), 'https://www.facebook.com/bijwerken-demo-nergens'].map((url) => get(url, {})),
    );
    expect(there?.status).toBe(400);
    expect(there?.text).toBe(nowhere?.text);
  });

  test('a full page carries contact data and posts in its JSON, the pinned post first', async () => {
    const page = await get(urlOf('facebook-hoofdpagina'));
    expect(page.bytes.length).toBeGreaterThan(200_000);
    expect(page.text).toContain('"timeline_context_list_item_type":"INTRO_CARD_PROFILE_PHONE"');
    expect(page.text).toContain('085 000 19 87');
    expect(page.text).toContain('info\\u0040bijwerken-demo.example');
    const times = [...page.text.matchAll(/"creation_time":(\d+)/g)].map(([, seconds]) => Number(seconds) * 1000);
    expect(times).toEqual([400, 9, 16].map((days) => NOW - days * DAY));
  });

  test('a page with Open Graph only has its text cut, and nothing of contact or posts', async () => {
    const { text } = await get(urlOf('facebook-vrijwilligers'));
    const description = openGraph(text, 'og:description');
    const shown = /12 waren hier\. (.*)\.\.\.$/.exec(description)?.[1] ?? '';
    expect(shown.length).toBeGreaterThan(40);
    expect(bio(101).startsWith(shown)).toBe(true);
    expect(bio(101)).not.toBe(shown);
    expect(text).not.toMatch(/INTRO_CARD|creation_time/);
    expect(text).toContain('This browser is not supported');
  });

  test('the slow page comes whole in the end', async () => {
    const page = await get(urlOf('facebook-leeuwarden'));
    expect(page.text).toContain('088 000 58 58');
    expect(page.text.endsWith('</html>')).toBe(true);
  });
});

describe('X', () => {
  test('the shell says nothing of the account, whoever is asked for', async () => {
    const page = await get(urlOf('x-hoofdaccount'));
    expect(page.bytes.length).toBeGreaterThan(200_000);
    expect(page.text).toBe((await get('https://x.com/bijwerken_demo_nergens')).text);
    expect(page.text).not.toContain('Peil');
    expect((await get(urlOf('x-english'))).url).toBe('https://x.com/bijwerken_demo_intl?lang=en');
  });

  test('the challenge refuses plain clients and looks like a page to browsers', async () => {
    expect((await get(urlOf('x-persdienst'), {})).status).toBe(403);
    const page = await get(urlOf('x-persdienst'));
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>Just a moment...</title>');
  });
});

describe('the open networks', () => {
  const lookup = (name: string) => `https://mastodon.example/api/v1/accounts/lookup?acct=${name}`;
  const posts = (id: string) => `https://mastodon.example/api/v1/accounts/${id}/statuses?limit=1&exclude_reblogs=true`;

  test('Mastodon: a boost is newest where the account lives, and nothing is new where it is dormant', async () => {
    const living = await json(lookup('bijwerken-demo-peil'));
    expect(living.display_name).toBe(brand.name);
    expect(living.last_status_at).toBe('2026-11-21');
    expect((await json(posts(living.id)))[0].created_at).toBe(new Date(NOW - 6 * DAY).toISOString());
    const dormant = await json(lookup('bijwerken-demo-meetdagen@mastodon.example'));
    expect(Date.parse(dormant.last_status_at)).toBeLessThan(NOW - 365 * DAY);
    expect((await json(posts(dormant.id)))[0].created_at).toBe(new Date(NOW - 403 * DAY).toISOString());
    expect(await json(lookup('bijwerken-demo-nergens'))).toEqual({ error: 'Record not found' });
  });

  test('Bluesky: a pinned post and somebody else’s stand before the newest', async () => {
    const api = 'https://public.api.bsky.app/xrpc';
    const profile = await json(`${api}/app.bsky.actor.getProfile?actor=bijwerken-demo-peil.bsky.social`);
    expect(profile.description).toBe(bio(256));
    const { feed } = await json(`${api}/app.bsky.feed.getAuthorFeed?actor=${profile.did}&limit=3`);
    const [pinned, reposted, newest] = feed;
    expect([pinned.reason.$type, reposted.reason.$type]).toEqual([
      'app.bsky.feed.defs#reasonPin',
      'app.bsky.feed.defs#reasonRepost',
    ]);
    expect(reposted.post.author.did).not.toBe(profile.did);
    expect(newest.post.record.createdAt).toBe(new Date(NOW - 8 * DAY).toISOString());
    const suspended = await get(`${api}/app.bsky.actor.getProfile?actor=bijwerken-demo-wadpad.bsky.social`);
    expect([suspended.status, JSON.parse(suspended.text).message]).toEqual([400, 'Account has been suspended']);
  });
});

test('the website has structured data and links', async () => {
  const { text, status } = await get(urlOf('website'));
  expect(status).toBe(200);
  expect(text).toContain('"telephone":"+31 85 000 20 45"');
  expect(text).toContain('href="tel:+31850002045"');
  expect(text).toContain('href="mailto:info@bijwerken-demo.example?subject=Vraag"');
  expect(text).not.toContain('hyves');
});

describe('the proxy', () => {
  test('what is not played cannot be reached, and is recorded', async () => {
    await expect(get(urlOf('hyves-kadewacht'))).rejects.toThrow();
    expect(world.requests.at(-1)).toMatchObject({ method: 'CONNECT', host: 'bijwerken-demo-kadewacht.hyves.nl' });
  });

  test('plain http addresses are played too', async () => {
    expect((await get('http://www.bijwerken-demo.example/')).status).toBe(200);
    expect(world.requests.at(-1)?.url).toBe('http://www.bijwerken-demo.example/');
  });

  test('well-known accounts answer as profiles do, impossible ones as unknown', async () => {
    expect((await get('https://www.linkedin.com/company/linkedin/')).status).toBe(200);
    expect((await get('https://www.linkedin.com/company/bijwerken--no-such-page-7f3a91')).status).toBe(404);
    expect((await json('https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=bsky.app')).handle).toBe(
      'bsky.app',
    );
  });
});
