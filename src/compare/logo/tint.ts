/** How far two colours are apart in tint, as the eye sees it: the a and b of OKLab (Björn Ottosson, 2020). */

import type { Colour } from './yiq.ts';
import { toRgb } from './yiq.ts';

export function tintDistance(one: Colour, other: Colour): number {
  const [a, b] = tintOf(one);
  const [c, d] = tintOf(other);
  return Math.hypot(a - c, b - d);
}

function tintOf(colour: Colour): readonly [a: number, b: number] {
  const [red, green, blue] = toRgb(colour);
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

/** From eight-bit sRGB to linear light, 0..1. */
function linear(level: number): number {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
