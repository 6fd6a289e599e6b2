/** Writes the fixture runs anew: `npx tsx test/report/writeRuns.ts`. A test holds them to their builders. */

import { writeFileSync } from 'node:fs';
import { hostile } from './hostile.ts';
import { typical } from './typical.ts';

for (const [name, report] of Object.entries({ typical, hostile })) {
  const path = new URL(`../fixtures/runs/${name}.json`, import.meta.url);
  writeFileSync(path, `${JSON.stringify(report, null, 1)}\n`);
}
