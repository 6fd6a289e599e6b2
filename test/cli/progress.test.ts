import { describe, expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';
import type { ProgressEvent } from '../../src/options.ts';
import { anAudit } from '../support/decisions.ts';

const CLEAR = '\r\u001b[2K';

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** What was written for each event; seconds are not ours to tell. */
function written(events: readonly (ProgressEvent | 'end')[], { env = {}, ...terminal }: Terminal = {}): string[] {
  let text = '';
  const output = {
    ...terminal,
    write: (more: string) => {
      text += more;
    },
  };
  const { show, end } = createProgress(output, env);
  return events.map((event) => {
    text = '';
    if (event === 'end') end();
    else show(event);
    return text.replace(/\d+\.\d s/, 'N s');
  });
}

const planned = (...profiles: string[]): ProgressEvent => ({ kind: 'planned', profiles });
const started = (profile: string): ProgressEvent => ({ kind: 'started', profile });
const asking = (profile: string): ProgressEvent => ({ kind: 'asking', profile, source: 'http' });
const done = (profile: string): ProgressEvent => ({ kind: 'done', profile, audit: anAudit({ verdict: 'gone' }) });

describe('elsewhere than on a terminal', () => {
  test.each<readonly [string, Terminal]>([
    ['a file or a pipe', {}],
    ['NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }],
    ['a dumb terminal', { isTTY: true, env: { TERM: 'dumb' } }],
  ])('%s: a plain line a profile, as wide as the longest name', (_, terminal) => {
    const events = [
      planned('a', 'linkedin'),
      started('a'),
      asking('a'),
      started('linkedin'),
      done('linkedin'),
      done('a'),
    ];
    expect(written([...events, 'end'], terminal)).toEqual([
      '',
      '',
      '',
      '',
      '1/2  linkedin  gone  (N s)\n',
      '2/2  a         gone  (N s)\n',
      '',
    ]);
  });

  test('numbers stand under each other', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `p${index}`);
    const [, ...lines] = written([planned(...ids), ...ids.map(done)]);
    expect(lines[0]).toBe(' 1/10  p0  gone  (N s)\n');
    expect(lines[9]).toBe('10/10  p9  gone  (N s)\n');
  });
});

describe('on a terminal', () => {
  test('a last line shows what is under way, and is cleared', () => {
    const events = [planned('a', 'b'), started('a'), started('b'), done('a'), done('b'), 'end'] as const;
    expect(written(events, { isTTY: true })).toEqual([
      CLEAR,
      `${CLEAR}0/2  … a`,
      `${CLEAR}0/2  … a, b`,
      `${CLEAR}1/2  a  gone  (N s)\n1/2  … b`,
      `${CLEAR}2/2  b  gone  (N s)\n`,
      CLEAR,
    ]);
  });

  test.each([
    [12, '0/1  … long'],
    [0, `0/1  … ${'long-name'.repeat(10)}`.slice(0, 79)],
    [undefined, `0/1  … ${'long-name'.repeat(10)}`.slice(0, 79)],
  ])('the line is cut so that it does not wrap: %s columns', (columns, line) => {
    const name = 'long-name'.repeat(10);
    expect(written([planned(name), started(name)], { isTTY: true, columns })[1]).toBe(`${CLEAR}${line}`);
  });
});

test('who got another verdict beside the others has a line after all others', () => {
  const changed: ProgressEvent = { kind: 'changed', profile: 'a', audit: anAudit({ verdict: 'inconsistent' }) };
  const lines = written([planned('a', 'linkedin'), done('linkedin'), done('a'), changed]);
  expect(lines.at(-1)).toBe('     a         inconsistent  (beside the other profiles)\n');
});
