/** profiles.json with what it is checked by. Apart from the audit, so that `validate` starts without it. */

import { describeImage } from './compare/logo/describeImage.ts';
import { type Loaded, type LoadOptions, loadConfig } from './config/load.ts';
import { networkDirectory } from './directory.ts';
import { realWorld } from './world.ts';

const DAY = 86_400_000;

/** Reads profiles.json, the files and the images that it names. Throws a UserError with every problem. */
export const loadProfiles = (file = 'profiles.json', now?: string): Promise<Loaded> =>
  loadConfig(file, loadOptions(now));

export function loadOptions(now?: string): LoadOptions {
  // The clock of a run may stand at another day; and it is tomorrow already where a person looked.
  const times = [realWorld({ env: {} }).now(), ...(now === undefined ? [] : [Date.parse(now)])];
  const latest = Math.max(...times.filter((time) => !Number.isNaN(time))) + DAY;
  const today = new Date(latest).toISOString().slice(0, 10);
  return { networks: networkDirectory, describeImage, today };
}
