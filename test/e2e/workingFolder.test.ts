/** The folder that the command was started in, gone before the end or before the start. */

import { spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, cleanEnv, readReport, root, type TemporaryFolder, temporaryFolder } from './command.ts';
import { sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await closeAll();
  await folder.remove();
});

const options = ['--allow-private', '--per-host-delay', '0'];

test('removed while profiles are visited: the run is written where it was to be, and ends', async () => {
  const cwd = path.join(folder.path, 'work');
  const site = await keep(
    httpServer((_, response) => {
      void rm(cwd, { recursive: true, force: true }).then(() =>
        response.writeHead(200, { 'content-type': 'text/html' }).end(sitePage()),
      );
    }),
  );
  await writeProfiles(cwd, { profiles: [{ id: 'site', url: `http://127.0.0.1:${site.port}/` }] });
  let stop = () => {};
  const { code, stderr } = await bijwerken(['audit', ...options], {
    cwd,
    onStart: (child) => {
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      stop = () => clearTimeout(late);
    },
  });
  stop();
  expect(code, stderr).toBe(0);
  expect(await readReport(path.join(cwd, 'reports', 'latest'))).toMatchObject({
    profiles: [{ id: 'site', verdict: 'consistent' }],
  });
});

test('removed before the start: that is said, and is no bug of ours', async () => {
  const cwd = path.join(folder.path, 'gone');
  await mkdir(cwd);
  const main = path.join(root, 'dist', 'cli', 'main.js');
  // Only a shell that stands in it can start a command in a folder that is no more.
  const { status, stderr } = spawnSync('sh', ['-c', 'rmdir "$PWD"; exec "$0" "$1" audit', process.execPath, main], {
    cwd,
    env: cleanEnv(),
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(2);
  expect(stderr).toContain('The folder that this was started in no longer exists');
});
