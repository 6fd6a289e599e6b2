/** The to-do list: one line a profile, most urgent first, then what is missing and what to look at by hand. */

import type { ReportProfile } from '../../model/report.ts';
import { describeFinding } from '../../words/index.ts';
import { hasNews, isAsking, isWrong, missingNetworks, networkName } from '../facts.ts';
import { bySeverity, byUrgency } from '../order.ts';
import { Icon } from './icon.tsx';
import { Sentence, Value } from './text.tsx';
import { perhapsDormant } from './unseen.tsx';
import { anchorOf, type View } from './view.ts';

const FACTS = 3;

export function Todo({ view }: { readonly view: View }) {
  const { page } = view.words;
  const { profiles } = view.report;
  const asking = byUrgency(profiles).filter(isAsking);
  const missing = missingNetworks(view.report);
  const dormant = perhapsDormant(profiles);
  const unseen = profiles.filter((profile) => profile.verdict === 'unverifiable' && !dormant.includes(profile));
  const isEmpty = asking.length + missing.length + dormant.length + unseen.length === 0;
  return (
    <section aria-labelledby="todo" class="todo">
      <h2 id="todo">{page.todoHeading}</h2>
      {isEmpty ? <p>{page.nothingToDo}</p> : <p class="quiet">{page.todoIntro}</p>}
      {!isEmpty && (
        <ol class="todo-list">
          {asking.map((profile) => (
            <Task view={view} profile={profile} />
          ))}
          {missing.map(({ network }) => (
            <li>
              <Icon name="create" />
              <div>
                <a href="#missing">{page.todoCreate(networkName(view.report, network))}</a>
              </div>
            </li>
          ))}
          {dormant.map((profile) => (
            <Task view={view} profile={profile} />
          ))}
          {unseen.length > 0 && (
            <li>
              <Icon name="unverifiable" />
              <div>
                <a href="#unseen">{page.todoUnseen(unseen.length)}</a>
              </div>
            </li>
          )}
        </ol>
      )}
    </section>
  );
}

function Task({ view, profile }: { readonly view: View; readonly profile: ReportProfile }) {
  const { words } = view;
  const facts = bySeverity(profile.findings.filter((f) => isWrong(f) || f.code === 'activity.perhaps-dormant'));
  return (
    <li>
      <Icon name={isAsking(profile) ? profile.verdict : 'unverifiable'} />
      <div>
        <p class="task">
          <strong>{words.actions[isAsking(profile) ? profile.action : 'look-by-hand']}:</strong>{' '}
          <a href={`#${anchorOf(profile.id)}`}>
            <Value text={profile.networkName} /> <span class="id">{profile.id}</span>
          </a>
          {hasNews(profile) && <span class="tag tag-new">{words.page.finding.fresh}</span>}
        </p>
        <ul class="facts-list">
          {facts.slice(0, FACTS).map((finding) => (
            <li>
              <Sentence text={describeFinding(words, finding)} />
            </li>
          ))}
          {facts.length > FACTS && <li class="quiet">{words.page.more(facts.length - FACTS)}</li>}
        </ul>
        {profile.owner && (
          <p class="quiet">
            {words.page.profile.owner}: <Value text={profile.owner} />
          </p>
        )}
      </div>
    </li>
  );
}
