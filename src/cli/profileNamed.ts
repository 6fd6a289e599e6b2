/** A profile that a command is given by its id: one that is not there is told with the ids that are. */

import { didYouMean } from '../config/didYouMean.ts';
import type { Config } from '../model/config.ts';
import { UserError } from '../model/problem.ts';

export function refuseUnknown(id: string, { profiles }: Pick<Config, 'profiles'>, where: string): void {
  const ids = profiles.map((profile) => profile.id);
  if (ids.includes(id)) return;
  const some = `It has: ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ', …' : ''}.`;
  const hint = didYouMean(id, ids) ?? (ids.length === 0 ? 'It has none.' : some);
  throw new UserError([{ where, message: `there is no profile ${JSON.stringify(id)}.`, hint }]);
}
