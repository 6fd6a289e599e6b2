/** Measures `validate` on many locations, from one file, a file each and a table: npm run build && npx tsx bench/locations.ts */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

const COUNT = 500;
const ROUNDS = 5;
const main = path.resolve(import.meta.dirname, '../dist/cli/main.js');
const numbers = Array.from({ length: COUNT }, (_, number) => number);
const location = (number: number) => ({ id: `l${number}`, name: `Voorbeeld ${number}`, contact: { phones: ['020'] } });

const KINDS: Readonly<Record<string, { names: readonly string[]; content: (name: string, index: number) => string }>> =
  {
    'one file': { names: ['l.json'], content: () => JSON.stringify({ locations: numbers.map(location) }) },
    'a file each': {
      names: numbers.map((number) => `l${number}.json`),
      content: (_, index) => JSON.stringify({ locations: [location(index)] }),
    },
    'a table': {
      names: ['l.csv'],
      content: () => ['id,naam,telefoon', ...numbers.map((number) => `l${number},Voorbeeld ${number},020`)].join('\n'),
    },
  };

const folder = mkdtempSync(path.join(tmpdir(), 'bijwerken-bench-'));
for (const [kind, { names, content }] of Object.entries(KINDS)) {
  const own = path.join(folder, kind);
  mkdirSync(own);
  for (const [index, name] of names.entries()) writeFileSync(path.join(own, name), content(name, index));
  const file = { version: 1, extends: names, brand: { name: 'V' }, profiles: [] };
  writeFileSync(path.join(own, 'profiles.json'), JSON.stringify(file));
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    execFileSync(process.execPath, [main, 'validate'], { cwd: own, stdio: 'ignore' });
    return performance.now() - from;
  });
  const middle = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  process.stdout.write(`${kind}: ${middle.toFixed(0)} ms\n`);
}
rmSync(folder, { recursive: true });
