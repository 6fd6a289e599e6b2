/** What becomes of a profile on which a stage of ours failed: unverifiable, with the reason. It is never lost. */

import type { Visit } from '../model/audit.ts';
import type { ProfileCapture } from '../model/capture.ts';
import { type Finding, unverifiable } from '../model/finding.ts';
import type { ProfileReading } from '../model/observation.ts';

/** SHA-256 of nothing. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Kept like any capture, so that the reason is redacted and a replay says the same. */
export function failedCapture({ entry, account, sources }: Visit, error: unknown, at: string): ProfileCapture {
  const document = {
    document: 'page',
    requestedUrl: account.url,
    finalUrl: account.url,
    redirects: [],
    status: 0,
    contentType: null,
    at,
    body: '',
    sha256: EMPTY,
    failure: { kind: 'crashed', detail: `This tool failed while it asked: ${messageOf(error)}` },
  } as const;
  const capture = { source: sources[0] ?? 'http', look: 1, at, documents: [document] } as const;
  return { profile: entry.id, network: entry.network, url: entry.url, captures: [capture], images: [] };
}

export const failedReading = (error: unknown, at: string): ProfileReading => ({
  outcome: 'unreadable',
  because: `this tool failed on what it saw: ${messageOf(error)}`,
  confirmed: false,
  observation: null,
  readings: [],
  at,
});

/** Stands in place of what the check of presence says. */
export function failedFinding({ entry }: Visit, error: unknown): Finding {
  const check = 'presence.exists';
  return { ...unverifiable('check.crashed', { message: messageOf(error) }), key: `${entry.id}/${check}`, check };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'not an Error');
