/** What could not be seen, why, and what would help: never hidden in a count. */

import type { ToldOutcome } from '../../model/observation.ts';
import type { ReportProfile } from '../../model/report.ts';
import { describeFinding, fieldLabel } from '../../words/index.ts';
import { byUrgency } from '../order.ts';
import { toldCapture } from './shown.ts';
import { Sentence, Value } from './text.tsx';
import { anchorOf, type View } from './view.ts';

const perhaps = ({ findings }: ReportProfile) => findings.find(({ code }) => code === 'activity.perhaps-dormant');

/** Profiles where a person's look would settle whether they sleep, and nothing else is asked. */
export const perhapsDormant = (profiles: readonly ReportProfile[]): readonly ReportProfile[] =>
  profiles.filter((profile) => profile.verdict !== 'dormant' && perhaps(profile) !== undefined && !asksMore(profile));

const asksMore = ({ action }: ReportProfile) => action !== 'none' && action !== 'look-by-hand';

interface Group {
  readonly networkName: string;
  readonly outcome: ToldOutcome;
  readonly profiles: readonly ReportProfile[];
}

export function Unseen({ view }: { readonly view: View }) {
  const { page } = view.words;
  const profiles = byUrgency(view.report.profiles);
  const dormant = profiles.filter((profile) => profile.verdict !== 'dormant' && perhaps(profile) !== undefined);
  const groups = groupsOf(
    profiles.filter(({ capture, verdict }) => capture.outcome !== 'profile' && verdict === 'unverifiable'),
  );
  const partly = profiles.filter(({ capture, seen }) => capture.outcome === 'profile' && seen.unseen.length > 0);
  const sawAll = dormant.length + groups.length + partly.length === 0;
  return (
    <section aria-labelledby="unseen" class="unseen">
      <h2 id="unseen">{page.unseenHeading}</h2>
      <p>{sawAll ? page.allSeen : page.unseenIntro}</p>
      {dormant.length > 0 && <PerhapsDormant view={view} profiles={dormant} />}
      {groups.map((group) => (
        <Wall view={view} group={group} />
      ))}
      {partly.length > 0 && <Partly view={view} profiles={partly} />}
    </section>
  );
}

function groupsOf(profiles: readonly ReportProfile[]): Group[] {
  const groups = new Map<string, ReportProfile[]>();
  for (const profile of profiles) {
    const key = JSON.stringify([profile.networkName, toldCapture(profile.capture)]);
    groups.set(key, [...(groups.get(key) ?? []), profile]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ networkName: first.networkName, outcome: toldCapture(first.capture), profiles: members }] : [];
  });
}

const ProfileLink = ({ profile }: { readonly profile: ReportProfile }) => (
  <a href={`#${anchorOf(profile.id)}`}>
    <Value text={profile.networkName} /> <span class="id">{profile.id}</span>
  </a>
);

interface ListProps {
  readonly view: View;
  readonly profiles: readonly ReportProfile[];
}

function PerhapsDormant({ view, profiles }: ListProps) {
  const { words } = view;
  return (
    <div class="panel">
      <h3>{words.page.perhapsDormantHeading}</h3>
      <p>{words.page.perhapsDormantIntro}</p>
      <ul>
        {profiles.map((profile) => {
          const finding = perhaps(profile);
          return (
            <li>
              <ProfileLink profile={profile} />
              {finding && (
                <p class="quiet">
                  <Sentence text={describeFinding(words, finding)} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Wall({ view, group }: { readonly view: View; readonly group: Group }) {
  const { words } = view;
  const outcome = words.outcomes[group.outcome];
  return (
    <div class="panel">
      <h3>
        <Value text={outcome.explained(group.networkName)} />
      </h3>
      <ul class="in-line">
        {group.profiles.map((profile) => (
          <li>
            <ProfileLink profile={profile} />
            <LastKnown view={view} profile={profile} />
          </li>
        ))}
      </ul>
      <p>{words.page.wouldHelp}:</p>
      <ul>
        {outcome.help(group.networkName).map((help) => (
          <li>{help}</li>
        ))}
      </ul>
    </div>
  );
}

/** What was wrong when it was last seen does not vanish because tonight it could not be seen. */
function LastKnown({ view: { words }, profile }: { readonly view: View; readonly profile: ReportProfile }) {
  const known = profile.findings.flatMap(({ last, status }) =>
    status === 'unverifiable' && last && (last.status === 'deviating' || last.status === 'absent') ? [last] : [],
  );
  if (known.length === 0) return null;
  return (
    <ul class="last-known">
      {known.map((last) => (
        <li class="last-seen">
          {words.tools.lastSeen(words.format.date(last.at))} <Sentence text={describeFinding(words, last)} />
        </li>
      ))}
    </ul>
  );
}

function Partly({ view, profiles }: ListProps) {
  const { words } = view;
  return (
    <div class="panel">
      <h3>{words.page.partlyUnseenHeading}</h3>
      <ul>
        {profiles.map((profile) => (
          <li>
            <ProfileLink profile={profile} />{' '}
            <Sentence
              text={words.page.unseenFields(
                words.format.list(profile.seen.unseen.map((field) => fieldLabel(words, field))),
              )}
            />
          </li>
        ))}
      </ul>
      <p>{words.page.wouldHelp}:</p>
      <ul>
        {words.outcomes.profile.help('').map((help) => (
          <li>{help}</li>
        ))}
      </ul>
    </div>
  );
}
