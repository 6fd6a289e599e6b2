/** KvK and VAT numbers from profiles.json and a table of locations to the page that the adviser reads. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
const FEET: Readonly<Record<string, string>> = {
  goed: 'KvK-nummer 01 23 45 67 | Btw-id NL1234.56.782.B01',
  oud: 'KvK 87654321, BTW NL123456782B01',
  utrecht: 'Stichting Voorbeeld Utrecht, KvK 12345670',
  stil: 'Met dank aan Anders B.V. (KvK 99998888)',
};
let folder: TemporaryFolder;
let origin = '';

beforeAll(async () => {
  const site = await keep(
    httpServer(({ url = '/' }, response) => {
      const page = sitePage().replace('</body>', `<footer>${FEET[url.slice(1)]}</footer></body>`);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    }),
  );
  origin = `http://127.0.0.1:${site.port}`;
  folder = await temporaryFolder();
});
afterAll(closeAll);
afterAll(() => folder?.remove());

const write = (kvk: string) =>
  writeProfiles(folder.path, {
    brand: { contact: { kvk, vat: 'NL123456782B01' }, former: { kvk: ['87654321'] } },
    profiles: Object.keys(FEET).map((id) => ({
      id,
      url: `${origin}/${id}`,
      ...(id === 'utrecht' ? { location: id } : {}),
    })),
  });

test('what each site shows beside the brand’s numbers, and the right one to copy', async () => {
  const config = await write('01234567');
  await writeFile(path.join(folder.path, 'locaties.csv'), 'id;kvk-nummer\nutrecht;12345670\n');
  const file = JSON.parse(await readFile(config, 'utf8')) as object;
  await writeFile(config, JSON.stringify({ ...file, extends: 'locaties.csv' }));

  const { code, stderr } = await bijwerken(['audit', '--allow-private', '--per-host-delay', '0'], { cwd: folder.path });
  expect(code, stderr).toBe(1);
  const latest = path.join(folder.path, 'reports', 'latest');
  const report = await readReport(latest);
  const found = Object.fromEntries(
    report.profiles.map(({ id, findings }) => [id, findings.find(({ check }) => check === 'info.registration')]),
  );
  expect(found.goed).toMatchObject({ status: 'ok', args: { field: 'kvk, vat' } });
  expect(found.oud).toMatchObject({
    code: 'registration.former',
    severity: 'error',
    args: { former: '87654321' },
    remedy: { text: 'Vervang het nummer door het juiste.', value: '01234567' },
    evidence: {
      items: [
        { field: 'kvk', found: ['87654321'] },
        { field: 'vat', found: ['NL123456782B01'] },
      ],
    },
  });
  expect(found.utrecht).toMatchObject({ status: 'ok', args: { field: 'kvk' }, expected: '12345670, NL123456782B01' });
  expect(found.stil).toMatchObject({ status: 'unverifiable', code: 'field.not-found' });
  expect(report.profiles.map(({ seen }) => seen.unseen.includes('registration'))).toEqual([false, false, false, true]);
  expect(report.profiles[0]?.observation).toMatchObject({ kvk: [{ value: '01 23 45 67', origin: 'dom' }] });
  const html = await readFile(path.join(latest, 'index.html'), 'utf8');
  expect(html).toContain('Hier staat nog een oud nummer: 87654321. Het gaat om het KvK-nummer.');

  const explained = await bijwerken(['explain', 'utrecht', '--lang', 'nl'], { cwd: folder.path });
  expect(explained.stdout).toMatch(/^ {2}KvK-nummer +12345670\n +van locatie utrecht$/m);
  expect(explained.stdout).toMatch(/^ {2}info\.registration +KvK- en btw-nummer – gevraagd: error$/m);
}, 120_000);

test('an RSIN in profiles.json is refused where it stands', async () => {
  await write('123456782');
  const { code, stderr } = await bijwerken(['validate'], { cwd: folder.path });
  expect(code).toBe(2);
  expect(stderr).toContain('/brand/contact/kvk: expected a KvK number of 8 digits, found "123456782".');
});
