/** Files of the report, named by what they hold, so that the same picture is stored once. */

import { createHash } from 'node:crypto';
import type { Asset } from './finding.ts';

/** `bytes` must be a PNG that we encoded ourselves, or that our own browser took. */
export const assetOf = (bytes: Uint8Array): Asset => ({
  name: `${createHash('sha256').update(bytes).digest('hex')}.png`,
  bytes,
});
