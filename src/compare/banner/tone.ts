/** A difference of tone is set aside: lighter, darker, paler, never another hue. Networks' colour profiles and compression move it a little. */

import type { Grid } from './picture.ts';

const GAIN = { least: 0.85, most: 1.18 };
const SHIFT = 16;
const PALER = { least: 0.75, most: 1.35 };
/** Cells that differ more are no matter of tone. */
const TONE = 60;

export const lumaAt = (colours: Float32Array, at: number): number =>
  0.299 * (colours[at] ?? 0) + 0.587 * (colours[at + 1] ?? 0) + 0.114 * (colours[at + 2] ?? 0);

/** What is seen, in the tone of what is expected. */
export function toned(seen: Grid, expected: Grid): Grid {
  const { gain, from, to, paler } = toneOf(seen.colours, expected.colours);
  const colours = new Float32Array(seen.colours.length);
  for (let at = 0; at < colours.length; at += 3) {
    const luma = lumaAt(seen.colours, at);
    const level = gain * (luma - from) + to;
    for (let channel = at; channel < at + 3; channel += 1) {
      colours[channel] = level + paler * ((seen.colours[channel] ?? 0) - luma);
    }
  }
  return { ...seen, colours };
}

function toneOf(seen: Float32Array, expected: Float32Array) {
  const sums = { count: 0, a: 0, b: 0, aa: 0, ab: 0, own: 0, both: 0 };
  for (let at = 0; at < seen.length; at += 3) {
    const [a, b] = [lumaAt(seen, at), lumaAt(expected, at)];
    if (Math.abs(a - b) > TONE) continue;
    sums.count += 1;
    sums.a += a;
    sums.b += b;
    sums.aa += a * a;
    sums.ab += a * b;
    for (let channel = at; channel < at + 3; channel += 1) {
      const [one, other] = [(seen[channel] ?? 0) - a, (expected[channel] ?? 0) - b];
      sums.own += one * one;
      sums.both += one * other;
    }
  }
  if (sums.count < seen.length / 6) return { gain: 1, from: 0, to: 0, paler: 1 };
  const [from, mean] = [sums.a / sums.count, sums.b / sums.count];
  const spread = sums.aa / sums.count - from * from;
  const slope = spread < 100 ? 1 : (sums.ab / sums.count - from * mean) / spread;
  return {
    gain: within(slope, GAIN),
    from,
    to: from + within(mean - from, { least: -SHIFT, most: SHIFT }),
    paler: within((sums.both + 1) / (sums.own + 1), PALER),
  };
}

const within = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value));
