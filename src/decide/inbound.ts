/** Which of the organisation's own websites, seen in this run, link to a profile that may be let go. */

import type { Decision, ProfileAudit, Visit } from '../model/audit.ts';
import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';

interface Site {
  readonly address: string;
  readonly links: readonly string[];
}

/** Without a website in the run nothing is said of links. */
export function withInboundLinks(audits: readonly ProfileAudit[]): readonly ProfileAudit[] {
  const sites = audits.flatMap(({ visit, reading }) => {
    const links = reading.observation?.links?.value;
    return links ? [{ address: visit.entry.url, links }] : [];
  });
  return sites.length === 0 ? audits : audits.map((audit) => linked(audit, sites));
}

function linked(audit: ProfileAudit, sites: readonly Site[]): ProfileAudit {
  if (!audit.decisions.some(({ finding }) => finding.advice)) return audit;
  const linkedFrom = sites.filter(({ links }) => links.some((link) => leadsTo(link, audit.visit)));
  const weighed = (decision: Decision): Decision => {
    const { finding } = decision;
    if (!finding.advice) return decision;
    const advice = { ...finding.advice, linkedFrom: linkedFrom.map(({ address }) => address) };
    return { ...decision, finding: { ...finding, advice } };
  };
  return { ...audit, decisions: audit.decisions.map(weighed) };
}

function leadsTo(link: string, { network, account }: Visit): boolean {
  const found = network && isUrl(link) ? network.recognise(new URL(link)) : null;
  return found !== null && isSame(found, account, network?.anyHost === true);
}

/** A network on many hosts has the same handle on each of them. */
const isSame = (found: Account, account: Account, isAnyHost: boolean): boolean =>
  found.kind === account.kind &&
  found.handle.toLowerCase() === account.handle.toLowerCase() &&
  (!isAnyHost || found.host.toLowerCase() === account.host.toLowerCase());
