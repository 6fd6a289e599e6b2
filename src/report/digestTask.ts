/** One profile in a message: what to do, each finding with what should be there, and the steps that come first. Pure. */

import type { Verdict } from '../model/audit.ts';
import type { Severity } from '../model/finding.ts';
import type { ReportFinding, ReportProfile } from '../model/report.ts';
import { askFirst, checkLabel, describeFinding, lookup, toWeigh, type Words } from '../words/index.ts';
import { expectedLabelOf } from './described.ts';
import type { DigestOptions } from './digestOptions.ts';
import { isAsking, isWrong } from './facts.ts';
import { safeAddress } from './html/link.tsx';
import { shown } from './html/shown.ts';
import { NO_PICTURES, type PicturePair, pairOf } from './mail/pictures.ts';
import { bySeverity } from './order.ts';
import { oneLine, someLines } from './visible.ts';

const FOUND = 500;

export interface DigestFinding {
  readonly label: string;
  readonly sentence: string;
  /** `Nieuw`, `Weer terug`, or since when. */
  readonly tag: string | null;
  readonly severity: Severity;
  /** What stands before `expected`. */
  readonly expectedLabel: string;
  readonly expected: string | null;
  readonly found: string | null;
  /** The thing to paste, where it is another text than what is expected. */
  readonly paste: string | null;
  readonly remedy: string | null;
  /** The pictures that are compared, by asset name. */
  readonly pictures: PicturePair | null;
}

export interface DigestTask {
  readonly network: string;
  readonly id: string;
  readonly verdict: Verdict;
  /** Null where only a remark is new, and nothing is asked. */
  readonly action: string | null;
  /** The advice of a verdict that asks for more than mending a field. */
  readonly advice: string | null;
  readonly weigh: readonly string[];
  readonly steps: readonly string[];
  readonly url: string | null;
  readonly editUrl: string | null;
  readonly owner: string | null;
  readonly findings: readonly DigestFinding[];
  readonly more: number;
}

export function taskOf(
  profile: ReportProfile,
  findings: readonly ReportFinding[],
  { words, limits, ownerName, pictures = NO_PICTURES }: DigestOptions,
): DigestTask {
  const { steps, advice } = words.verdicts[profile.verdict];
  const owner = profile.owner === null ? null : ownerName(profile.owner);
  return {
    network: oneLine(profile.networkName, 60),
    id: oneLine(profile.id, 80),
    verdict: profile.verdict,
    action: isAsking(profile) ? words.actions[profile.action] : null,
    advice: steps.length > 0 ? advice : null,
    ...careful(profile, words),
    url: safeAddress(profile.url),
    editUrl: profile.editUrl === null || profile.verdict !== 'inconsistent' ? null : safeAddress(profile.editUrl),
    owner: owner === null ? null : oneLine(owner, 100),
    findings: bySeverity(findings)
      .slice(0, limits.findings)
      .map((finding) => ({ ...findingOf(finding, words, limits.text), pictures: pairOf(finding, pictures.brand) })),
    more: Math.max(0, findings.length - limits.findings),
  };
}

/** What is weighed and asked before an account is let go stands in the message itself. */
function careful({ verdict, findings }: ReportProfile, words: Words): Pick<DigestTask, 'weigh' | 'steps'> {
  const { steps } = words.verdicts[verdict];
  if (steps.length === 0) return { weigh: [], steps: [] };
  const advice = findings.find((finding) => isWrong(finding) && finding.advice)?.advice;
  const isProven = findings.some(({ check, status }) => check === 'presence.identity' && status === 'ok');
  const confirm = verdict === 'dormant' && !isProven ? [words.page.profile.confirmIdentity] : [];
  const first = advice ? askFirst(words, isProven ? { ...advice, pin: 'confirmed' } : advice) : confirm;
  const weigh = advice ? toWeigh(words, advice).map((fact) => oneLine(fact)) : [];
  return { weigh, steps: [...first, ...steps].map((step) => oneLine(step, 400)) };
}

function findingOf(finding: ReportFinding, words: Words, length: number): Omit<DigestFinding, 'pictures'> {
  const inWords = (text: string | null, most: number) =>
    text === null || text === '' ? null : someLines(shown(words, finding.check, text), most);
  const { value } = finding.remedy;
  const remedy = lookup(words.remedy, finding.code) ?? finding.remedy.text;
  return {
    label: oneLine(checkLabel(words, finding.check), 60),
    sentence: oneLine(describeFinding(words, finding)),
    tag: tagOf(finding, words),
    severity: finding.severity,
    expectedLabel: expectedLabelOf(words, finding),
    expected: inWords(finding.expected, length),
    // What should be there is copied; what is there need only be known again.
    found: inWords(finding.found, Math.min(length, FOUND)),
    paste: value === null || value === '' || value === finding.expected ? null : someLines(value, length),
    remedy: remedy === null || remedy === undefined ? null : oneLine(remedy),
  };
}

function tagOf({ isNew, isBack, since }: ReportFinding, { mail, page, format }: Words): string | null {
  if (isNew) return isBack ? mail.back : page.finding.fresh;
  return page.finding.since(format.date(since));
}
