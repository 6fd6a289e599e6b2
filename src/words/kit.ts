/** The words of the fix kit: what is ready to be uploaded, and why something is not. */

import type { KitProblem } from '../model/kit.ts';

export interface KitWords {
  /** In place of "use this file": it is ready, made out of the brand's. */
  readonly ready: (file: string) => string;
  readonly download: string;
  /** In words: `400 by 400 pixels` */
  readonly size: (width: number, height: number) => string;
  readonly alt: (field: string, network: string) => string;
  readonly round: string;
  readonly kept: (share: string) => string;
  readonly none: (size: string) => string;
  readonly problems: Readonly<Record<KitProblem, string>>;
}
