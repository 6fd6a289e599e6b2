/** One finding: what is so, expected beside found, and what to do about it. */

import type { EvidenceItem } from '../../model/finding.ts';
import type { ReportFinding, ReportProfile } from '../../model/report.ts';
import { checkLabel, describeFinding } from '../../words/index.ts';
import { isWrong } from '../facts.ts';
import { DecideButtons } from './decide.tsx';
import { TextDiff } from './diff.tsx';
import { Icon } from './icon.tsx';
import { Images } from './images.tsx';
import { Remedy } from './remedy.tsx';
import { shown } from './shown.ts';
import { LongText, Sentence, Value } from './text.tsx';
import { Timeline } from './timeline.tsx';
import { Values } from './values.tsx';
import { type FindingProps, findingAnchor, type View } from './view.ts';

export function Finding({ view, profile, finding }: FindingProps) {
  const { words } = view;
  return (
    <article class={`finding is-${finding.status} is-${finding.severity}`} id={findingAnchor(finding.key)}>
      <div class="finding-head">
        <h4>
          {isWrong(finding) && <Icon name={finding.severity} />}
          {checkLabel(words, finding.check)}{' '}
          <a
            class="anchor"
            href={`#${findingAnchor(finding.key)}`}
            aria-label={words.tools.link}
            title={words.tools.link}
          >
            #
          </a>
        </h4>
        <Tags view={view} finding={finding} />
      </div>
      <p class="fact">
        <Sentence text={describeFinding(words, finding)} />
      </p>
      {finding.waiverRefused && <p class="quiet">{words.page.finding.waiverRefused[finding.waiverRefused]}</p>}
      <Comparison view={view} profile={profile} finding={finding} />
      {finding.waiver ? (
        <Waiver view={view} finding={finding} />
      ) : (
        <Remedy view={view} profile={profile} finding={finding} />
      )}
      <DecideButtons view={view} profile={profile} finding={finding} />
    </article>
  );
}

function Tags({ view, finding }: { readonly view: View; readonly finding: ReportFinding }) {
  const { words } = view;
  const isOld =
    isWrong(finding) && !finding.isNew && finding.since.slice(0, 10) !== view.report.run.startedAt.slice(0, 10);
  return (
    <p class="tags">
      <span class={`tag tag-${isWrong(finding) ? finding.severity : 'quiet'}`}>
        {isWrong(finding) ? words.severities[finding.severity] : words.statuses[finding.status]}
      </span>
      {finding.isNew && (
        <span class="tag tag-new">{finding.isBack ? words.tools.news.back : words.page.finding.fresh}</span>
      )}
      {isOld && <span class="quiet">{words.page.finding.since(words.format.date(finding.since))}</span>}
    </p>
  );
}

function Waiver({ view, finding: { waiver } }: { readonly view: View; readonly finding: ReportFinding }) {
  if (waiver === null) return null;
  const { page, format } = view.words;
  return (
    <div class="waiver">
      <p>
        <Sentence text={page.finding.waiver(waiver.owner, format.date(waiver.until))} />
      </p>
      <p>
        {page.finding.waiverReason}: <Value text={waiver.reason} />
      </p>
    </div>
  );
}

/** The evidence shows expected and found; a finding without evidence shows them as they are. */
function Comparison({ view, profile, finding }: FindingProps) {
  // Looks at the page itself stand under the card's evidence.
  const items = finding.evidence.items.filter(({ field }) => field !== 'presence');
  const says = items.length > 0 || (finding.expected === null && finding.found === null);
  const inWords = (text: string | null) => (text === null ? null : shown(view.words, finding.check, text));
  return (
    <>
      {!says && <Plain view={view} expected={inWords(finding.expected)} found={inWords(finding.found)} />}
      {items.map((item) => (
        <div class="evidence-item">
          {items.length > 1 && <p class="item-label">{view.words.fields[item.field].label}</p>}
          <Item view={view} profile={profile} item={item} expected={finding.expected} />
          <Origin view={view} item={item} />
        </div>
      ))}
    </>
  );
}

interface ItemProps {
  readonly view: View;
  readonly profile: ReportProfile;
  readonly item: EvidenceItem;
  readonly expected: string | null;
}

function Item({ view, profile, item, expected }: ItemProps) {
  switch (item.kind) {
    case 'text':
      return item.expected === null || item.found === null ? (
        <Plain view={view} expected={item.expected} found={item.found} />
      ) : (
        <TextDiff
          view={view}
          expected={item.expected}
          found={item.found}
          truncated={item.truncated ?? false}
          {...(item.elsewhere ? { elsewhere: item.elsewhere } : {})}
        />
      );
    case 'value':
      return <Values view={view} item={item} />;
    case 'image':
      return <Images view={view} item={item} wanted={item.elsewhere ? null : expected} />;
    case 'date':
      return (
        <Timeline view={view} item={item} looked={profile.capture.sources.at(-1)?.at ?? view.report.run.startedAt} />
      );
    default: {
      const unknown: never = item;
      return unknown;
    }
  }
}

interface PlainProps {
  readonly view: View;
  readonly expected: string | null;
  readonly found: string | null;
}

function Plain({ view, expected, found }: PlainProps) {
  const { finding } = view.words.page;
  const side = (text: string | null) =>
    text ? <LongText view={view} text={text} /> : <p class="quiet">{text === '' ? finding.empty : finding.nothing}</p>;
  return (
    <div class="pair">
      <div class="side side-expected">
        <p class="side-label">{finding.expected}</p>
        {side(expected)}
      </div>
      <div class="side side-found">
        <p class="side-label">{finding.found}</p>
        {side(found)}
      </div>
    </div>
  );
}

function Origin({ view, item }: { readonly view: View; readonly item: EvidenceItem }) {
  const { words } = view;
  const truncated = item.kind === 'text' && item.truncated;
  if (!item.origin && !item.locator && !truncated) return null;
  return (
    <p class="origin">
      {truncated && `${words.page.finding.truncated} `}
      {(item.origin || item.locator) && `${words.page.finding.readFrom}: `}
      {item.origin && words.origins[item.origin]}
      {item.locator && (
        <>
          {item.origin && ', '}
          <code lang="en">
            <Value text={item.locator} />
          </code>
        </>
      )}
      {item.source && ` (${words.sources[item.source]})`}
      {item.unmet && `. ${words.page.finding.unmet}`}
      {item.within && `. ${words.page.finding.within}`}
    </p>
  );
}
