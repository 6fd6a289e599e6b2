/** What Meta's Graph interfaces answer about a request: never anything about the account that was asked for. */

import { at } from '../read/json.ts';
import { type Condition, replies } from '../read/signs.ts';

const codeOf = (answer: unknown): unknown => at(answer, 'error', 'code');

const errs = (id: string, codes: readonly number[]): Condition =>
  replies(`answers ${id}`, (json) => codes.some((code) => codeOf(json) === code));

export const tooManyGraphRequests: Condition = errs(
  'that there were too many requests',
  [4, 17, 32, 341, 613, 80001, 80002],
);

/** A permission or a feature that the token has not, or no longer. */
export const isDenied = (answer: unknown): boolean => {
  const code = codeOf(answer);
  return code === 3 || code === 10 || (typeof code === 'number' && code >= 200 && code <= 299);
};

export const graphTokenIsRefused: Condition = replies(
  'answers that it knows no such token, or one with too few rights',
  (answer) => isDenied(answer) || codeOf(answer) === 102 || codeOf(answer) === 190,
);
