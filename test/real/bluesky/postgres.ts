/** A PostgreSQL of a test's own: a private folder, no port but a socket in that folder, gone when the test is. */

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cleanEnv } from '../../e2e/command.ts';
import { linesOf, stopped } from './processes.ts';

export interface Database {
  readonly url: string;
  close(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';

/** Where `initdb` and `postgres` stand; null where there is no PostgreSQL. */
export function postgresFolder(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => path.join(DEBIAN, version, 'bin'));
  const all = [...folders, ...(process.env.PATH ?? '').split(path.delimiter)];
  return all.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name)))) ?? null;
}

export async function startPostgres(bin: string): Promise<Database> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bijwerken-pg-'));
  const data = path.join(folder, 'data');
  const user = unprivileged();
  if (user) await chown(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, env: { ...cleanEnv(), LC_ALL: 'C' } };
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const server = [path.join(bin, 'postgres'), '-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
  // The shell ends the server when its own input ends: also when the tests are killed.
  const untilInputEnds = '"$@" & server=$!; read -r _; kill -INT $server; wait $server';
  const child = spawn('sh', ['-c', untilInputEnds, 'sh', ...server], { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  await linesOf(child, child.stderr, (line) => (line.includes('ready to accept connections') ? line : undefined));
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    close: async () => {
      child.stdin.end();
      await stopped(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; then it runs as the user that its package made. */
function unprivileged(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
