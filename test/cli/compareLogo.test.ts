import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bars, kite, oldKite, shown } from '../compare/logo/marks.ts';
import { cleanEnv, root, type TemporaryFolder, temporaryFolder } from '../e2e/command.ts';

let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await temporaryFolder();
  const put = (name: string, bytes: Uint8Array) => writeFile(path.join(folder.path, name), bytes);
  await put('logo.svg', kite());
  await put('old.svg', oldKite());
  await put('seen.jpg', await (await shown(kite())).jpeg().toBuffer());
  await put('other.png', await (await shown(bars())).png().toBuffer());
  await put('broken.png', Buffer.from('no picture'));
});
afterAll(() => folder.remove());

function run(args: readonly string[], input = '') {
  const main = path.join(root, 'dist', 'cli', 'main.js');
  const options = { cwd: folder.path, env: cleanEnv(), input, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'compare-logo', ...args], options);
  return { status, stdout, stderr };
}

describe('one picture', () => {
  test('the verdict, what matched, and the reason in the language asked for', () => {
    const { status, stdout } = run(['seen.jpg', '--logo', 'old.svg:outdated', '--logo', 'logo.svg', '--lang', 'nl']);
    expect(status).toBe(0);
    const printed = JSON.parse(stdout);
    expect(printed).toMatchObject({ verdict: 'same', matched: 1, role: 'primary', file: 'logo.svg' });
    expect(printed.score).toBeGreaterThan(0.8);
    expect(printed.reason).toMatchObject({ code: 'same-pixels', text: expect.stringContaining('dezelfde') });
  });

  test('the pictures are written where they were asked for', async () => {
    const { stdout } = run(['other.png', '--logo', 'logo.svg', '--pictures', 'proof']);
    const { pictures } = JSON.parse(stdout);
    expect(Object.keys(pictures)).toEqual(['aligned', 'canonical', 'difference']);
    const bytes = await readFile(path.join(folder.path, pictures.difference));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  test.each([
    [['nothing.png', '--logo', 'logo.svg'], 'nothing.png: there is no such file.'],
    [['seen.jpg'], 'at least one --logo'],
    [['seen.jpg', '--batch'], 'from standard input only'],
  ])('%j is wrong usage', (args, message) => {
    const { status, stderr } = run(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

test('a batch: one line out for each in, in order; a bad line spoils no other', () => {
  const line = (id: unknown, observed: unknown, logos: unknown) => JSON.stringify({ id, observed, logos });
  const logos = [
    { file: 'logo.svg', role: 'primary' },
    { file: 'old.svg', role: 'outdated' },
  ];
  const input = [
    line('a', 'seen.jpg', logos),
    '{ no JSON',
    '',
    line(2, 'nothing.png', logos),
    line('c', 'seen.jpg', [{ file: 'logo.svg', role: 'boss' }]),
    line('d', 'broken.png', logos),
    line('e', 'other.png', [{ file: 'logo.svg' }]),
    line('f', 'seen.jpg', []),
  ];
  const { status, stdout } = run(['--batch'], input.join('\n'));
  expect(status).toBe(0);
  const answers = stdout
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(answers).toMatchObject([
    { id: 'a', verdict: 'same', matched: 0 },
    { id: null, error: expect.any(String) },
    { id: 2, error: expect.stringContaining('ENOENT') },
    { id: 'c', error: '"role" of a logo is none of primary, variant, outdated.' },
    { id: 'd', verdict: 'undecided', reason: { code: 'not-an-image' } },
    { id: 'e', verdict: 'different' },
    { id: 'f', error: expect.stringContaining('"logos"') },
  ]);
});
