/** Dutch dates, numbers and plurals. */

import { formats } from '../formats.ts';

export const nlFormat = formats('nl-NL', (from, to) => `een dag tussen ${from} en ${to}`);
