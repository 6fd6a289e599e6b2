/** Where a picture's ink is, and a background on which it shows. */

import type { Source } from './planes.ts';
import { distancesTo, draw, IN_PLACE } from './planes.ts';
import type { Colour } from './yiq.ts';
import { BLACK, distance, WHITE } from './yiq.ts';

/** Closer to its ground than this, ink is not seen. */
const VANISHES = 0.08;

export type Box = { left: number; top: number; right: number; bottom: number };

const LOOK = 64;

const everywhere = () => true;

/** Where the ink is, in the source's own unit square. Its background is transparency, or the colour given. */
export function inkBox(
  source: Source,
  background: Colour,
  counts: (x: number, y: number) => boolean = everywhere,
): Box {
  const n = LOOK;
  const picture = draw(source, n, IN_PLACE, background);
  const off = distancesTo(picture, background);
  const box = { left: n, top: n, right: 0, bottom: 0 };
  for (let at = 0; at < n * n; at += 1) {
    if ((picture.cover[at] ?? 0) <= 0.1 || (off[at] ?? 0) <= VANISHES) continue;
    const column = at % n;
    const row = Math.floor(at / n);
    if (!counts(column / n, row / n)) continue;
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column + 1);
    box.top = Math.min(box.top, row);
    box.bottom = Math.max(box.bottom, row + 1);
  }
  if (box.right <= box.left) return { left: 0, top: 0, right: 1, bottom: 1 };
  return { left: box.left / n, top: box.top / n, right: box.right / n, bottom: box.bottom / n };
}

/** So little of a canonical tells nothing of where it lies. */
const SHOWS = 0.04;

/** A background on which the canonical shows: the observed one, unless nearly all of the canonical would vanish on it. */
export function showingBackground(source: Source, wanted: Colour): Colour {
  const { cover, ...picture } = draw(source, LOOK, IN_PLACE, wanted);
  const off = distancesTo({ cover, ...picture }, wanted);
  let [covered, shown, y, i, q] = [0, 0, 0, 0, 0];
  for (let at = 0; at < LOOK * LOOK; at += 1) {
    if ((cover[at] ?? 0) < 0.5) continue;
    covered += 1;
    if ((off[at] ?? 0) > VANISHES) shown += 1;
    y += picture.y[at] ?? 0;
    i += picture.i[at] ?? 0;
    q += picture.q[at] ?? 0;
  }
  if (covered === 0 || shown > SHOWS * covered) return wanted;
  const ink: Colour = [y / covered, i / covered, q / covered];
  return distance(ink, WHITE) > distance(ink, BLACK) ? WHITE : BLACK;
}
