/** Recognises what networks and sites draw for who has no picture: a person's silhouette, a symmetric block pattern. */

import { parts } from './measure.ts';
import type { Observed } from './observed.ts';
import { colourAt, visibleArea } from './observed.ts';
import { distance, draw, IN_PLACE } from './planes.ts';

export type PlaceholderKind = 'person' | 'pattern';

type Mask = { n: number; on: Uint8Array };

/** Null unless clear: a real logo taken for a placeholder is worse than a placeholder taken for another logo. */
export function placeholderKind(observed: Observed): PlaceholderKind | null {
  const mask = twoToned(observed);
  if (mask === null) return null;
  if (isBlockPattern(mask)) return 'pattern';
  return isPerson(mask) ? 'person' : null;
}

const N = 60;

/** Which pixels are drawn, when the picture has only two flat colours; null when it has more. */
function twoToned(observed: Observed): Mask | null {
  const picture = draw(observed.source, N, IN_PLACE, observed.page);
  const visible = visibleArea(N, observed);
  const { background } = observed;
  let ink: [number, number, number, number] = [0, 0, 0, 0];
  for (let at = 0; at < N * N; at += 1) {
    const colour = colourAt(picture, at);
    if (visible[at] === 0 || distance(colour, background) < 0.1) continue;
    ink = [ink[0] + 1, ink[1] + colour[0], ink[2] + colour[1], ink[3] + colour[2]];
  }
  const [count, y, i, q] = ink;
  if (count < 0.05 * N * N || count > 0.6 * N * N) return null;
  const mean = [y / count, i / count, q / count] as const;
  const on = new Uint8Array(N * N);
  let [all, off] = [0, 0];
  for (let at = 0; at < N * N; at += 1) {
    if (visible[at] === 0) continue;
    const toInk = distance(colourAt(picture, at), mean);
    const toGround = distance(colourAt(picture, at), background);
    on[at] = toInk < toGround ? 1 : 0;
    all += 1;
    if (Math.min(toInk, toGround) > 0.35 * distance(mean, background)) off += 1;
  }
  return off > 0.12 * all ? null : { n: N, on };
}

function bounds({ n, on }: Mask) {
  let [left, top, right, bottom] = [n, n, 0, 0];
  for (let at = 0; at < n * n; at += 1) {
    if (!on[at]) continue;
    left = Math.min(left, at % n);
    right = Math.max(right, (at % n) + 1);
    top = Math.min(top, Math.floor(at / n));
    bottom = Math.max(bottom, Math.floor(at / n) + 1);
  }
  return { left, top, width: right - left, height: bottom - top };
}

/** Five by five blocks, mirrored left to right, each wholly on or off, and irregular enough. */
function isBlockPattern(mask: Mask): boolean {
  const { left, top, width, height } = bounds(mask);
  for (const cell of [width / 5, height / 5]) {
    // The pattern may leave its outer rows or columns empty: try where a grid of this cell could begin.
    for (let columns = 3; columns <= 5; columns += 2) {
      for (let rows = 3; rows <= 5; rows += 1) {
        const isFit = Math.abs(width - columns * cell) < 0.4 * cell && Math.abs(height - rows * cell) < 0.4 * cell;
        if (isFit && cell > 4 && hasBlocks(mask, left, top, width / columns, height / rows, columns, rows)) return true;
      }
    }
  }
  return false;
}

function hasBlocks(
  { n, on }: Mask,
  left: number,
  top: number,
  width: number,
  height: number,
  columns: number,
  rows: number,
): boolean {
  const grid: number[][] = [];
  let mixed = 0;
  for (let row = 0; row < rows; row += 1) {
    const line: number[] = [];
    for (let column = 0; column < columns; column += 1) {
      let [all, full] = [0, 0];
      for (let y = Math.ceil(top + row * height + 1); y < top + (row + 1) * height - 1; y += 1) {
        for (let x = Math.ceil(left + column * width + 1); x < left + (column + 1) * width - 1; x += 1) {
          all += 1;
          full += on[y * n + x] ?? 0;
        }
      }
      const share = all === 0 ? 0.5 : full / all;
      if (share > 0.08 && share < 0.92) mixed += 1;
      line.push(share > 0.5 ? 1 : 0);
    }
    grid.push(line);
  }
  const isMirrored = grid.every((line) => line.every((cell, column) => cell === line[columns - 1 - column]));
  const changes = grid.reduce(
    (sum, line, row) => sum + line.filter((cell, column) => row > 0 && cell !== grid[row - 1]?.[column]).length,
    0,
  );
  return mixed === 0 && isMirrored && changes >= 6;
}

/** A head above shoulders: two filled parts, or one with a neck; upright, mirrored, the lower one wider. */
function isPerson(mask: Mask): boolean {
  const { n, on } = mask;
  const groups = parts(n, (at) => on[at] === 1).filter((part) => part.length > 0.01 * n * n);
  if (groups.length !== 2) return false;
  const [head, body] = groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)).map((part) => shapeOf(part, n));
  if (!head || !body) return false;
  const isHead = Math.abs(head.width - head.height) < 0.15 * head.width && Math.abs(head.fill - Math.PI / 4) < 0.09;
  const isBody =
    body.width > 1.35 * head.width &&
    body.width < 3 * head.width &&
    body.height < body.width &&
    body.fill > 0.6 &&
    body.topWidth < 0.75 * body.width;
  const isBelow = body.top >= head.top + 0.85 * head.height && body.top < head.top + 1.5 * head.height;
  return isHead && isBody && isBelow && Math.abs(head.middle - body.middle) < 0.03 * n && body.asymmetry < 0.06;
}

function shapeOf(part: readonly number[], n: number) {
  const columns = part.map((at) => at % n);
  const rows = part.map((at) => Math.floor(at / n));
  const [left, right] = [Math.min(...columns), Math.max(...columns) + 1];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows) + 1];
  const belongs = new Set(part);
  const unmatched = part.filter((at) => !belongs.has(Math.floor(at / n) * n + (left + right - 1 - (at % n))));
  return {
    top,
    width: right - left,
    height: bottom - top,
    middle: (left + right) / 2,
    fill: part.length / ((right - left) * (bottom - top)),
    topWidth: part.filter((at) => Math.floor(at / n) === top).length,
    asymmetry: unmatched.length / part.length,
  };
}
