import { expect, test } from 'vitest';
import { decode } from '../../../src/compare/logo/decode.ts';

const RED = [0, 0, 255, 255];
const BLUE = [255, 0, 0, 128];

/** Two by two pixels, the lower line first: blue and red below, red and blue above. */
function dib(depth: 24 | 32, isIcon: boolean): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(2, 4);
  header.writeInt32LE(isIcon ? 4 : 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(depth, 14);
  const line = (pixels: number[][]) => {
    const bytes = pixels.flatMap((pixel) => pixel.slice(0, depth / 8));
    return [...bytes, ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];
  };
  return Buffer.concat([header, Buffer.from([...line([BLUE, RED]), ...line([RED, BLUE])])]);
}

function icon(part: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head[6] = 2;
  head[7] = 2;
  head.writeUInt32LE(part.byteLength, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, part]);
}

function bitmap(part: Buffer): Buffer {
  const head = Buffer.alloc(14);
  head.write('BM');
  head.writeUInt32LE(54, 10);
  return Buffer.concat([head, part]);
}

test('an icon keeps its transparency', async () => {
  const raster = await decode(icon(dib(32, true)));
  expect(raster).toMatchObject({ width: 2, height: 2, format: 'ico' });
  if (typeof raster === 'string') throw new Error(raster);
  expect([...raster.rgba]).toEqual([255, 0, 0, 255, 0, 0, 255, 128, 0, 0, 255, 128, 255, 0, 0, 255]);
});

test('a bitmap of 24 bits', async () => {
  const raster = await decode(bitmap(dib(24, false)));
  if (typeof raster === 'string') throw new Error(raster);
  expect([...raster.rgba]).toEqual([255, 0, 0, 255, 0, 0, 255, 255, 0, 0, 255, 255, 255, 0, 0, 255]);
});

test('cut short or with another packing it is broken, not a crash', async () => {
  const whole = icon(dib(32, true));
  for (let length = 4; length < whole.byteLength; length += 1) {
    expect(await decode(whole.subarray(0, length))).toBe('broken');
  }
  const packed = dib(24, false);
  packed.writeUInt32LE(1, 16);
  expect(await decode(bitmap(packed))).toBe('broken');
});
