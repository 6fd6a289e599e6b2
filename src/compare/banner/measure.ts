/** How well a banner fits where it was laid: tone set aside, then the share of it that agrees, with and without an avatar. */

import { type Avatar, avatarOver, isUnder } from './avatar.ts';
import { draw, type Frame, type Grid, type Picture } from './picture.ts';
import { gridOf } from './search.ts';
import { type Window, windowsOf } from './windows.ts';

export interface BannerMeasurements {
  /** 0..1: of all that is seen, by how much there is to see in it. */
  readonly agreement: number;
  /** 0..1: of the windows in which there is something to see. */
  readonly lines: number;
  /** 0..1: of these the part of the worst region. */
  readonly worst: number;
  /** 0..1: of the canonical, what the picture shows of it. */
  readonly shown: number;
  /** 0..1: of the picture, what something that lies over it hides. */
  readonly hidden: number;
  /** Of 255: how much there is to see in what was compared. */
  readonly detail: number;
}

const COLUMNS = 96;
/** From here on a window has something to see in it. */
const DETAILED = 8;
const REGIONS = 6;

export function measure(observed: Picture, canonical: Picture, frame: Frame): BannerMeasurements {
  const seen = gridOf(observed, COLUMNS);
  const expected = draw(canonical, frame, seen.columns, seen.rows);
  const windows = windowsOf(toned(seen, expected), expected);
  const ratio = observed.height / observed.width;
  const avatar = avatarOver(windows, ratio);
  const open = avatar ? windows.filter((window) => !isUnder(window, avatar, ratio)) : windows;
  return { ...fitOf(open), shown: shownOf(canonical, frame), hidden: hiddenOf(avatar) };
}

function fitOf(windows: readonly Window[]): Pick<BannerMeasurements, 'agreement' | 'lines' | 'worst' | 'detail'> {
  const detailed = windows.filter(({ detail }) => detail >= DETAILED);
  const detail = Math.sqrt(windows.reduce((sum, one) => sum + one.detail ** 2, 0) / Math.max(1, windows.length));
  const lines = meanOf(detailed, () => 1);
  return { agreement: meanOf(windows, weight), lines, worst: worstOf(windows), detail };
}

const weight = ({ detail }: Window): number => 0.3 + Math.min(1, detail / 25);

function meanOf(windows: readonly Window[], weightOf: (window: Window) => number): number {
  let [sum, all] = [0, 0];
  for (const window of windows) {
    sum += window.agrees * weightOf(window);
    all += weightOf(window);
  }
  return all === 0 ? 1 : sum / all;
}

/** A new text, or another figure, in a banner that is the same all around it. */
function worstOf(windows: readonly Window[]): number {
  const regions = new Map<string, Window[]>();
  for (const window of windows) {
    const name = `${Math.floor(window.x * REGIONS)} ${Math.floor(window.y * 2)}`;
    regions.set(name, [...(regions.get(name) ?? []), window]);
  }
  return Math.min(1, ...[...regions.values()].filter(({ length }) => length > 3).map((all) => meanOf(all, weight)));
}

function shownOf({ width, height }: Picture, frame: Frame): number {
  const across = Math.min(width, frame.x + frame.width) - Math.max(0, frame.x);
  const down = Math.min(height, frame.y + frame.height) - Math.max(0, frame.y);
  return Math.min(1, Math.max(0, (across * down) / (width * height)));
}

const hiddenOf = (avatar: Avatar | null): number => avatar?.hides ?? 0;

const GAIN = { least: 0.85, most: 1.18 };
const SHIFT = 16;
/** Pixels that differ more are no matter of tone. */
const TONE = 60;

/** What is seen, in the canonical's tone: networks' colour profiles and compression move it a little. */
function toned(seen: Grid, expected: Grid): Grid {
  const colours = new Float32Array(seen.colours.length);
  for (let channel = 0; channel < 3; channel += 1) {
    const { gain, from, to } = toneOf(seen.colours, expected.colours, channel);
    for (let at = channel; at < colours.length; at += 3) colours[at] = gain * ((seen.colours[at] ?? 0) - from) + to;
  }
  return { ...seen, colours };
}

function toneOf(seen: Float32Array, expected: Float32Array, channel: number) {
  const sums = { count: 0, a: 0, b: 0, aa: 0, ab: 0 };
  for (let at = channel; at < seen.length; at += 3) {
    const [a, b] = [seen[at] ?? 0, expected[at] ?? 0];
    if (Math.abs(a - b) > TONE) continue;
    sums.count += 1;
    sums.a += a;
    sums.b += b;
    sums.aa += a * a;
    sums.ab += a * b;
  }
  if (sums.count < seen.length / 6) return { gain: 1, from: 0, to: 0 };
  const [from, mean] = [sums.a / sums.count, sums.b / sums.count];
  const spread = sums.aa / sums.count - from * from;
  const slope = spread < 100 ? 1 : (sums.ab / sums.count - from * mean) / spread;
  const gain = Math.min(GAIN.most, Math.max(GAIN.least, slope));
  return { gain, from, to: from + Math.min(SHIFT, Math.max(-SHIFT, mean - from)) };
}
