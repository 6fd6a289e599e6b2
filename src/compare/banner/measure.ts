/** How well a banner fits where it was laid: tone set aside, then the share of it that agrees, with and without an avatar. */

import { aligned } from './align.ts';
import { type Avatar, avatarOver, type Edges, isUnder } from './avatar.ts';
import { detailOf } from './detail.ts';
import { hueShift, strokeShift } from './hue.ts';
import { draw, type Frame, type Grid, gridOf, type Picture, type View } from './picture.ts';
import { toned } from './tone.ts';
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

/** What only matters where a banner is nearly the same: a hue, a word, a figure. */
export interface CloseMeasurements {
  /** Of 255: how far the hue moved that moved most. */
  readonly hue: number;
  /** The same of thin strokes, against what is around them. */
  readonly stroke: number;
  /** Of 255: how far the colours of large parts are away from what they should be. */
  readonly drift: number;
  /** How much of what stands out, and lies together, differs. */
  readonly changed: number;
  /** 0..1: how well the rest agrees at the size at which that was looked for. */
  readonly sharpness: number;
  /** 0..1: of what there is to see in the canonical here, what nothing lies over. */
  readonly open: number;
  /** How many cells wide it was looked at. */
  readonly columns: number;
}

export interface Laid extends BannerMeasurements {
  readonly frame: Frame;
  readonly avatar: Avatar | null;
}

const COLUMNS = 96;
const ALIGNED = 192;
const HUES = 48;
const STROKES = 256;
const EDGE = 0.02;
/** From here on a window has something to see in it. */
const DETAILED = 8;
const REGIONS = 6;

export function measure(observed: View, canonical: Picture, near: Frame): Laid {
  const frame = aligned(observed, canonical, near, ALIGNED);
  const seen = gridOf(observed, COLUMNS);
  const expected = draw(canonical, frame, seen.columns, seen.rows);
  const tone = toned(seen, expected);
  const windows = windowsOf(tone, expected);
  const ratio = observed.frame.height / observed.frame.width;
  const avatar = avatarOver(windows, ratio, edgesOf(tone, expected));
  const open = avatar ? windows.filter((window) => !isUnder(window, avatar, ratio)) : windows;
  return { ...fitOf(open), shown: shownOf(canonical, frame), hidden: avatar?.hides ?? 0, frame, avatar };
}

const EDGE_ROWS = 2;
const EDGE_DIFFERS = 16;

/** Where the highest and the lowest rows differ. */
function edgesOf(seen: Grid, expected: Grid): Edges {
  return {
    upper: differingIn(seen, expected, 0),
    lower: differingIn(seen, expected, Math.max(0, seen.rows - EDGE_ROWS)),
  };
}

function differingIn(seen: Grid, expected: Grid, first: number): number[] {
  return Array.from({ length: seen.columns }, (_, column) => {
    let most = 0;
    for (let row = first; row < Math.min(seen.rows, first + EDGE_ROWS); row += 1) {
      const at = 3 * (row * seen.columns + column);
      for (let channel = at; channel < at + 3; channel += 1) {
        most = Math.max(most, Math.abs((seen.colours[channel] ?? 0) - (expected.colours[channel] ?? 0)));
      }
    }
    return most >= EDGE_DIFFERS ? 1 : 0;
  });
}

export function measureClosely(observed: View, canonical: Picture, { frame, avatar }: Laid): CloseMeasurements {
  const isHidden = hiddenBy(avatar, observed.frame.height / observed.frame.width);
  const [coarse, fine] = [HUES, STROKES].map((columns) => {
    const seen = gridOf(observed, columns);
    const expected = draw(canonical, frame, seen.columns, seen.rows);
    return { seen: toned(seen, expected), expected };
  });
  if (!coarse || !fine) throw new Error('two sizes in, two pairs of grids out');
  return {
    hue: hueShift(coarse.seen, coarse.expected, isHidden),
    stroke: strokeShift(fine.seen, fine.expected, isHidden),
    drift: driftOf(coarse.seen, coarse.expected, isHidden),
    ...detailOf(observed, canonical, frame, isHidden),
  };
}

/** Its edge is known to a window or so. */
function hiddenBy(avatar: Avatar | null, ratio: number): (x: number, y: number) => boolean {
  if (!avatar) return () => false;
  const wider = { ...avatar, half: avatar.half + EDGE };
  return (x, y) => isUnder({ x, y }, wider, ratio);
}

/** The mean of the worst tenth: what lies over the banner is no part of it. */
function driftOf(seen: Grid, expected: Grid, isHidden: (x: number, y: number) => boolean): number {
  const apart: number[] = [];
  for (let at = 0; at < seen.colours.length; at += 3) {
    const cell = at / 3;
    const [column, row] = [cell % seen.columns, Math.floor(cell / seen.columns)];
    if (isHidden((column + 0.5) / seen.columns, (row + 0.5) / seen.rows)) continue;
    const of = (channel: number) => Math.abs((seen.colours[at + channel] ?? 0) - (expected.colours[at + channel] ?? 0));
    apart.push(Math.max(of(0), of(1), of(2)));
  }
  const worst = apart.sort((one, other) => other - one).slice(0, Math.ceil(apart.length / 10));
  return worst.reduce((sum, one) => sum + one, 0) / Math.max(1, worst.length);
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
    const region = regions.get(name);
    if (region) region.push(window);
    else regions.set(name, [window]);
  }
  return Math.min(1, ...[...regions.values()].filter(({ length }) => length > 3).map((all) => meanOf(all, weight)));
}

function shownOf({ width, height }: Picture, frame: Frame): number {
  const across = Math.min(width, frame.x + frame.width) - Math.max(0, frame.x);
  const down = Math.min(height, frame.y + frame.height) - Math.max(0, frame.y);
  return Math.min(1, Math.max(0, (across * down) / (width * height)));
}
