/** The whole page, top down as it is read: what to do, the profiles, what was not seen, the run. */

import { countsOf } from '../facts.ts';
import { byUrgency } from '../order.ts';
import { AcceptDialog, Changes } from './decide.tsx';
import { Filters } from './filters.tsx';
import { Missing } from './missing.tsx';
import { Overview } from './overview.tsx';
import { ProfileCard } from './profileCard.tsx';
import { RunDetails } from './runDetails.tsx';
import { Notices, Summary } from './summary.tsx';
import { Value, visible } from './text.tsx';
import { Todo } from './todo.tsx';
import { Unseen } from './unseen.tsx';
import { MOST_OPEN, type View } from './view.ts';

export interface PageProps {
  readonly view: View;
  readonly styles: string;
  readonly script: string;
  /** What the script needs of the report, as JSON that is safe in a page. */
  readonly data: string;
  /** The page in the other language, packed. */
  readonly copy: string;
  readonly policy: string;
}

export function Page({ view, styles, script, data, copy, policy }: PageProps) {
  const { words } = view;
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>{titleOf(view)}</title>
        {/* Both are constants of this program; nothing of the report is in them. */}
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body id="top">
        <div id="page" data-language={words.language} data-title={titleOf(view)}>
          <Body view={view} />
        </div>
        {/* Data, escaped so that nothing in it can end the block; neither of the two is ever run. */}
        <script type="application/json" id="data" dangerouslySetInnerHTML={{ __html: data }} />
        <script type="text/plain" id="copy" dangerouslySetInnerHTML={{ __html: copy }} />
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

const titleOf = ({ words, report }: View) =>
  visible(words.page.documentTitle(report.brand.name, words.format.date(report.run.startedAt)));

/** All that is written in a language: three levels, for who decides, who edits, and who keeps the tool. */
export function Body({ view }: { readonly view: View }) {
  const { words } = view;
  return (
    <>
      <a class="skip" href="#main">
        {words.page.skip}
      </a>
      <Header view={view} />
      <main id="main" tabIndex={-1}>
        <Notices view={view} />
        <Summary view={view} />
        <section
          class={view.report.profiles.length > MOST_OPEN ? 'work many' : 'work'}
          aria-label={words.tools.levels.work}
        >
          <Todo view={view} />
          <Missing view={view} />
          <Profiles view={view} />
        </section>
        <Overview view={view} />
        <Unseen view={view} />
        <Changes view={view} />
        <RunDetails view={view} />
      </main>
      <footer>
        <p>{words.page.footer}</p>
        <p>
          <a href="#top">{words.page.profile.toTop}</a>
        </p>
      </footer>
      <AcceptDialog view={view} />
    </>
  );
}

function Header({ view: { words, report } }: { readonly view: View }) {
  const all: readonly (readonly [string, string])[] = [
    ['#summary', words.page.summaryHeading],
    ['#todo', words.page.todoHeading],
    ['#profiles', words.page.profilesHeading],
    ['#overview', words.tools.overviewHeading],
    ['#unseen', words.page.unseenHeading],
    ['#run', words.page.runHeading],
  ];
  const links = report.profiles.length > 0 ? all : all.filter(([href]) => href !== '#overview');
  const { old, otherLanguage } = words.tools;
  return (
    <header class="top">
      <p class="old" role="alert" hidden>
        {old.before}
        <span class="days" />
        {old.after}
      </p>
      <p class="night">
        <time dateTime={report.run.startedAt}>{words.format.dateTime(report.run.startedAt)}</time>{' '}
        <button type="button" class="language switch" lang={words.language === 'nl' ? 'en' : 'nl'} hidden>
          {otherLanguage}
        </button>
        <button type="button" class="language" data-print="summary" hidden>
          {words.tools.print.summary}
        </button>
        <button type="button" class="language" data-print="all" hidden>
          {words.tools.print.all}
        </button>
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
    <section aria-labelledby="profiles" class={view.report.profiles.length > MOST_OPEN ? 'profiles many' : 'profiles'}>
      <h2 id="profiles">{page.profilesHeading}</h2>
      <Filters view={view} />
      <p class="no-match" hidden>
        {view.words.tools.filters.none}
      </p>
      {byUrgency(view.report.profiles).map((profile) => (
        <ProfileCard view={view} profile={profile} />
      ))}
    </section>
  );
}
