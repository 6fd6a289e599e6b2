/** The paths that an audit is given, from the root: the working folder may be gone before the run is written. */

import path from 'node:path';
import type { AuditOptions } from './options.ts';

/** `config` is read at once, before anything can happen to the folder. */
export function withAbsolutePaths<T extends AuditOptions>(options: T): T & { readonly out: string } {
  const { out = 'reports', captures, browser } = options;
  return {
    ...options,
    out: path.resolve(out),
    ...(captures === undefined ? {} : { captures: path.resolve(captures) }),
    ...(browser === undefined ? {} : { browser: path.resolve(browser) }),
  };
}
