/** Waiting for what a child process says, and for its end. */

import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/** The first line that gives a value; rejects with all that was said when the process ends before. Goes on listening. */
export function linesOf<T>(child: ChildProcess, stream: Readable, pick: (line: string) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    let said = '';
    let read = 0;
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (let end = said.indexOf('\n', read); end >= 0; end = said.indexOf('\n', read)) {
        const value = pick(said.slice(read, end));
        read = end + 1;
        if (value !== undefined) resolve(value);
      }
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${said}`)));
  });
}

export const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('close', () => resolve());
  });
