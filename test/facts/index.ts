/** All cases, each with the check that is asked. */

import { ADDRESSES } from './addresses.ts';
import { EMAILS } from './emails.ts';
import { NAMES } from './names.ts';
import { PHONES } from './phones.ts';
import { REGISTRATIONS } from './registrations.ts';
import { TEXTS } from './texts.ts';
import { URLS } from './urls.ts';

export const FACTS = [
  { check: 'info.name', rows: NAMES },
  { check: 'info.bio', rows: TEXTS },
  { check: 'info.website', rows: URLS },
  { check: 'info.phone', rows: PHONES },
  { check: 'info.email', rows: EMAILS },
  { check: 'info.address', rows: ADDRESSES },
  { check: 'info.registration', rows: REGISTRATIONS },
] as const;
