/** The Chromium inside `@sparticuz/chromium`, unpacked once into a folder that only this user can write to. */

import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cacheFolder.ts';

export interface Bundled {
  readonly executablePath: string;
  readonly fonts: Readonly<Record<string, string>>;
  /** Environment for machines without the libraries that Chromium is linked to. */
  readonly libraries: Readonly<Record<string, string>>;
  /** Removes it, when it was unpacked for this one time. */
  dispose(): Promise<void>;
}

type Env = Readonly<Record<string, string | undefined>>;

const PACKAGE = '@sparticuz/chromium';
const run = promisify(execFile);

/** Null when the optional package is not installed; throws when it cannot be unpacked here. */
export async function unpackBundled(env: Env): Promise<Bundled | null> {
  const version = await installedVersion();
  if (version === null) return null;
  const kept = await cacheFolder(env);
  const { parent, dispose } = kept === null ? await temporaryFolder() : { parent: kept, dispose: async () => {} };
  const folder = path.join(parent, `chromium-${version}`);
  const executablePath = path.join(folder, 'chromium');
  try {
    if (!(await isFile(executablePath))) await unpackInto(folder, env);
  } catch (error) {
    await dispose();
    throw error;
  }
  const libraryPath = [path.join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const hasFonts = await isFile('/etc/fonts/fonts.conf');
  const fonts: Bundled['fonts'] = hasFonts ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  return { executablePath, fonts, libraries: { LD_LIBRARY_PATH: libraryPath }, dispose };
}

/** Gone when it is disposed of, and at the latest when this process ends. */
async function temporaryFolder(): Promise<{ parent: string; dispose: () => Promise<void> }> {
  const parent = await mkdtemp(path.join(tmpdir(), 'bijwerken-'));
  const atExit = () => rmSync(parent, { recursive: true, force: true });
  process.once('exit', atExit);
  const dispose = async () => {
    await rm(parent, { recursive: true, force: true });
    process.removeListener('exit', atExit);
  };
  return { parent, dispose };
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

/**
 * The package unpacks into the temp folder and trusts whatever stands there already, so it gets an empty one.
 * A process of its own, because it decides by environment; the variable makes it unpack the libraries too.
 */
async function unpackInto(folder: string, env: Env): Promise<void> {
  const script = `import(${JSON.stringify(import.meta.resolve(PACKAGE))}).then((it) => it.default.executablePath())`;
  const draft = await mkdtemp(`${folder}.`);
  const executablePath = path.join(folder, 'chromium');
  try {
    const variables = { PATH: env.PATH, HOME: draft, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
    await run(process.execPath, ['--input-type=module', '-e', script], { env: variables, timeout: 120_000 });
    if (!(await isFile(path.join(draft, 'chromium')))) throw new Error(`${PACKAGE} gave no browser`);
    // What is not whole has no claim to the name.
    if (!(await isFile(executablePath))) await rename(folder, path.join(draft, 'damaged')).catch(() => {});
    await rename(draft, folder);
    await rm(path.join(folder, 'damaged'), { recursive: true, force: true });
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process was first: then what it unpacked is as good.
    if (!(await isFile(executablePath))) throw error;
  }
}

const isFile = (file: string) =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
