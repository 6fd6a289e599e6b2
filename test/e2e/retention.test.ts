/** Old runs beside real ones: what a whole audit leaves of them, what a part of one does, and `prune`. */

import { cp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, filesBelow, type TemporaryFolder, temporaryFolder } from './command.ts';
import { sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
let origin = '';
let folder: TemporaryFolder;

beforeAll(async () => {
  const site = await keep(
    httpServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(sitePage())),
  );
  origin = `http://127.0.0.1:${site.port}`;
});
afterAll(closeAll);
beforeEach(async () => {
  folder = await temporaryFolder();
  return folder.remove;
});

const reports = () => path.join(folder.path, 'reports');
const runs = async () => (await readdir(reports())).filter((name) => name !== 'latest').sort();
const audit = (...more: readonly string[]) =>
  bijwerken(['audit', '--allow-private', '--per-host-delay', '0', ...more], { cwd: folder.path });

/** A copy of a run as it would be of so many days ago. */
async function agedCopy(id: string, days: number): Promise<string> {
  const then = new Date(Date.now() - days * 86_400_000);
  const old = `${then.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  const to = path.join(reports(), old);
  await cp(path.join(reports(), id), to, { recursive: true });
  const report = await readFile(path.join(to, 'report.json'), 'utf8');
  await writeFile(path.join(to, 'report.json'), report.replace(JSON.stringify(id), JSON.stringify(old)));
  for (const name of ['report.json', 'index.html', '.']) await utimes(path.join(to, name), then, then);
  return old;
}

const hasCaptures = async (id: string) =>
  (await filesBelow(path.join(reports(), id))).some((name) => name.startsWith('captures'));

test('after a whole audit, not after a part of one or a replay; and by hand', async () => {
  const settings = { keepRuns: 4, keepCaptures: 'P7D' };
  await writeProfiles(folder.path, { profiles: [{ id: 'noord', url: `${origin}/` }], settings });
  expect((await audit()).code).toBe(0);
  const [first = ''] = await runs();
  const [recent, old, oldest] = [await agedCopy(first, 2), await agedCopy(first, 9), await agedCopy(first, 30)];
  await audit('--only', 'noord');
  await audit('--captures', path.join(reports(), first));
  expect((await runs()).length).toBe(6);
  expect(await hasCaptures(old)).toBe(true);

  expect((await audit()).code).toBe(0);
  const left = await runs();
  expect(left).not.toContain(oldest);
  expect(left).toEqual(expect.arrayContaining([first, recent, old]));
  expect(left).toHaveLength(6);
  expect([await hasCaptures(recent), await hasCaptures(old)]).toEqual([true, false]);
  expect(await hasCaptures('latest')).toBe(true);

  const again = await agedCopy(first, 10);
  const args = ['prune', '--keep-runs', '50'];
  const tried = await bijwerken([...args, '--dry-run', '--json'], { cwd: folder.path });
  expect(JSON.parse(tried.stdout)).toEqual({ dryRun: true, pruned: [{ id: again, what: 'evidence' }] });
  expect(await hasCaptures(again)).toBe(true);
  const done = await bijwerken(args, { cwd: folder.path });
  expect([done.code, done.stderr.trim()]).toEqual([0, `${again}: its captures and screenshots; the report stays`]);
  expect(await hasCaptures(again)).toBe(false);
  expect((await bijwerken(['report', path.join(reports(), again)], { cwd: folder.path })).code).toBe(0);
  expect(await bijwerken(['prune', '--keep-runs', '0'], { cwd: folder.path })).toMatchObject({ code: 2 });
});
