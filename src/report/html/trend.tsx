/** The last runs as a chart, and as a table for who cannot see it. */

import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Report } from '../../model/report.ts';
import { Scroll } from './scroll.tsx';
import type { View } from './view.ts';

const WIDTH = 720;
const HEIGHT = 140;
const KINDS = ['fine', 'asking', 'unseen'] as const;
type Night = Readonly<Record<(typeof KINDS)[number], number>> & { readonly at: string };

/** One night says nothing of a trend. */
export function Trend({ view }: { readonly view: View }) {
  const { words, report } = view;
  const { trend } = words.tools;
  const nights = report.history.map(nightOf);
  const [first, last] = [nights[0], nights.at(-1)];
  if (!first || !last || nights.length < 2) return null;
  return (
    <div class="trend">
      <h3>{trend.heading}</h3>
      <figure>
        <Chart nights={nights} />
        <figcaption>
          <span class="quiet">
            {trend.caption(nights.length, words.format.date(first.at), words.format.date(last.at))}
          </span>
          <ul class="keys">
            {KINDS.map((kind) => (
              <li class={`key-${kind}`}>{trend[kind]}</li>
            ))}
          </ul>
        </figcaption>
      </figure>
      <details>
        <summary>{trend.table}</summary>
        <Table view={view} nights={nights} />
      </details>
    </div>
  );
}

/** Of an older version a verdict may be missing. */
function nightOf({ at, summary: { profiles, verdicts } }: Report['history'][number]): Night {
  const [fine, unseen] = [verdicts.consistent ?? 0, verdicts.unverifiable ?? 0];
  return { at, fine, unseen, asking: Math.max(0, profiles - fine - unseen) };
}

function Chart({ nights }: { readonly nights: readonly Night[] }) {
  const most = Math.max(1, ...nights.map(({ fine, asking, unseen }) => fine + asking + unseen));
  const x = scaleBand<number>()
    .domain(nights.map((_, index) => index))
    .range([0, WIDTH])
    .paddingInner(nights.length > 40 ? 0.08 : 0.2);
  const y = scaleLinear().domain([0, most]).range([HEIGHT, 0]);
  const layers = stack<Night>().keys(KINDS)([...nights]);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      class="chart"
      aria-hidden="true"
      focusable="false"
    >
      {layers.map((layer) => (
        <g class={`bar-${layer.key}`}>
          {layer.map(([from, to], index) =>
            to > from ? (
              <rect
                x={round(x(index) ?? 0)}
                y={round(y(to))}
                width={round(x.bandwidth())}
                height={round(y(from) - y(to))}
              />
            ) : null,
          )}
        </g>
      ))}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

function Table({ view: { words }, nights }: { readonly view: View; readonly nights: readonly Night[] }) {
  const { trend } = words.tools;
  return (
    <Scroll label={trend.heading}>
      <table class="grid">
        <thead>
          <tr>
            {[trend.night, ...KINDS.map((kind) => trend[kind])].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nights.toReversed().map((night) => (
            <tr>
              <th scope="row">{words.format.dateTime(night.at)}</th>
              {KINDS.map((kind) => (
                <td>{words.format.number(night[kind])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
