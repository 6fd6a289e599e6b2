/** Does the profile give the brand's postal address, as far as it shows one? */

import { compareAddress, normaliseAddress } from '../compare/address.ts';
import { defineCheck } from '../model/check.ts';
import type { AddressEntry } from '../model/config.ts';
import { deviating, ok, unverifiable } from '../model/finding.ts';
import { besideText } from './evidence.ts';
import { leftAlone, unsaid } from './withinText.ts';

export const address = defineCheck({
  id: 'info.address',
  severity: 'warning',
  needs: ['address'],
  expects: (expectation) => expectation.address !== undefined,
  expectedText: (expectation) => (expectation.address ? oneLine(expectation.address.value) : null),

  judge(subject) {
    const { expectation, fields } = subject;
    const { value: found } = fields.address;
    const wanted = expectation.address?.value ?? {};
    const expected = oneLine(wanted);
    const shown = found.text.trim() || oneLine(found);
    const extras = {
      expected,
      found: shown,
      normalised: normaliseAddress(found),
      evidence: [besideText('address', fields.address, expected, shown)],
    };
    const { relation, differing } = compareAddress(wanted, found);
    if (relation === 'same') return ok('address.same', {}, extras);
    if (relation === 'partial') return ok('address.same-as-far-as-shown', {}, extras);
    const own = found.street ?? shown;
    const alone = leftAlone('address', fields.address, [own], subject, extras);
    if (alone) return alone;
    if (relation === 'unreadable') {
      return fields.address.within
        ? unsaid('address', subject, extras)
        : unverifiable('address.unreadable', {}, extras);
    }
    return deviating('address.differs', { parts: differing.join(', ') }, { ...extras, remedy: { value: expected } });
  },
});

function oneLine({ street, postalCode, city, region, country }: AddressEntry): string {
  const place = [postalCode, city].filter(Boolean).join(' ');
  return [street, place, region, country].filter(Boolean).join(', ');
}
