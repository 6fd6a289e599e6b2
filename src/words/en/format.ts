/** English dates, numbers and plurals. */

import { formats } from '../formats.ts';

export const enFormat = formats('en-GB', (from, to) => `a day between ${from} and ${to}`);
