/** Was anything ever posted here? Only a source that lists every post can say no. */

import { type Context, defineCheck } from '../model/check.ts';
import { deviating, type Judgement, ok, unverifiable } from '../model/finding.ts';
import { besideValues, unfound } from './evidence.ts';
import { silenceMeant } from './intent.ts';

export const neverPosted = defineCheck({
  id: 'activity.never-posted',
  severity: 'warning',
  needs: ['lastActivity'],
  expects: () => true,
  expectedText: () => null,
  beforehand: silenceMeant,
  whenEmpty: nothingThere,

  judge({ fields }) {
    const { value } = fields.lastActivity;
    const values = { expected: [], found: [value.to] };
    const evidence = [besideValues('lastActivity', fields.lastActivity, values)];
    return ok('activity.has-posted', {}, { found: value.to, normalised: value.to, evidence });
  },
});

function nothingThere({ reading, network }: Context): Judgement {
  const place = reading.observation?.lastActivity;
  const evidence = [unfound('lastActivity', null, place)];
  // A page that shows a guest no posts may have them all the same.
  const isComplete = place?.origin === 'api' || place?.source === 'api';
  if (!isComplete) return unverifiable('activity.nothing-shown', {}, { evidence });
  return deviating('activity.never-posted', {}, { evidence, remedy: { url: network.removeUrl } });
}
