/** Ctrl-C and SIGTERM: what is done is written and says that it is not all; nothing is left running. */

import { readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closing, httpServer, proxyServer, selfSigned, type TestServer, tlsServer } from '../support/servers.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
let folder: TemporaryFolder;
let site: TestServer;
let isSlowAsked: Promise<void>;

beforeEach(async () => {
  folder = await temporaryFolder();
  let asked = () => {};
  isSlowAsked = new Promise((resolve) => {
    asked = resolve;
  });
  site = await keep(
    httpServer(({ url, headers }, response) => {
      if (url === '/slow') return asked();
      if (headers.host?.startsWith('localhost')) return asked();
      response.writeHead(200, { 'content-type': 'text/html' }).end(sitePage());
    }),
  );
});
afterEach(async () => {
  await closeAll();
  await folder.remove();
});

/** One that answers, and one, on another host so that neither waits for the other, that never does. */
const twoProfiles = () => [
  { id: 'quick', url: `http://127.0.0.1:${site.port}/` },
  { id: 'slow', url: `http://localhost:${site.port}/slow` },
];

const audit = (...options: string[]) => ['audit', '--allow-private', '--per-host-delay', '0', ...options];
const runs = () => readdir(path.join(folder.path, 'reports'));

describe.each(['SIGINT', 'SIGTERM'] as const)('%s during an audit', (name) => {
  test('what is done is written, marked as incomplete, and latest stays what it was', async () => {
    await writeProfiles(folder.path, { profiles: twoProfiles().slice(0, 1) });
    const whole = await bijwerken(audit(), { cwd: folder.path });
    expect(whole.code, whole.stderr).toBe(0);
    const before = await readReport(path.join(folder.path, 'reports', 'latest'));

    await writeProfiles(folder.path, { profiles: twoProfiles() });
    const { code, stderr, stdout } = await bijwerken(audit('--json'), {
      cwd: folder.path,
      onStderr: (text, child) => {
        if (/1\/2 .*quick/.test(text) && child.exitCode === null && !child.killed)
          void isSlowAsked.then(() => child.kill(name));
      },
    });
    expect(code, stderr).toBe(3);
    expect(stderr).toContain('Interrupted: what is done is written now.');

    const { report, ...others } = await runReports(before.run.id);
    expect(others.ids).toHaveLength(1);
    expect(report.run).toMatchObject({
      complete: false,
      exitCode: 3,
      exitReasons: expect.arrayContaining(['interrupted']),
    });
    expect(report.profiles.map(({ id, verdict }) => ({ id, verdict }))).toEqual([
      { id: 'quick', verdict: 'consistent' },
    ]);
    expect(report.notices.map(({ code: notice }) => notice)).toContain('interrupted');
    expect(report.summary.sincePrevious).not.toBeNull();
    expect(JSON.parse(stdout)).toEqual(report);
    expect(await readReport(path.join(folder.path, 'reports', 'latest'))).toEqual(before);
  });
});

async function runReports(known: string) {
  const ids = (await runs()).filter((id) => id !== 'latest' && id !== known);
  const report = await readReport(path.join(folder.path, 'reports', ids[0] ?? ''));
  return { ids, report };
}

test('a second Ctrl-C ends at once: nothing more is written', async () => {
  await writeProfiles(folder.path, { profiles: twoProfiles() });
  const { code, stderr } = await bijwerken(audit(), {
    cwd: folder.path,
    onStart: (child) => {
      void isSlowAsked.then(() => {
        child.kill('SIGINT');
        child.kill('SIGTERM');
      });
    },
  });
  expect(code, stderr).toBe(3);
  const [run = ''] = await runs();
  expect(await readdir(path.join(folder.path, 'reports', run))).not.toContain('report.json');
});

test('an interrupted capture keeps what it has, and says that it is not all', async () => {
  await writeProfiles(folder.path, { profiles: twoProfiles() });
  const { code, stderr } = await bijwerken(['capture', '--allow-private', '--out', 'captures'], {
    cwd: folder.path,
    onStart: (child) => void isSlowAsked.then(() => child.kill('SIGINT')),
  });
  expect(code, stderr).toBe(3);
  expect(stderr).toContain('Interrupted');
});

describe.runIf(process.platform === 'linux')('a browser under way', () => {
  test('is gone when the command is', async () => {
    let tellAsked = () => {};
    const inBrowser = new Promise<void>((resolve) => {
      tellAsked = resolve;
    });
    const linkedin = await keep(
      tlsServer(await selfSigned(['www.linkedin.com']), ({ headers }, response) => {
        // Browsers say that they navigate; our own client does not.
        if (headers['sec-fetch-mode'] === 'navigate') return tellAsked();
        response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Even geduld</p>');
      }),
    );
    const proxy = await keep(proxyServer(() => linkedin.port));
    const url = 'https://www.linkedin.com/company/bijwerken-traag/';
    await writeProfiles(folder.path, {
      profiles: [{ id: 'slow', network: 'linkedin', url, sources: ['http', 'browser'] }],
    });
    let browsers: number[] = [];
    const proxied = ['--proxy', `http://127.0.0.1:${proxy.port}`, '--ignore-https-errors'];
    const { code, stderr } = await bijwerken(audit(...proxied), {
      cwd: folder.path,
      onStart: (child) =>
        void inBrowser.then(() => {
          browsers = descendants(child.pid ?? 0);
          child.kill('SIGTERM');
        }),
    });
    expect(code, stderr).toBe(3);
    expect(browsers.length).toBeGreaterThan(1);
    expect(await survivors(browsers)).toEqual([]);
  }, 60_000);
});

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
}

/** Every process of this machine, from /proc. */
function processes(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [state = '', parent = ''] = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return [{ pid: Number(name), parent: Number(parent), state }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

function descendants(pid: number): number[] {
  const all = processes();
  const below = (parent: number): number[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each.pid, ...below(each.pid)]);
  return below(pid);
}

/** Those still running once the kernel has had the time to end them. */
async function survivors(pids: readonly number[]): Promise<number[]> {
  const alive = () => processes().filter(({ pid, state }) => pids.includes(pid) && state !== 'Z');
  for (let look = 0; look < 40 && alive().length > 0; look++) await new Promise((resolve) => setTimeout(resolve, 50));
  return alive().map(({ pid }) => pid);
}
