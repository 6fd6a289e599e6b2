/** Where in the canonical banner lies what is seen? Coarse to fine over size and place; says nothing of how well it fits. */

import { draw, type Frame, type Grid, gridOf, type Picture, type View } from './picture.ts';
import { toned } from './tone.ts';

/** Cells of the picture in the first look and in the second; a wide one gets fewer rows. */
const COARSE = 200;
const FINE = 1400;
const STEP = 1.055;
/** In shares of the width, where the first look may be that far off. */
const FIRST_STEP = 1 / 24;
/** A cell that differs more than this is simply different: an avatar over it must not drag the rest along. */
const CAP = 120;
/** So little of a banner, or a banner so small in the picture, is not looked for. */
const LEAST_SHARE = 0.2;
const TAKEN_ON = 4;
const MEASURED = 2;
/** When the whole of it fits as well as this, of 765 and of what there is to see, nothing else is looked for. */
const FITS = { atMost: 20, ofSpread: 0.15 };

interface Lead {
  readonly frame: Frame;
  readonly cost: number;
}

/** The likeliest parts of the canonical, best first. */
export function search(observed: View, canonical: Picture): Frame[] {
  const fine = gridOf(observed, columnsFor(observed, FINE));
  const usual = usualOf(observed, canonical).map((frame) => refine(fine, canonical, frame));
  const [first] = usual.sort(byCost);
  if (first && first.cost <= Math.min(FITS.atMost, FITS.ofSpread * spreadOf(fine))) return [first.frame];
  const coarse = gridOf(observed, columnsFor(observed, COARSE));
  const leads = sizes(observed, canonical).map((width) => slide(coarse, canonical, width, observed));
  const taken = leads.sort(byCost).slice(0, TAKEN_ON);
  const refined = [...usual, ...taken.map(({ frame }) => refine(fine, canonical, frame))].sort(byCost);
  return refined.slice(0, MEASURED).map(({ frame }) => frame);
}

/** The whole of it, in a picture that may have been stretched a little. */
export function wholeIn(observed: View, canonical: Picture): Frame {
  const whole = { x: 0, y: 0, width: canonical.width, height: canonical.height };
  return refine(gridOf(observed, columnsFor(observed, FINE)), canonical, whole).frame;
}

const byCost = (one: Lead, other: Lead): number => one.cost - other.cost;

const columnsFor = (observed: View, cells: number): number =>
  Math.min(90, Math.max(14, Math.round(Math.sqrt(cells / ratioOf(observed)))));

const ratioOf = ({ frame }: View): number => frame.height / frame.width;

/** The whole width, and the whole height, of its middle: what most networks show. */
function usualOf(observed: View, { width, height }: Picture): Frame[] {
  const ratio = ratioOf(observed);
  return [width, height / ratio].map((wide) => ({
    x: (width - wide) / 2,
    y: (height - wide * ratio) / 2,
    width: wide,
    height: wide * ratio,
  }));
}

/** How wide the seen part may be, in pixels of the canonical. */
function sizes(observed: View, canonical: Picture): number[] {
  const ratio = ratioOf(observed);
  const found: number[] = [];
  for (let width = canonical.width / 4; width <= canonical.width * 4; width *= STEP) {
    const shared = Math.min(width, canonical.width) * Math.min(width * ratio, canonical.height);
    const ofCanonical = shared / (canonical.width * canonical.height);
    if (ofCanonical >= LEAST_SHARE && shared / (width * width * ratio) >= LEAST_SHARE) found.push(width);
  }
  return [...found, canonical.width, canonical.height / ratio];
}

/** The best place for a part of this width. */
function slide(seen: Grid, canonical: Picture, width: number, observed: View): Lead {
  const height = width * ratioOf(observed);
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

/** How far the cells are from their mean colour: next to nothing where nearly all of it is one plain ground. */
function spreadOf({ columns, rows, colours }: Grid): number {
  const mean = new Float32Array(3);
  for (let at = 0; at < colours.length; at += 1) mean[at % 3] = (mean[at % 3] ?? 0) + (colours[at] ?? 0);
  for (let channel = 0; channel < 3; channel += 1) mean[channel] = (mean[channel] ?? 0) / (columns * rows);
  let sum = 0;
  for (let at = 0; at < colours.length; at += 3) sum += Math.min(CAP, distance(colours, at, mean, 0));
  return sum / (columns * rows);
}

/** Small moves and changes of size, smaller and smaller, as long as they help. */
function refine(observed: Grid, canonical: Picture, start: Frame): Lead {
  const seen = toned(observed, draw(canonical, start, observed.columns, observed.rows));
  const cells = seen.columns * seen.rows;
  const costOf = (frame: Frame, limit: number) =>
    costAt(seen, draw(canonical, frame, seen.columns, seen.rows), 0, 0, limit * cells) / cells;
  let best: Lead = { frame: start, cost: costOf(start, Infinity) };
  let step = FIRST_STEP;
  for (let round = 0; round < 14 && step > 1 / 1000; round += 1) {
    const before = best;
    for (const frame of neighbours(before.frame, step)) {
      const cost = costOf(frame, best.cost);
      if (cost < best.cost) best = { frame, cost };
    }
    if (best === before) step /= 2;
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
