/** Labelled pairs as the scorers take them: measured once, in every way to see the picture. */

import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decode } from '../../src/compare/logo/decode.ts';
import { featuresOf } from '../../src/compare/logo/features.ts';
import { layIn } from '../../src/compare/logo/lay.ts';
import type { Measurements } from '../../src/compare/logo/measure.ts';
import { inField, observe, withoutRing } from '../../src/compare/logo/observed.ts';
import { shapeOf } from '../../src/compare/logo/placeholder.ts';
import { prepare, SIDE } from '../../src/compare/logo/prepare.ts';
import { readPairs, readShapes } from './readPairs.ts';

/** One way to see a picture: whole, without its ring, or the field in it. */
export type View = { features: number[]; fit: number };
export type Row = { brand: string; label: string; class: string; views: View[]; shape: number[] };

/** Measured, or as they were measured before. */
export async function rowsOf(folders: string | undefined, keep: string | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  for (const folder of folders?.split(',') ?? []) {
    const kept = keep === undefined ? null : join(keep, `${basename(folder)}.json`);
    const before = kept === null ? null : await readFile(kept, 'utf8').catch(() => null);
    const measured = before === null ? await readRows(folder) : rowsIn(before);
    if (kept !== null && before === null) await writeFile(kept, JSON.stringify(measured));
    rows.push(...measured);
  }
  return rows;
}

function rowsIn(text: string): Row[] {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed) || !parsed.every(isRow)) throw new Error('what was kept are no measured rows: empty it');
  return parsed;
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'views' in value && 'shape' in value && 'label' in value;

async function readRows(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const pair of await readPairs(folder)) {
    const canonical = await prepare(await readFile(join(folder, pair.canonical)));
    const raster = await decode(await readFile(join(folder, pair.observed)), SIDE);
    if (typeof raster === 'string' || typeof canonical === 'string') continue;
    const seen = observe(raster);
    const views = [seen, withoutRing(seen), inField(seen)].flatMap((view) => view ?? []);
    const laid = views.map((view) => layIn(view, canonical.source).measurements);
    const { brand, label, class: kind } = pair;
    const measured = laid.map((one) => ({ features: featuresOf(one), fit: fitOf(one) }));
    rows.push({ brand, label, class: kind, views: measured, shape: shapeOf(seen) });
  }
  for (const { observed, isDefault } of await readShapes(folder)) {
    const raster = await decode(await readFile(join(folder, observed)), SIDE);
    if (typeof raster === 'string') continue;
    const label = isDefault ? 'default' : 'different';
    rows.push({ brand: observed, label, class: 'shape', views: [], shape: shapeOf(observe(raster)) });
  }
  return rows;
}

/** Which of two views fits better, before there is a scorer to say so. */
const fitOf = (m: Measurements) => m.structure - 2 * m.residual - m.worst - m.colour;
