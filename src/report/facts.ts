/** What a rendering may ask of a report: counted once, so that page and terminal cannot disagree. */

import type { Report, ReportFinding, ReportNotice, ReportProfile } from '../model/report.ts';
import { lookup } from '../words/lookup.ts';
import type { Words } from '../words/words.ts';

export const isWrong = ({ status }: ReportFinding): boolean => status === 'deviating' || status === 'absent';

/** Of the reasons for an exit code: those that findings give, and not the run itself. */
export const isOfFindings = (reason: string): boolean =>
  ['findings', 'new-findings', 'missing-networks'].includes(reason);

/** Profiles that ask the reader to do something other than look. */
export const isAsking = ({ action }: ReportProfile): boolean => action !== 'none' && action !== 'look-by-hand';

export const hasNews = ({ findings }: ReportProfile): boolean =>
  findings.some((finding) => finding.isNew && isWrong(finding));

export const missingNetworks = ({ presence }: Report): Report['presence'] =>
  presence.filter(({ status, important }) => important && status === 'missing');

/** The name of a network that may have no profile in the report. */
export function networkName({ profiles, presence }: Report, network: string): string {
  const known =
    presence.find((entry) => entry.network === network)?.networkName ??
    profiles.find((profile) => profile.network === network)?.networkName;
  return known ?? `${network.charAt(0).toUpperCase()}${network.slice(1)}`;
}

/** One notice as a sentence; what it says of one network and source is named first. */
export function noticeText(report: Report, { code, network, args }: ReportNotice, words: Words): string {
  const source = typeof args.source === 'string' ? (lookup(words.sources, args.source) ?? args.source) : null;
  const about = [...(network ? [networkName(report, network)] : []), ...(source ? [source] : [])].join(', ');
  const sentence = lookup(words.notices, code) ?? code;
  const check = typeof args.check === 'string' ? (lookup(words.checks, args.check) ?? args.check) : null;
  const until = typeof args.until === 'string' ? words.format.date(args.until) : null;
  const details = [
    args.profile,
    check,
    until,
    args.variable,
    args.scope,
    args.names,
    args.reviewed,
    args.reason,
  ].filter((detail) => typeof detail === 'string');
  return `${about ? `${about}: ` : ''}${sentence}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

/** The figures of the first sentence. */
export function countsOf(report: Report) {
  const { profiles, summary } = report;
  const asking = profiles.filter(isAsking);
  return {
    profiles: profiles.length,
    asking: asking.length,
    fresh: summary.sincePrevious === null ? null : asking.filter(hasNews).length,
    unseen: summary.verdicts.unverifiable,
    missing: missingNetworks(report).length,
  };
}
