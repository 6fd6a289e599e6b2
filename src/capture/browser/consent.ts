/** Tells a page that asks for cookies no: once, by its own button that refuses, and never on the way to another site. */

import type { Page, Route } from 'playwright';
import { getDomain } from 'tldts';
import { isUrl } from '../../model/isUrl.ts';
import { REFUSALS, SUBJECT, VENDORS, YES } from './consentTable.ts';
import type { Eye } from './look.ts';

export interface Answered {
  /** The vendor's name, or the text of the button. */
  readonly refused: string;
  /** Whether an address is still of the site that asked, or of the one that was visited. */
  readonly isOurs: (url: string) => boolean;
}

/**
 * Runs where the page's scripts cannot reach, by getters of the prototypes, and clicks by the element itself: what
 * lies over it, or takes its place, is not what is clicked. The click counts as no gesture of a person.
 */
const REFUSE = `((vendors, refusals, yes, subject, domain) => {
  const get = (type, name, from) => Object.getOwnPropertyDescriptor(type.prototype, name).get.call(from);
  const attribute = (from, name) => Element.prototype.getAttribute.call(from, name);
  const closest = (from, what) => Element.prototype.closest.call(from, what);
  const first = (what) => Document.prototype.querySelector.call(document, what);
  const plain = (text) => String(text ?? '').normalize('NFC').replace(/\\s+/g, ' ').trim().replace(/[.!›»→\\s]+$/, '').toLowerCase();
  const textOf = (button) =>
    plain(button instanceof HTMLInputElement ? get(HTMLInputElement, 'value', button) : get(HTMLElement, 'innerText', button)) ||
    plain(attribute(button, 'aria-label'));
  const isHome = (address) => {
    if (address === null || address === '') return true;
    try {
      const { protocol, hostname } = new URL(address, get(Node, 'baseURI', document));
      return /^https?:$/.test(protocol) && (hostname === domain || hostname.endsWith('.' + domain));
    } catch {
      return false;
    }
  };
  const stays = (button) => {
    const anchor = closest(button, 'a[href], area[href]');
    if (anchor && !/^#/.test(attribute(anchor, 'href').trim())) return false;
    const isButton = button instanceof HTMLButtonElement || button instanceof HTMLInputElement;
    const form = isButton ? get(button instanceof HTMLButtonElement ? HTMLButtonElement : HTMLInputElement, 'form', button) : null;
    return !form || (isHome(attribute(form, 'action')) && isHome(attribute(button, 'formaction')) && attribute(form, 'target') === null);
  };
  const isShown = (button) => {
    const { width, height } = Element.prototype.getBoundingClientRect.call(button);
    const seen = Element.prototype.checkVisibility.call(button, { opacityProperty: true, visibilityProperty: true });
    return seen && width >= 8 && height >= 8 && attribute(button, 'disabled') === null && attribute(button, 'aria-hidden') !== 'true';
  };
  const isAsked = (button) => {
    if (/^consent\\./.test(location.hostname)) return true;
    let around = button;
    for (let level = 0; level < 10 && around && !(around instanceof HTMLBodyElement); level += 1) {
      const text = get(Node, 'textContent', around);
      if (text.length > 8000) return false;
      if (new RegExp(subject, 'i').test(text)) return true;
      around = get(Node, 'parentElement', around);
    }
    return false;
  };
  const click = (button, name) => {
    HTMLElement.prototype.click.call(button);
    return name;
  };
  const may = (button) => button instanceof HTMLElement && isShown(button) && stays(button);
  for (const { id, button: what, shadow } of vendors) {
    const host = shadow === undefined ? null : first(shadow);
    const root = host && get(Element, 'shadowRoot', host);
    if (shadow !== undefined && !root) continue;
    const button = root ? DocumentFragment.prototype.querySelector.call(root, what) : first(what);
    if (!button || !may(button)) continue;
    const text = textOf(button);
    if (refusals.includes(text) || !new RegExp(yes, 'i').test(text)) return click(button, id);
  }
  const all = Document.prototype.querySelectorAll.call(document, 'button, [role="button"], input[type="submit"], input[type="button"]');
  for (let at = 0; at < Math.min(all.length, 1000); at += 1) {
    const text = textOf(all[at]);
    if (text.length <= 60 && refusals.includes(text) && may(all[at]) && isAsked(all[at])) return click(all[at], text);
  }
  return null;
})`;

/** Null when the page asks nothing, or has no button that refuses. */
export async function refuseConsent(page: Page, eye: Eye, requested: string): Promise<Answered | null> {
  const site = siteOf(page.url());
  if (site === null) return null;
  const ours = [site, siteOf(requested)];
  const isOurs = (url: string) => ours.includes(siteOf(url));
  await keepOnSite(page, isOurs);
  const given = [VENDORS, REFUSALS, YES, SUBJECT, site].map((each) => JSON.stringify(each)).join(', ');
  const refused = await eye.run(`${REFUSE}(${given})`);
  return typeof refused === 'string' ? { refused, isOurs } : null;
}

/** From here on the page goes nowhere else: whatever the button did, it was not asked to leave. */
const keepOnSite = (page: Page, isOurs: (url: string) => boolean): Promise<unknown> =>
  page.route('**/*', async (route: Route) => {
    const request = route.request();
    const leaves = request.isNavigationRequest() && request.frame() === page.mainFrame() && !isOurs(request.url());
    await (leaves ? route.abort('aborted') : route.fallback()).catch(() => {});
  });

/** The domain that somebody registered; of an address without one the host itself. */
const siteOf = (url: string): string | null =>
  isUrl(url) ? (getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname) || null : null;
