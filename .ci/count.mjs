/** Prints how many tests ran, and fails when one failed, none ran, or one was skipped. */

import { readFileSync } from 'node:fs';

const file = process.argv[2] ?? '';
let results;
try {
  results = JSON.parse(readFileSync(file, 'utf8'));
} catch {
  console.log('The tests did not get to run.');
  process.exit(1);
}
const { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: todo } = results;
const skipped = pending + todo;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0 || skipped > 0 || passed === 0 || !results.success) process.exit(1);
