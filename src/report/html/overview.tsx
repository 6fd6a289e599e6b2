/** The two overviews: where the organisation is, and whether it looks like one. */

import { PresenceMatrix } from './presenceMatrix.tsx';
import { UniformMatrix } from './uniformMatrix.tsx';
import type { View } from './view.ts';

export function Overview({ view }: { readonly view: View }) {
  if (view.report.profiles.length === 0) return null;
  return (
    <section class="overview" aria-labelledby="overview">
      <h2 id="overview">{view.words.tools.overviewHeading}</h2>
      <PresenceMatrix view={view} />
      <UniformMatrix view={view} />
    </section>
  );
}
