/** Finds where a canonical lies in the observed picture: scale and place, coarse to fine, by edges, blind to colour. */

import type { Observed } from './observed.ts';
import { visibleArea } from './observed.ts';
import type { Colour, Placement, Source } from './planes.ts';
import { BLACK, distance, draw, edges, IN_PLACE, WHITE } from './planes.ts';

const COARSE = 32;
const FINE = 64;
const SCALE_STEP = 1.1;
/** The longest side of the canonical's ink, as a share of the observed picture. */
const SMALLEST = 0.25;
const LARGEST = 1.4;
/** How far the ink's middle may lie from the picture's middle. */
const OFF_CENTRE = 0.25;

export type Box = { left: number; top: number; right: number; bottom: number };

/** Where the canonical's ink is, in its own unit square. Its background is transparency, or the colour of its border. */
export function inkBox(source: Source, background: Colour): Box {
  const n = 64;
  const { y, i, q, cover } = draw(source, n, IN_PLACE, background);
  const box = { left: n, top: n, right: 0, bottom: 0 };
  for (let at = 0; at < n * n; at += 1) {
    const isInk = (cover[at] ?? 0) > 0.1 && distance([y[at] ?? 0, i[at] ?? 0, q[at] ?? 0], background) > 0.08;
    if (!isInk) continue;
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
  const [y, i, q, cover] = source.sums.map((sum) => sum.at(-1) ?? 0);
  if (!cover || y === undefined || i === undefined || q === undefined) return wanted;
  const ink: Colour = [y / cover, i / cover, q / cover];
  if (distance(ink, wanted) > 0.12) return wanted;
  return distance(ink, WHITE) > distance(ink, BLACK) ? WHITE : BLACK;
}

export type Aligned = { place: Placement; likeness: number };

/** The best placement and the likeness of the edges there (0..1). */
export function align(observed: Observed, canonical: Source, background: Colour, box: Box): Aligned {
  const judge = edgeJudge(observed, canonical, background, FINE);
  const starts = [...coarse(observed, canonical, background, box), inkOnInk(observed, box)];
  const rough = starts.map((start) => climb({ place: start, likeness: judge(start) }, judge, 1 / COARSE, 1 / FINE));
  const best = rough.reduce((one, other) => (other.likeness > one.likeness ? other : one));
  return climb(best, judge, 0.5 / FINE, 0.1 / FINE);
}

/** Lays the canonical's ink box over the observed one. */
function inkOnInk(observed: Observed, box: Box): Placement {
  const seen = inkBox(observed.source, observed.background);
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

type Judge = (place: Placement) => number;

function edgeJudge(observed: Observed, canonical: Source, background: Colour, n: number): Judge {
  const visible = visibleArea(n, observed);
  const seen = masked(edges(draw(observed.source, n, IN_PLACE, observed.page)), visible);
  const seenEnergy = energy(seen);
  return (place) => {
    const drawn = edges(draw(canonical, n, place, background));
    const all = energy(drawn);
    masked(drawn, visible);
    const inside = energy(drawn);
    let shared = 0;
    for (let at = 0; at < n * n; at += 1) shared += (seen[at] ?? 0) * (drawn[at] ?? 0);
    return shared / Math.sqrt(seenEnergy * (0.5 * all + 0.5 * inside) + 1e-9);
  };
}

function masked(values: Float32Array, visible: Uint8Array): Float32Array {
  for (let at = 0; at < values.length; at += 1) if (visible[at] === 0) values[at] = 0;
  return values;
}

const energy = (values: Float32Array) => values.reduce((sum, value) => sum + value * value, 0);

/** Whole-pixel search over scales and shifts; the best places of scales that beat their neighbours. */
function coarse(observed: Observed, canonical: Source, background: Colour, box: Box): Placement[] {
  const n = COARSE;
  const visible = visibleArea(n, observed);
  const seen = softened(masked(edges(draw(observed.source, n, IN_PLACE, observed.page)), visible), n);
  const longest = Math.max(box.right - box.left, box.bottom - box.top);
  const found: Aligned[] = [];
  for (let size = SMALLEST; size <= LARGEST; size *= SCALE_STEP) {
    found.push(bestShift(seen, canonical, background, box, size / longest));
  }
  const likenessAt = (index: number) => found[index]?.likeness ?? -1;
  return found
    .filter((one, k) => one.likeness >= likenessAt(k - 1) && one.likeness >= likenessAt(k + 1))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ place }) => place);
}

function bestShift(seen: Float32Array, canonical: Source, background: Colour, box: Box, scale: number): Aligned {
  const n = COARSE;
  const centred: Placement = {
    scale,
    x: 0.5 - (scale * (box.left + box.right)) / 2,
    y: 0.5 - (scale * (box.top + box.bottom)) / 2,
  };
  const drawn = softened(edges(draw(canonical, n, centred, background)), n);
  const norm = Math.sqrt(energy(seen) * energy(drawn)) + 1e-9;
  const reach = Math.round(n * OFF_CENTRE);
  let best: Aligned = { place: centred, likeness: -1 };
  for (let down = -reach; down <= reach; down += 1) {
    for (let across = -reach; across <= reach; across += 1) {
      let shared = 0;
      for (let row = Math.max(0, down); row < Math.min(n, n + down); row += 1) {
        const to = row * n;
        const from = (row - down) * n - across;
        const last = Math.min(n, n + across);
        for (let column = Math.max(0, across); column < last; column += 1) {
          shared += (seen[to + column] ?? 0) * (drawn[from + column] ?? 0);
        }
      }
      const likeness = shared / norm;
      if (likeness > best.likeness) {
        best = { place: { scale, x: centred.x + across / n, y: centred.y + down / n }, likeness };
      }
    }
  }
  return best;
}

/** A three by three mean: at this size a line one pixel off is the same line. */
function softened(values: Float32Array, n: number): Float32Array {
  const out = new Float32Array(n * n);
  for (let row = 1; row < n - 1; row += 1) {
    for (let at = row * n + 1; at < row * n + n - 1; at += 1) {
      let sum = 0;
      for (const line of [at - n, at, at + n]) {
        sum += (values[line - 1] ?? 0) + (values[line] ?? 0) + (values[line + 1] ?? 0);
      }
      out[at] = sum / 9;
    }
  }
  return out;
}

function climb(start: Aligned, judge: Judge, from: number, to: number): Aligned {
  let best = start;
  for (let step = from; step >= to; step /= 2) {
    for (let turn = 0; turn < 3; turn += 1) {
      const before = best.likeness;
      for (const place of neighbours(best.place, step)) {
        const likeness = judge(place);
        if (likeness > best.likeness) best = { place, likeness };
      }
      if (best.likeness === before) break;
    }
  }
  return best;
}

/** Scales about the middle of the picture, so that shift and scale do not fight. */
function neighbours({ scale, x, y }: Placement, step: number): Placement[] {
  const scaled = (factor: number): Placement => ({
    scale: scale * factor,
    x: 0.5 + (x - 0.5) * factor,
    y: 0.5 + (y - 0.5) * factor,
  });
  return [
    { scale, x: x + step, y },
    { scale, x: x - step, y },
    { scale, x, y: y + step },
    { scale, x, y: y - step },
    scaled(1 + 1.5 * step),
    scaled(1 / (1 + 1.5 * step)),
  ];
}
