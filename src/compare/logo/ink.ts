/** Where a picture's ink is, and a background on which it shows. */

import type { Colour, Source } from './planes.ts';
import { BLACK, distance, distancesTo, draw, IN_PLACE, WHITE } from './planes.ts';

export type Box = { left: number; top: number; right: number; bottom: number };

const LOOK = 64;

/** Where the ink is, in the source's own unit square. Its background is transparency, or the colour given. */
export function inkBox(source: Source, background: Colour): Box {
  const n = LOOK;
  const picture = draw(source, n, IN_PLACE, background);
  const off = distancesTo(picture, background);
  const box = { left: n, top: n, right: 0, bottom: 0 };
  for (let at = 0; at < n * n; at += 1) {
    if ((picture.cover[at] ?? 0) <= 0.1 || (off[at] ?? 0) <= 0.08) continue;
    const column = at % n;
    const row = Math.floor(at / n);
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column + 1);
    box.top = Math.min(box.top, row);
    box.bottom = Math.max(box.bottom, row + 1);
  }
  if (box.right <= box.left) return { left: 0, top: 0, right: 1, bottom: 1 };
  return { left: box.left / n, top: box.top / n, right: box.right / n, bottom: box.bottom / n };
}

/** A background on which the canonical shows: the observed one, unless the canonical would vanish on it. */
export function showingBackground(source: Source, wanted: Colour): Colour {
  const [y = 0, i = 0, q = 0, cover = 0] = source.values.subarray(-4);
  if (cover === 0) return wanted;
  const ink: Colour = [y / cover, i / cover, q / cover];
  if (distance(ink, wanted) > 0.12) return wanted;
  return distance(ink, WHITE) > distance(ink, BLACK) ? WHITE : BLACK;
}
