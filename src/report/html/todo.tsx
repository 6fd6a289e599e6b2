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
      {!isEmpty && <ByOwner view={view} tasks={[...asking, ...dormant]} />}
      {missing.length + unseen.length > 0 && (
        <ul class="todo-list todo-rest">
          {missing.map(({ network }) => (
            <li>
              <Icon name="create" />
              <div>
                <a href="#missing">{page.todoCreate(networkName(view.report, network))}</a>
              </div>
            </li>
          ))}
          {unseen.length > 0 && (
            <li>
              <Icon name="unverifiable" />
              <div>
                <a href="#unseen">{page.todoUnseen(unseen.length)}</a>
              </div>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

interface ByOwnerProps {
  readonly view: View;
  /** Most urgent first. */
  readonly tasks: readonly ReportProfile[];
}

/** Whose most urgent task is the most urgent comes first; one owner for all needs no heading. */
function ByOwner({ view, tasks }: ByOwnerProps) {
  const owners = [...new Set(tasks.map(({ owner }) => owner))];
  const isOne = owners.length < 2;
  return (
    <>
      {owners.map((owner) => (
        <div class="todo-owner">
          {!isOne && <h3>{owner === null ? view.words.tools.filters.noOwner : <Value text={owner} />}</h3>}
          <ol class="todo-list">
            {tasks
              .filter((profile) => profile.owner === owner)
              .map((profile) => (
                <Task view={view} profile={profile} />
              ))}
          </ol>
        </div>
      ))}
    </>
  );
}

function Task({ view, profile }: { readonly view: View; readonly profile: ReportProfile }) {
  const { words } = view;
  const facts = bySeverity(profile.findings.filter((f) => isWrong(f) || f.code === 'activity.perhaps-dormant'));
  return (
    <li data-card={anchorOf(profile.id)}>
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
      </div>
    </li>
  );
}
