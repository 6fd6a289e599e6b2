/** Both pictures on one square sheet, at about the size that the network shows: what everything is measured on. */

import type { Aligned } from './align.ts';
import { commonColour } from './colours.ts';
import { showingBackground } from './ink.ts';
import type { Observed } from './observed.ts';
import type { Picture, Placement, Source } from './planes.ts';
import { distancesTo, draw, IN_PLACE } from './planes.ts';
import { residuals } from './residual.ts';
import { visibleArea } from './visible.ts';
import type { Colour } from './yiq.ts';

export type Sheet = {
  n: number;
  place: Placement;
  seen: Picture;
  /** The canonical, in its place, on its ground. */
  drawn: Picture;
  /** 1 where both can be compared. */
  visible: Uint8Array;
  /** What the observed picture has where the canonical is not. */
  background: Colour;
  /** The same, unless the canonical would vanish on it: a mark knocked out of its own colour is there to be compared. */
  ground: Colour;
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
  const ground = showingBackground(canonical, background);
  const drawn = draw(canonical, n, place, ground);
  return {
    ...{ n, place, seen, drawn, visible, background, ground },
    residual: residuals(seen, drawn),
    offSeen: distancesTo(seen, background),
    offDrawn: distancesTo(drawn, ground),
  };
}
