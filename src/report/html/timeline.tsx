/** The newest sign of life against the limit, drawn and said. The drawing has no words; the list has all of them. */

import type { DateEvidence } from '../../model/finding.ts';
import type { View } from './view.ts';

const WIDTH = 600;
const MARGIN = 12;

interface TimelineProps {
  readonly view: View;
  readonly item: DateEvidence;
  /** When the page was looked at: ISO 8601. */
  readonly looked: string;
}

export function Timeline({ view, item, looked }: TimelineProps) {
  const { timeline } = view.words.page;
  const { date, duration, period } = view.words.format;
  const { activity, limit, threshold, season } = item;
  const isSeasonal = season !== undefined && season.from === limit;
  return (
    <div class="timeline">
      <Drawing item={item} looked={looked} />
      <ul class="timeline-keys">
        <li class="key-newest">{activity ? timeline.newest(period(activity.from, activity.to)) : timeline.none}</li>
        {limit && (
          <li class="key-limit">
            {timeline.limit(date(limit), threshold === null || isSeasonal ? null : duration(threshold))}
          </li>
        )}
        {season && <li class="key-season">{timeline.season(date(season.from), date(season.to))}</li>}
        <li class="key-looked">{timeline.looked(date(looked))}</li>
      </ul>
      {activity && (
        <p class={activity.completeness === 'latest' ? 'proof' : 'no-proof'}>
          {activity.completeness === 'latest' ? timeline.proof : timeline.noProof}
        </p>
      )}
    </div>
  );
}

function Drawing({
  item: { activity, limit, season },
  looked,
}: {
  readonly item: DateEvidence;
  readonly looked: string;
}) {
  const times = [activity?.from, activity?.to, limit, season?.from, season?.to, looked].flatMap((iso) => {
    const time = Date.parse(iso ?? '');
    return Number.isNaN(time) ? [] : [time];
  });
  const first = Math.min(...times);
  const last = Math.max(...times);
  const x = (iso: string) => {
    const share = last === first ? 1 : (Date.parse(iso) - first) / (last - first);
    return Number.isNaN(share) ? MARGIN : Math.round(MARGIN + share * (WIDTH - 2 * MARGIN));
  };
  return (
    <svg class="timeline-drawing" viewBox={`0 0 ${WIDTH} 28`} aria-hidden="true" focusable="false">
      <line class="axis" x1={MARGIN} y1="14" x2={WIDTH - MARGIN} y2="14" />
      {season && <rect class="season" x={x(season.from)} y="5" width={x(season.to) - x(season.from)} height="18" />}
      {limit && <line class="limit" x1={x(limit)} y1="1" x2={x(limit)} y2="27" />}
      <circle class="looked" cx={x(looked)} cy="14" r="5" />
      {activity && (
        <rect
          class="newest"
          x={x(activity.from) - 6}
          y="8"
          width={x(activity.to) - x(activity.from) + 12}
          height="12"
          rx="6"
        />
      )}
    </svg>
  );
}
