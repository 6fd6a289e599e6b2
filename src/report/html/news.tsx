/** What the night changed: new, back, and put right; each new one is a link to its finding. */

import type { ReportFinding, ReportProfile } from '../../model/report.ts';
import { checkLabel, describeFinding } from '../../words/index.ts';
import { isWrong } from '../facts.ts';
import { bySeverity, byUrgency } from '../order.ts';
import { Sentence, Value } from './text.tsx';
import { anchorOf, findingAnchor, type View } from './view.ts';

/** The rest is in the list below; this is a summary. */
const MOST = 12;

export function News({ view }: { readonly view: View }) {
  const { report, words } = view;
  const { sincePrevious } = report.summary;
  const { news } = words.tools;
  if (!sincePrevious) return null;
  const fresh = byUrgency(report.profiles).flatMap((profile) =>
    bySeverity(profile.findings.filter((finding) => finding.isNew && isWrong(finding))).map((finding) => ({
      profile,
      finding,
    })),
  );
  const fixed = report.fixed ?? [];
  return (
    <div class="news">
      <h3>{news.heading}</h3>
      {fresh.length + fixed.length === 0 && <p>{news.none}</p>}
      <div class="columns">
        {fresh.length > 0 && (
          <div>
            <h4>{news.fresh(fresh.length)}</h4>
            <ul>
              {fresh.slice(0, MOST).map((one) => (
                <Fresh view={view} {...one} />
              ))}
              {fresh.length > MOST && <li class="quiet">{words.page.more(fresh.length - MOST)}</li>}
            </ul>
          </div>
        )}
        {fixed.length > 0 && (
          <div>
            <h4>{news.fixed(fixed.length)}</h4>
            <ul>
              {fixed.slice(0, MOST).map((one) => (
                <Fixed view={view} fixed={one} />
              ))}
              {fixed.length > MOST && <li class="quiet">{words.page.more(fixed.length - MOST)}</li>}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}

interface FreshProps {
  readonly view: View;
  readonly profile: ReportProfile;
  readonly finding: ReportFinding;
}

const Fresh = ({ view: { words }, profile, finding }: FreshProps) => (
  <li>
    <a href={`#${findingAnchor(finding.key)}`}>
      <Value text={profile.networkName} /> <span class="id">{profile.id}</span>
    </a>
    {': '}
    <Sentence text={describeFinding(words, finding)} />
    {finding.isBack && <span class="tag tag-new">{words.tools.news.back}</span>}
  </li>
);

interface FixedProps {
  readonly view: View;
  readonly fixed: NonNullable<View['report']['fixed']>[number];
}

function Fixed({ view: { words, report }, fixed }: FixedProps) {
  const profile = report.profiles.find(({ id }) => id === fixed.profile);
  return (
    <li>
      <a href={`#${anchorOf(fixed.profile)}`}>
        {profile && <Value text={profile.networkName} />} <span class="id">{fixed.profile}</span>
      </a>
      {`: ${checkLabel(words, fixed.check)}`}
      {fixed.last && (
        <span class="quiet">
          {` (${words.tools.news.was}: `}
          <Sentence text={describeFinding(words, fixed.last)} />)
        </span>
      )}
    </li>
  );
}
