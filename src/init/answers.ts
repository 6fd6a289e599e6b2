/** What `init` must know of an organisation, asked for or given; each answer is looked at before it is used. Pure. */

import { isUrl } from '../model/isUrl.ts';

/** As the command line gives them, or a person types them. */
export interface Given {
  readonly name?: string;
  readonly website?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly logo?: string;
  readonly profiles?: readonly string[];
}

export interface Answers {
  readonly name: string;
  readonly website: string;
  readonly email?: string;
  readonly phone?: string;
  readonly logo?: string;
  /** Addresses of profiles, each a web address. */
  readonly profiles: readonly string[];
}

type Checked<T> = { readonly value: T } | { readonly wrong: string };

/** The mistakes in what was given, by the name of the option. */
export function wrongAnswers({ name, website, email, phone, profiles }: Given): { option: string; message: string }[] {
  const wrong = (option: string, checked: Checked<unknown>) =>
    'wrong' in checked ? [{ option, message: checked.wrong }] : [];
  return [
    ...(name === undefined ? [] : wrong('--name', textOf(name))),
    ...(website === undefined ? [] : wrong('--website', addressOf(website))),
    ...(email === undefined ? [] : wrong('--email', emailOf(email))),
    ...(phone === undefined ? [] : wrong('--phone', phoneOf(phone))),
    ...(profiles ?? []).flatMap((profile) => wrong('--profile', addressOf(profile))),
  ];
}

/** Put in order; throws nothing: call `wrongAnswers` first. */
export function answersOf(given: Given & { readonly name: string; readonly website: string }): Answers {
  const { email, phone, logo } = given;
  return {
    name: orEmpty(textOf(given.name)),
    website: orEmpty(addressOf(given.website)),
    ...(email ? { email: orEmpty(emailOf(email)) } : {}),
    ...(phone ? { phone: orEmpty(phoneOf(phone)) } : {}),
    ...(logo ? { logo } : {}),
    profiles: (given.profiles ?? []).map((profile) => orEmpty(addressOf(profile))),
  };
}

const orEmpty = (checked: Checked<string>): string => ('value' in checked ? checked.value : '');

/** Asks one question; the answer is trimmed. */
export type Ask = (question: string) => Promise<string>;

/** Asks for what was not given; a wrong answer is asked for again. */
export async function askForTheRest(given: Given, ask: Ask): Promise<Answers> {
  const name = given.name ?? (await askUntilRight(ask, 'The name of the organisation: ', textOf));
  const website = given.website ?? (await askUntilRight(ask, 'Its website: ', addressOf));
  const email = given.email ?? (await askUntilRight(ask, 'Its e-mail address (Enter for none): ', optional(emailOf)));
  const phone =
    given.phone ??
    (await askUntilRight(ask, 'Its telephone number, such as +31 20 123 45 67 (Enter for none): ', optional(phoneOf)));
  const logo = given.logo ?? (await ask('The file of its logo (Enter for none yet): '));
  return answersOf({ name, website, email, phone, logo, profiles: given.profiles ?? (await askForProfiles(ask)) });
}

async function askForProfiles(ask: Ask): Promise<string[]> {
  const profiles: string[] = [];
  for (;;) {
    const question = profiles.length === 0 ? 'The address of a profile (Enter for none): ' : 'Another (Enter to end): ';
    const address = await askUntilRight(ask, question, optional(addressOf));
    if (address === '') return profiles;
    profiles.push(address);
  }
}

async function askUntilRight(ask: Ask, question: string, check: (text: string) => Checked<string>): Promise<string> {
  let hint = '';
  for (;;) {
    const checked = check(await ask(`${hint}${question}`));
    if ('value' in checked) return checked.value;
    hint = `${checked.wrong}\n`;
  }
}

const optional =
  (check: (text: string) => Checked<string>) =>
  (text: string): Checked<string> =>
    text.trim() === '' ? { value: '' } : check(text);

function textOf(text: string): Checked<string> {
  const value = text.normalize('NFC').trim();
  return value === '' ? { wrong: 'a text was expected, not an empty one.' } : { value };
}

/** People leave `https://` out. */
function addressOf(text: string): Checked<string> {
  const trimmed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = isUrl(whole) ? new URL(whole) : null;
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
  if (!isWeb || url.username || url.password || /\s/.test(trimmed))
    return { wrong: `${JSON.stringify(trimmed)} is not a web address such as https://voorbeeld.nl.` };
  return { value: url.href };
}

function emailOf(text: string): Checked<string> {
  const value = text.trim();
  const isOne = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/i.test(value);
  return isOne ? { value } : { wrong: `${JSON.stringify(value)} is not an e-mail address.` };
}

function phoneOf(text: string): Checked<string> {
  const value = text.trim();
  const digits = value.replace(/\D/g, '').length;
  const isOne = /^\+[\d\s().-]{6,40}$/.test(value) && digits >= 7 && digits <= 15;
  return isOne
    ? { value }
    : { wrong: `${JSON.stringify(value)} is not a number with its country code, such as +31 20 123 45 67.` };
}
