/** Both pictures on one square sheet, at about the size that the network shows: what everything is measured on. */

import type { Aligned } from './align.ts';
import { commonColour } from './colours.ts';
import type { Observed } from './observed.ts';
import type { Colour, Picture, Placement, Source } from './planes.ts';
import { distancesTo, draw, IN_PLACE } from './planes.ts';
import { residuals } from './residual.ts';
import { visibleArea } from './visible.ts';

export type Sheet = {
  n: number;
  place: Placement;
  seen: Picture;
  /** The canonical, in its place, on the background. */
  drawn: Picture;
  /** 1 where both can be compared. */
  visible: Uint8Array;
  background: Colour;
  residual: Float32Array;
  offSeen: Float32Array;
  offDrawn: Float32Array;
};

/** Farther apart than this, two colours are not the same even in a bad copy. */
export const CLEAR = 0.1;

/** A little finer than the network shows it, so that one pixel of tolerance stays small. */
const SMALLEST = 64;
const LARGEST = 128;

export function layOut(observed: Observed, canonical: Source, { place }: Aligned): Sheet {
  const n = Math.min(LARGEST, Math.max(SMALLEST, Math.round(1.3 * observed.side)));
  const seen = draw(observed.source, n, IN_PLACE, observed.page);
  const visible = visibleArea(n, observed);
  const bare = draw(canonical, n, place, observed.background).cover;
  const background = commonColour(seen, (at) => visible[at] === 1 && (bare[at] ?? 0) < 0.02) ?? observed.background;
  const drawn = draw(canonical, n, place, background);
  return {
    ...{ n, place, seen, drawn, visible, background },
    residual: residuals(seen, drawn),
    offSeen: distancesTo(seen, background),
    offDrawn: distancesTo(drawn, background),
  };
}
