/** Where the organisation can be found: its parts against the networks, with the verdict of each profile. */

import type { ReportProfile } from '../../model/report.ts';
import { networkName } from '../facts.ts';
import { Icon } from './icon.tsx';
import { Scroll } from './scroll.tsx';
import { Value, visible } from './text.tsx';
import { anchorOf, MOST_OPEN, type View } from './view.ts';

export function PresenceMatrix({ view }: { readonly view: View }) {
  const { report, words } = view;
  const { presence } = words.tools;
  const missing = report.presence.filter(({ status }) => status === 'missing').map(({ network }) => network);
  const networks = [...new Set([...report.profiles.map(({ network }) => network), ...missing])].toSorted();
  const places = [...new Set(report.profiles.map(({ location }) => location))].toSorted(byPlace);
  if (networks.length === 0) return null;
  return (
    <details class="matrix" open={report.profiles.length <= MOST_OPEN}>
      <summary>
        <h3>{presence.heading}</h3>
      </summary>
      <p class="quiet">{presence.intro}</p>
      <Scroll label={presence.heading}>
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{presence.where}</th>
              {networks.map((network) => (
                <th scope="col">{visible(networkName(report, network))}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr>
                <th scope="row">{place === null ? presence.whole : <Value text={place} />}</th>
                {networks.map((network) => (
                  <td>
                    <Cell
                      view={view}
                      profiles={report.profiles.filter((each) => each.network === network && each.location === place)}
                      isMissing={place === null && missing.includes(network)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

/** The whole organisation first. */
const byPlace = (a: string | null, b: string | null) => (a === b ? 0 : a === null || (b !== null && a < b) ? -1 : 1);

interface CellProps {
  readonly view: View;
  readonly profiles: readonly ReportProfile[];
  readonly isMissing: boolean;
}

function Cell({ view: { words }, profiles, isMissing }: CellProps) {
  const { presence } = words.tools;
  if (profiles.length === 0) {
    return isMissing ? (
      <strong class="cell-missing">{presence.missing}</strong>
    ) : (
      <>
        <span aria-hidden="true">–</span>
        <span class="hidden">{presence.none}</span>
      </>
    );
  }
  return (
    <>
      {profiles.map((profile) => (
        <a class={`cell cell-${profile.verdict}`} href={`#${anchorOf(profile.id)}`}>
          <Icon name={profile.verdict} />
          <span class="hidden">{visible(`${profile.id}: ${words.verdicts[profile.verdict].label}`)}</span>
        </a>
      ))}
    </>
  );
}
