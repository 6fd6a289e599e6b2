/** Do the organisation's own profiles say the same, also where the brand leaves it open? Who of them is right, is not said. */

import { isAsked } from '../model/asked.ts';
import type { ProfileAudit, TogetherCheck, Verdict } from '../model/audit.ts';
import type { Settings } from '../model/config.ts';
import { deviating, type EvidenceItem, type Judgement, ok, unverifiable } from '../model/finding.ts';
import { besideText, besideValues } from './evidence.ts';
import { type Majority, majorityOf } from './majority.ts';
import { type Shown, shownIn, UNIFORM_FIELDS, type UniformField, type UniformFieldName } from './uniformFields.ts';

/** One field of one profile beside what most of the others show. */
interface Beside {
  readonly rule: UniformField;
  readonly shown: Shown;
  readonly majority: Majority<Shown>;
}

interface Answers {
  readonly same: readonly Beside[];
  readonly odd: readonly Beside[];
}

export const uniform: TogetherCheck = {
  id: 'info.uniform',
  severity: 'warning',

  judge(audits, { settings, stoodIn }) {
    const ours = audits.filter(isOurs);
    const besides = UNIFORM_FIELDS.flatMap((rule) => compareIn(rule, ours, settings));
    const judgements = ours.flatMap((audit) => {
      const own = besides.filter(({ shown }) => shown.audit === audit);
      const same = own.filter(({ shown, majority }) => majority.agreeing.includes(shown));
      const odd = own.filter(({ shown, majority }) => majority.odd.includes(shown));
      const judgement = judgementOf({ same, odd }, audit, stoodIn(`${audit.visit.entry.id}/info.uniform`));
      return judgement ? [[audit.visit.entry.id, judgement] as const] : [];
    });
    return new Map(judgements);
  },
};

const NO_MORE_OURS: readonly Verdict[] = ['gone', 'suspended', 'network-closed', 'taken-over'];

/** An archive, a campaign and a name kept in reserve are meant to be different. */
const isOurs = ({ visit, verdict }: ProfileAudit): boolean =>
  visit.expectation.activity.intent === 'active' && !NO_MORE_OURS.includes(verdict);

function compareIn(rule: UniformField, audits: readonly ProfileAudit[], settings: Settings): Beside[] {
  const groups = new Map<string, Shown[]>();
  for (const audit of audits) {
    const takesPart = audit.reading.outcome === 'profile' && isAsked(rule.check, audit.visit.entry, settings);
    const shown = takesPart && standing(audit, rule) !== 'wrong' ? shownIn(rule, audit) : null;
    if (!shown) continue;
    const key = groupOf(audit, rule);
    groups.set(key, [...(groups.get(key) ?? []), shown]);
  }
  return [...groups.values()].flatMap((group) => {
    const majority = majorityOf(group, rule.likeness);
    if (!majority || rule.isPast(majority.leader)) return [];
    const odd = majority.odd.filter(({ audit }) => standing(audit, rule) === 'open');
    return [...majority.agreeing, ...odd].map((shown) => ({ rule, shown, majority }));
  });
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

function judgementOf({ same, odd }: Answers, audit: ProfileAudit, before: readonly string[]): Judgement | null {
  if (odd.length > 0) return oddOneOut(odd, audit);
  const compared = same.map(({ rule }) => rule.field);
  const doubtful = before.filter((field) => !compared.some((each) => each === field) && !isSettled(audit, field));
  if (doubtful.length > 0) return unverifiable('uniform.not-compared', { field: doubtful.join(', ') });
  if (same.length === 0) return null;
  return ok('uniform.same', { field: compared.join(', ') }, { evidence: same.map(evidenceOf) });
}

/** Once the odd one out, and no more: the field was emptied, or the brand has come to say what is right. */
function isSettled(audit: ProfileAudit, field: string): boolean {
  const rule = UNIFORM_FIELDS.find((each) => each.field === field);
  if (!rule || standing(audit, rule) !== 'open') return true;
  const place = audit.reading.observation?.[rule.field];
  return place !== undefined && (place.value === null || (Array.isArray(place.value) && place.value.length === 0));
}

/** At most so many profiles are named beside a value. */
const NAMED = 10;

const othersIn = ({ majority, shown }: Beside): string[] =>
  majority.agreeing
    .filter((each) => each !== shown)
    .map(({ id }) => id)
    .slice(0, NAMED);

function oddOneOut(odd: readonly Beside[], { visit }: ProfileAudit): Judgement {
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
  return deviating('uniform.odd-one-out', args, {
    expected: inOne((beside) => commonIn(beside).join(', ')),
    found: inOne(({ shown }) => shown.values.map(({ text }) => text).join(', ')),
    normalised: odd.map(({ rule, shown }) => `${rule.field}: ${keysOf(shown).join(', ')}`).join('; '),
    evidence: odd.map(evidenceOf),
    remedy: {
      url: visit.facts.editUrl,
      value: isOnly && first && !first.majority.leader.cut ? commonIn(first).join(', ') : null,
    },
  });
}

const keysOf = ({ values }: Shown): readonly string[] => [...new Set(values.flatMap(({ keys }) => keys))];

/** Of the leader's values the ones that most of the agreeing show. */
function commonIn({ majority: { leader, agreeing } }: Beside): string[] {
  const times = leader.values.map(
    ({ keys }) => agreeing.filter((each) => keysOf(each).some((key) => keys.includes(key))).length,
  );
  const most = Math.max(...times);
  return leader.values.flatMap(({ text }, at) => (times[at] === most ? [text] : []));
}

const TEXTS: readonly UniformFieldName[] = ['name', 'bio', 'address'];

function evidenceOf(beside: Beside): EvidenceItem {
  const { rule, shown } = beside;
  const expected = commonIn(beside);
  const found = shown.values.map(({ text }) => text);
  const item = TEXTS.includes(rule.field)
    ? besideText(rule.field, shown.place, expected.join(', '), found.join(', '))
    : besideValues(rule.field, shown.place, { expected, found, normalised: keysOf(shown) });
  return { ...item, elsewhere: othersIn(beside) };
}
