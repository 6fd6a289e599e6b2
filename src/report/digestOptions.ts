/** How a run is put in the words of a short message: in which language, for whom, and how much of it. */

import type { Words } from '../words/index.ts';
import type { MailPictures } from './mail/pictures.ts';

export interface DigestLimits {
  readonly tasks: number;
  readonly findings: number;
  /** Characters of an expected or found value. */
  readonly text: number;
}

export interface DigestOptions {
  readonly words: Words;
  readonly limits: DigestLimits;
  readonly reportUrl: string | null;
  /** Left out: none are shown. */
  readonly pictures?: MailPictures;
  /** One owner's profiles, or everything. */
  readonly scope: 'owner' | 'all';
  /** How an owner is called; null where nothing is said of owners. */
  readonly ownerName: (owner: string) => string | null;
}
