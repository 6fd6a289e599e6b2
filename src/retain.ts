/** What stays of earlier runs after a new one, by the settings. What goes wrong here never costs the new run. */

import { subtractDuration } from './compare/duration.ts';
import { type Pruned, pruneRuns, type Retention } from './deliver/retention.ts';
import type { Settings } from './model/config.ts';
import type { Log } from './model/world.ts';

const HOUR_MS = 3_600_000;

/** `now` is the real time, in ms since the epoch: not the one that a run is told to take. */
export function retentionOf(
  { keepRuns, keepCaptures }: Pick<Settings, 'keepRuns' | 'keepCaptures'>,
  now: number,
): Retention {
  const instant = new Date(now).toISOString();
  // A duration that cannot be counted back prunes nothing.
  const evidenceSince = subtractDuration(instant, keepCaptures) ?? '';
  return { keepRuns, evidenceSince, writtenBefore: now - HOUR_MS };
}

export async function retain(
  out: string,
  own: string,
  { settings, now, log }: { settings: Settings; now: number; log: Log },
): Promise<readonly Pruned[]> {
  try {
    return await pruneRuns(out, { ...retentionOf(settings, now), own });
  } catch (error) {
    log.warn(`Old runs in ${out} could not be pruned: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}
