/**
 * Pinterest's API v5, for those who hold the account's own token: it tells of that account alone, so the name in its
 * answer has to be the registered one. The account of a person has no name there. Pure; part of the Pinterest adapter.
 */

import type { Account, OfficialApi, ParsedDocument, Place } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { atLeast, isoInterval, newest } from '../read/dates.ts';
import { at, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { api, inDocument } from '../read/places.ts';
import { allOf, answers, called, replies } from '../read/signs.ts';
import { sameHandle } from '../read/text.ts';

const HOST = 'api.pinterest.com';
const PIN_PAGES = ['pins', 'pins-2', 'pins-3', 'pins-4'];

const ask = (document: string, path: string) => ({
  document,
  url: `https://${HOST}/v5/${path}`,
  accept: 'json' as const,
});

/** Pins on the boards of others count: the account put them there. */
const pinsIn = ({ json }: ParsedDocument): readonly JsonObject[] =>
  listOf(at(json, 'items'))
    .slice(0, 250)
    .filter(isObject)
    .filter(({ is_owner }) => is_owner !== false);

function requests({ handle }: Account, answered: readonly ParsedDocument[]) {
  const [first, ...pages] = answered;
  if (first === undefined) return [ask('account', 'user_account')];
  if (!sameHandle(textAt(first.json, 'username') ?? '', handle)) return [];
  const last = pages.at(-1);
  const bookmark = last && textAt(last.json, 'bookmark');
  const isMore = last === undefined || (pinsIn(last).length === 0 && isText(bookmark) && bookmark !== '');
  const name = PIN_PAGES[pages.length];
  if (!isMore || name === undefined) return [];
  return [ask(name, `pins?${new URLSearchParams({ page_size: '100', ...(isText(bookmark) ? { bookmark } : {}) })}`)];
}

/** The documentation does not say in which order they come. */
const newestPin = (document: ParsedDocument): Activity | undefined =>
  atLeast(newest(pinsIn(document).map((pin) => isoInterval(textAt(pin, 'created_at') ?? '', 'utc'))));

export const pinPlaces: readonly Place<Activity>[] = PIN_PAGES.map((name) =>
  inDocument(
    name,
    api('created_at of the newest pin', (_, document) => newestPin(document)),
  ),
);

/** Not every answer names it; else what the documentation asks for. */
function scopeOf({ json, document }: ParsedDocument): string {
  const named = /\b(?:user_accounts|boards|pins):read\b/.exec((textAt(json, 'message') ?? '').slice(0, 2000))?.[0];
  return named ?? (document === 'account' ? 'user_accounts:read' : 'boards:read, pins:read');
}

const refuses = (code: number) =>
  called(
    `answers 401 with code ${code}`,
    allOf(
      answers(401),
      replies('', (answer) => at(answer, 'code') === code),
    ),
  );

export const official: OfficialApi = {
  requests,
  token: 'BIJWERKEN_PINTEREST_TOKEN',
  sends: { as: 'bearer' },
  hosts: [HOST],
  scopes: ['user_accounts:read', 'boards:read', 'pins:read'],
  followed: 'https://developers.pinterest.com/docs/api/v5/user_account-get (v5, 5.23.0)',
  isVerified: false,
  faults: [
    { state: 'missing-scope', ...refuses(3), scope: scopeOf },
    { state: 'expired', ...refuses(2) },
    { state: 'expired', ...answers(401) },
    { state: 'missing-scope', ...answers(403), scope: scopeOf },
  ],
  lacks: ['banner'],
};
