/** `bijwerken compare-logo`: one picture, or thousands, against a brand's logos, as JSON. Fetches nothing. */

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareLogo, type Logo, type LogoComparison } from '../compare/logo/compareLogo.ts';
import { writeAtomically } from '../disk/writeAtomically.ts';
import type { Language, LogoRole } from '../model/config.ts';
import { UserError } from '../model/problem.ts';
import { catalogue, lookup } from '../words/index.ts';
import { print } from './arguments.ts';

export interface CompareLogoArguments {
  readonly logo?: readonly string[];
  readonly pictures?: string;
  readonly lang: Language;
}

export interface NamedLogo {
  readonly file: string;
  readonly role: LogoRole;
}

export const LOGO_ROLES: readonly LogoRole[] = ['primary', 'variant', 'outdated'];

export async function runCompareLogo(observed: string | undefined, given: CompareLogoArguments): Promise<number> {
  const named = (given.logo ?? []).map(logoNamed);
  if (observed === undefined || named.length === 0) {
    const message = 'expected a picture and at least one --logo, or --batch.';
    throw new UserError([{ where: 'compare-logo', message }]);
  }
  const logos: Logo[] = [];
  for (const { file, role } of named) logos.push({ image: await opened(file), role });
  const compared = await compareLogo(await opened(observed), logos, { pictures: given.pictures !== undefined });
  const pictures = given.pictures === undefined ? {} : { pictures: await written(compared, given.pictures) };
  print(JSON.stringify({ ...described(compared, named, given.lang), ...pictures }, null, 2));
  return 0;
}

/** `FILE:role`; a file without a role is the primary logo. A colon elsewhere belongs to the name. */
function logoNamed(value: string): NamedLogo {
  const colon = value.lastIndexOf(':');
  const role = LOGO_ROLES.find((one) => one === value.slice(colon + 1));
  return colon > 0 && role ? { file: value.slice(0, colon), role } : { file: value, role: 'primary' };
}

/** What is printed: the facts, the file that matched, and the reason in words. No bytes. */
export function described(compared: LogoComparison, logos: readonly NamedLogo[], lang: Language) {
  const { pictures: _, reason, matched, verdict, score, ...rest } = compared;
  const text = lookup(catalogue(lang).pictureReasons, reason.code) ?? reason.code;
  const file = matched === undefined ? {} : { matched, file: logos[matched]?.file };
  return { verdict, score, ...file, reason: { ...reason, text }, ...rest };
}

async function opened(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file.' : `cannot be read (${error.code}).`;
    throw new UserError([{ where: file, message: why }]);
  });
}

async function written({ pictures }: LogoComparison, folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(pictures ?? {})) {
    files[name] = path.join(folder, `${name}.png`);
    await writeAtomically(files[name], bytes);
  }
  return files;
}
