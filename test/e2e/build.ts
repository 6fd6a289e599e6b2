/** Builds the command once before the tests: end-to-end tests run what users run. */

import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export function setup(): void {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  const client = 'src/report/html/client';
  cpSync(path.join(root, client), path.join(root, client.replace('src', 'dist')), { recursive: true });
}
