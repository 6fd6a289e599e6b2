/** Opens a canonical once, however often it is compared: the last ones are kept, by their bytes. */

import { createHash } from 'node:crypto';
import type { ImageProblem, Raster } from './decode.ts';
import { decode } from './decode.ts';
import type { Source } from './planes.ts';
import { toSource } from './planes.ts';

export type Prepared = { raster: Raster; source: Source };

/** Fine enough to measure on, small enough to keep many. */
export const SIDE = 192;
/** Somewhat over a megabyte each. */
const KEPT = 48;

const kept = new Map<string, Promise<Prepared | ImageProblem>>();

export function prepare(image: Uint8Array): Promise<Prepared | ImageProblem> {
  const name = createHash('sha256').update(image).digest('base64');
  const prepared = kept.get(name) ?? open(image);
  kept.delete(name);
  kept.set(name, prepared);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return prepared;
}

async function open(image: Uint8Array): Promise<Prepared | ImageProblem> {
  const raster = await decode(image, SIDE);
  return typeof raster === 'string' ? raster : { raster, source: toSource(raster) };
}
