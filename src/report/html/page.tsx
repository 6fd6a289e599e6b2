/** The whole page, top down as it is read: what to do, the profiles, what was not seen, the run. */

import type { ComponentChildren } from 'preact';
import { countsOf } from '../facts.ts';
import { byUrgency } from '../order.ts';
import { Missing } from './missing.tsx';
import { ProfileCard } from './profileCard.tsx';
import { RunDetails } from './runDetails.tsx';
import { Notices, Summary } from './summary.tsx';
import { Value, visible } from './text.tsx';
import { Todo } from './todo.tsx';
import { Unseen } from './unseen.tsx';
import type { View } from './view.ts';

export interface PageProps {
  readonly view: View;
  readonly styles: string;
  readonly script: string;
  readonly policy: string;
}

export function Page({ view, styles, script, policy }: PageProps) {
  const { words, report } = view;
  const night = words.format.date(report.run.startedAt);
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>{visible(words.page.documentTitle(report.brand.name, night))}</title>
        {/* Both are constants of this program; nothing of the report is in them. */}
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body id="top">
        <a class="skip" href="#main">
          {words.page.skip}
        </a>
        <Header view={view} />
        <main id="main" tabIndex={-1}>
          <Notices view={view} />
          <Summary view={view} />
          <Todo view={view} />
          <Missing view={view} />
          <Profiles view={view} />
          <Unseen view={view} />
          <RunDetails view={view} />
        </main>
        <footer>
          <p>{words.page.footer}</p>
          <p>
            <a href="#top">{words.page.profile.toTop}</a>
          </p>
        </footer>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

function Header({ view: { words, report } }: { readonly view: View }) {
  const links: readonly (readonly [string, string])[] = [
    ['#todo', words.page.todoHeading],
    ['#profiles', words.page.profilesHeading],
    ['#unseen', words.page.unseenHeading],
    ['#run', words.page.runHeading],
  ];
  return (
    <header class="top">
      <p class="night">
        <time dateTime={report.run.startedAt}>{words.format.dateTime(report.run.startedAt)}</time>
      </p>
      <h1>
        <Value text={words.page.title(report.brand.name)} />
      </h1>
      <p class="lede">{words.page.lede(countsOf(report))}</p>
      <nav aria-label={words.page.contents}>
        <ul>
          {links.map(([href, text]) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Profiles({ view }: { readonly view: View }) {
  const { page } = view.words;
  return (
    <section aria-labelledby="profiles" class="profiles">
      <h2 id="profiles">{page.profilesHeading}</h2>
      <Filters view={view} />
      {byUrgency(view.report.profiles).map((profile) => (
        <ProfileCard view={view} profile={profile} />
      ))}
    </section>
  );
}

/** Shown by the script; without it every profile stands on the page anyway. */
function Filters({ view }: { readonly view: View }) {
  const { filters } = view.words.page;
  const hasOlder = view.report.summary.sincePrevious !== null;
  return (
    <form class="filters" hidden>
      <fieldset>
        <legend>{filters.legend}</legend>
        <Choice value="all" isChosen>
          {filters.all}
        </Choice>
        <Choice value="asking">{filters.asking}</Choice>
        <Choice value="unseen">{filters.unseen}</Choice>
        <Choice value="fine">{filters.fine}</Choice>
        {hasOlder && <Choice value="new">{filters.fresh}</Choice>}
      </fieldset>
      <p role="status">
        <output class="shown">{view.report.profiles.length}</output> {filters.shown}
      </p>
    </form>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly isChosen?: boolean;
  readonly children: ComponentChildren;
}

const Choice = ({ value, isChosen, children }: ChoiceProps) => (
  <label>
    <input type="radio" name="group" value={value} checked={isChosen} /> <span>{children}</span>
  </label>
);
