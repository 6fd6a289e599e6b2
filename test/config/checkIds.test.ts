/** The schema names the checks for editors; the list that the program goes by is in the model. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECK_IDS } from '../../src/model/finding.ts';

test('schema/profiles.schema.json knows the checks of src/model/finding.ts, in the same order', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schema/profiles.schema.json', import.meta.url), 'utf8'));
  expect(schema.$defs.checkId.enum).toEqual(CHECK_IDS);
});
