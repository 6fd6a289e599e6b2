/** Do the organisation's own profiles say the same, also where the brand leaves it open? Who of them is right, is not said. */

import { isAsked } from '../model/asked.ts';
import type { ProfileAudit, Together, TogetherCheck, Verdict } from '../model/audit.ts';
import type { Settings } from '../model/config.ts';
import { deviating, type Judgement, ok, unverifiable } from '../model/finding.ts';
import { type Beside, commonIn, othersIn, toCopy, toldOf } from './uniformEvidence.ts';
import { type Shown, shownIn, type UniformField } from './uniformField.ts';
import { UNIFORM_FIELDS } from './uniformFields.ts';

export const uniform: TogetherCheck = {
  id: 'info.uniform',
  severity: 'warning',

  async judge(audits, { settings, stoodIn, accepted }) {
    const ours = audits.filter(isOurs);
    const besides: Beside[] = [];
    for (const rule of UNIFORM_FIELDS) besides.push(...(await compareIn(rule, ours, settings)));
    const judgements = new Map<string, Judgement>();
    for (const audit of ours) {
      const { id } = audit.visit.entry;
      const own = besides.filter(({ shown }) => shown.audit === audit);
      const same = own.filter(({ shown, majority }) => majority.agreeing.includes(shown));
      const odd = own.filter(({ shown, majority }) => majority.odd.includes(shown));
      const judgement =
        odd.length > 0
          ? await oddOneOut(odd, audit, accepted)
          : await nothingOdd(same, audit, stoodIn(`${id}/info.uniform`));
      if (judgement) judgements.set(id, judgement);
    }
    return judgements;
  },
};

const NO_MORE_OURS: readonly Verdict[] = ['gone', 'suspended', 'network-closed', 'taken-over'];

/** An archive, a campaign and a name kept in reserve are meant to be different. */
const isOurs = ({ visit, verdict }: ProfileAudit): boolean =>
  visit.expectation.activity.intent === 'active' && !NO_MORE_OURS.includes(verdict);

async function compareIn(rule: UniformField, audits: readonly ProfileAudit[], settings: Settings): Promise<Beside[]> {
  const groups = new Map<string, Shown[]>();
  for (const audit of audits) {
    const takesPart = audit.reading.outcome === 'profile' && isAsked(rule.check, audit.visit.entry, settings);
    const shown = takesPart && standing(audit, rule) !== 'wrong' ? shownIn(rule, audit) : null;
    if (!shown) continue;
    const key = groupOf(audit, rule);
    groups.set(key, [...(groups.get(key) ?? []), shown]);
  }
  const besides: Beside[] = [];
  for (const group of groups.values()) {
    const majority = await rule.majority(group);
    if (!majority || rule.isPast(majority.leader)) continue;
    const odd = majority.odd.filter(({ audit }) => standing(audit, rule) === 'open');
    besides.push(...[...majority.agreeing, ...odd].map((shown) => ({ rule, shown, majority })));
  }
  return besides;
}

/** Only what is meant to be the same is compared: one language, one location, one expected value. */
function groupOf({ visit: { entry, expectation } }: ProfileAudit, { stated }: UniformField): string {
  const language = expectation.language.split('-')[0]?.toLowerCase();
  return JSON.stringify([language, entry.location ?? null, stated(expectation) ?? null]);
}

/** What the brand says of this field decides: it is told once, by its own check. */
function standing({ decisions, visit }: ProfileAudit, { check, stated }: UniformField): 'right' | 'wrong' | 'open' {
  const status = decisions.find(({ finding }) => finding.check === check)?.status;
  if (status === 'deviating' || status === 'absent' || status === 'waived') return 'wrong';
  return status === 'ok' && stated(visit.expectation) !== undefined ? 'right' : 'open';
}

async function nothingOdd(
  same: readonly Beside[],
  audit: ProfileAudit,
  before: readonly string[],
): Promise<Judgement | null> {
  const compared = same.map(({ rule }) => rule.field);
  const doubtful = before.filter((field) => !compared.some((each) => each === field) && !isSettled(audit, field));
  if (doubtful.length > 0) return unverifiable('uniform.not-compared', { field: doubtful.join(', ') });
  if (same.length === 0) return null;
  const told = await Promise.all(same.map((beside) => toldOf(beside)));
  return ok('uniform.same', { field: compared.join(', ') }, { evidence: told.map(({ evidence }) => evidence) });
}

/** Once the odd one out, and no more: the field was emptied, or the brand has come to say what is right. */
function isSettled(audit: ProfileAudit, field: string): boolean {
  const rule = UNIFORM_FIELDS.find((each) => each.field === field);
  if (!rule || standing(audit, rule) !== 'open') return true;
  const place = audit.reading.observation?.[rule.field];
  return place !== undefined && (place.value === null || (Array.isArray(place.value) && place.value.length === 0));
}

async function oddOneOut(
  odd: readonly Beside[],
  { visit }: ProfileAudit,
  accepted: Together['accepted'],
): Promise<Judgement> {
  const [first] = odd;
  const agreeing = first?.majority.agreeing.length ?? 0;
  const isOnly = odd.length === 1;
  const args = {
    field: odd.map(({ rule }) => rule.field).join(', '),
    agreeing,
    of: agreeing + (first?.majority.odd.length ?? 0),
    profiles: first ? othersIn(first).join(', ') : '',
  };
  const inOne = (say: (beside: Beside) => string) =>
    odd.map((beside) => (isOnly ? say(beside) : `${beside.rule.field}: ${say(beside)}`)).join('; ');
  const told = await Promise.all(odd.map((beside) => toldOf(beside, accepted)));
  const assets = told.flatMap((each) => each.assets);
  return deviating('uniform.odd-one-out', args, {
    expected: inOne((beside) => commonIn(beside).join(', ')),
    found: inOne(({ shown }) => shown.values.map(({ text }) => text).join(', ')),
    normalised: told.map(({ evidence, normalised }) => `${evidence.field}: ${normalised}`).join('; '),
    evidence: told.map(({ evidence }) => evidence),
    ...(assets.length > 0 ? { assets } : {}),
    remedy: { url: visit.facts.editUrl, value: isOnly && first ? toCopy(first) : null },
  });
}
