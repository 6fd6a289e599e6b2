/** `bijwerken validate`: profiles.json and the brand's files, and nothing else. */

import { loadProfiles } from '../loadProfiles.ts';
import { describeProblem } from '../model/problem.ts';
import { say } from './arguments.ts';

export async function validate({ config }: { readonly config: string }): Promise<number> {
  const { config: loaded, warnings, files } = await loadProfiles(config);
  for (const warning of warnings) say(`note: ${describeProblem(warning)}`);
  const { profiles, locations, images } = loaded;
  const read = files === 1 ? '1 file was read' : `${files} files were read`;
  const holds = `${profiles.length} profiles, ${locations.length} locations, ${images.size} images`;
  say(`${config} is right: ${holds}; ${read}.`);
  return 0;
}
