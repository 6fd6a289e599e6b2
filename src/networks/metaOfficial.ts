/** What Meta's Graph interfaces say of a token, and how their lists are paged: shared by Facebook and Instagram. Pure. */

import type { ParsedDocument, TokenFault } from '../model/network.ts';
import { at, isText, textAt } from '../read/json.ts';
import { type Condition, replies } from '../read/signs.ts';
import { isDenied } from './metaSigns.ts';

export const GRAPH_HOST = 'graph.facebook.com';
export const GRAPH_VERSION = 'v25.0';

export const askGraph = (document: string, path: string, parameters: Readonly<Record<string, string>>) => ({
  document,
  url: `https://${GRAPH_HOST}/${GRAPH_VERSION}/${path}?${new URLSearchParams(parameters)}`,
  accept: 'json' as const,
});

/** Where the next page begins. Its ready-made address is not used: it holds the token. */
export const nextCursor = ({ json }: ParsedDocument): string | undefined =>
  isText(at(json, 'paging', 'next')) ? (textAt(json, 'paging', 'cursors', 'after') ?? undefined) : undefined;

const errs = (id: string, code: number, ...subcodes: readonly number[]): Condition =>
  replies(`answers that ${id}`, (answer) => {
    const error = at(answer, 'error');
    return (
      at(error, 'code') === code &&
      (subcodes.length === 0 || subcodes.some((one) => at(error, 'error_subcode') === one))
    );
  });

const denied: Condition = replies('answers that a permission is missing', isDenied);

/** `Requires pages_read_engagement permission`, or the name of a feature of Meta's. */
export const scopeInError = ({ json }: ParsedDocument): string | undefined => {
  const message = (textAt(json, 'error', 'message') ?? '').slice(0, 2000);
  const named = /\b(?:pages|instagram|business|ads|public|threads)_[a-z_]{3,40}\b/.exec(message)?.[0];
  return named ?? /Page Public (?:Content|Metadata) Access/.exec(message)?.[0];
};

export const graphFaults: readonly TokenFault[] = [
  { state: 'expired', ...errs('the token has expired', 190, 463) },
  { state: 'expired', ...errs('the password was changed', 190, 460) },
  { state: 'expired', ...errs('the app was taken away its leave', 190, 458) },
  { state: 'expired', ...errs('it knows no such token', 190) },
  { state: 'expired', ...errs('it knows no such session', 102) },
  { state: 'missing-scope', ...denied, scope: scopeInError },
];
