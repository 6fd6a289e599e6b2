/** A canonical's lines: drawn once, laid anywhere. Blind to colour, and quick. */

import { edges } from './edges.ts';
import type { Placement, Source } from './planes.ts';
import { draw } from './planes.ts';
import type { Colour } from './yiq.ts';

/** The side of the sheet that they are kept on. */
export const LINES = 144;

/** The canonical's place on that sheet, which has a margin: its own border is a line too. */
const WITHIN: Placement = { scale: 0.8, x: 0.1, y: 0.1 };

export const linesOf = (canonical: Source, background: Colour): Float32Array =>
  edges(draw(canonical, LINES, WITHIN, background));

/** Where the sheet lies when the canonical lies there. */
export const sheetAt = ({ scale, x, y }: Placement): Placement => ({
  scale: scale / WITHIN.scale,
  x: x - (scale * WITHIN.x) / WITHIN.scale,
  y: y - (scale * WITHIN.y) / WITHIN.scale,
});
