/** The choices above the list. Shown by the script; without it every profile stands on the page anyway. */

import { VERDICTS } from '../../model/audit.ts';
import { CHECK_IDS } from '../../model/finding.ts';
import { checkLabel } from '../../words/index.ts';
import { isWrong } from '../facts.ts';
import { visible } from './text.tsx';
import type { View } from './view.ts';

type Options = readonly (readonly [value: string, label: string])[];

/** A profile without an owner; no address looks like this. */
export const NO_OWNER = '-';

export function Filters({ view }: { readonly view: View }) {
  const { report, words } = view;
  const { filters } = words.tools;
  const { filters: page } = words.page;
  const hasOlder = report.summary.sincePrevious !== null;
  const groups: Options = [
    ['asking', page.asking],
    ['unseen', page.unseen],
    ['fine', page.fine],
  ];
  const verdicts = VERDICTS.filter((verdict) => report.summary.verdicts[verdict] > 0);
  return (
    <form class="filters" aria-label={filters.legend} hidden>
      <label class="search">
        <span>{filters.search}</span>
        <input type="search" name="q" placeholder={filters.searchHint} autocomplete="off" spellcheck={false} />
      </label>
      <Choice name="verdict" label={filters.verdict} all={filters.all}>
        {[...groups, ...verdicts.map((verdict) => [verdict, words.verdicts[verdict].label] as const)]}
      </Choice>
      <Choice name="network" label={filters.network} all={filters.all}>
        {networksOf(view)}
      </Choice>
      <Choice name="owner" label={filters.owner} all={filters.all}>
        {ownersOf(view)}
      </Choice>
      <Choice name="check" label={filters.check} all={filters.all}>
        {checksOf(view)}
      </Choice>
      <label>
        <span>{filters.sort}</span>
        <select name="sort">
          <option value="">{filters.byUrgency}</option>
          <option value="network">{filters.byNetwork}</option>
          <option value="name">{filters.byName}</option>
          <option value="owner">{filters.byOwner}</option>
        </select>
      </label>
      {hasOlder && (
        <label class="tick">
          <input type="checkbox" name="new" value="yes" /> <span>{page.fresh}</span>
        </label>
      )}
      <p class="count">
        <output aria-live="polite">
          <span class="shown">{report.profiles.length}</span> {filters.of} {report.profiles.length} {filters.shown}
        </output>{' '}
        <button type="reset">{filters.clear}</button>
      </p>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly children: Options;
}

/** A choice between one thing is none. */
function Choice({ name, label, all, children }: ChoiceProps) {
  if (children.length < 2) return null;
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">{all}</option>
        {children.map(([value, text]) => (
          <option value={visible(value)}>{visible(text)}</option>
        ))}
      </select>
    </label>
  );
}

const networksOf = ({ report }: View): Options =>
  [...new Map(report.profiles.map(({ network, networkName }) => [network, networkName]))].toSorted(byLabel);

function ownersOf({ report, words }: View): Options {
  const owners = new Set(report.profiles.map(({ owner }) => owner));
  const named = [...owners].flatMap((owner) => (owner === null ? [] : [[owner, owner] as const]));
  return [...named.toSorted(byLabel), ...(owners.has(null) ? [[NO_OWNER, words.tools.filters.noOwner] as const] : [])];
}

function checksOf({ report, words }: View): Options {
  const wrong = new Set(report.profiles.flatMap(({ findings }) => findings.filter(isWrong).map(({ check }) => check)));
  return CHECK_IDS.filter((check) => wrong.has(check)).map((check) => [check, checkLabel(words, check)] as const);
}

const byLabel = (a: readonly [string, string], b: readonly [string, string]) =>
  a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
