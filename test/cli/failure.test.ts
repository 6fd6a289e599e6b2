import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/cli/failure.ts';

const failing = (code: string, message: string) => Object.assign(new Error(message), { code });

describe('what breaks, and the exit code', () => {
  test.each<readonly [string, unknown, number, string]>([
    [
      'a full disk',
      failing('ENOSPC', 'ENOSPC: write'),
      3,
      'The audit could not be completed: the disk is full (ENOSPC: write).',
    ],
    ['a quota', failing('EDQUOT', 'x'), 3, 'The audit could not be completed: the disk quota is used up (x).'],
    ['a broken disk', failing('EIO', 'x'), 3, 'The audit could not be completed: the disk does not answer (x).'],
    [
      'a disk that is only read',
      failing('EROFS', 'x'),
      3,
      'The audit could not be completed: the disk cannot be written to (x).',
    ],
    ['too many files', failing('EMFILE', 'x'), 3, 'The audit could not be completed: too many files are open (x).'],
    [
      'no right',
      failing('EACCES', "EACCES: mkdir 'reports'"),
      2,
      "No right to read or write: EACCES: mkdir 'reports'.",
    ],
    ['not allowed', failing('EPERM', 'x'), 2, 'No right to read or write: x.'],
    [
      'no working folder',
      Object.assign(failing('ENOENT', 'ENOENT: no such file or directory, uv_cwd'), { syscall: 'uv_cwd' }),
      2,
      'The folder that this was started in no longer exists. Change to another one first.',
    ],
  ])('%s', (_, error, exitCode, message) => {
    expect(failureOf(error, {})).toEqual({ exitCode, message });
  });

  test('anything else is a bug of ours, with its stack', () => {
    const { exitCode, message } = failureOf(new TypeError('x is not a function'), {});
    expect(exitCode).toBe(70);
    expect(message).toMatch(
      /^This is a bug in Bijwerken, not in your files\. .*\nTypeError: x is not a function\n +at /s,
    );
  });

  test.each<readonly [unknown, string]>([
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [{ code: 'ENOSPC' }, '[object Object]'],
    [Object.assign(new Error('gone'), { stack: undefined }), 'gone'],
  ])('whatever was thrown: %s', (thrown, said) => {
    const { exitCode, message } = failureOf(thrown, {});
    expect([exitCode, message.split('\n').at(-1)]).toEqual([70, said]);
  });
});

test.each(['ENOSPC', 'EPERM', 'EOTHER'])('no secret is told: %s', (code) => {
  const env = { BIJWERKEN_LINKEDIN_TOKEN: 'g3h3im-t0ken' };
  const { message } = failureOf(failing(code, 'at https://api.example/?t=g3h3im-t0ken'), env);
  expect(message).toContain('https://api.example/?t=[secret]');
  expect(message).not.toContain('g3h3im-t0ken');
});
