/** What the page's script needs of the report: the findings that a reader can decide about. Data only, in a block that never runs. */

import type { CheckId } from '../../model/finding.ts';
import { NEVER_WAIVED } from '../../model/neverWaived.ts';
import type { AcceptedField } from '../../model/patch.ts';
import type { Report, ReportFinding, ReportProfile } from '../../model/report.ts';
import { isWrong } from '../facts.ts';
import { findingAnchor } from './view.ts';

const ACCEPTED: Readonly<Partial<Record<CheckId, AcceptedField>>> = {
  'info.name': 'name',
  'info.bio': 'bio',
  'info.website': 'website',
  'info.email': 'email',
  'info.phone': 'phone',
};
const LONGEST = 4_000;

// What could end the block that holds it, and what a reader of the source could not see.
const ESCAPED = /[<>&\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** By the findings' anchors. */
export const pageData = (report: Report): string =>
  JSON.stringify({
    run: report.run.id,
    finishedAt: report.run.finishedAt,
    tool: report.tool.version,
    findings: Object.fromEntries(
      report.profiles.flatMap((profile) =>
        profile.findings.filter(isWrong).map((finding) => [findingAnchor(finding.key), dataOf(profile, finding)]),
      ),
    ),
  }).replace(ESCAPED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

function dataOf(profile: ReportProfile, finding: ReportFinding) {
  const { check, code, args, status, expected, found, normalised, evidence } = finding;
  const [item] = evidence.items;
  const isCut = evidence.items.some((each) => each.kind === 'text' && each.truncated === true);
  const accepts = NEVER_WAIVED.includes(check) ? null : (normalised ?? found);
  const seenPin = profile.observation?.pin?.value ?? null;
  return {
    key: finding.key,
    profile: profile.id,
    network: profile.network,
    url: profile.url,
    check,
    code,
    args,
    status,
    expected: short(expected),
    found: short(found),
    origin: item?.origin ?? null,
    locator: item?.locator ?? null,
    source: item?.source ?? null,
    // Cut, the value would not be the one that was found.
    accepts: accepts !== null && accepts.length <= LONGEST ? accepts : null,
    field: found !== null && found.length <= LONGEST && found !== '' && !isCut ? (ACCEPTED[check] ?? null) : null,
    pin: check === 'presence.identity' && seenPin ? { seen: seenPin, was: registeredPin(finding) } : null,
  };
}

const registeredPin = ({ args }: ReportFinding) => (typeof args.registered === 'string' ? args.registered : null);
const short = (text: string | null) => (text === null ? null : text.slice(0, LONGEST).toWellFormed());
