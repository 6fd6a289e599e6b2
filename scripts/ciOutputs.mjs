/** What a workflow may know of a run: prints `name=value` lines for GITHUB_OUTPUT out of the report of `audit --json`. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [file = '', out = 'reports'] = process.argv.slice(2);
const report = JSON.parse(readFileSync(file, 'utf8'));
const { run, summary } = report;

// A workflow believes these lines: nothing is in them but numbers and names of our own making.
const number = (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : '');
const id = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z(?:-\d+)?$/.test(run.id) ? run.id : '';
if (id === '' || /[\r\n]/.test(out)) throw new Error('This report does not say which run it is of.');
const folder = join(out, id);

const outputs = {
  new: number(summary.sincePrevious?.new),
  fixed: number(summary.sincePrevious?.fixed),
  errors: number(summary.findings.error),
  coverage: number(summary.coverage.profiles),
  'report-path': join(folder, 'index.html'),
  folder,
  captures: isFolder(join(folder, 'captures')) ? join(folder, 'captures') : '',
  // Only a whole run is what the next night is compared with.
  whole: String(run.complete === true && run.partial === undefined),
};
for (const [name, value] of Object.entries(outputs)) process.stdout.write(`${name}=${value}\n`);

function isFolder(path) {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
