/** What every component of the page is given: the report, its words, and the pictures at hand. */

import type { Report, ReportFinding, ReportProfile } from '../../model/report.ts';
import type { Words } from '../../words/index.ts';

export interface View {
  readonly report: Report;
  readonly words: Words;
  /** By asset name, as in `assets/`. */
  readonly images: ReadonlyMap<string, Uint8Array>;
}

/** The id of a profile's card: a fragment of the page's address, so only harmless characters. */
export const anchorOf = (id: string): string => `profile-${id.replace(/[^A-Za-z0-9-]/g, '-')}`;

export const isWrong = ({ status }: ReportFinding): boolean => status === 'deviating' || status === 'absent';

/** Profiles that ask the reader to do something other than look. */
export const isAsking = ({ action }: ReportProfile): boolean => action !== 'none' && action !== 'look-by-hand';

export const hasNews = ({ findings }: ReportProfile): boolean =>
  findings.some((finding) => finding.isNew && isWrong(finding));

/** The group by which the reader filters. */
export function groupOf(profile: ReportProfile): 'asking' | 'unseen' | 'fine' {
  if (isAsking(profile)) return 'asking';
  return profile.verdict === 'unverifiable' ? 'unseen' : 'fine';
}

/** The name of a network that may have no profile in the report. */
export function networkName({ profiles, presence }: Report, network: string): string {
  const known =
    presence.find((entry) => entry.network === network)?.networkName ??
    profiles.find((profile) => profile.network === network)?.networkName;
  return known ?? network;
}
