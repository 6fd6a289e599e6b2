/** The canonical mirrored or turned: a picture that shows that is not the logo, but it is no stranger either. */

import { roughLikeness } from './align.ts';
import type { Raster } from './decode.ts';
import type { Box } from './ink.ts';
import { inkBox, showingBackground } from './ink.ts';
import { layIn } from './lay.ts';
import { LINES, linesOf } from './lines.ts';
import type { Observed } from './observed.ts';
import type { Source } from './planes.ts';
import { toSource } from './planes.ts';

export type Turn = 'mirrored' | 'upside-down' | 'turned-left' | 'turned-right';

const TURNS: readonly Turn[] = ['mirrored', 'upside-down', 'turned-left', 'turned-right'];

/** How the canonical must be turned to be what is seen; null where that does not make it so. */
export function turnOf(observed: Observed, raster: Raster, canonical: Source): Turn | null {
  const background = showingBackground(canonical, observed.background);
  const lines = linesOf(canonical, background);
  const box = inkBox(canonical, background);
  const upright = roughLikeness(observed, lines, box);
  let [best, most]: [Turn | null, number] = [null, Math.max(0.7, upright + 0.06)];
  for (const turn of TURNS) {
    const likeness = roughLikeness(observed, turnedLines(lines, turn), turnedBox(box, turn));
    if (likeness > most) [best, most] = [turn, likeness];
  }
  return best !== null && isSeen(observed, toSource(turned(raster, best))) ? best : null;
}

function isSeen(observed: Observed, canonical: Source): boolean {
  const { structure, overlap, edgeLikeness } = layIn(observed, canonical).measurements;
  return edgeLikeness > 0.8 && structure > 0.8 && overlap > 0.75;
}

function turnedLines(lines: Float32Array, turn: Turn): Float32Array {
  const out = new Float32Array(lines.length);
  for (let at = 0; at < lines.length; at += 1) {
    out[at] = lines[sourceOf(turn, Math.floor(at / LINES), at % LINES, LINES, LINES)] ?? 0;
  }
  return out;
}

function turnedBox({ left, top, right, bottom }: Box, turn: Turn): Box {
  switch (turn) {
    case 'mirrored':
      return { left: 1 - right, right: 1 - left, top, bottom };
    case 'upside-down':
      return { left: 1 - right, right: 1 - left, top: 1 - bottom, bottom: 1 - top };
    case 'turned-left':
      return { left: top, right: bottom, top: 1 - right, bottom: 1 - left };
    case 'turned-right':
      return { left: 1 - bottom, right: 1 - top, top: left, bottom: right };
  }
}

function turned(raster: Raster, turn: Turn): Raster {
  const { width, height, rgba } = raster;
  const isSideways = turn === 'turned-left' || turn === 'turned-right';
  const [across, down] = isSideways ? [height, width] : [width, height];
  const out = new Uint8Array(rgba.length);
  for (let at = 0; at < across * down; at += 1) {
    const from = 4 * sourceOf(turn, Math.floor(at / across), at % across, width, height);
    for (let channel = 0; channel < 4; channel += 1) out[4 * at + channel] = rgba[from + channel] ?? 0;
  }
  return { ...raster, width: across, height: down, rgba: out };
}

/** Which pixel of the upright picture stands at a place of the turned one. */
function sourceOf(turn: Turn, row: number, column: number, width: number, height: number): number {
  switch (turn) {
    case 'mirrored':
      return row * width + (width - 1 - column);
    case 'upside-down':
      return (height - 1 - row) * width + (width - 1 - column);
    case 'turned-left':
      return column * width + (width - 1 - row);
    case 'turned-right':
      return (height - 1 - column) * width + row;
  }
}
