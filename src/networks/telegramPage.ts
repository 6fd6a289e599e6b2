/** What Telegram's pages say of a channel, group or person, and its list of posts. Pure; part of the adapter. */

import { isUrl } from '../model/isUrl.ts';
import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity, ImageReference } from '../model/observation.ts';
import { parseCount } from '../read/counts.ts';
import { atLeast, isoInterval, latest, newest } from '../read/dates.ts';
import { at, isText, parseJson } from '../read/json.ts';
import { absolute, type Picked, textOf } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';

const MAX_POSTS = 200;
const DESCRIPTION = '.tgme_channel_info_description, .tgme_page_description';

/** Of the page in the language that Telegram writes it in: English. */
const STANDS_FOR_NONE =
  /^(?:If you have Telegram, )?you can (?:contact|view and join|view|join|launch)\b.{0,300}\bright away\.?/isu;

/** The description; Telegram's own words in its place mean that there is none. */
export function bioIn({ $ }: ParsedDocument): Picked<string> {
  const element = $(DESCRIPTION).first();
  if (element.length > 0) return withoutOurs(textOf($, element));
  // Without one the element is left out: then the sentence for other sites has to say so too.
  const isShown = $('.tgme_channel_info, .tgme_page_title').length > 0;
  const sentence = isShown ? $('meta[property="og:description"]').attr('content') : undefined;
  return sentence === undefined ? undefined : withoutOurs(sentence.trim());
}

const withoutOurs = (text: string): string | null => (text === '' || STANDS_FOR_NONE.test(text) ? null : text);

/** Telegram has no field for a website: the addresses in the description, links or not, are what an account shows. */
export function websitesIn({ $, finalUrl }: ParsedDocument): readonly string[] | undefined {
  const element = $(DESCRIPTION).first();
  const links = element.find('a[href^="http"]').toArray().slice(0, 50);
  const linked = links.map((link) => absolute($(link).attr('href'), { finalUrl }));
  const written = [
    ...textOf($, element)
      .slice(0, 2000)
      .matchAll(/https?:\/\/[^\s<>"'()[\]]{3,300}/gi),
  ].map(([address]) => absolute(address.replace(/[.,;:!?…]{1,5}$/, ''), { finalUrl }));
  const own = [...linked, ...(links.length === 0 ? written : [])]
    .filter(isText)
    .filter((address) => !/(?:^|\.)(?:t|telegram)\.(?:me|org|dog)$/i.test(new URL(address).hostname));
  return own.length > 0 ? own : undefined;
}

/** The picture; a coloured circle with letters stands where there is none. */
export function logoIn(document: ParsedDocument): Picked<ImageReference> {
  const { $ } = document;
  const frame = $(
    '.tgme_channel_info .tgme_page_photo_image, .tgme_header .tgme_page_photo_image, .tgme_page_photo_image',
  ).first();
  if (frame.length === 0) return undefined;
  const url = absolute(frame.is('img') ? frame.attr('src') : frame.find('img').first().attr('src'), document);
  if (url !== undefined) return { url };
  return frame.is('[data-content]') ? null : undefined;
}

const COUNTED = /subscriber|member|подписчик|участник|abonn|lid|leden|suscriptor|iscritt|inscrit/iu;

/** `11.2M subscribers` over a list of posts, `11 250 456 subscribers` on a page. Users of a bot are no followers. */
export function followersIn({ $ }: ParsedDocument): number | undefined {
  for (const counter of $('.tgme_channel_info_counter').toArray().slice(0, 10)) {
    if (!COUNTED.test($(counter).find('.counter_type').text())) continue;
    return parseCount($(counter).find('.counter_value').text()) ?? undefined;
  }
  for (const extra of $('.tgme_page_extra').toArray().slice(0, 5)) {
    const [line = ''] = $(extra).text().trim().split(',', 1);
    if (/^\d/.test(line) && COUNTED.test(line)) return parseCount(line) ?? undefined;
  }
  return undefined;
}

/** The messages of the account itself; the page of one shows no others. */
const ownMessages = ({ $ }: ParsedDocument, { handle }: Account) =>
  $('.tgme_widget_message[data-post]')
    .toArray()
    .slice(-MAX_POSTS)
    .filter((message) => {
      const [name = '', id = ''] = ($(message).attr('data-post') ?? '').split('/');
      return sameHandle(name, handle) && /^\d/.test(id);
    });

/**
 * The newest post in the list at `/s/name`, which is chronological and ends with the newest. Posts passed on from others
 * and notices (`pinned a message`) are no posts of its own.
 */
export function lastActivityIn(document: ParsedDocument, account: Account): Activity | undefined {
  const { $ } = document;
  const own = ownMessages(document, account).filter(
    (message) =>
      !$(message).hasClass('service_message') && $(message).find('.tgme_widget_message_forwarded_from').length === 0,
  );
  const times = own.map((message) => {
    const written = $(message).find('.tgme_widget_message_date time[datetime], time[datetime]').last().attr('datetime');
    return isoInterval(written ?? '');
  });
  const isHead = [document.requestedUrl, document.finalUrl].every(isHeadOfList) && $('a[data-after]').length === 0;
  return (isHead ? latest : atLeast)(newest(times));
}

const isHeadOfList = (address: string): boolean => {
  const url = isUrl(address) ? new URL(address) : null;
  return (
    url !== null &&
    url.pathname.split('/').filter((part) => part !== '').length <= 2 &&
    !/[?&](?:before|after|q)=/.test(url.search)
  );
};

/** `data-peer="c1006503122_…"`, and the same number in the token that counts views. */
export function pinIn(document: ParsedDocument, account: Account): string | undefined {
  const { $ } = document;
  for (const message of ownMessages(document, account)) {
    const peer = /^c(\d{5,20})_/.exec($(message).attr('data-peer') ?? '')?.[1] ?? peerIn($(message).attr('data-view'));
    if (peer !== undefined) return peer;
  }
  return undefined;
}

function peerIn(token: string | undefined): string | undefined {
  if (token === undefined || !/^[A-Za-z0-9+/_-]{8,2000}={0,2}$/.test(token)) return undefined;
  const channel = at(parseJson(atob(token.replaceAll('-', '+').replaceAll('_', '/'))), 'c');
  return typeof channel === 'number' && Number.isSafeInteger(channel) ? String(Math.abs(channel)) : undefined;
}
