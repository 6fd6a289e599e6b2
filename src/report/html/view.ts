/** What every component of the page is given: the report, its words, and the pictures at hand. */

import type { EvidenceItem } from '../../model/finding.ts';
import type { Report, ReportFinding, ReportProfile } from '../../model/report.ts';
import type { Words } from '../../words/index.ts';
import { isAsking } from '../facts.ts';

export interface View {
  readonly report: Report;
  readonly words: Words;
  /** The pictures that stand in the page, as `data:` addresses by asset name. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The brand's own files as pictures: asset names by file, as far as any finding has one. */
  readonly brandPictures: ReadonlyMap<string, string>;
  /** In the other language's copy a picture is only named; the script puts in what the page has already. */
  readonly isCopy?: true;
}

/** Beyond this many profiles an overview is folded, and cards out of sight are not laid out. */
export const MOST_OPEN = 60;

export interface FindingProps {
  readonly view: View;
  readonly profile: ReportProfile;
  readonly finding: ReportFinding;
}

/** The id of a profile's card: a fragment of the page's address, so only harmless characters. */
export const anchorOf = (id: string): string => `profile-${id.replace(/[^A-Za-z0-9-]/g, '-')}`;

/** The id of a finding. */
export const findingAnchor = (key: string): string => `finding-${anchorOf(key)}`;

/** The id of a profile's checklist. */
export const handAnchor = (id: string): string => `hand-${anchorOf(id)}`;

/** The group by which the reader filters. */
export function groupOf(profile: ReportProfile): 'asking' | 'unseen' | 'fine' {
  if (isAsking(profile)) return 'asking';
  return profile.verdict === 'unverifiable' ? 'unseen' : 'fine';
}

/** What stands beside the found value: the brand's word, or what other profiles show. */
export const expectedLabel = ({ words }: View, { elsewhere }: Pick<EvidenceItem, 'elsewhere'>): string =>
  elsewhere ? words.page.finding.elsewhere(words.format.list(elsewhere)) : words.page.finding.expected;

/** Whether there is a page that a person could open and change. */
export const isThere = ({ verdict }: ReportProfile): boolean =>
  verdict !== 'gone' && verdict !== 'suspended' && verdict !== 'network-closed';
