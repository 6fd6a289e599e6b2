/** Where each profile stands in the list, for whoever wants to point at it. Judges nothing. */

import { compose } from './compose.ts';
import { readLibrary } from './library.ts';
import { childOf, itemsOf } from './located.ts';

export interface ProfilePlace {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
}

/** Throws a UserError where the file cannot be read. */
export async function profilePlaces(file: string): Promise<ReadonlyMap<string, ProfilePlace>> {
  const { whole } = compose(await readLibrary(file));
  return new Map(
    itemsOf(childOf(whole, 'profiles')).flatMap((profile) => {
      const id = childOf(profile, 'id')?.value;
      if (typeof id !== 'string') return [];
      const { document, path } = profile.place;
      return [[id, { file: document.file, line: document.position(path).line }] as const];
    }),
  );
}
