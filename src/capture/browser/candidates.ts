/** Where a browser may be found, in the order in which they are tried. */

import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Problem, UserError } from '../../model/problem.ts';
import { unpackBundled } from './bundled.ts';

export type BrowserKind = 'named' | 'playwright' | 'installed' | 'bundled';

/** One way to start a browser. Without `executablePath` Playwright starts its own. */
export interface Candidate {
  readonly kind: BrowserKind;
  readonly executablePath?: string;
  /** Environment additions that this browser needs. */
  readonly env?: Readonly<Record<string, string>>;
  /** Removes what was unpacked for this one time. */
  readonly dispose?: () => Promise<void>;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Candidates are made one by one: unpacking the bundled one costs seconds, so it is done only when it is reached. */
export async function* browserCandidates(
  named: string | undefined,
  env: Env,
  platform: NodeJS.Platform,
): AsyncGenerator<Candidate> {
  const wanted = await namedBrowser(named, env);
  if (wanted) {
    yield { kind: 'named', executablePath: wanted };
    return;
  }
  yield { kind: 'playwright' };
  for (const executablePath of installedPaths(env, platform)) {
    if (await isExecutable(executablePath)) yield { kind: 'installed', executablePath };
  }
  const bundled = platform === 'linux' ? await unpackBundled(env) : null;
  if (!bundled) return;
  const { executablePath, fonts, libraries, dispose } = bundled;
  yield { kind: 'bundled', executablePath, env: fonts, dispose };
  // A machine without the shared libraries that Chromium wants: the package brings its own.
  yield { kind: 'bundled', executablePath, env: { ...fonts, ...libraries }, dispose };
}

/** The browser that the user named, if any. Throws a UserError when it is no program. */
export async function namedBrowser(named: string | undefined, env: Env): Promise<string | null> {
  const wanted = named ?? env.BIJWERKEN_BROWSER;
  return wanted ? await existing(wanted, named ? '--browser' : 'BIJWERKEN_BROWSER') : null;
}

async function existing(file: string, where: string): Promise<string> {
  if (await isExecutable(file)) return file;
  const problem: Problem = { where, message: `${file} is not a program that can be started.` };
  throw new UserError([{ ...problem, hint: 'Name the browser’s executable file, such as /usr/bin/chromium.' }]);
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chromium-headless-shell',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Every place where Chrome, Chromium or Edge is usually installed on that platform; absolute, in that platform's spelling. */
export function installedPaths(env: Env, platform: NodeJS.Platform): string[] {
  if (platform === 'win32')
    return windowsRoots(env).flatMap((root) => WINDOWS_PLACES.map((place) => path.win32.join(root, place)));
  if (platform === 'darwin') {
    const own = env.HOME && path.posix.isAbsolute(env.HOME) ? [path.posix.join(env.HOME, 'Applications')] : [];
    return ['/Applications', ...own].flatMap((root) => MAC_APPS.map((app) => path.posix.join(root, app)));
  }
  // A relative folder would be one of whoever owns the folder that we happen to be in.
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const places = new Set([...folders, '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']);
  return LINUX_NAMES.flatMap((name) => [...places].map((folder) => path.posix.join(folder, name)));
}

/** Windows does not care about the case of names, and a copy of its environment keeps whatever case it has. */
function windowsRoots(env: Env): string[] {
  const named = (name: string) => Object.entries(env).find(([key]) => key.toUpperCase() === name)?.[1] ?? '';
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432', 'LOCALAPPDATA'].map(named);
  return [...new Set(roots.filter((root) => /^[a-z]:\\|^\\\\/i.test(root)))];
}
