/** `bijwerken read`: one saved page, answer, HAR or MHTML through the right adapter, as JSON. */

import { readFile, stat } from 'node:fs/promises';
import type { Source } from '../model/capture.ts';
import { UserError } from '../model/problem.ts';
import { readFileSaved } from '../readPage.ts';
import { print } from './arguments.ts';

export interface ReadArguments {
  readonly url: string;
  readonly finalUrl?: string;
  readonly network?: string;
  readonly status?: number;
  readonly source: Source;
  readonly at?: string;
}

const MAX_BYTES = 64 * 1024 * 1024;

export async function runRead(file: string, given: ReadArguments): Promise<number> {
  const { size, mtime } = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(file, error.code === 'ENOENT' ? 'there is no such file.' : `cannot be read (${error.code}).`);
  });
  if (size > MAX_BYTES) throw unreadable(file, `the file is ${size} bytes; at most ${MAX_BYTES} are read.`);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(file, `cannot be read (${error.code}).`);
  });
  if (given.at !== undefined && Number.isNaN(Date.parse(given.at)))
    throw unreadable('--at', `${JSON.stringify(given.at)} is not an ISO 8601 time.`);
  const { url, finalUrl, network, status, source, at } = given;
  const answer = readFileSaved({
    ...{ bytes, url, source, savedAt: mtime.toISOString() },
    ...(status === undefined ? {} : { status }),
    ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
    ...(finalUrl ? { finalUrl } : {}),
    ...(network ? { network } : {}),
  });
  print(JSON.stringify(answer, null, 2));
  return 0;
}

const unreadable = (where: string, message: string) => new UserError([{ where, message }]);
