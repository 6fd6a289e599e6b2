/** `bijwerken prune`: removes old evidence and old runs, as each whole audit does by itself afterwards. */

import { pruneRuns } from '../deliver/retention.ts';
import { loadProfiles } from '../loadProfiles.ts';
import { UserError } from '../model/problem.ts';
import { retentionOf } from '../retain.ts';
import { realWorld } from '../world.ts';
import { print, say } from './arguments.ts';

export interface PruneArguments {
  readonly config: string;
  readonly out: string;
  readonly keepRuns?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export async function runPrune(given: PruneArguments): Promise<number> {
  const { config } = await loadProfiles(given.config);
  const { keepRuns = config.settings.keepRuns, dryRun = false } = given;
  if (keepRuns < 1) throw new UserError([{ where: '--keep-runs', message: 'at least one run stays.' }]);
  const retention = retentionOf({ ...config.settings, keepRuns }, realWorld({ env: {} }).now());
  const pruned = await pruneRuns(given.out, retention, dryRun);
  if (given.json) print(JSON.stringify({ dryRun, pruned }, null, 2));
  else {
    for (const { id, what } of pruned) say(`${id}: ${WHAT[what]}`);
    if (pruned.length === 0) say(`Nothing in ${given.out} is old enough to go.`);
    else if (dryRun) say('Nothing was removed (--dry-run).');
  }
  return 0;
}

const WHAT = { run: 'the whole run', evidence: 'its captures and screenshots; the report stays' } as const;
