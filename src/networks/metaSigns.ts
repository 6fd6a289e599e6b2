/** What Meta's Graph interfaces answer about a request: never anything about the account that was asked for. */

import { at } from '../read/json.ts';
import { type Condition, replies } from '../read/signs.ts';

const errs = (id: string, codes: readonly number[]): Condition =>
  replies(`answers ${id}`, (json) => codes.some((code) => at(json, 'error', 'code') === code));

export const tooManyGraphRequests: Condition = errs('that there were too many requests', [4, 17, 32, 613, 80002]);

export const graphTokenIsRefused: Condition = errs(
  'that it knows no such token, or one with too few rights',
  [3, 10, 102, 190, 200],
);
