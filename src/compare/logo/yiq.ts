/** Colours as numbers: YIQ, scaled so that straight distance is seen difference. */

/** A colour in scaled YIQ: black to white is about 1 apart. */
export type Colour = readonly [y: number, i: number, q: number];

// Weights of Kotsarenko and Ramos, as pixelmatch uses them, over the largest distance.
const Y_SCALE = Math.sqrt(0.5053 / 35215);
const I_SCALE = Math.sqrt(0.299 / 35215);
const Q_SCALE = Math.sqrt(0.1957 / 35215);

export const yOf = (r: number, g: number, b: number) => Y_SCALE * (0.29889531 * r + 0.58662247 * g + 0.11448223 * b);
export const iOf = (r: number, g: number, b: number) => I_SCALE * (0.59597799 * r - 0.2741761 * g - 0.32180189 * b);
export const qOf = (r: number, g: number, b: number) => Q_SCALE * (0.21147017 * r - 0.52261711 * g + 0.31114694 * b);

export const toColour = (r: number, g: number, b: number): Colour => [yOf(r, g, b), iOf(r, g, b), qOf(r, g, b)];

/** Back to eight-bit sRGB. */
export function toRgb([y, i, q]: Colour): [r: number, g: number, b: number] {
  const [Y, I, Q] = [y / Y_SCALE, i / I_SCALE, q / Q_SCALE];
  const level = (value: number) => Math.min(255, Math.max(0, Math.round(value)));
  return [level(Y + 0.956 * I + 0.621 * Q), level(Y - 0.272 * I - 0.647 * Q), level(Y - 1.106 * I + 1.703 * Q)];
}

export const WHITE = toColour(255, 255, 255);
export const BLACK = toColour(0, 0, 0);

export const distance = (a: Colour, b: Colour) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
