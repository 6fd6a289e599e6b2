/** What is printed when something breaks holds no secret: neither of the environment nor of a stored session. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packSession } from '../../src/capture/session/packed.ts';
import { storeSession } from '../../src/capture/session/store.ts';
import { aCookie, aSession } from '../support/sessions.ts';
import { bijwerken, type TemporaryFolder, temporaryFolder } from './command.ts';

const SECRET = 'seat-of-the-organisation-4815162342';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder?.remove());

/** No disk takes a name this long: the error's text holds it, and so whatever stands in it. */
async function crashing(env: Readonly<Record<string, string>>) {
  const config = path.join(folder.path, 'profiles.json');
  const profile = { id: 'hyves-main', network: 'hyves', url: 'https://voorbeeld.hyves.nl/' };
  await writeFile(config, JSON.stringify({ version: 1, brand: { name: 'Voorbeeld' }, profiles: [profile] }));
  const out = path.join(folder.path, `${SECRET}-${'x'.repeat(300)}`);
  return await bijwerken(['audit', '--config', config, '--out', out], { env });
}

const packed = packSession(aSession('linkedin', [aCookie('li_at', { value: SECRET, domain: '.linkedin.com' })]));

test('without a session the path is told', async () => {
  const { code, stderr } = await crashing({ XDG_CONFIG_HOME: path.join(folder.path, 'nobody') });
  expect(code).toBe(70);
  expect(stderr).toContain(SECRET);
});

test.each<readonly [string, () => Promise<Record<string, string>>]>([
  ['of the environment', async () => ({ BIJWERKEN_SESSION_LINKEDIN: packed })],
  [
    'that is stored',
    async () => {
      const home = path.join(folder.path, 'home');
      await mkdir(home, { recursive: true });
      await storeSession('linkedin', packed, { XDG_CONFIG_HOME: home });
      return { XDG_CONFIG_HOME: home };
    },
  ],
])('no value of a session %s is told', async (_, envOf) => {
  const env = await envOf();
  const { code, stderr } = await crashing(env);
  expect(code).toBe(70);
  expect(stderr).toContain('[secret]');
  expect(stderr).not.toContain(SECRET);
  const { code: wrong, stderr: told } = await bijwerken(['validate', '--config', SECRET], { env });
  expect([wrong, told]).toEqual([2, expect.stringContaining('[secret]')]);
  expect(told).not.toContain(SECRET);
});

test('what breaks outside of a command is told alike, and is no finding', async () => {
  const home = path.join(folder.path, 'elsewhere');
  await storeSession('linkedin', packed, { XDG_CONFIG_HOME: home });
  const breaking = `setInterval(() => { if (process.listenerCount('uncaughtException') > 0) throw new Error('${SECRET}'); }, 1)`;
  const env = { XDG_CONFIG_HOME: home, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(breaking)}` };
  const { code, stderr } = await bijwerken(['networks'], { env });
  expect(code).toBe(70);
  expect(stderr).toContain('This is a bug in Bijwerken');
  expect(stderr).not.toContain(SECRET);
});
