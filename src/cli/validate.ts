/** `bijwerken validate`: profiles.json and the brand's files, and nothing else. */

import { loadProfiles } from '../audit.ts';
import { describeProblem } from '../model/problem.ts';
import { say } from './arguments.ts';

export async function validate({ config }: { readonly config: string }): Promise<number> {
  const { config: loaded, warnings } = await loadProfiles(config);
  for (const warning of warnings) say(`note: ${describeProblem(warning)}`);
  const { profiles, locations, images } = loaded;
  say(`${config} is right: ${profiles.length} profiles, ${locations.length} locations, ${images.size} images.`);
  return 0;
}
