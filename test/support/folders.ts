/** Folders of a test's own, gone when its file is done, and what stands in them. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(async () => {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function aFolder(files: Files = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bijwerken-test-'));
  made.push(folder);
  await put(folder, files);
  return folder;
}

export async function put(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, ...name.split('/'));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** Every file under a folder by its path with `/`, sorted. */
export async function filesIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const named = files.map(async (file) => {
    const name = path.relative(folder, file).split(path.sep).join('/');
    return [name, await readFile(file)] as const;
  });
  return new Map((await Promise.all(named)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export async function textsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries([...(await filesIn(folder))].map(([name, bytes]) => [name, bytes.toString('utf8')]));
}
