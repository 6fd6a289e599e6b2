/** Measurements in the form that the scorers take them: roots of what is mostly small, always in the same order. */

import type { Measurements } from './measure.ts';

const ROOTED = [
  'residual',
  'worst',
  'worstPart',
  'colour',
  'missing',
  'extra',
  'moved',
  'movedHue',
  'movedTint',
  'cut',
  'hidden',
  'setAside',
] as const satisfies readonly (keyof Measurements)[];

const PLAIN = [
  'overlap',
  'ink',
  'structure',
  'worstStructure',
  'follows',
  'followed',
  'edgeLikeness',
  'scale',
] as const satisfies readonly (keyof Measurements)[];

export const featuresOf = (m: Measurements): number[] => [
  ...ROOTED.map((key) => Math.sqrt(Math.max(0, m[key]))),
  ...PLAIN.map((key) => m[key]),
  Math.log(m.side),
];
