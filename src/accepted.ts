/**
 * Pictures that were accepted by a waiver, filed beside profiles.json by the hash that the waiver names: with them a
 * network that compresses the same picture anew does not undo the waiver.
 */

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ProfileEntry } from './model/config.ts';

/** Beside the other profiles the value names its field first. */
const HASH = /^(?:logo: )?(sha256:([0-9a-f]{64}))$/;
const MAX_BYTES = 4 * 1024 * 1024;

/** The picture that a value names; null when it is that of none. */
export const acceptedHash = (accepts: string): string | null => HASH.exec(accepts)?.[1] ?? null;

/** Null when the value is that of no picture. */
export function acceptedFile(config: string, accepts: string): string | null {
  const hash = HASH.exec(accepts)?.[2];
  return hash === undefined ? null : path.join(path.dirname(path.resolve(config)), 'accepted', `${hash}.png`);
}

/** By what the waivers of these profiles accept. A picture that is not there leaves the waiver to the exact one. */
export async function readAccepted(
  config: string,
  profiles: readonly Pick<ProfileEntry, 'waivers'>[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = new Set(profiles.flatMap(({ waivers }) => (waivers ?? []).map(({ accepts }) => accepts)));
  const pictures = new Map<string, Uint8Array>();
  for (const accepts of all) {
    const file = acceptedFile(config, accepts);
    const found = file === null ? null : await stat(file).catch(() => null);
    if (file === null || !found?.isFile() || found.size > MAX_BYTES) continue;
    const bytes = await readFile(file).catch(() => null);
    if (bytes) pictures.set(accepts, bytes);
  }
  return pictures;
}
