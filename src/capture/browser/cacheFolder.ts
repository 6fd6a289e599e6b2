/** The folder where what was unpacked is kept between runs: ours alone, or not used at all. */

import { lstat, mkdir } from 'node:fs/promises';
import path from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Null when there is none that only this user can write to. */
export async function cacheFolder(env: Env): Promise<string | null> {
  const base = baseOf(env);
  if (base === null) return null;
  const folder = path.join(base, 'bijwerken');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return (await isOurs(folder)) && (await isSafeParent(base)) ? folder : null;
  } catch {
    // A home that cannot be written to, a file in the way.
    return null;
  }
}

function baseOf({ XDG_CACHE_HOME, HOME }: Env): string | null {
  if (XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  return HOME && path.isAbsolute(HOME) ? path.join(HOME, '.cache') : null;
}

/** What others can write to may hold a program of theirs; a link may lead anywhere. */
async function isOurs(folder: string): Promise<boolean> {
  const { uid, mode } = await lstat(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

/** Whoever may rename our folder may put another in its place. */
async function isSafeParent(base: string): Promise<boolean> {
  const { uid, mode } = await lstat(base);
  const isSticky = (mode & 0o1000) !== 0;
  return (uid === process.getuid?.() || uid === 0) && ((mode & 0o002) === 0 || isSticky);
}
