/** Progress, a line a profile with its time. On a terminal a last line shows what is under way. */

import type { ProgressEvent } from '../options.ts';

export interface Progress {
  readonly show: (event: ProgressEvent) => void;
  readonly end: () => void;
}

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export function createProgress(output: Output, env: Readonly<Record<string, string | undefined>>): Progress {
  const isLive = output.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb';
  const underWay = new Map<string, number>();
  let planned = 0;
  let done = 0;
  let width = 0;
  const now = () => performance.now();
  const clear = () => (isLive ? output.write('\r\u001b[2K') : undefined);
  const status = () => {
    if (!isLive || underWay.size === 0) return;
    const line = `${done}/${planned}  … ${[...underWay.keys()].join(', ')}`;
    output.write(line.slice(0, (output.columns || 80) - 1));
  };

  return {
    show(event) {
      clear();
      if (event.kind === 'planned') {
        planned = event.profiles.length;
        width = Math.max(0, ...event.profiles.map(({ length }) => length));
      }
      if (event.kind === 'started') underWay.set(event.profile, now());
      if (event.kind === 'done') {
        const end = now();
        const seconds = ((end - (underWay.get(event.profile) ?? end)) / 1000).toFixed(1);
        underWay.delete(event.profile);
        done += 1;
        output.write(
          `${String(done).padStart(String(planned).length)}/${planned}  ${event.profile.padEnd(width)}  ${event.audit.verdict}  (${seconds} s)\n`,
        );
      }
      if (event.kind === 'changed') {
        const counted = ' '.repeat(2 * String(planned).length + 1);
        output.write(
          `${counted}  ${event.profile.padEnd(width)}  ${event.audit.verdict}  (beside the other profiles)\n`,
        );
      }
      status();
    },
    end() {
      clear();
      underWay.clear();
    },
  };
}
