/** Finds where a canonical lies in the observed picture: scale and place, coarse to fine, by edges, blind to colour. */

import { coarse } from './coarse.ts';
import { edges, energy, masked, softened } from './edges.ts';
import type { Box } from './ink.ts';
import { inkOnInk } from './inkOnInk.ts';
import { LINES, linesOf, sheetAt } from './lines.ts';
import type { Observed } from './observed.ts';
import type { Picture, Placement, Source, Sums } from './planes.ts';
import { blank, draw, drawPlane, halved, IN_PLACE, summed } from './planes.ts';
import { visibleArea } from './visible.ts';
import type { Colour } from './yiq.ts';

export type Aligned = { place: Placement; likeness: number };

/** The sides at which lines are laid on the observed ones. */
const ROUGH = 48;
const FINE = 56;
/** As alike as this, no other place is looked for. */
const FOUND = 0.88;

export type Judge = (place: Placement) => number;

/** How well lines lie on the observed ones, when ink is laid on ink: quick, and rough. */
export function roughLikeness(observed: Observed, lines: Float32Array, box: Box): number {
  const judge = linesJudge(observed, summed(lines, LINES, LINES));
  return near(inkOnInk(observed, box)[0], judge).likeness;
}

/** The best placement and the likeness of the edges there (0..1). */
export function align(whole: Observed, full: Source, background: Colour, box: Box): Aligned {
  const observed = { ...whole, source: halved(whole.source) };
  const canonical = halved(full);
  const lines = summed(linesOf(canonical, background), LINES, LINES);
  const judge = edgeJudge(observed, canonical, background, lines);
  const soft = linesJudge(observed, lines);
  const first = inkOnInk(observed, box)
    .map((start) => near(start, soft))
    .reduce((one, other) => (other.likeness > one.likeness ? other : one));
  const found = finely([first], judge);
  const best = found.likeness > FOUND ? found : finely([found, ...elsewhere(observed, lines, box, soft)], judge);
  return refined(best, judge, 0.2 / FINE);
}

/** The best places by lines alone, which is quick: within a pixel or so. */
function elsewhere(observed: Observed, lines: Sums, box: Box, soft: Judge): Aligned[] {
  return coarse(observed, lines, box).map((place) => near(place, soft));
}

/** Climbs from the best of some places, and from the next where it is nearly as good. */
function finely(starts: readonly Aligned[], judge: Judge): Aligned {
  const judged = starts.map(({ place }) => ({ place, likeness: judge(place) })).sort((a, b) => b.likeness - a.likeness);
  const [first, second] = judged;
  if (!first) throw new Error('at least one place');
  const climbed = (start: Aligned) => climb(start, judge, 1 / FINE, 0.4 / FINE);
  const one = climbed(first);
  if (!second || second.likeness < 0.94 * first.likeness) return one;
  const other = climbed(second);
  return other.likeness > one.likeness ? other : one;
}

/** How the colours of another picture go together with this one's where it can be seen, -1..1. */
function correlationWith({ n, y, i, q }: Picture, visible: Uint8Array): (other: Picture) => number {
  const where = Int32Array.from({ length: n * n }, (_, at) => at).filter((at) => visible[at] === 1);
  const count = Math.max(1, where.length);
  const centred = [y, i, q].map((plane) => {
    const mean = where.reduce((sum, at) => sum + (plane[at] ?? 0), 0) / count;
    return Float32Array.from(where, (at) => (plane[at] ?? 0) - mean);
  });
  const own = centred.reduce((sum, plane) => sum + energy(plane), 0);
  return (other) => {
    let [shared, all] = [0, 0];
    for (const [k, plane] of [other.y, other.i, other.q].entries()) {
      const mine = centred[k] ?? plane;
      let [sum, squares, product] = [0, 0, 0];
      for (let w = 0; w < where.length; w += 1) {
        const value = plane[where[w] ?? 0] ?? 0;
        sum += value;
        squares += value * value;
        product += value * (mine[w] ?? 0);
      }
      shared += product;
      all += squares - (sum * sum) / count;
    }
    return shared / Math.sqrt(Math.max(0, own * all) + 1e-9);
  };
}

function linesJudge(observed: Observed, lines: Sums): Judge {
  const n = ROUGH;
  const visible = visibleArea(n, observed);
  const seen = softened(masked(edges(draw(observed.source, n, IN_PLACE, observed.page)), visible), n);
  const norm = energy(seen);
  const whole = massIn(lines, { scale: 1, x: 0, y: 0 });
  return (place) => {
    const at = sheetAt(place);
    return likenessOf(seen, norm, drawPlane(lines, n, at), visible) * kept(massIn(lines, at) / whole);
  };
}

function edgeJudge(observed: Observed, canonical: Source, background: Colour, lines: Sums): Judge {
  const n = FINE;
  const visible = visibleArea(n, observed);
  const picture = draw(observed.source, n, IN_PLACE, observed.page);
  const seen = masked(edges(picture), visible);
  const norm = energy(seen);
  const whole = massIn(lines, { scale: 1, x: 0, y: 0 });
  const correlation = correlationWith(picture, visible);
  const sheet = blank(n);
  const room = new Float32Array(n * n);
  return (place) => {
    const drawn = draw(canonical, n, place, background, sheet);
    const share = kept(massIn(lines, sheetAt(place)) / whole);
    // Stripes lie on stripes in many places: where the colours fit too is the right one.
    const colours = 0.75 + 0.25 * Math.max(0, correlation(drawn));
    return likenessOf(seen, norm, edges(drawn, room), visible) * share * colours;
  };
}

/** A part of the canonical that lies outside counts against a place, though less than a line in the wrong place. */
const kept = (share: number) => 0.6 + 0.4 * Math.min(1, share);

/** How much of the lines lies inside the observed square. */
function massIn({ width, height, values }: Sums, { scale, x, y }: Placement): number {
  const column = (at: number) => Math.round(Math.min(1, Math.max(0, (at - x) / scale)) * width);
  const row = (at: number) => Math.round(Math.min(1, Math.max(0, (at - y) / scale)) * height) * (width + 1);
  const sum = (r: number, c: number) => values[r + c] ?? 0;
  return sum(row(1), column(1)) - sum(row(1), column(0)) - sum(row(0), column(1)) + sum(row(0), column(0)) + 1e-9;
}

/** What is drawn where nothing can be seen counts for half: too much must not fall outside. */
function likenessOf(seen: Float32Array, norm: number, drawn: Float32Array, visible: Uint8Array): number {
  let [shared, inside, outside] = [0, 0, 0];
  for (let at = 0; at < drawn.length; at += 1) {
    const value = drawn[at] ?? 0;
    if (value === 0) continue;
    shared += value * (seen[at] ?? 0);
    if (visible[at] === 0) outside += value * value;
    else inside += value * value;
  }
  return shared / Math.sqrt(norm * (inside + 0.5 * outside) + 1e-9);
}

const near = (place: Placement, judge: Judge): Aligned =>
  climb({ place, likeness: judge(place) }, judge, 1.4 / ROUGH, 0.5 / ROUGH);

/** Steps while that helps, then in smaller steps. */
function climb(start: Aligned, judge: Judge, from: number, to: number): Aligned {
  let best = start;
  for (let step = from; step >= to; step /= 2.5) {
    for (let turn = 0; turn < 3; turn += 1) {
      const before = best.likeness;
      best = refined(best, judge, step);
      if (best.likeness < before + 0.008) break;
    }
  }
  return best;
}

/** Takes the top of the parabola through three points along each axis. */
function refined(start: Aligned, judge: Judge, step: number): Aligned {
  let best = start;
  let top = start.place;
  for (let axis = 0; axis < 3; axis += 1) {
    const [up, down] = [step, -step].map((side) => {
      const place = moved(start.place, axis, side);
      const aligned = { place, likeness: judge(place) };
      if (aligned.likeness > best.likeness) best = aligned;
      return aligned.likeness;
    });
    if (up === undefined || down === undefined) break;
    const bend = 2 * start.likeness - up - down;
    const off = bend > 1e-9 ? (up - down) / (2 * bend) : Math.sign(up - down);
    top = moved(top, axis, step * Math.max(-2, Math.min(2, off)));
  }
  const likeness = judge(top);
  return likeness > best.likeness ? { place: top, likeness } : best;
}

/** One step along x, along y, or larger about the middle of the picture, so that shift and scale do not fight. */
function moved({ scale, x, y }: Placement, axis: number, by: number): Placement {
  if (axis === 0) return { scale, x: x + by, y };
  if (axis === 1) return { scale, x, y: y + by };
  const factor = 1 + 1.5 * by;
  return { scale: scale * factor, x: 0.5 + (x - 0.5) * factor, y: 0.5 + (y - 0.5) * factor };
}
