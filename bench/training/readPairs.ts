/** Folders of labelled pairs: pairs.json, and history.json where there are older drawings. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Pair = {
  id: string;
  brand: string;
  canonical: string;
  observed: string;
  label: string;
  class: string;
  hard: boolean;
};

export async function readPairs(folder: string): Promise<Pair[]> {
  const parsed: unknown = JSON.parse(await readFile(join(folder, 'pairs.json'), 'utf8'));
  if (!Array.isArray(parsed) || !parsed.every(isPair)) throw new Error('pairs.json is not a list of labelled pairs');
  return parsed;
}

function isPair(value: unknown): value is Pair {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return ['id', 'brand', 'canonical', 'observed', 'label', 'class'].every((key) => typeof fields[key] === 'string');
}

/** Pictures that are paired with nothing; none where there is no shapes.json. */
export async function readShapes(folder: string): Promise<{ observed: string; isDefault: boolean }[]> {
  const read = await readFile(join(folder, 'shapes.json'), 'utf8').catch(() => '[]');
  const parsed: unknown = JSON.parse(read);
  if (!Array.isArray(parsed) || !parsed.every(isShape)) throw new Error('shapes.json is not a list of pictures');
  return parsed;
}

function isShape(value: unknown): value is { observed: string; isDefault: boolean } {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'observed' in value &&
    typeof value.observed === 'string' &&
    'isDefault' in value &&
    typeof value.isDefault === 'boolean'
  );
}

export async function readHistory(folder: string): Promise<Map<string, string[]>> {
  const parsed: unknown = JSON.parse(await readFile(join(folder, 'history.json'), 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new Error('history.json is not an object');
  const isFiles = (entry: [string, unknown]): entry is [string, string[]] => Array.isArray(entry[1]);
  return new Map(Object.entries(parsed).filter(isFiles));
}

/** The chance that one of the first scores above one of the second. */
export function auc(same: readonly number[], other: readonly number[]): number {
  const sorted = [...other].sort((a, b) => a - b);
  let wins = 0;
  for (const value of same) wins += (below(sorted, value, false) + below(sorted, value, true)) / 2;
  return wins / Math.max(1, same.length * other.length);
}

/** How many lie below a value, or up to it. */
function below(sorted: readonly number[], value: number, orEqual: boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const here = sorted[middle] ?? 0;
    if (here < value || (orEqual && here === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}
