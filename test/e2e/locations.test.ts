/** Hundreds of locations over many files, one file and a table, through the built command. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, filesBelow, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { NAME, sitePage } from './site.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder();
  return folder.remove;
});

const { keep, closeAll } = closing();
afterAll(closeAll);

const COUNT = 500;
const numbers = Array.from({ length: COUNT }, (_, number) => number);
const location = (number: number) => ({
  id: `l${number}`,
  name: `${NAME} ${number}`,
  contact: { phones: [`+31 20 ${1_000_000 + number}`], address: { city: 'Amsterdam', country: 'NL' } },
});
const row = (number: number) => `l${number};${NAME} ${number};"+31 20 ${1_000_000 + number}";Amsterdam;NL`;
const table = ['id;naam;telefoon;plaats;land', ...numbers.map(row)].join('\r\n');

async function put(files: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder.path, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

const main = (parts: object) => ({
  version: 1,
  brand: { name: NAME },
  profiles: [{ id: 'site', network: 'website', url: 'https://voorbeeld.nl/', location: 'l499' }],
  ...parts,
});
const one = (number: number) => [`locations/l${number}.json`, { locations: [location(number)] }] as const;

const SPREAD = [
  ['one file', { extends: 'locations.json' }, { 'locations.json': { locations: numbers.map(location) } }, 2],
  [
    'a file each',
    { extends: numbers.map((number) => one(number)[0]) },
    Object.fromEntries(numbers.map(one)),
    COUNT + 1,
  ],
  ['a table', { extends: ['locations.csv'] }, { 'locations.csv': table }, 2],
] as const;

describe('validate', () => {
  test.each(SPREAD)('%s of five hundred', async (_, extending, files, read) => {
    await put({ ...files, 'profiles.json': main(extending) });
    const { code, stdout, stderr } = await bijwerken(['validate'], { cwd: folder.path });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: `profiles.json is right: 1 profiles, 500 locations, 0 images; ${read} files were read.\n`,
    });
  });

  test('a mistake in any of them is told in that file, by line and column', async () => {
    const broken = { locations: [{ ...location(7), phone: '1', id: 'l8' }] };
    await put({
      ...SPREAD[1][2],
      'locations/l7.json': broken,
      'more/table.csv': 'id;naam;land\nl499;A;NL\nnieuw;B;Nederland\n',
      'brand.json': { name: 'x', contact: { website: 'voorbeeld.nl' } },
      'profiles.json': main({
        extends: [...SPREAD[1][1].extends, 'more/table.csv'],
        settings: { minCoverage: 2 },
        brand: { name: NAME, contact: { $ref: 'brand.json#/contact' } },
      }),
    });
    const { code, stdout, stderr } = await bijwerken(['validate'], { cwd: folder.path });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    // What is known there changes with the schema, and is no matter of this test.
    const lines = stderr
      .trimEnd()
      .replace(/ Known here: .*$/gm, '…')
      .split('\n');
    expect(lines).toEqual([
      'profiles.json:521:20 /settings/minCoverage: expected a number <= 1, found 2.',
      'locations/l7.json:15:7 /locations/0/phone: unknown key "phone".…',
      'locations/l8.json:4:13 /locations/0/id: the id "l8" is taken by locations/l7.json:4:13 /locations/0/id; ids must be unique.',
      'more/table.csv:2:1 /locations/0/id: the id "l499" is taken by locations/l499.json:4:13 /locations/0/id; ids must be unique.',
      'more/table.csv:3:9 /locations/1/contact/address/country: expected what the schema describes (Country as ISO 3166-1 alpha-2, such as `NL`.), found "Nederland".',
      'brand.json:4:16 /contact/website: expected an address that begins with https:// or http://, found "voorbeeld.nl".',
    ]);
  });
});

test('an audit expects of a profile what its location’s table says', async () => {
  const site = await keep(
    httpServer((_, response) =>
      response.setHeader('content-type', 'text/html').end(sitePage({ name: `${NAME} 1`, phone: '+31 20 100 00 02' })),
    ),
  );
  await put({
    'more/locations.csv': table,
    'more/all.json': { extends: 'locations.csv', settings: { perHostDelayMs: 0, minCoverage: 0 } },
    'profiles.json': main({
      extends: 'more/all.json',
      profiles: [
        { id: 'site', network: 'website', url: `http://127.0.0.1:${site.port}/`, location: 'l1', sources: ['http'] },
      ],
    }),
  });
  const { code, stderr } = await bijwerken(['audit', '--allow-private'], { cwd: folder.path });
  expect(code, stderr).toBe(1);
  expect(await filesBelow(path.join(folder.path, 'reports', 'latest'))).toContain('report.json');
  const { profiles } = await readReport(path.join(folder.path, 'reports', 'latest'));
  const statuses = Object.fromEntries((profiles[0]?.findings ?? []).map(({ check, status }) => [check, status]));
  expect(statuses).toMatchObject({ 'info.name': 'ok', 'info.phone': 'deviating' });
});
