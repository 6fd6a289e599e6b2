/** `bijwerken report` refuses in words what it cannot do. */

import { expect, test } from 'vitest';
import { type ReportArguments, runReport } from '../../src/cli/report.ts';

const CONFIG = { config: 'profiles.json' };

test.each<readonly [string | undefined, Partial<ReportArguments>, string]>([
  [undefined, {}, 'name the folder of a run'],
  ['.', { format: ['pdf'] }, 'unknown format "pdf"'],
  ['.', {}, 'there is no report here'],
  [undefined, { compare: ['.'] }, 'two runs are compared'],
  ['.', { compare: ['.', '.'] }, 'two runs are compared'],
  [undefined, { compare: ['.', '.'], format: ['html'] }, 'unknown format "html"'],
  [undefined, { compare: ['.', '.'], format: ['text', 'json'] }, 'one format at a time'],
])('%j %j', async (run, given, message) => {
  await expect(runReport(run, { ...CONFIG, ...given })).rejects.toThrow(message);
});
