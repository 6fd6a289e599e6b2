/** Writes files that people keep by hand: all of them or none, in place of links, with their own rights. */

import { chmod, readFile, realpath, stat } from 'node:fs/promises';
import type { EditedFile } from '../config/edits.ts';
import { writeAtomically } from '../disk/writeAtomically.ts';
import { UserError } from '../model/problem.ts';

export async function rewriteFiles(files: readonly EditedFile[]): Promise<void> {
  const done: EditedFile[] = [];
  try {
    for (const file of files) {
      await rewrite(file);
      done.push(file);
    }
  } catch (error) {
    for (const { before, after, ...file } of done) await rewrite({ ...file, before: after, after: before });
    throw error;
  }
}

async function rewrite({ file: name, where, before, after }: EditedFile): Promise<void> {
  const refuse = (why: string) => new UserError([{ where, message: `cannot be written (${why}).` }]);
  try {
    const file = await realpath(name);
    if ((await readFile(file, 'utf8')) !== before) throw refuse('somebody else changed it just now');
    const { mode } = await stat(file);
    await writeAtomically(file, after);
    await chmod(file, mode & 0o777);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : refuse(code);
  }
}
