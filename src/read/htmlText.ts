/** HTML that people wrote in a field of an API (a bio, a note) → the text that a visitor reads. Pure; never throws. */

import { type CheerioAPI, load } from 'cheerio';
import { safePrefix } from './markup.ts';

/** Fields are short; what is longer than this is no bio. */
const MAX_LENGTH = 100_000;

/** Line breaks where blocks end; links as the text that stands in them; pictured emoji as their `alt`. */
export function htmlText(html: string): string {
  const $ = fragment(html);
  $('script, style, template').remove();
  for (const image of $('img').toArray()) $(image).replaceWith(textNode($(image).attr('alt') ?? ''));
  return withBreaks($)
    .replace(/[ \t\r\n\f\u00A0]+/g, ' ')
    .replace(/ ?\u2029 ?/g, '\u2029')
    .replace(/ ?\u2028 ?/g, '\n')
    .replace(/\n?\u2029[\u2029\n]*/g, '\n\n')
    .trim()
    .normalize('NFC');
}

/** The http(s), mailto and tel addresses that the HTML links to, in order, each once. */
export function htmlLinks(html: string): readonly string[] {
  const $ = fragment(html);
  const addresses = $('a[href]')
    .toArray()
    .map((anchor) => ($(anchor).attr('href') ?? '').trim())
    .filter((href) => /^(?:https?|mailto|tel):/i.test(href));
  return [...new Set(addresses)];
}

/** U+2028 for a line's end and U+2029 for a paragraph's: line breaks of the source itself are only spaces. */
function withBreaks($: CheerioAPI): string {
  $('br').replaceWith('\u2028');
  $('li, div, dt, dd, tr').append('\u2028');
  $('p, ul, ol, blockquote, pre, h1, h2, h3, h4, h5, h6').prepend('\u2029').append('\u2029');
  return $('body').text();
}

const fragment = (html: string): CheerioAPI => {
  try {
    return load(safePrefix(html.slice(0, MAX_LENGTH).replace(/[\u2028\u2029]/g, ' ')));
  } catch {
    return load('');
  }
};

const textNode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
