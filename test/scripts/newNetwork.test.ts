/** The scaffold of a network: what it writes is sound as it stands, claims nothing, and cannot be left as it is. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TrialCopy, trialCopy } from '../support/trialCopy.ts';

/** Of a busy machine; nothing here is measured. */
const PATIENCE = 180_000;

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(copy.path, file), 'utf8');

let copy: TrialCopy;
let made: Awaited<ReturnType<TrialCopy['run']>>;

beforeAll(async () => {
  copy = await trialCopy();
  made = await copy.run('tsx', 'scripts/newNetwork.ts', 'praat-paal', 'Praatpaal', 'www.praatpaal.example');
});

afterAll(() => copy.remove());

test('a network, three fixtures, a line in the list', () => {
  expect(made.code, made.output).toBe(0);
  expect(made.output.split('\n').filter((line) => line.includes('/'))).toEqual([
    'src/networks/praatPaal.ts',
    ...['normal', 'walled', 'gone'].flatMap((state) =>
      ['capture.json', 'page.html', 'expected.json'].map(
        (file) => `test/fixtures/networks/praat-paal/${state}/${file}`,
      ),
    ),
    'src/networks/index.ts',
    'Now fill in what says FILL IN, and run: npx vitest run test/networks.test.ts -t praat-paal --reporter=dot',
  ]);
  expect(read('src/networks/index.ts')).toContain('  praatPaal,\n  // Any host may speak these.\n');
});

test(
  'passes type check, lint and the shared test at once',
  async () => {
    const types = await copy.types('src/networks', 'test/networks.test.ts');
    expect(types.code, types.output).toBe(0);
    const files = ['src/networks/praatPaal.ts', 'src/networks/index.ts'];
    const lint = await copy.run('biome', 'check', '--vcs-enabled=false', '--error-on-warnings', ...files);
    expect(lint.code, lint.output).toBe(0);
    const ran = await copy.run('vitest', 'run', 'test/networks.test.ts', '-t', 'praat-paal');
    expect(ran.code, ran.output).toBe(0);
    expect(ran.output).toMatch(/Tests {2}7 passed/);
  },
  PATIENCE,
);

test('says nothing of an absence, of limits or of addresses to edit', () => {
  expect(JSON.parse(read('test/fixtures/networks/praat-paal/gone/expected.json')).outcome).toBe('unreadable');
  const adapter = read('src/networks/praatPaal.ts');
  expect(adapter).not.toMatch(/sign\('(?:not-found|suspended)'/);
  expect(adapter).toContain('limits: {},');
  expect(adapter).toContain('links: {},');
});

test('does not write over what is there, and takes a known network off the list of those without a reader', async () => {
  const again = await copy.run('tsx', 'scripts/newNetwork.ts', 'praat-paal', 'Praatpaal', 'praatpaal.example');
  expect(again).toMatchObject({
    code: 2,
    output: expect.stringContaining('src/networks/praatPaal.ts is there already.'),
  });
  const list = 'src/networks/unread.ts';
  const line = "  { id: 'kletspaal', name: 'Kletspaal', hosts: ['kletspaal.example'] },";
  writeFileSync(path.join(copy.path, list), read(list).replace('UnreadNetwork[] = [', `UnreadNetwork[] = [\n${line}`));
  expect(read(list)).toContain("'kletspaal'");
  const known = ['kletspaal', 'Kletspaal', 'kletspaal.example'];
  expect((await copy.run('tsx', 'scripts/newNetwork.ts', ...known)).code).toBe(0);
  expect(read(list)).not.toContain("'kletspaal'");
});

test.each([
  [[], 'An id, a name and a host are needed.'],
  [['Praatpaal', 'Praatpaal', 'praatpaal.example'], 'Praatpaal is no id'],
  [['praatpaal', "Praat'paal", 'praatpaal.example'], "Praat'paal is no name"],
  [['praatpaal', 'Praatpaal', 'https://praatpaal.example/'], 'https://praatpaal.example/ is no host'],
])('%j: %s', async (args, message) => {
  expect(await copy.run('tsx', 'scripts/newNetwork.ts', ...args)).toMatchObject({
    code: 2,
    output: expect.stringContaining(message),
  });
});

test('nothing that the scaffold left to fill in stands in the house', () => {
  const folders = ['src/networks', 'test/fixtures/networks'];
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('FILL IN'))).toEqual([]);
});
