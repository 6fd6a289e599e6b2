/** A patch for profiles.json, read and validated: it came through mails and hands, so every mistake is told by its line. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Patch } from '../model/patch.ts';
import { UserError } from '../model/problem.ts';
import { explainErrors } from './explain.ts';
import { whole } from './located.ts';
import { nameOf, parseDocument, readBytes } from './readDocument.ts';

const HINT = 'Take the file that was downloaded from the report.';

export async function readPatch(file: string): Promise<Patch> {
  const full = path.resolve(file);
  const opened = parseDocument(full, await readBytes(full));
  if ('problems' in opened) throw new UserError(opened.problems);
  if ('unread' in opened)
    throw new UserError([{ where: nameOf(full), message: opened.unread, hint: opened.hint ?? HINT }]);
  const { document } = opened;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
  addFormats.default(ajv);
  const schema = await readFile(new URL('../../schema/patch.schema.json', import.meta.url), 'utf8');
  const validate = ajv.compile<Patch>(JSON.parse(schema) as object);
  const { value } = document;
  if (validate(value)) return value;
  throw new UserError(explainErrors(validate.errors ?? [], whole(document)));
}
