/** What the played image servers send is judged as it was seeded: the brand's logo survives every network's treatment. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareLogo } from '../../src/compare/logo/compareLogo.ts';
import { brandLogos } from './brandLogos.ts';
import { type DemoWorld, startWorld } from './world.ts';
import { urlOf, type WorldClient, worldClient } from './worldClient.ts';

let world: DemoWorld;
let client: WorldClient;

beforeAll(async () => {
  world = await startWorld({ now: Date.parse('2026-11-23T02:00:00Z') });
  client = worldClient(world.proxyUrl);
});

afterAll(async () => {
  await client.close();
  await world.close();
});

describe('the pictures', () => {
  test.each([
    ['linkedin-hoofdpagina', /data-delayed-url="(https:\/\/media[^"]+company-logo_200_200[^"]+)"/, 'same'],
    ['linkedin-jong', /data-delayed-url="(https:\/\/media[^"]+company-logo_200_200[^"]+)"/, 'outdated'],
    ['facebook-hoofdpagina', /property="og:image" content="([^"]+)"/, 'same'],
    ['mastodon-hoofdaccount', /property="og:image" content="([^"]+)"/, 'same'],
    ['mastodon-jong', /property="og:image" content="([^"]+)"/, 'variant'],
    ['website', /"logo":\{"@type":"ImageObject","url":"([^"]+)"/, 'same'],
  ])('%s shows a logo that is judged as seeded', async (id, place, verdict) => {
    const address = place.exec((await client.get(urlOf(id))).text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const image = await client.get(address);
    expect(image.status).toBe(200);
    expect((await compareLogo(image.bytes, brandLogos)).verdict).toBe(verdict);
  });

  test.each([
    ['https://pbs.twimg.com/profile_images/1800000000000010/_b1jW3rKn_400x400.jpg', 'same'],
    ['https://cdn.bsky.app/img/avatar/plain/did:plc:demo/bafkreidemo1800000000000010@jpeg', 'same'],
    ['https://media.licdn.com/dms/image/v2/D4E0BAQ1800000000000014/company-logo_100_100/x', 'different'],
  ])('%s', async (address, verdict) => {
    expect((await compareLogo((await client.get(address)).bytes, brandLogos)).verdict).toBe(verdict);
  });
});
