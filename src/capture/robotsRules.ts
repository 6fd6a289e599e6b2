/** What a robots.txt says to us, as RFC 9309 reads it. Pure; whatever else stands in the file says nothing. */

interface Rule {
  readonly isAllowed: boolean;
  /** In the one spelling of percent-encoding that paths are compared in. */
  readonly pattern: string;
}

export interface RobotsRules {
  allows(url: URL): boolean;
}

/** What a crawler has to read of the file at least; all that comes after is not looked at. */
const MAX_LENGTH = 500 * 1024;

/** Of several groups for one name all rules count; those for everybody only where none is for us. */
export function parseRobots(text: string, agent: string): RobotsRules {
  const own: Rule[] = [];
  const common: Rule[] = [];
  let isNamed = false;
  let heads: string[] = [];
  let isHead = false;
  for (const { key, value } of linesOf(text)) {
    if (key === 'user-agent') {
      if (!isHead) heads = [];
      isHead = true;
      const name = nameOf(value);
      heads.push(name);
      isNamed ||= name === agent.toLowerCase();
    }
    if (key !== 'allow' && key !== 'disallow') continue;
    isHead = false;
    if (!/^[/*]/.test(value)) continue;
    const rule = { isAllowed: key === 'allow', pattern: patternOf(value) };
    if (heads.includes(agent.toLowerCase())) own.push(rule);
    if (heads.includes('*')) common.push(rule);
  }
  const rules = isNamed ? own : common;
  return { allows: (url) => decide(rules, pathOf(url)) };
}

/** The longest pattern that fits decides; of two of one length the one that allows. */
function decide(rules: readonly Rule[], path: string): boolean {
  let length = -1;
  let isAllowed = true;
  for (const rule of rules) {
    if (rule.pattern.length < length || (rule.pattern.length === length && isAllowed)) continue;
    if (!fits(rule.pattern, path)) continue;
    length = rule.pattern.length;
    isAllowed = rule.isAllowed;
  }
  return isAllowed;
}

/** `*` stands for anything, `$` at the end for the end. Goes through the path once, whatever the pattern. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = isWhole ? parts.pop() : undefined;
  if (isWhole && last === undefined) return path === first;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return last === undefined || (path.length - last.length >= at && path.endsWith(last));
}

function* linesOf(text: string): Generator<{ readonly key: string; readonly value: string }> {
  const isCut = text.length > MAX_LENGTH;
  const lines = text
    .slice(0, MAX_LENGTH)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
  // A rule of which the end was cut off would forbid more than it says.
  for (const line of isCut ? lines.slice(0, -1) : lines) {
    const [said = ''] = line.split('#', 1);
    const colon = said.indexOf(':');
    if (colon > 0) yield { key: said.slice(0, colon).trim().toLowerCase(), value: said.slice(colon + 1).trim() };
  }
}

/** Only the name counts, and no version behind it. */
const nameOf = (value: string): string => (value === '*' ? '*' : (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase());

/** In an address these two are letters like any other. */
const pathOf = ({ pathname, search }: URL): string =>
  encoded(`${pathname}${search}`).replaceAll('*', '%2A').replaceAll('$', '%24');

const patternOf = (value: string): string => {
  const text = encoded(value).replace(/\*{2,}/g, '*');
  const end = text.endsWith('$') ? '$' : '';
  return text.slice(0, text.length - end.length).replaceAll('$', '%24') + end;
};

/** Each octet in one spelling: what needs no percent sign has none, and all others in capitals. */
const encoded = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent)
    .replace(/%[0-9a-f]{2}/gi, (code) => {
      const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(letter) ? letter : code.toUpperCase();
    });
