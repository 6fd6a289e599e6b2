/** The first guess of where a canonical lies: its ink on the observed ink. */

import { type Box, inkBox } from './ink.ts';
import type { Observed } from './observed.ts';
import type { Placement } from './planes.ts';

/** Lays the canonical's ink box over the observed one; also over the one without the corners where badges stand, if that is another. */
export function inkOnInk(observed: Observed, box: Box): [Placement, ...Placement[]] {
  const whole = inkBox(observed.source, observed.background);
  const bare = inkBox(observed.source, observed.background, (x, y) => y < BADGES || (x > 1 - BADGES && x < BADGES));
  const isOther = whole.bottom - bare.bottom + bare.left - whole.left + whole.right - bare.right > 0.08;
  return isOther ? [boxOnBox(whole, box), boxOnBox(bare, box)] : [boxOnBox(whole, box)];
}

/** Badges stand below this, and to the right of it or as far to the left. */
const BADGES = 0.68;

function boxOnBox(seen: Box, box: Box): Placement {
  const scale = Math.max(
    (seen.right - seen.left) / (box.right - box.left),
    (seen.bottom - seen.top) / (box.bottom - box.top),
  );
  return {
    scale,
    x: (seen.left + seen.right - scale * (box.left + box.right)) / 2,
    y: (seen.top + seen.bottom - scale * (box.top + box.bottom)) / 2,
  };
}
