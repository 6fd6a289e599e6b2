import { expect, test } from 'vitest';
import { draw, drawPlane, halved, summed, toSource } from '../../../src/compare/logo/planes.ts';
import { BLACK } from '../../../src/compare/logo/yiq.ts';

const side = 128;
const rgba = Uint8Array.from({ length: side * side * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 37) % 251));
const source = toSource({ width: side, height: side, rgba, sourceWidth: side, sourceHeight: side, format: 'png' });
const lines = summed(
  Float32Array.from({ length: side * side }, (_, at) => at % 7),
  side,
  side,
);
const place = { scale: 0.9, x: 0.05, y: 0.02 };

test('what is drawn does not depend on what was drawn before, at any size', () => {
  const alone = drawPlane(lines, 32, place).slice();
  const picture = draw(source, 16, place, BLACK);
  expect(drawPlane(lines, 32, place)).toEqual(alone);
  expect(draw(source, 16, place, BLACK)).toEqual(picture);
});

test('half as large, it is the same picture where the halves fall together', () => {
  const whole = draw(source, 32, { scale: 1, x: 0, y: 0 }, BLACK);
  const half = draw(halved(source), 32, { scale: 1, x: 0, y: 0 }, BLACK);
  for (const [at, value] of half.y.entries()) expect(value).toBeCloseTo(whole.y[at] ?? -1, 5);
});
