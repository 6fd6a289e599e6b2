/** A pattern of blocks, mirrored left to right, as sites draw for who has no picture. */

import type { Box } from './ink.ts';

/** `on` is 1 where there is ink, on a sheet of n × n. */
export type Mask = { n: number; on: Uint8Array };

/** Five by five blocks, each wholly on or off, and irregular enough. Outer rows or columns may be empty. */
export function isBlockPattern(mask: Mask, box: Box): boolean {
  const [left, top] = [box.left * mask.n, box.top * mask.n];
  const [width, height] = [(box.right - box.left) * mask.n, (box.bottom - box.top) * mask.n];
  for (const columns of [5, 3]) {
    for (const rows of [5, 4, 3]) {
      const [across, down] = [width / columns, height / rows];
      const isSquare = Math.abs(across - down) < 0.18 * Math.max(across, down);
      if (isSquare && across > 4 && hasBlocks(mask, left, top, across, down, columns, rows)) return true;
    }
  }
  return false;
}

/** How much of a block may be of the other kind: copying makes edges soft. */
const CLEAN = 0.15;

function hasBlocks(
  mask: Mask,
  left: number,
  top: number,
  across: number,
  down: number,
  columns: number,
  rows: number,
): boolean {
  const grid: boolean[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const line: boolean[] = [];
    for (let column = 0; column < columns; column += 1) {
      const share = shareIn(mask, left + column * across, top + row * down, across, down);
      if (share > CLEAN && share < 1 - CLEAN) return false;
      line.push(share > 0.5);
    }
    grid.push(line);
  }
  const isMirrored = grid.every((line) => line.every((cell, column) => cell === line[columns - 1 - column]));
  // A cross or a frame is drawn on purpose; chance hardly ever mirrors the other way as well.
  const isRegular = grid.every((line, row) => line.every((cell, column) => cell === grid[rows - 1 - row]?.[column]));
  const changes = grid.reduce(
    (sum, line, row) => sum + line.filter((cell, column) => row > 0 && cell !== grid[row - 1]?.[column]).length,
    0,
  );
  return isMirrored && !isRegular && changes >= 4;
}

/** The share of ink in a block, without its outer pixel. */
function shareIn({ n, on }: Mask, left: number, top: number, width: number, height: number): number {
  let [all, full] = [0, 0];
  for (let y = Math.ceil(top + 1); y < top + height - 1; y += 1) {
    for (let x = Math.ceil(left + 1); x < left + width - 1; x += 1) {
      all += 1;
      full += on[y * n + x] ?? 0;
    }
  }
  return all === 0 ? 0.5 : full / all;
}
