/** Why Google's interfaces refuse, in the form that all of them share: YouTube and Business Profile read it. Pure. */

import type { ParsedDocument } from '../model/network.ts';
import { at, isText, listOf, textAt } from '../read/json.ts';
import { type Condition, called, replies } from '../read/signs.ts';

/** `quotaExceeded`, `keyInvalid`, `SERVICE_DISABLED` … */
export const reasonsIn = (answer: unknown): readonly string[] => {
  const error = at(answer, 'error');
  const reasons = [...listOf(at(error, 'errors')), ...listOf(at(error, 'details'))].map((one) => textAt(one, 'reason'));
  return [...reasons, textAt(error, 'status')].filter(isText);
};

/** Beside a used-up quota the other reasons are about that too. */
export const refuses = (id: string, ...reasons: readonly string[]): Condition =>
  called(
    `answers ${id}`,
    replies('', (answer) => {
      const said = reasonsIn(answer);
      return (
        !said.some((reason) => /quota|limitexceeded|rate_limit/i.test(reason)) &&
        reasons.some((one) => said.includes(one))
      );
    }),
  );

/** The service that the key or token is not for. */
export const serviceIn = ({ json }: ParsedDocument): string | undefined =>
  listOf(at(json, 'error', 'details'))
    .map((detail) => textAt(detail, 'metadata', 'service'))
    .find(isText) ?? undefined;
