/** Keeps the answers of controls for a day, so that a second run does not ask the networks again. Loss of it costs a request. */

import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ProfileCapture } from '../model/capture.ts';
import type { World } from '../model/world.ts';
import { openArchive, openStored } from './archive.ts';
import { cacheFolder } from './browser/cacheFolder.ts';
import type { Redactor } from './redact.ts';

export interface ControlMemory {
  /** Null when there is no answer of the last day. */
  recall(control: string, url: string): Promise<ProfileCapture | null>;
  remember(capture: ProfileCapture): Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export const NO_MEMORY: ControlMemory = { recall: async () => null, remember: async () => undefined };

/** `tool` names who asked: another version reads and asks differently. */
export async function openControlMemory(
  { env, now }: Pick<World, 'env' | 'now'>,
  tool: string,
  redact: Redactor,
): Promise<ControlMemory> {
  const base = await cacheFolder(env);
  if (base === null) return NO_MEMORY;
  const folderOf = (control: string, url: string) => {
    const key = createHash('sha256').update(`${tool} ${url}`).digest('hex').slice(0, 16);
    return path.join(base, 'controls', `${control}-${key}`);
  };
  return {
    async recall(control, url) {
      try {
        const { run, load } = await openStored(folderOf(control, url));
        const age = now() - Date.parse(run.startedAt);
        return age >= 0 && age < DAY_MS ? await load(control) : null;
      } catch {
        // Nothing was remembered, or what was is damaged: the network is asked.
        return null;
      }
    },
    async remember(capture) {
      try {
        const run = { version: 1, startedAt: new Date(now()).toISOString(), tool } as const;
        const archive = await openArchive(folderOf(capture.profile, capture.url), run, redact);
        await archive.save(capture);
      } catch {
        // A full or foreign cache: the next run asks again.
      }
    },
  };
}
