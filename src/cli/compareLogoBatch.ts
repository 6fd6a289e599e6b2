/** `bijwerken compare-logo --batch`: a line of JSON in, a line out, in the same order. A bad line spoils no other. */

import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { compareLogo } from '../compare/logo/compareLogo.ts';
import type { Language } from '../model/config.ts';
import { UserError } from '../model/problem.ts';
import { type CompareLogoArguments, described, LOGO_ROLES, type NamedLogo } from './compareLogo.ts';

type Task = { observed: string; logos: NamedLogo[] };

export async function runCompareLogoBatch(observed: string | undefined, given: CompareLogoArguments): Promise<number> {
  if (observed !== undefined || given.logo || given.pictures !== undefined) {
    const message = 'takes pictures and logos from standard input only, and draws no pictures.';
    throw new UserError([{ where: '--batch', message }]);
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') await put(JSON.stringify(await answerTo(line, given.lang)));
  }
  return 0;
}

/** Waits where the reader is slower: thousands of lines must not pile up. */
async function put(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      process.stdout.off('drain', go).off('error', go).off('close', go);
      resolve();
    };
    process.stdout.once('drain', go).once('error', go).once('close', go);
  });
}

/** What is wrong with one line is its answer. */
async function answerTo(line: string, lang: Language): Promise<Record<string, unknown>> {
  let id: unknown = null;
  try {
    const given = asObject(JSON.parse(line), 'The line');
    id = given.id ?? null;
    const { observed, logos } = asTask(given);
    const images = await Promise.all(logos.map(async ({ file, role }) => ({ image: await readFile(file), role })));
    return { id, ...described(await compareLogo(await readFile(observed), images, { pictures: false }), logos, lang) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function asTask({ observed, logos }: Record<string, unknown>): Task {
  if (typeof observed !== 'string') throw new TypeError('"observed" is not the name of a file.');
  if (!Array.isArray(logos) || logos.length === 0) throw new TypeError('"logos" is not a list of {file, role}.');
  return { observed, logos: logos.map(asLogo) };
}

function asLogo(value: unknown): NamedLogo {
  const { file, role = 'primary' } = asObject(value, 'A logo');
  const known = LOGO_ROLES.find((one) => one === role);
  if (typeof file !== 'string') throw new TypeError('"file" of a logo is not the name of a file.');
  if (!known) throw new TypeError(`"role" of a logo is none of ${LOGO_ROLES.join(', ')}.`);
  return { file, role: known };
}

function asObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${what} is no object.`);
  return { ...value };
}
