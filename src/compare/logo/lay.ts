/** Lays a canonical on what is seen, in the best place, and measures how they differ. */

import type { Aligned } from './align.ts';
import { align } from './align.ts';
import { inkBox, showingBackground } from './ink.ts';
import type { Measurements } from './measure.ts';
import { measure } from './measure.ts';
import type { Observed } from './observed.ts';
import type { Source } from './planes.ts';
import { layOut } from './sheet.ts';
import type { Colour } from './yiq.ts';

export type Laid = Aligned & { measurements: Measurements; background: Colour };

export function layIn(view: Observed, canonical: Source): Laid {
  const ground = showingBackground(canonical, view.background);
  const aligned = align(view, canonical, ground, inkBox(canonical, ground));
  const sheet = layOut(view, canonical, aligned);
  return { ...aligned, measurements: measure(sheet, view, canonical), background: sheet.background };
}
