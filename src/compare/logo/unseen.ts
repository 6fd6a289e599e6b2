/** How much of the canonical cannot be seen, whether it is there or not: outside the picture, or gone into its ground. */

import { edges } from './edges.ts';
import { parts } from './parts.ts';
import type { Picture, Placement, Source } from './planes.ts';
import { draw } from './planes.ts';
import type { Sheet } from './sheet.ts';
import { WHITE } from './yiq.ts';

const SIDE = 64;

/** Detail of the canonical that lies outside the visible area, as a share of all its detail. Its own border is no detail. */
export function cutShare({ n, place, visible, background }: Sheet, canonical: Source): number {
  // Drawn half as large in the middle of a wider square, so that what lies outside is still on the sheet.
  const m = SIDE;
  const wide = { scale: place.scale / 2, x: 0.25 + place.x / 2, y: 0.25 + place.y / 2 };
  const detail = edges(draw(canonical, m, wide, background));
  const isInside = insideOf(canonical, wide, m);
  let [all, lost] = [0, 0];
  for (let at = 0; at < m * m; at += 1) {
    const x = (at % m) + 0.5;
    const y = Math.floor(at / m) + 0.5;
    if (!isInside(x, y)) continue;
    const strength = detail[at] ?? 0;
    all += strength;
    const column = Math.floor(inwards((x / m - 0.25) * 2 * n, n));
    const row = Math.floor(inwards((y / m - 0.25) * 2 * n, n));
    const isOn = column >= 0 && row >= 0 && column < n && row < n;
    if (!isOn || visible[row * n + column] === 0) lost += strength;
  }
  return all === 0 ? 0 : lost / all;
}

/** A little nearer to the middle: the outline of a round logo that fills a round picture is not cut off. */
const inwards = (at: number, n: number): number => n / 2 + (at - n / 2) * (1 - 5 / n);

/** Whether a point of a sheet lies in the canonical, and not on its own border: the edge of a square is no detail. */
function insideOf({ width, height }: Source, { scale, x, y }: Placement, side: number) {
  const longest = Math.max(width, height);
  const lies = (at: number, from: number, share: number) => {
    const start = (from + (scale * (1 - share)) / 2) * side;
    return at > start + 1.5 && at < start + scale * share * side - 1.5;
  };
  return (column: number, row: number) => lies(column, x, width / longest) && lies(row, y, height / longest);
}

/** Dark lettering on a dark ground. The outline of a piece that shows its own detail may go: that piece is seen all the same. */
export function hiddenShare({ place, background }: Sheet, canonical: Source): number {
  const white = draw(canonical, SIDE, place, WHITE);
  const [onWhite, onGround] = [edges(white), edges(draw(canonical, SIDE, place, background))];
  const isInside = insideOf(canonical, place, SIDE);
  const pieces = piecesOf(white);
  let [all, lost] = [0, 0];
  const tallies = pieces.found.map(() => ({ inner: 0, innerLost: 0, outline: 0, outlineLost: 0 }));
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    if (!isInside((at % SIDE) + 0.5, Math.floor(at / SIDE) + 0.5)) continue;
    const strength = onWhite[at] ?? 0;
    const gone = (onGround[at] ?? 0) < 0.4 * strength ? strength : 0;
    const { piece, isOutline } = pieces.at(at);
    const tally = tallies[piece];
    all += strength;
    if (!tally) lost += gone;
    else if (isOutline) {
      tally.outline += strength;
      tally.outlineLost += gone;
    } else {
      tally.inner += strength;
      tally.innerLost += gone;
    }
  }
  for (const { inner, innerLost, outline, outlineLost } of tallies) {
    const showsItself = inner > 0.2 * outline && innerLost < 0.3 * inner;
    lost += innerLost + (showsItself ? 0 : outlineLost);
  }
  return all === 0 ? 0 : lost / all;
}

/** The canonical's connected pieces, by their cover. */
function piecesOf({ n, cover }: Picture) {
  const found = parts(n, (at) => (cover[at] ?? 0) > 0.5);
  const owner = new Int32Array(n * n).fill(-1);
  for (const [piece, part] of found.entries()) for (const at of part) owner[at] = piece;
  const around = (at: number) => [at, at - 1, at + 1, at - n, at + n, at - n - 1, at - n + 1, at + n - 1, at + n + 1];
  return {
    found,
    at: (at: number) => {
      const near = around(at);
      const piece = near.map((one) => owner[one] ?? -1).find((one) => one >= 0) ?? -1;
      return { piece, isOutline: near.some((one) => (cover[one] ?? 0) < 0.9) };
    },
  };
}
