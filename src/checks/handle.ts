/** Is the account still called what its registered address says? */

import { compareHandle, normaliseHandle } from '../compare/handle.ts';
import { defineCheck } from '../model/check.ts';
import { deviating, ok, unverifiable } from '../model/finding.ts';
import { besideValues } from './evidence.ts';

export const handle = defineCheck({
  id: 'info.handle',
  severity: 'error',
  needs: ['handle'],
  expects: (expectation) => expectation.handle !== '',
  expectedText: (expectation) => expectation.handle,

  judge({ expectation, fields, observation }) {
    const { value: found } = fields.handle;
    const expected = expectation.handle;
    const normalised = normaliseHandle(found);
    const values = { expected: [expected], found: [found], normalised: [normalised] };
    const extras = { expected, found, normalised, evidence: [besideValues('handle', fields.handle, values)] };
    const relation = compareHandle(expected, found);
    // An address may hold the account's lasting id where its page shows a name.
    const isById = relation !== 'same' && observation.pin?.value?.toLowerCase() === normaliseHandle(expected);
    if (relation === 'same' || isById) return ok('handle.same', {}, extras);
    if (relation === 'not-comparable') return unverifiable('handle.not-comparable', {}, extras);
    return deviating('handle.differs', {}, { ...extras, remedy: { value: expected } });
  },
});
