/** `bijwerken init` through the built command: a file that `validate` accepts, and no file when something is wrong. */

import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bijwerken, root, type TemporaryFolder, temporaryFolder } from './command.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const init = (...args: string[]) => bijwerken(['init', ...args], { cwd: folder.path });
const enough = ['--name', 'Stichting Voorbeeld', '--website', 'https://voorbeeld.nl', '--yes'];

test('the file it writes is right, and it says what to do next', async () => {
  await copyFile(path.join(root, 'brand', 'logo.svg'), path.join(folder.path, 'logo.svg'));
  const contact = ['--email', 'info@voorbeeld.nl', '--phone', '+31 20 123 45 67', '--logo', 'logo.svg'];
  const profiles = [
    'https://nl.linkedin.com/company/voorbeeld?trk=nav',
    'https://www.facebook.com/voorbeeld',
    'https://twitter.com/voorbeeld',
    'https://bsky.app/profile/voorbeeld.bsky.social',
    'https://mastodon.nl/@voorbeeld',
    'https://www.instagram.com/voorbeeld/',
    'https://www.youtube.com/@voorbeeld',
    'https://voorbeeld.hyves.nl/',
    'https://elders.nl/voorbeeld',
  ];
  const { code, stdout, stderr } = await init(...enough, ...contact, ...profiles.flatMap((url) => ['--profile', url]));
  expect(code, stderr).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain('bijwerken validate');
  const file: unknown = JSON.parse(await readFile(path.join(folder.path, 'profiles.json'), 'utf8'));
  expect(file).toMatchObject({
    brand: {
      name: 'Stichting Voorbeeld',
      logos: [{ file: 'logo.svg', role: 'primary' }],
      contact: { website: 'https://voorbeeld.nl/', emails: ['info@voorbeeld.nl'], phones: ['+31 20 123 45 67'] },
    },
    profiles: [
      { id: 'linkedin-voorbeeld', network: 'linkedin' },
      { id: 'facebook-voorbeeld', network: 'facebook' },
      { id: 'x-voorbeeld', network: 'x' },
      { id: 'bluesky-voorbeeld-bsky-social', network: 'bluesky' },
      { id: 'mastodon-voorbeeld', network: 'mastodon' },
      { id: 'instagram-voorbeeld', network: 'instagram' },
      { id: 'youtube-voorbeeld', network: 'youtube' },
      { id: 'hyves', network: 'hyves' },
      { id: 'website-elders-nl-voorbeeld', network: 'website' },
      { id: 'website', network: 'website' },
    ],
  });
  const validated = await bijwerken(['validate'], { cwd: folder.path });
  expect(validated.code, validated.stderr).toBe(0);
});

test('a file that is there is never touched, but with --force', async () => {
  const file = path.join(folder.path, 'profiles.json');
  await writeFile(file, 'mine');
  const refused = await init(...enough);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toBe(
    'profiles.json: this file is there already; it is not touched. Replace it with --force.\n',
  );
  expect(await readFile(file, 'utf8')).toBe('mine');
  expect((await init(...enough, '--force')).code).toBe(0);
  expect(await readFile(file, 'utf8')).toContain('Stichting Voorbeeld');
});

test.each([
  ['nothing to ask', [], 'init: nothing can be asked here'],
  ['no name', ['--website', 'https://voorbeeld.nl', '--yes'], '--name is missing'],
  ['no website', ['--name', 'V'], '--website is missing'],
  ['a website that is none', ['--name', 'V', '--website', 'https://'], '--website: "https://" is not a web address'],
  ['no such logo', [...enough, '--logo', 'nope.png'], '--logo nope.png: there is no such file.'],
  [
    'a network without a profile',
    [...enough, '--profile', 'https://www.linkedin.com/'],
    '--profile: https://www.linkedin.com/: this is not the address of a profile on LinkedIn.',
  ],
])('%s: one clear line, and no file', async (_, args, line) => {
  const { code, stdout, stderr } = await init(...args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(line);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(await readdir(folder.path)).toEqual([]);
});
