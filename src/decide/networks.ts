/** How each network was asked tonight, source by source, and what there is to mind about that. */

import type { AuditedSource, ProfileAudit } from '../model/audit.ts';
import type { Outcome, Source } from '../model/capture.ts';
import type { ControlledSource } from '../model/control.ts';
import type { TokenState } from '../model/observation.ts';
import type { Report, ReportNotice } from '../model/report.ts';
import { readerFits } from './health.ts';

type SourceReport = Report['networks'][number]['sources'][number];

export function networksOf(
  audits: readonly ProfileAudit[],
  controlled: readonly ControlledSource[],
): Report['networks'] {
  const names = [...new Set(audits.map(({ visit }) => visit.entry.network))];
  return names.map((network) => {
    const asked = audits.filter(({ visit }) => visit.entry.network === network).flatMap(({ sources }) => sources);
    const kinds = [...new Set(asked.map(({ source }) => source))];
    const sources = kinds.map((source): SourceReport => {
      const answers = asked.filter((each) => each.source === source).map(({ outcome }) => outcome);
      const outcomes = Object.fromEntries(
        [...new Set(answers)].map((outcome) => [outcome, answers.filter((other) => other === outcome).length]),
      );
      const control = controlOf(controlled, network, source);
      const reader = readerFits(audits, network, source, controlled) ? 'fits' : 'no-longer-fits';
      const controls = control && { known: control.known, impossible: control.impossible };
      const isBlind = control?.sight === 'blind';
      const [token] = tokensOf(asked, source);
      return {
        source,
        asked: answers.length,
        outcomes,
        blind: isBlind,
        ...(controls ? { controls } : {}),
        reader,
        ...(token ? { token: token.state } : {}),
      };
    });
    return { network, sources };
  });
}

/** What the answers said of the token, the worst first. */
function tokensOf(asked: readonly AuditedSource[], source: Source): readonly TokenState[] {
  const states = asked.flatMap((each) => (each.source === source && each.token ? [each.token] : []));
  return states.toSorted((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state));
}

const WORST: readonly TokenState['state'][] = ['expired', 'missing-scope', 'ok'];

/** One notice for each token that did not open what it should: a fact about the token, never about a profile. */
export function tokenNotices(audits: readonly ProfileAudit[]): readonly ReportNotice[] {
  const names = [...new Set(audits.map(({ visit }) => visit.entry.network))];
  return names.flatMap((network): ReportNotice[] => {
    const asked = audits.filter(({ visit }) => visit.entry.network === network).flatMap(({ sources }) => sources);
    const [token] = tokensOf(asked, 'api');
    if (!token || token.state === 'ok') return [];
    const code = token.state === 'expired' ? 'token-expired' : 'token-missing-scope';
    const { variable, scope = null } = token;
    return [{ code, severity: 'warning', network, args: { variable, scope } }];
  });
}

const controlOf = (controlled: readonly ControlledSource[], network: string, source: Source) =>
  controlled.find((each) => each.network === network && each.source === source);

/** What the reader must know of the sources before believing the rest. */
export function sourceNotices(
  networks: Report['networks'],
  controlled: readonly ControlledSource[],
): readonly ReportNotice[] {
  return networks.flatMap(({ network, sources }) =>
    sources.flatMap(({ source, blind, reader }): ReportNotice[] => {
      const control = controlOf(controlled, network, source);
      const notice = (code: ReportNotice['code'], severity: ReportNotice['severity'], args = {}): ReportNotice => ({
        code,
        severity,
        network,
        args: { source, ...args },
      });
      const isMoot = control !== undefined && isOnlyWalled(control) && isSeenOtherwise(controlled, control);
      if (isMoot) return reader === 'fits' ? [] : [notice('reader-no-longer-fits', 'error')];
      return [
        ...(blind ? [notice('source-blind', 'warning')] : []),
        ...(control?.sight === 'unclear' ? [notice('control-not-asked', 'info', { because: control.because })] : []),
        ...(reader === 'fits' ? [] : [notice('reader-no-longer-fits', 'error')]),
      ];
    }),
  );
}

const SHOWS_NOTHING: readonly (Outcome | null)[] = ['login-wall', 'challenge', 'rate-limited', 'unreadable'];

/** To this source the network shows nobody anything, as most do every night: it can mislead nobody. */
const isOnlyWalled = ({ known, impossible }: ControlledSource): boolean =>
  SHOWS_NOTHING.includes(known) && SHOWS_NOTHING.includes(impossible);

/** Another source of the same network tells a profile from an absence. */
const isSeenOtherwise = (controlled: readonly ControlledSource[], { network, source }: ControlledSource): boolean =>
  controlled.some((each) => each.network === network && each.source !== source && each.sight === 'sees');
