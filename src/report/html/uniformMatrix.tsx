/** Every profile against every field: one look tells which one does not look like the others. */

import type { CheckId, Status } from '../../model/finding.ts';
import type { ReportFinding, ReportProfile } from '../../model/report.ts';
import { checkLabel } from '../../words/index.ts';
import { Scroll } from './scroll.tsx';
import { Value } from './text.tsx';
import { anchorOf, findingAnchor, MOST_OPEN, type View } from './view.ts';

const FIELDS: readonly CheckId[] = [
  'look.logo',
  'look.banner',
  'info.name',
  'info.handle',
  'info.bio',
  'info.website',
  'info.email',
  'info.phone',
  'info.address',
  'info.registration',
];
const SIGNS: Readonly<Record<Status, string>> = {
  ok: '✓',
  deviating: '✗',
  absent: '○',
  unverifiable: '?',
  waived: '~',
  'not-applicable': '–',
};
const FIELD_OF: Readonly<Partial<Record<string, CheckId>>> = { website: 'info.website', websites: 'info.website' };

export function UniformMatrix({ view }: { readonly view: View }) {
  const { report, words } = view;
  const { uniform } = words.tools;
  const asked = FIELDS.filter((check) => report.profiles.some((profile) => findingOf(profile, check)));
  if (asked.length === 0) return null;
  return (
    <details class="matrix" open={report.profiles.length <= MOST_OPEN}>
      <summary>
        <h3>{uniform.heading}</h3>
      </summary>
      <p class="quiet">{uniform.intro}</p>
      <p class="quiet">{uniform.legend}</p>
      <Scroll label={uniform.heading}>
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{uniform.profile}</th>
              {asked.map((check) => (
                <th scope="col">{checkLabel(words, check)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.profiles.map((profile) => (
              <Row view={view} profile={profile} asked={asked} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

const findingOf = ({ findings }: ReportProfile, check: CheckId) => findings.find((finding) => finding.check === check);

interface RowProps {
  readonly view: View;
  readonly profile: ReportProfile;
  readonly asked: readonly CheckId[];
}

function Row({ view, profile, asked }: RowProps) {
  const odd = oddFields(profile);
  return (
    <tr>
      <th scope="row">
        <a href={`#${anchorOf(profile.id)}`}>
          <Value text={profile.networkName} /> <span class="id">{profile.id}</span>
        </a>
      </th>
      {asked.map((check) => (
        <Cell view={view} finding={findingOf(profile, check)} isOdd={odd.includes(check)} />
      ))}
    </tr>
  );
}

/** The fields in which the check on uniformity named this profile. */
function oddFields({ findings }: ReportProfile): readonly (CheckId | undefined)[] {
  const found = findings.find(({ code }) => code === 'uniform.odd-one-out');
  const fields = typeof found?.args.field === 'string' ? found.args.field.split(', ') : [];
  return fields.map((field) => FIELD_OF[field] ?? FIELDS.find((check) => field.startsWith(check.split('.')[1] ?? '-')));
}

interface CellProps {
  readonly view: View;
  readonly finding: ReportFinding | undefined;
  readonly isOdd: boolean;
}

function Cell({ view: { words }, finding, isOdd }: CellProps) {
  const { uniform } = words.tools;
  if (!finding) return <td class="sign">{uniform.none === '' ? null : <span class="hidden">{uniform.none}</span>}</td>;
  const isWrong = finding.status === 'deviating' || finding.status === 'absent';
  const said = isOdd ? `${words.statuses[finding.status]}, ${uniform.odd}` : words.statuses[finding.status];
  const sign = (
    <>
      <span aria-hidden="true">{SIGNS[finding.status]}</span>
      <span class="hidden">{said}</span>
    </>
  );
  return (
    <td class={`sign sign-${finding.status}${isOdd ? ' sign-odd' : ''}`}>
      {isWrong ? <a href={`#${findingAnchor(finding.key)}`}>{sign}</a> : sign}
    </td>
  );
}
