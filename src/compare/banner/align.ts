/** From a place that is nearly right to one that is right to a part of a pixel: small moves and stretches, all at once. */

import { draw, type Frame, type Grid, gridOf, type Picture, type View } from './picture.ts';
import { lumaAt, toned } from './tone.ts';

/** A cell that differs more tells no more of where the picture lies. */
const OUTLIER = 64;
const STEPS = 4;
/** Beyond this share of the frame it is another place, not a better one. */
const FARTHEST = 0.02;

export function aligned(observed: View, canonical: Picture, start: Frame, columns: number): Frame {
  const grid = gridOf(observed, columns);
  const seen = toned(grid, draw(canonical, start, grid.columns, grid.rows));
  let best = { frame: start, cost: costOf(seen, draw(canonical, start, seen.columns, seen.rows)) };
  for (let step = 0; step < STEPS; step += 1) {
    const move = moveOf(seen, draw(canonical, best.frame, seen.columns, seen.rows));
    if (!move) break;
    const frame = moved(best.frame, move, seen);
    const cost = costOf(seen, draw(canonical, frame, seen.columns, seen.rows));
    if (cost >= best.cost) break;
    best = { frame, cost };
  }
  return best.frame;
}

function costOf(seen: Grid, expected: Grid): number {
  let cost = 0;
  for (let at = 0; at < seen.colours.length; at += 3) {
    cost += Math.min(OUTLIER, Math.abs(lumaAt(seen.colours, at) - lumaAt(expected.colours, at)));
  }
  return cost;
}

interface Move {
  readonly across: number;
  readonly down: number;
  /** Per cell from the middle. */
  readonly wider: number;
  readonly taller: number;
}

/** Least squares over the slopes of the picture: how far each cell must move to explain the difference. */
function moveOf(seen: Grid, expected: Grid): Move | null {
  const { columns, rows } = seen;
  const [own, luma] = [lumasOf(seen), lumasOf(expected)];
  const equations = Array.from({ length: 4 }, () => new Float64Array(5));
  const slopes = new Float64Array(4);
  for (let y = 1; y < rows - 1; y += 1) {
    for (let x = 1; x < columns - 1; x += 1) {
      const at = y * columns + x;
      const across = ((luma[at + 1] ?? 0) - (luma[at - 1] ?? 0)) / 2;
      const down = ((luma[at + columns] ?? 0) - (luma[at - columns] ?? 0)) / 2;
      // Where nothing rises or falls nothing is told.
      if (Math.abs(across) + Math.abs(down) < 0.5) continue;
      slopes[0] = across;
      slopes[1] = down;
      slopes[2] = across * (x - columns / 2);
      slopes[3] = down * (y - rows / 2);
      add(equations, slopes, Math.min(OUTLIER, Math.max(-OUTLIER, (own[at] ?? 0) - (luma[at] ?? 0))));
    }
  }
  const [across, down, wider, taller] = solved(equations) ?? [];
  if (across === undefined || down === undefined || wider === undefined || taller === undefined) return null;
  return { across, down, wider, taller };
}

function lumasOf({ columns, rows, colours }: Grid): Float32Array {
  const lumas = new Float32Array(columns * rows);
  for (let at = 0; at < lumas.length; at += 1) lumas[at] = lumaAt(colours, 3 * at);
  return lumas;
}

function add(equations: readonly Float64Array[], slopes: Float64Array, differs: number): void {
  for (let row = 0; row < 4; row += 1) {
    const [equation, slope] = [equations[row], slopes[row] ?? 0];
    if (!equation) continue;
    for (let column = 0; column < 4; column += 1) {
      equation[column] = (equation[column] ?? 0) + slope * (slopes[column] ?? 0);
    }
    equation[4] = (equation[4] ?? 0) + slope * differs;
  }
}

/** Gauss, four equations; null when they do not determine it. */
function solved(equations: readonly Float64Array[]): number[] | null {
  for (const [at, equation] of equations.entries()) {
    const pivot = equation[at] ?? 0;
    if (Math.abs(pivot) < 1) return null;
    for (const [other, row] of equations.entries()) {
      if (other === at) continue;
      const factor = (row[at] ?? 0) / pivot;
      for (let column = at; column < 5; column += 1)
        row[column] = (row[column] ?? 0) - factor * (equation[column] ?? 0);
    }
  }
  return equations.map((equation, at) => (equation[4] ?? 0) / (equation[at] ?? 1));
}

function moved(frame: Frame, { across, down, wider, taller }: Move, { columns, rows }: Grid): Frame {
  const near = (value: number) => Math.min(FARTHEST, Math.max(-FARTHEST, value));
  const width = frame.width * (1 + near(wider));
  const height = frame.height * (1 + near(taller));
  return {
    x: frame.x + near(across / columns) * frame.width + (frame.width - width) / 2,
    y: frame.y + near(down / rows) * frame.height + (frame.height - height) / 2,
    width,
    height,
  };
}
