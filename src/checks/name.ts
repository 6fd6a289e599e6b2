/** Does the profile carry the brand's name? */

import { compareName, normaliseName } from '../compare/name.ts';
import { defineCheck, type NetworkFacts } from '../model/check.ts';
import type { Expectation } from '../model/expectation.ts';
import { deviating, ok, unverifiable } from '../model/finding.ts';
import { besideText } from './evidence.ts';

export const name = defineCheck({
  id: 'info.name',
  severity: 'error',
  needs: ['name'],
  expects: (expectation) => expectation.name !== undefined,
  expectedText: (expectation) => expectation.name?.value ?? null,
  remedyText: fittingName,

  judge({ expectation, fields, network }) {
    const { value: found, truncated } = fields.name;
    const expected = expectation.name?.value ?? '';
    const aliases = expectation.name?.aliases ?? [];
    const extras = {
      expected,
      found,
      normalised: normaliseName(found),
      evidence: [besideText('name', fields.name, expected, found)],
    };
    const wrong = { ...extras, remedy: { value: fittingName(expectation, network) } };
    const home = { city: expectation.address?.value.city, country: expectation.country };
    const allowed = [expected, ...aliases];
    const relation = (to: string) => compareName(to, found, { truncated, home, names: allowed });
    const findName = (names: readonly string[], wanted: string) => names.find((one) => relation(one) === wanted);

    if (relation(expected) === 'same') return ok('name.same', {}, extras);
    const alias = findName(aliases, 'same');
    if (alias !== undefined) return ok('name.alias', { alias }, extras);
    const former = findName(expectation.formerNames, 'same');
    if (former !== undefined) return deviating('name.former', { former }, wrong);
    if (findName(allowed, 'prefix') !== undefined) return ok('name.same-as-far-as-shown', {}, extras);
    if (findName(allowed, 'organisation') !== undefined) return ok('name.alias', { alias: found }, extras);
    const before = findName(expectation.formerNames, 'organisation') ?? findName(expectation.formerNames, 'suffixed');
    if (before !== undefined) return deviating('name.former', { former: before }, wrong);
    if (findName(allowed, 'suffixed') !== undefined) return ok('name.alias', { alias: found }, extras);
    // The same name to a reader, but not the way the brand writes it.
    if (findName(allowed, 'nearly') !== undefined) {
      return deviating('name.differs', {}, { ...wrong, severity: 'info' });
    }
    const decorated = findName(expectation.formerNames, 'nearly');
    if (decorated !== undefined) return deviating('name.former', { former: decorated }, wrong);
    if (relation(expected) === 'too-short') return unverifiable('field.not-found', { field: 'name' }, extras);
    return deviating('name.differs', {}, wrong);
  },
});

/** The brand's name, or the first of its short names where that is too long for the network. */
function fittingName({ name }: Expectation, { limits }: Pick<NetworkFacts, 'limits'>): string | null {
  if (!name) return null;
  const most = limits.name?.max ?? Infinity;
  return [name.value, ...name.aliases].find((one) => [...one].length <= most) ?? name.value;
}
