/** Measures how a canonical, laid in its place, differs from the observed picture. Plain numbers, no verdict. */

import { setAside } from './decoration.ts';
import { edgeLikeness, edges } from './edges.ts';
import type { Observed } from './observed.ts';
import type { Source } from './planes.ts';
import { colourAt } from './planes.ts';
import { type Recolouring, recolouringOf } from './recolouring.ts';
import { worstWindow } from './residual.ts';
import type { Sheet } from './sheet.ts';
import { CLEAR } from './sheet.ts';
import { type Structure, structureOf } from './structure.ts';
import { cutShare, hiddenShare } from './unseen.ts';
import { distance } from './yiq.ts';

export type Measurements = Structure &
  Recolouring &
  Inks & {
    /** Likeness of the edges at the best place, 0..1, blind to colour. */
    edgeLikeness: number;
    /** Share of the canonical's detail that the observed picture's crop cuts off. */
    cut: number;
    /** Share of the visible area set aside as the network's own frame or badge. */
    setAside: number;
    /** Share of the canonical's detail on white that vanishes on the observed background. */
    hidden: number;
    /** Side of the canonical's square in the observed picture's. */
    scale: number;
    /** The shorter side of the observed picture, in pixels. */
    side: number;
  };

type Inks = {
  /** What neither picture explains in the other, over the ink: 0 is none. */
  residual: number;
  /** The same, in the worst small window, and in the worst larger one. */
  worst: number;
  worstPart: number;
  /** Mean colour difference over the canonical's ink. */
  colour: number;
  /** Share of the canonical's ink that is not found in the observed picture, and the other way round. */
  missing: number;
  extra: number;
  /** Ink that both have, of the ink that either has. */
  overlap: number;
  /** Share of the visible area that is ink in either picture. */
  ink: number;
};

export function measure(sheet: Sheet, observed: Observed, canonical: Source): Measurements {
  const cut = cutShare(sheet, canonical);
  const aside = setAside(sheet);
  return {
    ...inksOf(sheet),
    ...structureOf(sheet),
    ...recolouringOf(sheet),
    edgeLikeness: edgeLikeness(edges(sheet.seen), edges(sheet.drawn), sheet.visible),
    cut,
    setAside: aside,
    hidden: hiddenShare(sheet, canonical),
    scale: sheet.place.scale,
    side: observed.side,
  };
}

/** Less than this is what copying does. */
const NOISE = 0.03;

function inksOf({ n, seen, drawn, visible, residual, offSeen, offDrawn }: Sheet): Inks {
  const kept = new Float32Array(n * n);
  let [area, ink, both, total, expected, missing, colour, shown, extra] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < n * n; at += 1) {
    if (visible[at] === 0) continue;
    area += 1;
    const off = Math.max(0, (residual[at] ?? 0) - NOISE);
    kept[at] = off;
    const inDrawn = (offDrawn[at] ?? 0) > CLEAR;
    const inSeen = (offSeen[at] ?? 0) > CLEAR;
    if (!inDrawn && !inSeen) continue;
    ink += 1;
    total += off;
    if (inDrawn && inSeen) both += 1;
    if (inSeen) {
      shown += 1;
      if (!inDrawn && off > CLEAR) extra += 1;
    }
    if (!inDrawn) continue;
    expected += 1;
    const apart = distance(colourAt(seen, at), colourAt(drawn, at));
    colour += apart;
    if (apart > 2 * CLEAR) missing += 1;
  }
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.min(1, part / whole));
  return {
    residual: share(total, ink),
    worst: worstWindow(kept, n, 1 / 12),
    worstPart: worstWindow(kept, n, 1 / 5),
    colour: share(colour, expected),
    missing: share(missing, expected),
    extra: shown === 0 ? 0 : extra / shown,
    overlap: ink === 0 ? 0 : both / ink,
    ink: area === 0 ? 0 : ink / area,
  };
}
