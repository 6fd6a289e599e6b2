/** Does the profile give the brand's e-mail address? */

import { isBrokenEmail, isSameMailbox, normaliseEmail, normaliseEmails } from '../compare/email.ts';
import { defineCheck } from '../model/check.ts';
import { deviating, ok, unverifiable } from '../model/finding.ts';
import { besideValues } from './evidence.ts';
import { leftAlone } from './withinText.ts';

export const email = defineCheck({
  id: 'info.email',
  severity: 'error',
  needs: ['emails'],
  expects: (expectation) => expectation.emails !== undefined,
  expectedText: (expectation) => expectation.emails?.value.join(', ') ?? null,
  remedyText: (expectation) => expectation.emails?.value[0] ?? null,

  judge(subject) {
    const { expectation, fields } = subject;
    const { value: found } = fields.emails;
    const expected = expectation.emails?.value ?? [];
    const perValue = found.map(normaliseEmails);
    const seen = perValue.flat();
    const wanted = expected.map(normaliseEmail);
    const normalised = found.flatMap((one, at) => (perValue[at]?.length ? perValue[at] : [one]));
    const extras = {
      expected: expected.join(', '),
      found: found.join(', '),
      normalised: normalised.join(', '),
      evidence: [besideValues('emails', fields.emails, { expected, found, normalised })],
    };
    const wrong = { ...extras, remedy: { value: expected[0] ?? null } };
    const isSeen = (address: string | null) => address !== null && seen.includes(address);

    const former = expectation.former.emails.find((one) => {
      const past = normaliseEmail(one);
      return isSeen(past) && !wanted.includes(past);
    });
    if (former !== undefined) return deviating('email.former', { former }, wrong);
    const isReached = (address: string | null) => address !== null && seen.some((one) => isSameMailbox(one, address));
    if (wanted.some(isReached)) return ok('email.same', {}, extras);
    const alone = leftAlone('emails', fields.emails, found, subject, extras);
    if (alone) return alone;
    const isCut = fields.emails.truncated;
    if (seen.length === 0 && (isCut || !found.some(isBrokenEmail))) return unverifiable('email.unreadable', {}, extras);
    return deviating('email.differs', {}, wrong);
  },
});
