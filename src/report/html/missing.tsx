/** Important networks on which the brand has no profile. */

import { missingNetworks, networkName } from '../facts.ts';
import { Icon } from './icon.tsx';
import { Value } from './text.tsx';
import type { View } from './view.ts';

export function Missing({ view }: { readonly view: View }) {
  const { page } = view.words;
  const missing = missingNetworks(view.report);
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{page.missingHeading}</h2>
      <p class="quiet">{page.missingIntro}</p>
      <ul class="missing-list">
        {missing.map(({ network }) => (
          <li>
            <Icon name="create" />
            <Value text={page.missing(networkName(view.report, network))} />
          </li>
        ))}
      </ul>
      <p>{page.missingSteps}</p>
    </section>
  );
}
