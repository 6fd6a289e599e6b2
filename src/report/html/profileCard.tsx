/** One profile: what it is, the advice and why, its findings, and the proof. */

import type { ReportFinding, ReportProfile } from '../../model/report.ts';
import { hasNews, isWrong } from '../facts.ts';
import { bySeverity } from '../order.ts';
import { Evidence } from './evidence.tsx';
import { NO_OWNER } from './filters.tsx';
import { Finding } from './finding.tsx';
import { ByHand, Quiet } from './findingLists.tsx';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { toldCapture } from './shown.ts';
import { Steps } from './steps.tsx';
import { cut, Value, visible } from './text.tsx';
import { anchorOf, groupOf, isThere, type View } from './view.ts';

/** Facts that a reader must weigh, though they prove nothing; the rest of what was not seen is a short list. */
const WORTH_SHOWING: readonly string[] = [
  'activity.perhaps-dormant',
  'activity.undecided',
  'logo.undecided',
  'banner.undecided',
  'presence.not-found-unconfirmed',
  'presence.not-found-uncontrolled',
  'presence.not-found-unmet',
  'presence.blind',
  'check.crashed',
];

interface CardProps {
  readonly view: View;
  readonly profile: ReportProfile;
}

export function ProfileCard({ view, profile }: CardProps) {
  const id = anchorOf(profile.id);
  const of = (status: ReportFinding['status']) => profile.findings.filter((finding) => finding.status === status);
  const doubtful = of('unverifiable').filter(({ code }) => WORTH_SHOWING.includes(code));
  const wrong = bySeverity(profile.findings.filter(isWrong));
  return (
    <article
      class={`card verdict-${profile.verdict}`}
      id={id}
      aria-labelledby={`${id}-title`}
      data-group={groupOf(profile)}
      data-verdict={profile.verdict}
      data-network={visible(profile.network)}
      data-owner={visible(profile.owner ?? NO_OWNER)}
      data-checks={[...new Set(profile.findings.filter(isWrong).map(({ check }) => check))].join(' ')}
      data-name={visible(profile.id)}
      data-find={findableIn(profile)}
      data-new={hasNews(profile) ? 'yes' : 'no'}
    >
      <Head view={view} profile={profile} />
      <Advice view={view} profile={profile} />
      <SavedPage view={view} profile={profile} />
      {[...wrong, ...doubtful].map((finding) => (
        <Finding view={view} profile={profile} finding={finding} />
      ))}
      <Waived view={view} profile={profile} findings={of('waived')} />
      <ByHand
        view={view}
        profile={profile}
        findings={of('unverifiable').filter((finding) => !doubtful.includes(finding))}
        isThere={isThere(profile)}
      />
      <Quiet view={view} findings={of('ok')} heading={view.words.page.profile.okHeading} />
      <Quiet view={view} findings={of('not-applicable')} heading={view.words.page.profile.notApplicableHeading} />
      <Evidence view={view} profile={profile} />
    </article>
  );
}

const MOST_FINDABLE = 1_500;

/** What a reader may look for: who, where, and what was expected and found. */
function findableIn({ id, networkName, url, owner, location, observation, findings }: ReportProfile): string {
  const values = findings.filter(isWrong).flatMap(({ expected, found }) => [expected, found]);
  const texts = [id, networkName, url, owner, location, observation?.name?.value, ...values];
  return visible(cut(texts.filter(Boolean).join(' '), MOST_FINDABLE))
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function Head({ view, profile }: CardProps) {
  const { words } = view;
  const followers = profile.observation?.followers?.value;
  const rows: readonly (readonly [string, string | null])[] = [
    [words.page.profile.owner, profile.owner ?? words.page.profile.noOwner],
    [words.page.profile.location, profile.location],
    [
      words.page.profile.followers,
      followers === null || followers === undefined ? null : words.format.number(followers),
    ],
    [words.page.profile.pin, profile.pin],
  ];
  return (
    <header class="card-head">
      <div>
        <h3 id={`${anchorOf(profile.id)}-title`}>
          <Value text={profile.networkName} /> <span class="id">{profile.id}</span>
        </h3>
        <p class="address">
          <Link address={profile.url} />
        </p>
        <dl class="about">
          {rows.map(([label, value]) =>
            value === null ? null : (
              <div>
                <dt>{label}</dt>
                <dd>
                  <Value text={value} />
                </dd>
              </div>
            ),
          )}
        </dl>
      </div>
      <p class={`badge badge-${profile.verdict}`}>
        <Icon name={profile.verdict} />
        {words.verdicts[profile.verdict].label}
      </p>
    </header>
  );
}

function Advice({ view, profile }: CardProps) {
  const { words } = view;
  const { verdict, seen, capture } = profile;
  const why =
    verdict === 'unverifiable' && capture.outcome !== 'profile'
      ? words.outcomes[toldCapture(capture)].explained(profile.networkName)
      : words.verdicts[verdict].explained;
  return (
    <div class="advice">
      <p>
        {verdict === 'consistent' ? (
          words.page.profile.seenOk(seen.fields, seen.of)
        ) : (
          <>
            <Value text={why} /> <strong>{words.verdicts[verdict].advice}</strong>
          </>
        )}
      </p>
      {verdict !== 'consistent' && seen.of > 0 && isThere(profile) && (
        <p class="quiet">{words.page.profile.seen(seen.fields, seen.of)}.</p>
      )}
      {verdict === 'unverifiable' && (
        <p>
          <a href="#unseen">{words.page.wouldHelp}</a>
        </p>
      )}
      <Steps view={view} profile={profile} />
    </div>
  );
}

/** What rests on a page of another day is said to. */
function SavedPage({ view, profile }: CardProps) {
  const { savedPage } = view.words.page;
  const saved = profile.capture.sources.find(({ source }) => source === 'import');
  if (saved?.ageDays === undefined || (saved.outcome !== 'profile' && !saved.tooOld)) return null;
  const said = saved.tooOld ? savedPage.tooOld : savedPage.used;
  return (
    <p class="quiet saved-page">
      <Value text={said(view.words.format.date(saved.at), saved.ageDays)} />
    </p>
  );
}

function Waived({ view, profile, findings }: CardProps & { readonly findings: readonly ReportFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <details class="waived">
      <summary>{view.words.page.profile.waivedHeading(findings.length)}</summary>
      {findings.map((finding) => (
        <Finding view={view} profile={profile} finding={finding} />
      ))}
    </details>
  );
}
