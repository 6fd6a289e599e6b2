/** `bijwerken import`: files what a saved page says of one profile, beside profiles.json. */

import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { worldOf } from '../audit.ts';
import { importName, importsFolder } from '../capture/imports.ts';
import { createRedactor } from '../capture/redact.ts';
import { imageBeside } from '../capture/saved/beside.ts';
import { MAX_FILE, MAX_IMAGE } from '../capture/saved/savedFile.ts';
import { didYouMean } from '../config/didYouMean.ts';
import { directory } from '../directory.ts';
import { writeAtomically } from '../disk/writeAtomically.ts';
import { importPage } from '../importPage.ts';
import { loadProfiles } from '../loadProfiles.ts';
import type { Config } from '../model/config.ts';
import { UserError } from '../model/problem.ts';
import { planVisits } from '../plan/plan.ts';
import { publicObservation } from '../read/public.ts';
import { print, say } from './arguments.ts';

export interface ImportArguments {
  readonly config: string;
  readonly at?: string;
  readonly json?: boolean;
}

export async function runImport(id: string, file: string, given: ImportArguments): Promise<number> {
  const { config } = await loadProfiles(given.config);
  const { visit, network } = visitOf(id, config, given.config);
  const { bytes, mtime } = await opened(file);
  const imported = await importPage({
    ...{ visit, network, bytes, file },
    ...(given.at === undefined ? {} : { at: instant(given.at) }),
    modifiedAt: mtime,
    now: new Date(worldOf({}, process.env).now()).toISOString(),
    beside: await folderBeside(file),
    redact: createRedactor(process.env),
  });
  const { savedAt, content, observation, pictures, dated } = imported;
  const folder = path.join(importsFolder(config.path), id);
  await mkdir(folder, { recursive: true });
  const written = path.join(folder, importName(savedAt, content));
  await writeAtomically(written, content);
  say(`Read as ${network.name}: ${Object.keys(observation).join(', ')}.`);
  say(`Saved on ${savedAt}, as ${DATED[dated]}.`);
  for (const field of ['logo', 'banner'] as const)
    if (observation[field]?.value && !pictures.includes(field))
      say(`The file does not hold the picture of the ${field}, so that it cannot be judged.`);
  if (visit.entry.sources && !visit.entry.sources.includes('import'))
    say(`Mind: "sources" of ${id} in profiles.json does not name "import", so that audit will not read it.`);
  say(`Filed: ${path.relative(process.cwd(), written)}. Commit it; audit reads the newest.`);
  if (given.json) {
    const told = { profile: id, network: network.id, file: written, at: savedAt, dated, pictures };
    print(JSON.stringify({ ...told, observation: publicObservation(observation) }, null, 2));
  }
  return 0;
}

const DATED = {
  option: '--at says',
  page: 'the file says itself',
  file: 'the time of the file says (use --at if that is not when it was saved)',
} as const;

function visitOf(id: string, config: Config, where: string) {
  const ids = config.profiles.map((profile) => profile.id);
  const hint = didYouMean(id, ids) ?? `It has: ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ', …' : ''}.`;
  if (!ids.includes(id)) throw new UserError([{ where, message: `there is no profile ${JSON.stringify(id)}.`, hint }]);
  const [visit] = planVisits(config, directory, { only: [id] });
  if (visit?.network) return { visit, network: visit.network };
  const message = `${visit?.facts.name ?? id} has no reader, so that nothing of it can be imported.`;
  throw new UserError([{ where, message }]);
}

function instant(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  const message = `${JSON.stringify(text)} is not an ISO 8601 date or time, such as 2026-11-20.`;
  throw new UserError([{ where: '--at', message }]);
}

async function opened(file: string): Promise<{ bytes: Buffer; mtime: string }> {
  const unreadable = (message: string) => new UserError([{ where: file, message }]);
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error.code === 'ENOENT' ? 'there is no such file.' : `cannot be read (${error.code}).`);
  });
  if (!found.isFile()) throw unreadable('this is no file.');
  if (found.size > MAX_FILE) throw unreadable(`the file is ${found.size} bytes; at most ${MAX_FILE} are read.`);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(`cannot be read (${error.code}).`);
  });
  return { bytes, mtime: found.mtime.toISOString() };
}

/** The folder that a browser writes beside a page that is saved "complete"; its name differs by language. */
async function folderBeside(file: string): Promise<(url: string) => Promise<Uint8Array | null>> {
  const base = path.basename(file, path.extname(file)).toLowerCase();
  const here = path.dirname(file);
  const entries = await readdir(here, { withFileTypes: true }).catch(() => []);
  const own = entries.find(
    (entry) =>
      entry.isDirectory() &&
      SUFFIX.test(entry.name.toLowerCase().slice(base.length)) &&
      entry.name.toLowerCase().startsWith(base),
  );
  if (!own) return async () => null;
  const folder = path.join(here, own.name);
  const names = await readdir(folder).catch(() => []);
  return async (url) => {
    const name = imageBeside(url, own.name, names);
    if (name === null) return null;
    const image = path.join(folder, name);
    const { size } = await stat(image).catch(() => ({ size: Number.POSITIVE_INFINITY }));
    return size > MAX_IMAGE ? null : await readFile(image).catch(() => null);
  };
}

const SUFFIX = /^[_.-](?:files|bestanden|dateien|fichiers|archivos|ficheros|file|pliki|filer)$/;
