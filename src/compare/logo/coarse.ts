/** Where a canonical could lie, when its ink does not simply lie on the observed ink: whole pixels, all scales. */

import { edges, energy, masked, softened } from './edges.ts';
import type { Box } from './ink.ts';
import { sheetAt } from './lines.ts';
import type { Observed } from './observed.ts';
import type { Placement, Sums } from './planes.ts';
import { draw, drawPlane, IN_PLACE } from './planes.ts';
import { visibleArea } from './visible.ts';

const SIDE = 32;
const SCALE_STEP = 1.12;
/** The longest side of the canonical's ink, as a share of the observed picture. */
const SMALLEST = 0.25;
const LARGEST = 1.45;
/** How far the ink's middle may lie from the picture's middle. */
const OFF_CENTRE = 0.27;
const CHOSEN = 3;

type Found = { place: Placement; likeness: number };

/** The best places of scales that beat their neighbours. */
export function coarse(observed: Observed, lines: Sums, box: Box): Placement[] {
  const n = SIDE;
  const visible = visibleArea(n, observed);
  const seen = softened(masked(edges(draw(observed.source, n, IN_PLACE, observed.page)), visible), n);
  const longest = Math.max(box.right - box.left, box.bottom - box.top);
  const found: Found[] = [];
  for (let size = SMALLEST; size <= LARGEST; size *= SCALE_STEP)
    found.push(bestShift(seen, lines, box, size / longest));
  const likenessAt = (index: number) => found[index]?.likeness ?? -1;
  return found
    .filter((one, k) => one.likeness >= likenessAt(k - 1) && one.likeness >= likenessAt(k + 1))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, CHOSEN)
    .map(({ place }) => place);
}

/** Shifts by two pixels, then by one around the best: the lines are soft enough for that. */
function bestShift(seen: Float32Array, lines: Sums, box: Box, scale: number): Found {
  const n = SIDE;
  const [x, y] = [0.5 - (scale * (box.left + box.right)) / 2, 0.5 - (scale * (box.top + box.bottom)) / 2];
  const drawn = softened(drawPlane(lines, n, sheetAt({ scale, x, y })), n);
  const norm = Math.sqrt(energy(seen) * energy(drawn)) + 1e-9;
  const reach = 2 * Math.round((n * OFF_CENTRE) / 2);
  let best = { across: 0, down: 0, likeness: shared(seen, drawn, n, 0, 0) };
  const look = (across: number, down: number) => {
    const likeness = shared(seen, drawn, n, across, down);
    if (likeness > best.likeness) best = { across, down, likeness };
  };
  for (let down = -reach; down <= reach; down += 2) {
    for (let across = -reach; across <= reach; across += 2) look(across, down);
  }
  const { across, down } = best;
  for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) look(across + dx, down + dy);
  return { place: { scale, x: x + best.across / n, y: y + best.down / n }, likeness: best.likeness / norm };
}

function shared(seen: Float32Array, drawn: Float32Array, n: number, across: number, down: number): number {
  let sum = 0;
  const last = Math.min(n, n + across);
  for (let row = Math.max(0, down); row < Math.min(n, n + down); row += 1) {
    const to = row * n;
    const from = (row - down) * n - across;
    for (let column = Math.max(0, across); column < last; column += 1) {
      sum += (seen[to + column] ?? 0) * (drawn[from + column] ?? 0);
    }
  }
  return sum;
}
