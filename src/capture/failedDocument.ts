/** The document of a request that gave none: the failure is the answer. */

import { createHash } from 'node:crypto';
import type { CapturedDocument, Failure, PageRequest } from '../model/capture.ts';

export function failedDocument(
  { document, url }: Pick<PageRequest, 'document' | 'url'>,
  at: string,
  failure: Failure,
): CapturedDocument {
  const nothing = { redirects: [], status: 0, contentType: null, body: '', sha256: EMPTY };
  return { document, requestedUrl: url, finalUrl: url, at, ...nothing, failure };
}

const EMPTY = createHash('sha256').update('').digest('hex');
