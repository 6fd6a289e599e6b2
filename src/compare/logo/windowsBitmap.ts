/** Windows icons and bitmaps, which the image library does not open: the largest picture in them, as plain pixels. */

export type Pixels = { width: number; height: number; rgba: Uint8Array };

/** An icon may hold PNG files too; those are given back as they are. */
export function fromIcon(bytes: Uint8Array): Pixels | Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 22) return null;
  let best: { area: number; part: Uint8Array } | null = null;
  for (let k = 0; k < Math.min(64, view.getUint16(4, true)); k += 1) {
    const at = 6 + 16 * k;
    if (at + 16 > bytes.byteLength) break;
    const area = (view.getUint8(at) || 256) * (view.getUint8(at + 1) || 256);
    const from = view.getUint32(at + 12, true);
    const part = bytes.subarray(from, from + view.getUint32(at + 8, true));
    if (part.byteLength > 40 && (best === null || area > best.area)) best = { area, part };
  }
  if (best === null) return null;
  return best.part[0] === 0x89 && best.part[1] === 0x50 ? best.part : fromDib(best.part, true);
}

export function fromBitmap(bytes: Uint8Array): Pixels | null {
  if (bytes.byteLength < 54) return null;
  const start = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(10, true);
  return fromDib(bytes.subarray(14), false, start - 14);
}

const MAX_SIDE = 8192;

/** An uncompressed bitmap with its header; in an icon a mask follows, and the height counts both. */
function fromDib(dib: Uint8Array, isIcon: boolean, start?: number): Pixels | null {
  const view = new DataView(dib.buffer, dib.byteOffset, dib.byteLength);
  const header = view.getUint32(0, true);
  if (header < 40 || header > dib.byteLength) return null;
  const width = view.getInt32(4, true);
  const tall = view.getInt32(8, true);
  const height = Math.abs(isIcon ? tall / 2 : tall);
  const depth = view.getUint16(14, true);
  const packing = view.getUint32(16, true);
  const isPlain = packing === 0 || (packing === 3 && depth === 32);
  if (!isPlain || ![1, 4, 8, 24, 32].includes(depth) || !Number.isInteger(height)) return null;
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) return null;
  const colours = depth <= 8 ? view.getUint32(32, true) || 2 ** depth : 0;
  const pixels = start ?? header + 4 * colours;
  const line = Math.ceil((width * depth) / 32) * 4;
  const maskLine = Math.ceil(width / 32) * 4;
  if (pixels < header || pixels + line * height > dib.byteLength) return null;
  const mask = isIcon && pixels + (line + maskLine) * height <= dib.byteLength ? pixels + line * height : null;
  const rgba = new Uint8Array(width * height * 4);
  let isSeen = false;
  for (let row = 0; row < height; row += 1) {
    const from = tall < 0 ? row : height - 1 - row;
    for (let column = 0; column < width; column += 1) {
      const at = pixelAt(dib, pixels + from * line, column, depth, header);
      const to = 4 * (row * width + column);
      for (let channel = 0; channel < 3; channel += 1) rgba[to + channel] = dib[at + 2 - channel] ?? 0;
      const isMasked =
        mask !== null && (((dib[mask + from * maskLine + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1) === 1;
      rgba[to + 3] = depth === 32 ? (dib[at + 3] ?? 0) : isMasked ? 0 : 255;
      isSeen ||= rgba[to + 3] !== 0;
    }
  }
  // Many 32-bit bitmaps leave the alpha at nothing and mean the whole.
  if (!isSeen) for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
  return { width, height, rgba };
}

/** Where the three or four bytes of a pixel's colour stand: in the line, or in the palette. */
function pixelAt(dib: Uint8Array, line: number, column: number, depth: number, palette: number): number {
  if (depth >= 24) return line + column * (depth / 8);
  const perByte = 8 / depth;
  const byte = dib[line + Math.floor(column / perByte)] ?? 0;
  const index = (byte >> (8 - depth * ((column % perByte) + 1))) & (2 ** depth - 1);
  return palette + 4 * index;
}
