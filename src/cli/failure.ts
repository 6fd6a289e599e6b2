/** What is left when something breaks that is neither the user's mistake nor a network's: the disk, or a bug of ours. */

import { createRedactor } from '../capture/redact.ts';

const MACHINE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk does not answer',
  EROFS: 'the disk cannot be written to',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

export function failureOf(
  error: unknown,
  env: Readonly<Record<string, string | undefined>>,
): { exitCode: number; message: string } {
  const redact = createRedactor(env);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd')
    return {
      exitCode: 2,
      message: 'The folder that this was started in no longer exists. Change to another one first.',
    };
  const reason = MACHINE[code];
  if (reason && error instanceof Error)
    return { exitCode: 3, message: redact(`The audit could not be completed: ${reason} (${error.message}).`) };
  if ((code === 'EACCES' || code === 'EPERM') && error instanceof Error) {
    return { exitCode: 2, message: redact(`No right to read or write: ${error.message}.`) };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exitCode: 70,
    message: redact(`This is a bug in Bijwerken, not in your files. Please report it with this text:\n${stack}`),
  };
}
