/** Does the profile give one of the brand's telephone numbers, and none of its former ones? */

import { internationalPhone, nationalPhone, normalisePhone } from '../compare/phone.ts';
import { countriesOf, impossibleNumber, readPhones } from '../compare/shownPhone.ts';
import { defineCheck, type NetworkFacts } from '../model/check.ts';
import type { Expectation } from '../model/expectation.ts';
import { deviating, ok, unverifiable } from '../model/finding.ts';
import { besideValues } from './evidence.ts';
import { leftAlone, unsaid } from './withinText.ts';

export const phone = defineCheck({
  id: 'info.phone',
  severity: 'error',
  needs: ['phones'],
  expects: (expectation) => expectation.phones !== undefined,
  expectedText: (expectation) => expectation.phones?.value.join(', ') ?? null,
  remedyText: writtenFor,

  judge(subject) {
    const { expectation, fields } = subject;
    const { country, former: past } = expectation;
    const { value: found } = fields.phones;
    const expected = expectation.phones?.value ?? [];
    const wanted = expected.map((one) => normalisePhone(one, country));
    const known = [...wanted, ...past.phones.map((one) => normalisePhone(one, country))];
    const countries = countriesOf(country, known);
    const perValue = found.map((one) => readPhones(one, countries, known));
    const seen = perValue.flat();
    const normalised = found.flatMap((one, at) => (perValue[at]?.length ? perValue[at] : [one]));
    const extras = {
      expected: expected.join(', '),
      found: found.join(', '),
      normalised: normalised.join(', '),
      evidence: [besideValues('phones', fields.phones, { expected, found, normalised })],
    };
    const wrong = { ...extras, remedy: { value: writtenFor(expectation, subject.network) } };
    const isSeen = (number: string | null) => number !== null && seen.includes(number);

    const former = past.phones.find((one) => {
      const number = normalisePhone(one, country);
      return isSeen(number) && !wanted.includes(number);
    });
    if (former !== undefined) return deviating('phone.former', { former }, wrong);
    if (wanted.some(isSeen)) return ok('phone.same', {}, extras);
    const alone = leftAlone('phones', fields.phones, found, subject, extras);
    if (alone) return alone;
    // A wanted number that the library cannot read can only be told apart from numbers, not found among them.
    const isNumber = seen.length > 0 || found.some((one) => impossibleNumber(one, wanted) !== null);
    if (!isNumber || wanted.every((number) => number === null)) {
      return fields.phones.within ? unsaid('phones', subject, extras) : unverifiable('phone.unreadable', {}, extras);
    }
    return deviating('phone.differs', {}, wrong);
  },
});

/** The brand's first number, as this network writes numbers. */
function writtenFor({ phones, country }: Expectation, { phones: style }: Pick<NetworkFacts, 'phones'>): string | null {
  const [first] = phones?.value ?? [];
  if (first === undefined) return null;
  return style === 'national' ? nationalPhone(first, country) : internationalPhone(first, country);
}
