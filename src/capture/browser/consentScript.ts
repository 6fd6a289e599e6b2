/** What is run in a page, or a frame of it, to tell its question about cookies no. It clicks one button, or none. */

/**
 * Runs where the page's scripts cannot reach, by getters of the prototypes, and clicks by the element itself: what
 * lies over it, or takes its place, is not what is clicked. The click counts as no gesture of a person.
 */
export const REFUSE = `((vendors, refusals, yes, subject, domain, isFrame) => {
  const get = (type, name, from) => Object.getOwnPropertyDescriptor(type.prototype, name).get.call(from);
  const attribute = (from, name) => Element.prototype.getAttribute.call(from, name);
  const closest = (from, what) => Element.prototype.closest.call(from, what);
  const inside = (root, what) => (root === document ? Document : DocumentFragment).prototype.querySelectorAll.call(root, what);
  const hostOf = (from) => {
    const root = Node.prototype.getRootNode.call(from);
    return root instanceof ShadowRoot ? get(ShadowRoot, 'host', root) : null;
  };
  const openRoots = () => {
    const roots = [document];
    for (let at = 0; at < roots.length; at += 1) {
      const all = inside(roots[at], '*');
      for (let each = 0; each < Math.min(all.length, 10000) && roots.length < 30; each += 1) {
        const root = get(Element, 'shadowRoot', all[each]);
        if (root) roots.push(root);
      }
    }
    return roots;
  };
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
    for (let at = button; at; at = hostOf(at)) {
      const anchor = closest(at, 'a[href], area[href]');
      if (anchor && !/^#/.test(attribute(anchor, 'href').trim())) return false;
    }
    const isButton = button instanceof HTMLButtonElement || button instanceof HTMLInputElement;
    const form = isButton ? get(button instanceof HTMLButtonElement ? HTMLButtonElement : HTMLInputElement, 'form', button) : null;
    return !form || (isHome(attribute(form, 'action')) && isHome(attribute(button, 'formaction')) && attribute(form, 'target') === null);
  };
  const isShown = (button) => {
    const { width, height } = Element.prototype.getBoundingClientRect.call(button);
    const seen = Element.prototype.checkVisibility.call(button, { opacityProperty: true, visibilityProperty: true });
    return seen && width >= 8 && height >= 8 && attribute(button, 'disabled') === null && attribute(button, 'aria-hidden') !== 'true';
  };
  const silent = (one) => one instanceof HTMLStyleElement || one instanceof HTMLScriptElement;
  const said = (around) => {
    if (around instanceof HTMLBodyElement) return get(HTMLElement, 'innerText', around);
    if (!(around instanceof ShadowRoot)) return get(Node, 'textContent', around);
    const parts = Array.from(get(DocumentFragment, 'children', around)).filter((one) => !silent(one));
    return parts.map((one) => get(Node, 'textContent', one)).join(' ');
  };
  const outOf = (around) =>
    around instanceof ShadowRoot ? get(ShadowRoot, 'host', around) : get(Node, 'parentNode', around);
  const isAsked = (button) => {
    if (/^consent\\./.test(location.hostname)) return true;
    let around = button;
    for (let level = 0; level < 12 && around && around !== document; level += 1) {
      if (around instanceof HTMLBodyElement && !isFrame) return false;
      const text = said(around);
      if (text.length > 8000) return false;
      if (new RegExp(subject, 'i').test(text)) return true;
      around = outOf(around);
    }
    return false;
  };
  const click = (button, name) => {
    HTMLElement.prototype.click.call(button);
    return name;
  };
  const may = (button) => button instanceof HTMLElement && isShown(button) && stays(button);
  if (isFrame && (innerWidth < 200 || innerHeight < 60)) return null;
  const roots = openRoots();
  for (const { id, button: what, shadow } of vendors) {
    const host = shadow === undefined ? null : inside(document, shadow)[0];
    const within = shadow === undefined ? roots : [host && get(Element, 'shadowRoot', host)].filter(Boolean);
    for (const root of within) {
      const button = inside(root, what)[0];
      if (!button || !may(button)) continue;
      const text = textOf(button);
      if (refusals.includes(text) || !new RegExp(yes, 'i').test(text)) return click(button, id);
    }
  }
  for (const root of roots) {
    const all = inside(root, 'button, [role="button"], input[type="submit"], input[type="button"]');
    for (let at = 0; at < Math.min(all.length, 1000); at += 1) {
      const text = textOf(all[at]);
      if (text.length <= 60 && refusals.includes(text) && may(all[at]) && isAsked(all[at])) return click(all[at], text);
    }
  }
  return null;
})`;
