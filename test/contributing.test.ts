/** CONTRIBUTING.md, followed word by word in a copy: its files are written, its lines added, its tests run. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TrialCopy, trialCopy } from './support/trialCopy.ts';

const WRITTEN = 14;
/** Of a busy machine; nothing here is measured. */
const PATIENCE = 180_000;

/** Where a new network, check or format can be missed. */
const PURE = ['model', 'read', 'networks', 'checks', 'plan', 'decide', 'words', 'report'].map((name) => `src/${name}`);

let copy: TrialCopy;
const written: string[] = [];

beforeAll(async () => {
  copy = await trialCopy();
  const guide = await readFile(path.resolve(import.meta.dirname, '../CONTRIBUTING.md'), 'utf8');
  for (const [, file = '', content = ''] of guide.matchAll(/^`([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)) {
    await mkdir(path.dirname(path.join(copy.path, file)), { recursive: true });
    await writeFile(path.join(copy.path, file), content);
    written.push(file);
  }
  for (const [, block = ''] of guide.matchAll(/^```diff\n([\s\S]*?)^```$/gm)) {
    for (const [, file = '', lines = ''] of block.matchAll(/^@@ (\S+) @@\n((?:[ +-].*\n)+)/gm))
      await change(file, lines);
  }
});

afterAll(() => copy.remove());

/** The lines before and the lines after, as a diff shows them; they must stand in the file once. */
async function change(file: string, lines: string): Promise<void> {
  const at = path.join(copy.path, file);
  const without = (sign: string) => lines.replace(new RegExp(`^\\${sign}.*\\n`, 'gm'), '').replace(/^[ +-]/gm, '');
  const parts = (await readFile(at, 'utf8')).split(`\n${without('+')}`);
  expect(parts.length, `${file} has these lines once:\n${without('+')}`).toBe(2);
  await writeFile(at, parts.join(`\n${without('-')}`));
}

test('every file of the examples was found in the text', () => {
  expect(written).toHaveLength(WRITTEN);
  expect(written).toEqual(
    expect.arrayContaining(['src/networks/praatpaal.ts', 'src/checks/capitals.ts', 'src/report/tsv.ts']),
  );
});

test(
  'the examples pass type check and lint',
  async () => {
    const types = await copy.types(...PURE, ...written.filter((file) => /^test\/.*\.ts$/.test(file)), 'test/words');
    expect(types.code, types.output).toBe(0);
    const code = written.filter((file) => file.endsWith('.ts'));
    const lint = await copy.run('biome', 'check', '--vcs-enabled=false', '--error-on-warnings', ...code);
    expect(lint.code, lint.output).toBe(0);
  },
  PATIENCE,
);

test(
  'the tests that they name pass, and those of the house',
  async () => {
    const files = [
      'networks.test.ts',
      'networks/index',
      'checks/judge',
      'checks/capitals',
      'words',
      'config/checkIds',
      'report/tsv',
      'architecture',
    ];
    const ran = await copy.run('vitest', 'run', ...files.map((file) => `test/${file}`));
    expect(ran.code, ran.output).toBe(0);
    expect(ran.output).toContain('test/report/tsv.test.ts');
  },
  PATIENCE,
);
