/** Where in the canonical banner lies what is seen? Coarse to fine over size and place; says nothing of how well it fits. */

import { draw, type Frame, type Grid, type Picture, wholeOf } from './picture.ts';

const COARSE = 32;
const FINE = 64;
const STEP = 1.035;
/** A cell that differs more than this is simply different: an avatar over it must not drag the rest along. */
const CAP = 120;
/** So little of a banner, or a banner so small in the picture, is not looked for. */
const LEAST_SHARE = 0.2;
const TAKEN_ON = 6;
const MEASURED = 3;

interface Lead {
  readonly frame: Frame;
  readonly cost: number;
}

/** The likeliest parts of the canonical, best first. */
export function search(observed: Picture, canonical: Picture): Frame[] {
  const coarse = gridOf(observed, COARSE);
  const leads = sizes(observed, canonical).map((width) => slide(coarse, canonical, width, observed));
  leads.sort((one, other) => one.cost - other.cost);
  const fine = gridOf(observed, FINE);
  const refined = leads.slice(0, TAKEN_ON).map(({ frame }) => refine(fine, canonical, frame));
  return refined
    .sort((one, other) => one.cost - other.cost)
    .slice(0, MEASURED)
    .map(({ frame }) => frame);
}

export function gridOf(observed: Picture, columns: number): Grid {
  return draw(observed, wholeOf(observed), columns, rowsFor(observed, columns));
}

const rowsFor = ({ width, height }: Picture, columns: number): number =>
  Math.min(2 * columns, Math.max(4, Math.round((columns * height) / width)));

/** How wide the seen part may be, in pixels of the canonical. */
function sizes(observed: Picture, canonical: Picture): number[] {
  const ratio = observed.height / observed.width;
  const found: number[] = [];
  for (let width = canonical.width / 4; width <= canonical.width * 4; width *= STEP) {
    const shared = Math.min(width, canonical.width) * Math.min(width * ratio, canonical.height);
    const ofCanonical = shared / (canonical.width * canonical.height);
    if (ofCanonical >= LEAST_SHARE && shared / (width * width * ratio) >= LEAST_SHARE) found.push(width);
  }
  // The whole width and the whole height are what most networks show.
  return [...found, canonical.width, canonical.height / ratio];
}

/** The best place for a part of this width. */
function slide(seen: Grid, canonical: Picture, width: number, observed: Picture): Lead {
  const height = (width * observed.height) / observed.width;
  const across = reach(canonical.width, width, seen.columns);
  const down = reach(canonical.height, height, seen.rows);
  const area = { x: across.from, y: down.from, width: across.length, height: down.length };
  const sheet = draw(canonical, area, across.cells, down.cells);
  let best = { x: 0, y: 0, cost: Infinity };
  for (let y = 0; y + seen.rows <= down.cells; y += 1) {
    for (let x = 0; x + seen.columns <= across.cells; x += 1) {
      const cost = costAt(seen, sheet, x, y, best.cost);
      if (cost < best.cost) best = { x, y, cost };
    }
  }
  const x = across.from + (best.x * width) / seen.columns;
  const y = down.from + (best.y * height) / seen.rows;
  return { frame: { x, y, width, height }, cost: best.cost / (seen.columns * seen.rows) };
}

/** The part lies within the canonical, or the canonical within the part. */
function reach(whole: number, part: number, cells: number) {
  const pitch = part / cells;
  const count = Math.max(cells, Math.ceil(Math.max(whole, 2 * part - whole) / pitch - 0.05));
  return { from: (whole - count * pitch) / 2, length: count * pitch, cells: count };
}

function costAt(seen: Grid, sheet: Grid, x: number, y: number, limit: number): number {
  let cost = 0;
  for (let row = 0; row < seen.rows && cost < limit; row += 1) {
    let one = row * seen.columns * 3;
    let other = ((row + y) * sheet.columns + x) * 3;
    for (let column = 0; column < seen.columns; column += 1, one += 3, other += 3) {
      cost += Math.min(CAP, distance(seen.colours, one, sheet.colours, other));
    }
  }
  return cost;
}

const distance = (one: Float32Array, at: number, other: Float32Array, there: number): number =>
  Math.abs((one[at] ?? 0) - (other[there] ?? 0)) +
  Math.abs((one[at + 1] ?? 0) - (other[there + 1] ?? 0)) +
  Math.abs((one[at + 2] ?? 0) - (other[there + 2] ?? 0));

/** Small moves and changes of size, smaller and smaller, as long as they help. */
function refine(seen: Grid, canonical: Picture, start: Frame): Lead {
  const costOf = (frame: Frame) =>
    costAt(seen, draw(canonical, frame, seen.columns, seen.rows), 0, 0, Infinity) / (seen.columns * seen.rows);
  let best: Lead = { frame: start, cost: costOf(start) };
  let step = 1 / COARSE;
  for (let round = 0; round < 14 && step > 1 / 1000; round += 1) {
    const tried = neighbours(best.frame, step).map((frame) => ({ frame, cost: costOf(frame) }));
    const better = tried.reduce((one, other) => (other.cost < one.cost ? other : one), best);
    if (better === best) step /= 2;
    best = better;
  }
  return best;
}

function neighbours(frame: Frame, step: number): Frame[] {
  const move = step * frame.width;
  const moved = [-1, 1].flatMap((way) => [
    { ...frame, x: frame.x + way * move },
    { ...frame, y: frame.y + way * move },
  ]);
  return [...moved, ...[1 + step, 1 / (1 + step)].map((by) => scaled(frame, by))];
}

/** About its middle. */
const scaled = ({ x, y, width, height }: Frame, by: number): Frame => ({
  x: x + (width * (1 - by)) / 2,
  y: y + (height * (1 - by)) / 2,
  width: width * by,
  height: height * by,
});
