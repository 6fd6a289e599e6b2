/** `bijwerken doctor --network`, by the built command, against the demo world: what each source answers right now. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { html } from '../world/answer.ts';
import { buildAuthwall } from '../world/pages/linkedinWalls.ts';
import { type DemoWorld, startWorld } from '../world/world.ts';
import { bijwerken } from './command.ts';

let world: DemoWorld;
let walled = false;

beforeAll(async () => {
  const instead = ({ url }: { url: URL }) =>
    walled && url.hostname.endsWith('linkedin.com') ? html(buildAuthwall('')) : undefined;
  world = await startWorld({ now: Date.now(), instead });
});
afterAll(() => world.close());

const doctor = (...args: readonly string[]) =>
  bijwerken(['doctor', ...args, '--proxy', world.proxyUrl, '--ignore-https-errors', '--per-host-delay', '0']);

test('a source that sees: both answers, and what was read', async () => {
  walled = false;
  const { code, stdout, stderr } = await doctor('--network', 'linkedin', '--json');
  expect(code, stderr).toBe(0);
  const { sources } = JSON.parse(stdout) as { sources: { source: string; sight: string; trials: object[] }[] };
  expect(sources.map(({ source, sight }) => [source, sight])).toEqual([
    ['http', 'sees'],
    ['browser', 'sees'],
  ]);
  expect(sources[0]?.trials).toMatchObject([
    { control: 'known', outcome: 'profile', status: 200, fields: expect.arrayContaining(['name']) },
    { control: 'impossible', outcome: 'not-found', status: 404, fields: [] },
  ]);
});

test('a wall for everything: blind, in words, exit 1', async () => {
  walled = true;
  const { code, stderr } = await doctor('--network', 'linkedin');
  expect(code).toBe(1);
  expect(stderr).toContain('http: BLIND');
  expect(stderr).toContain('known: login-wall');
});

test('the website has no controls; an unknown one is a mistake', async () => {
  expect((await doctor('--network', 'website')).stderr).toContain('has no controls');
  const { code, stderr } = await doctor('--network', 'linkedn');
  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean "linkedin"?');
});
