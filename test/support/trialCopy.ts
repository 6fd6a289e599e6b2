/** A copy of the sources in a temporary folder, to do there what a contributor does. Nothing of the project is changed. */

import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const BIN = {
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  tsx: 'node_modules/tsx/dist/cli.mjs',
  biome: 'node_modules/@biomejs/biome/bin/biome',
} as const;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export interface TrialCopy {
  readonly path: string;
  /** Runs one of the project's tools there; its output is what a failing test shows. */
  run(tool: keyof typeof BIN, ...args: readonly string[]): Promise<Ended>;
  /** Checks the types of these folders and files, and of what they import. */
  types(...include: readonly string[]): Promise<Ended>;
  remove(): Promise<void>;
}

/** Without a vitest configuration: what is built for end-to-end tests is not needed there. */
export async function trialCopy(): Promise<TrialCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bijwerken-trial-'));
  for (const name of ['src', 'test', 'scripts', 'schema', 'package.json', 'tsconfig.json', 'biome.json'])
    await cp(path.join(root, name), path.join(folder, name), { recursive: true, filter: isOurs });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return {
    path: folder,
    run: (tool, ...args) => ended([path.join(root, BIN[tool]), ...args], folder),
    types: async (...include) => {
      const config = JSON.stringify({ extends: './tsconfig.json', include });
      await writeFile(path.join(folder, 'tsconfig.trial.json'), config);
      return ended([path.join(root, BIN.tsc), '-p', 'tsconfig.trial.json'], folder);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What some tests have installed beside them is large, and needed by them alone. */
const isOurs = (file: string): boolean => path.basename(file) !== 'node_modules';

function ended(args: readonly string[], cwd: string): Promise<Ended> {
  const ours = ([name]: [string, unknown]) => !/^(?:VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|BIJWERKEN_)/.test(name);
  const env = { ...Object.fromEntries(Object.entries(process.env).filter(ours)), NO_COLOR: '1' };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
