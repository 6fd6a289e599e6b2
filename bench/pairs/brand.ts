/** What pairs are made of: a brand's logo, what comes from it and is not the logo, and what only looks like it. */

import type { Chance } from './random.ts';

/** Labels and classes are those of pairs.json. */
export type Change = { label: string; class: string; image: Buffer };

export type Brand = {
  name: string;
  /** PNG of 400 by 400, transparent where there is nothing. */
  logo: Buffer;
  changes(chance: Chance): Promise<Change[]>;
  /** Another brand's logo, as like this one as can be had. */
  lookalike(chance: Chance): Promise<Buffer>;
};
