/** profiles.json with what it is checked by. Apart from the audit, so that `validate` starts without it. */

import { describeImage } from './compare/logo/describeImage.ts';
import { type Loaded, loadConfig } from './config/load.ts';
import { networkDirectory } from './directory.ts';

/** Reads profiles.json, the files and the images that it names. Throws a UserError with every problem. */
export const loadProfiles = (file = 'profiles.json'): Promise<Loaded> =>
  loadConfig(file, { networks: networkDirectory, describeImage });
