/** What GitHub's pages of people and organisations say, of several years. Pure; part of the GitHub adapter. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { followersIn, parseCount } from '../read/counts.ts';
import { atLeast, isoInterval, newest } from '../read/dates.ts';
import { at, isObject, isText, listOf } from '../read/json.ts';
import { type Picked, textOf } from '../read/places.ts';
import { plainLine, sameHandle } from '../read/text.ts';

export const ORGANISATION = '.orghead, [itemtype$="schema.org/Organization"], .org-header';
/** The list of a person's place, company and links; it is there when it is empty. */
const DETAILS = '.vcard-details';
const NAMES = '.vcard-fullname, .vcard-names [itemprop="name"], .p-name';

/** A person who gave no name has an empty line there; an organisation without one shows its handle. */
export function nameIn({ $ }: ParsedDocument): Picked<string> {
  const person = $(NAMES).first();
  if (person.length > 0) return plainLine(person.text()) || null;
  const organisation = $(ORGANISATION).find('h1').first();
  return organisation.length > 0 ? plainLine(organisation.text()) || null : undefined;
}

/** `octocat (The Octocat) · GitHub`; without a name there are no brackets. */
export function nameInTitle(title: string, _: ParsedDocument, { handle }: Account): Picked<string> {
  const [, login = '', name] = /^([A-Za-z\d_-]{1,100})(?: \((.{1,300})\))? · GitHub$/u.exec(plainLine(title)) ?? [];
  return sameHandle(login, handle) && name !== undefined ? name : undefined;
}

/** `GitHub`, of an organisation; of a person `octocat - Overview`, which is no name. */
export const nameInOpenGraph = (title: string, document: ParsedDocument): Picked<string> =>
  isOrganisation(document) && !/ - (?:Overview|Repositories)$/.test(title) ? title : undefined;

const isOrganisation = ({ $ }: ParsedDocument): boolean =>
  $(ORGANISATION).length > 0 || $('meta[name="hovercard-subject-tag"][content^="organization:"]').length > 0;

/** The nickname, before the pronouns that may stand beside it. */
export const handleIn = ({ $ }: ParsedDocument): string | undefined =>
  /^[A-Za-z\d_-]{1,100}/.exec(plainLine($('.vcard-username, .p-nickname').first().text()))?.[0];

export function bioIn({ $ }: ParsedDocument): Picked<string> {
  const person = $('.user-profile-bio').first();
  if (person.length > 0) return textOf($, person) || person.attr('data-bio-text')?.trim() || null;
  const header = $(ORGANISATION).first();
  const organisation = header.find('.org-description, [itemprop="description"], h1 ~ .color-fg-muted > div').first();
  return organisation.length > 0 ? textOf($, organisation) || null : undefined;
}

const COUNTED =
  /^.{1,140} has (?:[\d.,]{1,12}|one|no) repositor(?:y|ies) {1,3}available\. Follow their code on GitHub\.$/iu;

/**
 * The description for search engines: the text, and GitHub's own words after it. Before those it puts a full stop where
 * the text has none, so the last one is not certainly the account's.
 */
export function bioInDescription(description: string, document: ParsedDocument, { handle }: Account): Picked<string> {
  const line = description.trim().slice(0, 2000);
  if (/^GitHub is where |^Contribute to /.test(line)) return undefined;
  const title = plainLine(document.$('meta[property="og:title"]').attr('content') ?? '');
  const names = [handle, nameIn(document) ?? handle, title || handle].map((name) => name.toLowerCase());
  const whole = line.toLowerCase();
  const ended = names.find((name) => whole.endsWith(` - ${name}`));
  if (ended !== undefined) return line.slice(0, -ended.length - 3).trim() || undefined;
  const starts = names.map((name) => whole.lastIndexOf(`${name} has `));
  const counted = starts.find((start) => start >= 0 && COUNTED.test(line.slice(start)));
  return counted === undefined ? undefined : line.slice(0, counted).trim().replace(/\.$/, '') || undefined;
}

/** The website is a property of its own; other links stand under `social`. */
export function websitesIn({ $ }: ParsedDocument): Picked<readonly string[]> {
  const links = $(`${DETAILS} [itemprop="url"] a[href]`).add($(ORGANISATION).find('a[itemprop="url"][href]'));
  const href = links.first().attr('href')?.trim();
  if (href) return [href];
  return $(`${DETAILS}, .orghead`).length > 0 ? null : undefined;
}

/** Guests see an organisation's address, and of a person none: nothing shown is not an empty field. */
export function emailsIn({ $ }: ParsedDocument): readonly string[] | undefined {
  const links = $(ORGANISATION)
    .find('a[itemprop="email"]')
    .add($(`${DETAILS} [itemprop="email"] a`));
  const href = links.filter('[href^="mailto:" i]').first().attr('href') ?? '';
  const address = href.slice(7).split('?')[0]?.trim() ?? '';
  return /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(address) ? [address] : undefined;
}

export function followersInPage({ $ }: ParsedDocument, { handle }: Account): number | undefined {
  const links = $('a[href$="tab=followers"], a[href$="/followers"]').toArray().slice(0, 20);
  for (const link of links) {
    const href = ($(link).attr('href') ?? '').toLowerCase();
    if (!href.includes(`/${handle.toLowerCase()}`)) continue;
    const count = followersIn(plainLine($(link).text())) ?? parseCount($(link).find('.text-bold, .Counter').text());
    if (count !== null) return count;
  }
  return undefined;
}

/** `organization:12345`, or the id beside the handle. */
export function pinIn({ $ }: ParsedDocument, { handle }: Account): string | undefined {
  const tag = $('meta[name="hovercard-subject-tag"]').attr('content') ?? '';
  const [, inTag] = /^(?:organization|user):(\d{1,15})$/.exec(tag) ?? [];
  if (inTag !== undefined) return inTag;
  const login = $('meta[name="octolytics-dimension-user_login"]').attr('content') ?? '';
  const id = $('meta[name="octolytics-dimension-user_id"]').attr('content') ?? '';
  return sameHandle(login, handle) && /^\d{1,15}$/.test(id) ? id : undefined;
}

/** Repositories in the page, those copied from others aside: what is newest there is only a part of what happens. */
export function lastActivityInPage({ $ }: ParsedDocument): Activity | undefined {
  const items = $('.org-repos li, #org-repositories li, #user-repositories-list li, [itemtype$="/Code"]').toArray();
  const dates = items.slice(0, 100).flatMap((item) => {
    if (/forked from/i.test($(item).text().slice(0, 2000))) return [];
    const time = $(item).find('relative-time[datetime], time[datetime]').first().attr('datetime');
    return time === undefined ? [] : [isoInterval(time)];
  });
  return atLeast(newest(dates));
}

/** The newest push to a public repository of its own. Talk, reviews and what is private are not among them. */
export function newestPush(answer: unknown, _: ParsedDocument, { handle }: Account): Activity | undefined {
  const own = listOf(answer).filter(
    (one) => isObject(one) && one.fork === false && sameHandle(String(at(one, 'owner', 'login')), handle),
  );
  const pushes = own.map((one) => at(one, 'pushed_at')).filter(isText);
  return atLeast(newest(pushes.map((time) => isoInterval(time))));
}
