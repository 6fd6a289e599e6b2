/** Whether one picture is the other in other colours: which colour became which, and how much that explains. */

import type { Picture } from './planes.ts';
import type { Sheet } from './sheet.ts';
import { CLEAR } from './sheet.ts';
import { tintDistance } from './tint.ts';

export type Recolouring = {
  /** How much of the observed picture's colours follows from the canonical's, 0..1; and the other way round. */
  follows: number;
  followed: number;
  /** The farthest that a main colour of the canonical's ink moved; and without light and dark. */
  moved: number;
  movedHue: number;
  /** The same without light and dark, as the eye sees it (OKLab): grey instead of purple is far. */
  movedTint: number;
};

const BIN = 0.11;
/** A colour of less than this share of the ink is no main colour. */
const MAIN = 0.06;

export function recolouringOf(sheet: Sheet): Recolouring {
  const { seen, drawn, visible, offDrawn } = sheet;
  const forth = bins(drawn, seen, visible);
  const back = bins(seen, drawn, visible);
  const ink = visible.reduce((sum, value, at) => sum + (value === 1 && (offDrawn[at] ?? 0) > CLEAR ? 1 : 0), 0);
  let [moved, movedHue, movedTint] = [0, 0, 0];
  for (const bin of forth.values()) {
    if (bin.count < MAIN * ink || bin.count < 8) continue;
    const means = [bin.y, bin.i, bin.q, bin.ownY, bin.ownI, bin.ownQ].map((sum) => sum / bin.count);
    const [y = 0, i = 0, q = 0, ownY = 0, ownI = 0, ownQ = 0] = means;
    const [by, bi, bq] = sheet.ground;
    if (Math.hypot(ownY - by, ownI - bi, ownQ - bq) <= CLEAR) continue;
    moved = Math.max(moved, Math.hypot(y - ownY, i - ownI, q - ownQ));
    movedHue = Math.max(movedHue, Math.hypot(i - ownI, q - ownQ));
    movedTint = Math.max(movedTint, tintDistance([y, i, q], [ownY, ownI, ownQ]));
  }
  return { follows: explained(forth), followed: explained(back), moved, movedHue, movedTint };
}

type Bin = {
  count: number;
  y: number;
  i: number;
  q: number;
  squares: number;
  ownY: number;
  ownI: number;
  ownQ: number;
};

/** The colours of one picture where the other has each of its colours. */
function bins(by: Picture, of: Picture, visible: Uint8Array): Map<number, Bin> {
  const found = new Map<number, Bin>();
  for (let at = 0; at < visible.length; at += 1) {
    if (visible[at] === 0) continue;
    const [ownY, ownI, ownQ] = [by.y[at] ?? 0, by.i[at] ?? 0, by.q[at] ?? 0];
    const key = (Math.round(ownY / BIN) * 64 + Math.round(ownI / BIN) + 32) * 64 + Math.round(ownQ / BIN) + 32;
    let bin = found.get(key);
    if (!bin) {
      bin = { count: 0, y: 0, i: 0, q: 0, squares: 0, ownY: 0, ownI: 0, ownQ: 0 };
      found.set(key, bin);
    }
    const [y, i, q] = [of.y[at] ?? 0, of.i[at] ?? 0, of.q[at] ?? 0];
    bin.count += 1;
    bin.y += y;
    bin.i += i;
    bin.q += q;
    bin.squares += y * y + i * i + q * q;
    bin.ownY += ownY;
    bin.ownI += ownI;
    bin.ownQ += ownQ;
  }
  return found;
}

/** The share of the spread of colours that lies between the bins, not within them. */
function explained(found: ReadonlyMap<number, Bin>): number {
  const all = { count: 0, y: 0, i: 0, q: 0, squares: 0 };
  let within = 0;
  for (const { count, y, i, q, squares } of found.values()) {
    within += squares - (y * y + i * i + q * q) / count;
    all.count += count;
    all.y += y;
    all.i += i;
    all.q += q;
    all.squares += squares;
  }
  if (all.count === 0) return 0;
  const whole = all.squares - (all.y ** 2 + all.i ** 2 + all.q ** 2) / all.count;
  return whole < 1e-6 * all.count ? 0 : Math.max(0, 1 - within / whole);
}
