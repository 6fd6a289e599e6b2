/** A first profiles.json out of a few answers. Pure: it reads no website, and writes nothing. */

import type { Brand, ProfileEntry } from '../model/config.ts';
import type { Answers } from './answers.ts';

/** The network and the handle that an address names; a text when it names no profile there. */
export type Recognise = (url: URL) => { readonly network: string; readonly handle: string } | string;

export interface DraftFile {
  readonly $schema: string;
  readonly version: 1;
  readonly brand: Brand;
  readonly profiles: readonly ProfileEntry[];
  readonly settings: { readonly dormantAfter: string; readonly failOn: 'error'; readonly language: 'nl' };
}

export interface Draft {
  readonly file: DraftFile;
  /** Addresses that are no profile, with the reason; they are not in the file. */
  readonly refused: readonly { readonly url: string; readonly reason: string }[];
}

const SCHEMA = './node_modules/bijwerken/schema/profiles.schema.json';

export function draftOf(answers: Answers, recognise: Recognise): Draft {
  const { name, website, email, phone, logo } = answers;
  const addresses = [...new Set([...answers.profiles, website])];
  const refused: { url: string; reason: string }[] = [];
  const profiles: ProfileEntry[] = [];
  for (const url of addresses) {
    const known = url === website ? { network: 'website', handle: '' } : recognise(new URL(url));
    if (typeof known === 'string') {
      refused.push({ url, reason: known });
      continue;
    }
    const taken = profiles.map(({ id }) => id);
    profiles.push({ id: idFor(known, taken), network: known.network, url, language: 'nl' });
  }
  const contact = { website, ...(email ? { emails: [email] } : {}), ...(phone ? { phones: [phone] } : {}) };
  const brand: Brand = { name, ...(logo ? { logos: [{ file: logo, role: 'primary' }] } : {}), contact };
  const settings = { dormantAfter: 'P6M', failOn: 'error', language: 'nl' } as const;
  return { file: { $schema: SCHEMA, version: 1, brand, profiles, settings }, refused };
}

const MAX_ID = 63;

/** `linkedin-voorbeeld`; with `-2` and so on when it is taken. */
function idFor({ network, handle }: { network: string; handle: string }, taken: readonly string[]): string {
  const base = [network, slug(handle)].filter(Boolean).join('-').slice(0, MAX_ID).replace(/-+$/, '');
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `-${number}`;
    const id = `${base.slice(0, MAX_ID - suffix.length)}${suffix}`;
    if (!taken.includes(id)) return id;
  }
}

/** Only what an id may hold: lower case letters, digits and dashes. */
const slug = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
