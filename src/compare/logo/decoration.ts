/** What networks lay over a picture themselves: a ring at the rim, a badge in a corner. It is set aside, not judged. */

import { commonColour } from './colours.ts';
import { extent, parts } from './parts.ts';
import { colourAt } from './planes.ts';
import type { Sheet } from './sheet.ts';
import { CLEAR } from './sheet.ts';
import { radius } from './visible.ts';
import { distance } from './yiq.ts';

/** What covers more of the visible area is no badge. */
const LARGEST = 0.1;

/** Takes rings and badges out of the visible area; the share of it that they took. */
export function setAside({ n, seen, visible, residual, offDrawn }: Sheet): number {
  // A badge hangs over the rim of a round picture: the rest of it stands in the corner outside.
  const corner = commonColour(seen, (at) => visible[at] === 0);
  const isOff = (at: number) =>
    visible[at] === 1
      ? (residual[at] ?? 0) > CLEAR
      : corner !== null && distance(colourAt(seen, at), corner) > 2 * CLEAR;
  const area = visible.reduce((sum, value) => sum + value, 0);
  const aside = new Uint8Array(n * n);
  for (const part of parts(n, isOff)) {
    if (part.length < 6) continue;
    const onInk = part.filter((at) => (offDrawn[at] ?? 0) > CLEAR).length / part.length;
    const isOurs = (onInk < 0.6 && isRing(part, seen)) || (part.length < LARGEST * area && isBadge(part, n, onInk));
    if (isOurs) for (const at of part) aside[at] = 1;
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
function isRing(part: readonly number[], seen: Sheet['seen']): boolean {
  const { n } = seen;
  if (!part.every((at) => radius(at, n) > 0.76)) return false;
  const belongs = new Uint8Array(n * n);
  for (const at of part) belongs[at] = 1;
  const colour = commonColour(seen, (at) => belongs[at] === 1);
  if (colour === null) return false;
  return part.filter((at) => distance(colourAt(seen, at), colour) < 2 * CLEAR).length > 0.6 * part.length;
}

/** A filled, round patch away from both axes. */
function isBadge(part: readonly number[], n: number, onInk: number): boolean {
  const { left, top, width, height } = extent(part, n);
  const isAside = Math.abs((left + width / 2) / n - 0.5) > 0.2 && Math.abs((top + height / 2) / n - 0.5) > 0.2;
  const isRoundish =
    Math.max(width, height) < 1.45 * Math.min(width, height) &&
    part.length > (onInk < 0.85 ? 0.5 : 0.66) * width * height;
  return isAside && isRoundish && Math.min(width, height) > 0.06 * n;
}
