/** Whether an account's handle is an organisation's name: such a handle is worth keeping, whatever becomes of the account. */

import { normaliseHandle } from './handle.ts';
import { normaliseName } from './name.ts';

const LEGAL_FORM_BEFORE = /^(?:stichting|vereniging|gemeente|coöperatie|maatschap|firma) /u;
const LEGAL_FORM_AFTER = /,? (?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|vzw|ltd\.?|inc\.?|gmbh)$/u;
const LONGEST = 300;

/** `gemeente-utrecht` and `utrecht` are both the name of Gemeente Utrecht; a part of the name is not the name. */
export function isNameOf(handle: string, name: string): boolean {
  const plainName = normaliseName(name.slice(0, LONGEST));
  const core = plainName.replace(LEGAL_FORM_BEFORE, '').replace(LEGAL_FORM_AFTER, '');
  const names = [letters(plainName), letters(core)].filter((text) => text !== '');
  const plain = normaliseHandle(handle.slice(0, LONGEST));
  // `name@server` and `name.example`: what comes first was chosen, the rest says where.
  const user = plain.split('@')[0] ?? '';
  return [user, user.split('.')[0] ?? ''].some((text) => names.includes(letters(text)));
}

const letters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
