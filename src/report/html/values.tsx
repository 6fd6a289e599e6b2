/** Short values side by side, as shown and as compared. */

import type { ValueEvidence } from '../../model/finding.ts';
import { Value } from './text.tsx';
import { expectedLabel, type View } from './view.ts';

const MOST = 20;

export function Values({ view, item }: { readonly view: View; readonly item: ValueEvidence }) {
  const { finding } = view.words.page;
  const raw = item.found.join('\n');
  const normalised = (item.normalised ?? []).filter((value) => !item.found.includes(value));
  return (
    <div class="pair">
      <div class="side side-expected">
        <p class="side-label">{expectedLabel(view, item)}</p>
        <List view={view} values={item.expected} />
      </div>
      <div class="side side-found">
        <p class="side-label">{finding.found}</p>
        <List view={view} values={item.found} />
        {raw && normalised.length > 0 && (
          <p class="quiet">
            {finding.normalised}: <Value text={normalised.slice(0, MOST).join(' · ')} />
          </p>
        )}
      </div>
    </div>
  );
}

function List({ view, values }: { readonly view: View; readonly values: readonly string[] }) {
  const { page } = view.words;
  if (values.length === 0) return <p class="quiet">{page.finding.nothing}</p>;
  return (
    <ul class="values">
      {values.slice(0, MOST).map((value) => (
        <li>{value === '' ? <span class="quiet">{page.finding.empty}</span> : <Value text={value} />}</li>
      ))}
      {values.length > MOST && <li class="quiet">{page.more(values.length - MOST)}</li>}
    </ul>
  );
}
