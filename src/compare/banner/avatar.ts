/** Networks lay the profile's picture over the banner: a disc or a square at its lower edge or in a corner. Finds what it hides. */

import type { Window } from './windows.ts';

export interface Avatar {
  readonly shape: 'disc' | 'square';
  /** Its middle in shares of the frame, its half side in shares of the frame's width. */
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** The share of the frame that it hides. */
  readonly hides: number;
}

const LARGEST = 0.25;
/** So much of what lies in it must differ, or it is no picture that lies over the banner. */
const DIFFERS = 0.6;

/** The place whose windows differ most for its size; null when nothing of that kind lies there. */
export function avatarOver(windows: readonly Window[], ratio: number): Avatar | null {
  let best: { avatar: Avatar; gain: number } | null = null;
  for (const avatar of candidates(ratio)) {
    let differing = 0;
    let all = 0;
    for (const window of windows) {
      if (!isUnder(window, avatar, ratio)) continue;
      all += 1;
      differing += 1 - window.agrees;
    }
    const gain = 2 * differing - all;
    if (all > 0 && differing / all >= DIFFERS && gain > (best?.gain ?? 0)) best = { avatar, gain };
  }
  return best?.avatar ?? null;
}

/** Also a window that only partly lies under it. */
export function isUnder({ x, y }: Window, { shape, half, ...middle }: Avatar, ratio: number): boolean {
  const reach = half + 0.035;
  const [across, down] = [Math.abs(x - middle.x), Math.abs(y - middle.y) * ratio];
  return shape === 'square' ? Math.max(across, down) <= reach : across * across + down * down <= reach * reach;
}

function candidates(ratio: number): Avatar[] {
  const found: Avatar[] = [];
  for (const shape of ['disc', 'square'] as const) {
    for (let half = 0.03; half <= 0.25; half += 0.025) {
      for (let x = 0; x <= 1; x += 0.04) {
        for (let y = 0; y <= 1.3; y += 0.1) {
          const hides = hiddenBy(shape, half, ratio, y);
          if (hides <= LARGEST && touches(x, y, half, ratio)) found.push({ shape, x, y, half, hides });
        }
      }
    }
  }
  return found;
}

/** At the lower edge, or in a corner. */
function touches(x: number, y: number, half: number, ratio: number): boolean {
  const tall = half / ratio;
  const isLow = y + tall >= 0.9 && y - tall < 1;
  const isAside = x - half <= 0.1 || x + half >= 0.9;
  return isLow || (isAside && y - tall <= 0.1);
}

function hiddenBy(shape: Avatar['shape'], half: number, ratio: number, y: number): number {
  const area = ((shape === 'disc' ? Math.PI : 4) * half * half) / ratio;
  const tall = half / ratio;
  const within = Math.min(1, y + tall) - Math.max(0, y - tall);
  return area * Math.min(1, Math.max(0, within / (2 * tall)));
}
