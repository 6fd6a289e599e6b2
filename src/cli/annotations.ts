/** GitHub's annotations of a run, each at its profile's line in the list when the list can be read. */

import path from 'node:path';
import { profilePlaces } from '../config/places.ts';
import type { Report } from '../model/report.ts';
import { annotationLines, type Place } from '../report/annotations.ts';

/** GitHub names files from the top of the repository, which is where the runner says. */
export async function annotationsOf(report: Report, config: string): Promise<string[]> {
  // A stored run is shown also where its list is not at hand, and when the working folder is gone.
  const places = await placesIn(config).catch(() => new Map<string, Place>());
  return annotationLines(report, places);
}

export const isGithubRunner = (): boolean => process.env.GITHUB_ACTIONS === 'true';

async function placesIn(config: string): Promise<ReadonlyMap<string, Place>> {
  const top = process.env.GITHUB_WORKSPACE?.trim() || process.cwd();
  return new Map(
    [...(await profilePlaces(config))].flatMap(([id, { file, line }]) => {
      const name = path.relative(top, file).split(path.sep).join('/');
      return name.startsWith('../') || path.isAbsolute(name) ? [] : [[id, { file: name, line }] as const];
    }),
  );
}
