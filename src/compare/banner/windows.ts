/** Two grids laid on each other, window by window: how far each window agrees, and how much it has to say. */

import type { Grid } from './picture.ts';

export interface Window {
  /** Its middle, in shares of the frame. */
  readonly x: number;
  readonly y: number;
  /** 0..1: colours and lines are the same. */
  readonly agrees: number;
  /** How much there is to see in it, on whichever side shows more: standard deviation of the colours. */
  readonly detail: number;
}

const SIDE = 6;
const STRIDE = 3;
/** Differences of mean colour, of 255, that are nothing and that are everything. */
const COLOUR = { none: 14, all: 40 };
const LINES = { none: 0.35, all: 0.75 };
/** Below this a window is one plain colour, whatever compression made of it. */
const PLAIN = 5;

export function windowsOf(seen: Grid, expected: Grid): Window[] {
  const windows: Window[] = [];
  const [side, tall] = [Math.min(SIDE, seen.columns), Math.min(SIDE, seen.rows)];
  for (const y of starts(seen.rows, tall)) {
    for (const x of starts(seen.columns, side)) {
      const { colour, correlation, detail } = compared(seen, expected, x, y, side, tall);
      const lines = 1 - (1 - share(correlation, LINES.none, LINES.all)) * share(detail, PLAIN, 2 * PLAIN);
      const agrees = (1 - share(colour, COLOUR.none, COLOUR.all)) * lines;
      windows.push({ x: (x + side / 2) / seen.columns, y: (y + tall / 2) / seen.rows, agrees, detail });
    }
  }
  return windows;
}

function starts(cells: number, side: number): number[] {
  const last = cells - side;
  const all = Array.from({ length: Math.floor(last / STRIDE) + 1 }, (_, at) => at * STRIDE);
  return all.at(-1) === last ? all : [...all, last];
}

function compared(seen: Grid, expected: Grid, left: number, top: number, side: number, tall: number) {
  const count = side * tall;
  let [colour, ours, others, shared] = [0, 0, 0, 0];
  for (let channel = 0; channel < 3; channel += 1) {
    let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
    for (let y = top; y < top + tall; y += 1) {
      let at = 3 * (y * seen.columns + left) + channel;
      for (let x = 0; x < side; x += 1, at += 3) {
        const [one, other] = [seen.colours[at] ?? 0, expected.colours[at] ?? 0];
        a += one;
        b += other;
        aa += one * one;
        bb += other * other;
        ab += one * other;
      }
    }
    colour = Math.max(colour, Math.abs(a - b) / count);
    ours += Math.max(0, aa - (a * a) / count);
    others += Math.max(0, bb - (b * b) / count);
    shared += ab - (a * b) / count;
  }
  const correlation = shared / Math.sqrt((ours + 1) * (others + 1));
  return { colour, correlation, detail: Math.sqrt(Math.max(ours, others) / count) };
}

export const share = (value: number, none: number, all: number): number =>
  Math.min(1, Math.max(0, (value - none) / (all - none)));
