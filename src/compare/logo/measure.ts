/** Measures how a canonical, laid in its place, differs from the observed picture. Plain numbers, no verdict. */

import type { Aligned } from './align.ts';
import type { Observed } from './observed.ts';
import { colourAt, commonColour, radius, visibleArea } from './observed.ts';
import type { Colour, Picture, Source } from './planes.ts';
import { distance, draw, edges, IN_PLACE, WHITE } from './planes.ts';

export type Measurements = {
  /** Likeness of the edges at the best place, 0..1, blind to colour. */
  edgeLikeness: number;
  /** What neither picture explains in the other, over the ink: 0 is none. */
  residual: number;
  /** The same, in the worst small window: a changed word in an unchanged logo. */
  worst: number;
  /** Mean colour difference over the canonical's ink. */
  colour: number;
  /** Share of the canonical's ink that is not found in the observed picture. */
  missing: number;
  /** Share of the canonical's detail that the observed picture's crop cuts off. */
  cut: number;
  /** Share of the visible area set aside as the network's own frame or badge. */
  setAside: number;
  /** Share of the visible area that is ink in either picture. */
  ink: number;
  /** Share of the canonical's detail on white that vanishes on the observed background. */
  hidden: number;
  scale: number;
};

/** Measured at about the size the network shows, a little finer so that one pixel of tolerance stays small. */
const SMALLEST = 64;
const LARGEST = 144;

export type Measured = { measurements: Measurements; background: Colour };

export function measure(observed: Observed, canonical: Source, aligned: Aligned): Measured {
  const n = Math.min(LARGEST, Math.max(SMALLEST, Math.round(1.3 * observed.side)));
  const seen = draw(observed.source, n, IN_PLACE, observed.page);
  const visible = visibleArea(n, observed);
  const bare = draw(canonical, n, aligned.place, observed.background).cover;
  const background = commonColour(seen, (at) => visible[at] === 1 && (bare[at] ?? 0) < 0.02) ?? observed.background;
  const drawn = draw(canonical, n, aligned.place, background);
  const residual = residuals(seen, drawn, n);
  const cut = cutShare(canonical, aligned, background, visible, n);
  const setAside = decoration(residual, seen, drawn, background, visible);
  const numbers = { ...summed(residual, seen, drawn, background, visible), setAside };
  const edgeLikeness = likeness(edges(seen), edges(drawn), visible);
  return {
    measurements: {
      edgeLikeness,
      ...numbers,
      cut,
      hidden: hiddenShare(canonical, aligned, background, n),
      scale: aligned.place.scale,
    },
    background,
  };
}

/** How far each pixel lies from anything the other picture shows within a pixel of it. */
function residuals(seen: Picture, drawn: Picture, n: number): Float32Array {
  const out = new Float32Array(n * n);
  for (const plane of ['y', 'i', 'q'] as const) {
    for (const [one, other] of [
      [seen[plane], drawn[plane]],
      [drawn[plane], seen[plane]],
    ] as const) {
      const { low, high } = ranges(other, n);
      for (let at = 0; at < n * n; at += 1) {
        const value = one[at] ?? 0;
        const off = Math.max(0, (low[at] ?? 0) - value, value - (high[at] ?? 0));
        out[at] = (out[at] ?? 0) + off * off;
      }
    }
  }
  return out.map(Math.sqrt);
}

function ranges(plane: Float32Array, n: number): { low: Float32Array; high: Float32Array } {
  const low = new Float32Array(n * n);
  const high = new Float32Array(n * n);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column < n; column += 1) {
      const at = row * n + column;
      const here = plane[at] ?? 0;
      let least = here;
      let most = here;
      for (let r = Math.max(0, row - 1); r <= Math.min(n - 1, row + 1); r += 1) {
        for (let c = Math.max(0, column - 1); c <= Math.min(n - 1, column + 1); c += 1) {
          const value = plane[r * n + c] ?? 0;
          if (value < least) least = value;
          if (value > most) most = value;
        }
      }
      low[at] = least;
      high[at] = most;
    }
  }
  return { low, high };
}

const CLEAR = 0.1;

/** Takes what networks lay over a picture (a ring at the rim, a badge in a corner) out of the visible area. */
function decoration(
  residual: Float32Array,
  seen: Picture,
  drawn: Picture,
  background: Colour,
  visible: Uint8Array,
): number {
  const n = seen.n;
  const isOff = (at: number) => visible[at] === 1 && (residual[at] ?? 0) > CLEAR;
  const isOverInk = (at: number) => distance(colourAt(drawn, at), background) > CLEAR;
  const area = visible.reduce((sum, value) => sum + value, 0);
  const aside = new Uint8Array(n * n);
  for (const part of parts(n, isOff)) {
    const onInk = part.filter(isOverInk).length / part.length;
    if ((onInk < 0.6 && isRing(part, seen)) || (onInk < 0.8 && part.length < 0.07 * area && isBadge(part, n))) {
      for (const at of part) aside[at] = 1;
    }
  }
  let count = 0;
  for (let at = 0; at < n * n; at += 1) {
    const near = aside[at] || aside[at - 1] || aside[at + 1] || aside[at - n] || aside[at + n];
    if (!near || visible[at] === 0) continue;
    visible[at] = 0;
    count += 1;
  }
  return area === 0 ? 0 : count / area;
}

/** Wholly at the rim and of one colour. */
function isRing(part: readonly number[], seen: Picture): boolean {
  if (!part.every((at) => radius(at, seen.n) > 0.78)) return false;
  const belongs = new Set(part);
  const colour = commonColour(seen, (at) => belongs.has(at));
  return (
    colour !== null && part.filter((at) => distance(colourAt(seen, at), colour) < 2 * CLEAR).length > 0.6 * part.length
  );
}

/** A filled, round patch away from both axes. */
function isBadge(part: readonly number[], n: number): boolean {
  const columns = part.map((at) => at % n);
  const rows = part.map((at) => Math.floor(at / n));
  const [left, right] = [Math.min(...columns), Math.max(...columns) + 1];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows) + 1];
  const [width, height] = [right - left, bottom - top];
  const isAside = Math.abs((left + right) / 2 / n - 0.5) > 0.22 && Math.abs((top + bottom) / 2 / n - 0.5) > 0.22;
  const isRoundish = Math.max(width, height) < 1.4 * Math.min(width, height) && part.length > 0.55 * width * height;
  return isAside && isRoundish && Math.min(width, height) > 0.07 * n;
}

/** Connected groups of pixels. */
export function parts(n: number, belongs: (at: number) => boolean): number[][] {
  const done = new Uint8Array(n * n);
  const groups: number[][] = [];
  for (let start = 0; start < n * n; start += 1) {
    if (done[start] || !belongs(start)) continue;
    done[start] = 1;
    const group = [start];
    for (const at of group) {
      const column = at % n;
      const around = [at - n, at + n];
      if (column > 0) around.push(at - 1);
      if (column < n - 1) around.push(at + 1);
      for (const next of around) {
        if (next < 0 || next >= n * n || done[next] || !belongs(next)) continue;
        done[next] = 1;
        group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

function summed(residual: Float32Array, seen: Picture, drawn: Picture, background: Colour, visible: Uint8Array) {
  const n = seen.n;
  const kept = residual.map((value, at) => (visible[at] === 1 ? Math.max(0, value - 0.03) : 0));
  let [area, ink, total, expected, missing, colour] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < n * n; at += 1) {
    if (visible[at] === 0) continue;
    area += 1;
    const one = colourAt(seen, at);
    const other = colourAt(drawn, at);
    const inOther = distance(other, background) > CLEAR;
    if (!inOther && distance(one, background) <= CLEAR) continue;
    ink += 1;
    total += kept[at] ?? 0;
    if (!inOther) continue;
    expected += 1;
    const off = distance(one, other);
    colour += off;
    if (off > 2 * CLEAR) missing += 1;
  }
  return {
    residual: ink === 0 ? 1 : Math.min(1, total / ink),
    worst: worstWindow(kept, n),
    colour: expected === 0 ? 1 : colour / expected,
    missing: expected === 0 ? 1 : missing / expected,
    ink: area === 0 ? 0 : ink / area,
  };
}

/** The largest mean in any window of a tenth of the picture. */
function worstWindow(values: Float32Array, n: number): number {
  const size = Math.max(4, Math.round(n / 12));
  const sums = new Float64Array((n + 1) * (n + 1));
  let worst = 0;
  for (let row = 1; row <= n; row += 1) {
    let line = 0;
    for (let column = 1; column <= n; column += 1) {
      line += values[(row - 1) * n + column - 1] ?? 0;
      const at = row * (n + 1) + column;
      sums[at] = (sums[at - n - 1] ?? 0) + line;
      if (row < size || column < size) continue;
      const up = at - size * (n + 1);
      const box = (sums[at] ?? 0) - (sums[up] ?? 0) - (sums[at - size] ?? 0) + (sums[up - size] ?? 0);
      worst = Math.max(worst, box / (size * size));
    }
  }
  return worst;
}

/** Detail of the canonical that lies outside the visible area, as a share of all its detail. */
function cutShare(canonical: Source, { place }: Aligned, background: Colour, visible: Uint8Array, n: number): number {
  // Drawn half as large in the middle of a wider square, so that what lies outside is still on the sheet.
  const m = 2 * n;
  const wide = draw(canonical, m, { scale: place.scale / 2, x: 0.25 + place.x / 2, y: 0.25 + place.y / 2 }, background);
  const detail = edges(wide);
  let [all, lost] = [0, 0];
  for (let at = 0; at < m * m; at += 1) {
    const strength = (detail[at] ?? 0) * ((wide.cover[at] ?? 0) ? 1 : 0);
    if (strength === 0) continue;
    all += strength;
    const column = (at % m) - n / 2;
    const row = Math.floor(at / m) - n / 2;
    const isOn = column >= 0 && row >= 0 && column < n && row < n;
    if (!isOn || visible[Math.floor(row) * n + Math.floor(column)] === 0) lost += strength;
  }
  return all === 0 ? 0 : lost / all;
}

/** Dark lettering on a dark ground: whether it is there cannot be seen. */
function hiddenShare(canonical: Source, { place }: Aligned, background: Colour, n: number): number {
  const onWhite = edges(draw(canonical, n, place, WHITE));
  const onGround = edges(draw(canonical, n, place, background));
  let [all, lost] = [0, 0];
  for (let at = 0; at < n * n; at += 1) {
    const strength = onWhite[at] ?? 0;
    all += strength;
    if ((onGround[at] ?? 0) < 0.4 * strength) lost += strength;
  }
  return all === 0 ? 0 : lost / all;
}

function likeness(one: Float32Array, other: Float32Array, visible: Uint8Array): number {
  let [shared, a, b] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    if (visible[at] === 0) continue;
    const x = one[at] ?? 0;
    const y = other[at] ?? 0;
    shared += x * y;
    a += x * x;
    b += y * y;
  }
  return shared / Math.sqrt(a * b + 1e-9);
}
