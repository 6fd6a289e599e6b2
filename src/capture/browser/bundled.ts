/** The Chromium inside `@sparticuz/chromium`, unpacked once into a folder that only this user can write to. */

import { execFile } from 'node:child_process';
import { access, lstat, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export interface Bundled {
  readonly executablePath: string;
  readonly fonts: Readonly<Record<string, string>>;
  /** Environment for machines without the libraries that Chromium is linked to. */
  readonly libraries: Readonly<Record<string, string>>;
}

type Env = Readonly<Record<string, string | undefined>>;

const PACKAGE = '@sparticuz/chromium';
const run = promisify(execFile);

/** Null when the optional package is not installed or cannot be unpacked here. */
export async function unpackBundled(env: Env): Promise<Bundled | null> {
  const version = await installedVersion();
  if (version === null) return null;
  const kept = await cacheFolder(env);
  const folder = path.join(kept ?? (await mkdtemp(path.join(tmpdir(), 'bijwerken-'))), `chromium-${version}`);
  const executablePath = path.join(folder, 'chromium');
  if (!(await exists(executablePath))) await unpackInto(folder, env);
  if (!(await exists(executablePath))) return null;
  const libraryPath = [path.join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const hasFonts = await exists('/etc/fonts/fonts.conf');
  const fonts: Bundled['fonts'] = hasFonts ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  return { executablePath, fonts, libraries: { LD_LIBRARY_PATH: libraryPath } };
}

async function installedVersion(): Promise<string | null> {
  try {
    const entry = createRequire(import.meta.url).resolve(PACKAGE);
    const root = entry.slice(0, entry.lastIndexOf(path.join('node_modules', PACKAGE)));
    const text = await readFile(path.join(root, 'node_modules', PACKAGE, 'package.json'), 'utf8');
    const manifest: unknown = JSON.parse(text);
    const version =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : null;
    return typeof version === 'string' && /^[\w.-]+$/.test(version) ? version : null;
  } catch {
    // Not installed: `npm ci --omit=optional`, or another platform.
    return null;
  }
}

/** A folder of ours alone, or null when there is none to be had. */
async function cacheFolder(env: Env): Promise<string | null> {
  const base = env.XDG_CACHE_HOME?.startsWith('/')
    ? env.XDG_CACHE_HOME
    : env.HOME
      ? path.join(env.HOME, '.cache')
      : null;
  if (base === null) return null;
  const folder = path.join(base, 'bijwerken');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = await lstat(folder);
    // What others can write to may hold a program of theirs.
    return uid === process.getuid?.() && (mode & 0o022) === 0 ? folder : null;
  } catch {
    return null;
  }
}

/**
 * The package unpacks into the temp folder and trusts whatever stands there already, so it gets an empty one.
 * A process of its own, because it decides by environment; the variable makes it unpack the libraries too.
 */
async function unpackInto(folder: string, env: Env): Promise<void> {
  const script = `import(${JSON.stringify(import.meta.resolve(PACKAGE))}).then((it) => it.default.executablePath())`;
  await mkdir(path.dirname(folder), { recursive: true, mode: 0o700 });
  const draft = await mkdtemp(`${folder}.`);
  try {
    const variables = { PATH: env.PATH, HOME: draft, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
    await run(process.execPath, ['--input-type=module', '-e', script], { env: variables, timeout: 120_000 });
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
