/** Configurations on disk for tests: a small one that is right, and what was changed in it. */

import path from 'node:path';
import { describeImage } from '../../src/compare/logo/describeImage.ts';
import { type Loaded, loadConfig } from '../../src/config/load.ts';
import { networkDirectory } from '../../src/directory.ts';
import { describeProblem, type Problem, UserError } from '../../src/model/problem.ts';
import { aFolder, type Files } from '../support/folders.ts';

export const LINKEDIN = 'https://www.linkedin.com/company/voorbeeld';
export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="15" fill="#00f"/></svg>';

/** A right one, with parts replaced or added at the top, and in the one profile. */
export const aConfig = (top: object = {}, profile: object = {}): object => ({
  version: 1,
  brand: { name: 'Voorbeeld' },
  profiles: [{ id: 'a', network: 'linkedin', url: LINKEDIN, ...profile }],
  ...top,
});

export const aWaiver = (parts: object = {}): object => ({
  check: 'info.name',
  accepts: 'x',
  reason: 'campagne',
  owner: 'iemand@voorbeeld.nl',
  until: '2027-01-31',
  ...parts,
});

let lastFolder = '';

export const load = (file: string, today?: string): Promise<Loaded> =>
  loadConfig(file, { networks: networkDirectory, describeImage, ...(today ? { today } : {}) });

/** The file loaded; text and bytes as they are, anything else as JSON with two spaces. */
export async function loaded(
  content: string | Uint8Array | object,
  files: Files = {},
  today?: string,
): Promise<Loaded> {
  const isRaw = typeof content === 'string' || content instanceof Uint8Array;
  const text = isRaw ? content : JSON.stringify(content, null, 2);
  const folder = await aFolder({ ...files, 'profiles.json': text });
  lastFolder = folder;
  return await load(path.join(folder, 'profiles.json'), today);
}

/** What the user is told: a line for each mistake, with the file's own folder taken out. */
export const mistakes = async (promise: Promise<unknown>): Promise<string[]> =>
  (await problemsOf(promise)).map((problem) =>
    describeProblem({ ...problem, where: 'f', message: problem.message.replaceAll(lastFolder || '\0', '<folder>') }),
  );

/** The same with the name of each file, relative to the folder of the last one loaded. */
export async function mistakesByFile(promise: Promise<unknown>): Promise<string[]> {
  const problems = await problemsOf(promise);
  const prefix = `${path.relative(process.cwd(), lastFolder)}${path.sep}`;
  return problems.map((problem) => describeProblem(problem).replaceAll(prefix, '').replaceAll(lastFolder, '<folder>'));
}

async function problemsOf(promise: Promise<unknown>): Promise<readonly Problem[]> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error('No UserError was thrown.', { cause: error });
  return error.problems;
}
