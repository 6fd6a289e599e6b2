/** Where sessions are kept on the machine of the one who signed in: outside every repository, readable by that user alone. */

import { chmod, lstat, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomically } from '../../disk/writeAtomically.ts';
import { UserError } from '../../model/problem.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** `BIJWERKEN_SESSION_LINKEDIN`: the printed form of a session, which goes before a stored one. */
export const sessionVariable = (network: string): string =>
  `BIJWERKEN_SESSION_${network.toUpperCase().replaceAll('-', '_')}`;

/** Null on a machine that names no home. */
export function sessionFile(network: string, env: Env): string | null {
  const { XDG_CONFIG_HOME, APPDATA, HOME, USERPROFILE } = env;
  const named = [XDG_CONFIG_HOME, APPDATA].find((folder) => folder && path.isAbsolute(folder));
  const home = [HOME, USERPROFILE].find((folder) => folder && path.isAbsolute(folder));
  const base = named ?? (home === undefined ? null : path.join(home, '.config'));
  return base === null ? null : path.join(base, 'bijwerken', 'sessions', `${network}.json`);
}

interface StoredSession {
  readonly bijwerkenSession: 1;
  readonly network: string;
  readonly session: string;
}

/** Replaces what was there. Throws a UserError where there is no place for it. */
export async function storeSession(network: string, packed: string, env: Env): Promise<string> {
  const file = sessionFile(network, env);
  if (file === null) {
    const message = 'there is no folder to store the session in: neither XDG_CONFIG_HOME nor HOME is set.';
    throw new UserError([{ where: 'login', message, hint: 'Use --print, and keep what is printed as a secret.' }]);
  }
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // It may have been there already, open to others.
  await chmod(folder, 0o700);
  const stored: StoredSession = { bijwerkenSession: 1, network, session: packed };
  await writeAtomically(file, `${JSON.stringify(stored)}\n`, 0o600);
  return file;
}

/** The printed form of what is stored; null when nothing is. Throws a UserError for a file that others can read or write. */
export async function storedSession(network: string, env: Env): Promise<string | null> {
  const file = sessionFile(network, env);
  if (file === null) return null;
  try {
    await refuseOpenFile(file);
    const { session } = Object(JSON.parse(await readFile(file, 'utf8'))) as { readonly session?: unknown };
    if (typeof session === 'string') return session;
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
  }
  throw new UserError([
    { where: file, message: 'this is no session of Bijwerken.', hint: `bijwerken login ${network}` },
  ]);
}

async function refuseOpenFile(file: string): Promise<void> {
  const { mode, uid } = await lstat(file);
  // Windows has no such bits: there the user's own folder keeps others out.
  if (process.platform === 'win32') return;
  const isOurs = uid === process.getuid?.();
  if (isOurs && (mode & 0o077) === 0) return;
  const message = isOurs ? 'others can read this session.' : 'this session belongs to another user.';
  throw new UserError([{ where: file, message, hint: isOurs ? `chmod 600 ${file}` : 'Log in as yourself.' }]);
}
