/** Which pixels of a square sheet an observed picture can say anything about. */

/** Distance from the middle; 1 at the inscribed circle. */
export function radius(at: number, n: number): number {
  const x = ((at % n) + 0.5) / n - 0.5;
  const y = (Math.floor(at / n) + 0.5) / n - 0.5;
  return 2 * Math.sqrt(x * x + y * y);
}

/** Distance from the middle, square by square; 1 at the border. */
export const chebyshev = (at: number, n: number) =>
  2 * Math.max(Math.abs(((at % n) + 0.5) / n - 0.5), Math.abs((Math.floor(at / n) + 0.5) / n - 0.5));

export type Shape = {
  isRound: boolean;
  /** Radius up to which a round picture counts: less than 1 when a ring at the rim is left out. */
  rim: number;
  source: { width: number; height: number };
};

/** 1 where the observed picture can say anything: inside the round crop, inside the image itself. */
export function visibleArea(n: number, { isRound, rim: outer, source: size }: Shape): Uint8Array {
  const out = new Uint8Array(n * n);
  const longest = Math.max(size.width, size.height);
  const halfWidth = size.width / longest / 2;
  const halfHeight = size.height / longest / 2;
  const rim = outer - 2 / n;
  for (let at = 0; at < n * n; at += 1) {
    const x = Math.abs(((at % n) + 0.5) / n - 0.5);
    const y = Math.abs((Math.floor(at / n) + 0.5) / n - 0.5);
    const isIn = isRound ? 4 * (x * x + y * y) < rim * rim : x < halfWidth && y < halfHeight;
    if (isIn) out[at] = 1;
  }
  return out;
}
