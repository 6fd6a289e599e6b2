/** The brand's logos as the judge takes them. */

import { readFileSync } from 'node:fs';
import { ROOT } from './organisation.ts';

const read = (file: string) => readFileSync(new URL(file, ROOT));

export const brandLogos = [
  { image: read('brand/logo.svg'), role: 'primary' },
  { image: read('brand/logo-white.svg'), role: 'variant' },
  { image: read('brand/logo-2015.png'), role: 'outdated' },
] as const;
