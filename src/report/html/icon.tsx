/** A shape for each verdict and weight, so that nothing is told by colour alone. Words always stand beside it. */

import type { Verdict } from '../../model/audit.ts';
import type { Severity } from '../../model/finding.ts';

export type IconName = Verdict | Severity | 'create';

/** Strokes in a box of 24 by 24. */
const SHAPES: Readonly<Record<IconName, string>> = {
  consistent: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M8 12.5l2.8 2.8L16.2 9.5',
  inconsistent: 'M5 9h14M5 15h14M15.5 4.5l-7 15',
  dormant: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  gone: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M8.5 8.5l7 7M15.5 8.5l-7 7',
  suspended: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M5.7 5.7l12.6 12.6',
  'network-closed': 'M4 20h16M6 20V4h12v16M10 12h.01M14 4v16',
  'taken-over': 'M12 3.5 21.5 20h-19zM12 10v4.5M12 17.3v.2',
  unverifiable:
    'M3 3l18 18M10 6.2A10 10 0 0 1 12 6c5 0 8.5 4 9.5 6a14 14 0 0 1-3 3.7M6.4 7.8A14 14 0 0 0 2.5 12c1 2 4.5 6 9.5 6 1.3 0 2.5-.3 3.6-.7',
  error: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7.5v5.5M12 16.3v.2',
  warning: 'M12 3.5 21.5 20h-19zM12 10v4.5M12 17.3v.2',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v5.5M12 7.5v.2',
  create: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 8v8M8 12h8',
};

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={SHAPES[name]} />
  </svg>
);
