/** KvK and VAT numbers in running text, each behind its label. Never a number that only looks like one. Pure. */

export interface Labelled {
  readonly kvk: readonly string[];
  readonly vat: readonly string[];
}

const KVK_LABEL =
  /(?<![\p{L}\p{N}])(?:k\.? ?v\.? ?k\.?|kamer van koophandel|handelsregister|chamber of commerce|trade register|coc(?= ?(?:no|nr|number|nummer|reg|[:.#\d])))/giu;
const VAT_LABEL = /(?<![\p{L}\p{N}])(?:b\.?t\.?w\b|vat\b|tva\b|u\.?st\b|umsatzsteuer|omzetbelasting)/giu;
/** Another number begins here. */
const OTHER_LABEL =
  /rsin|fiscaal|iban|\bbic\b|\btel|fax|\bbel\b|vestiging|postbus|p\.? ?o\.? ?box|\blei\b|anbi|\bsbi\b|@|k\.?v\.?k|handelsregister|b\.?t\.?w|\bvat\b/iu;
const DIGITS = /^([^\d]{0,60}?)(\d(?:[\d .-]{0,24}\d)?)/u;
const DUTCH_VAT = /(?<![\p{L}\p{N}])NL[ .:-]{0,3}(?:\d[ .-]{0,2}){9}B[ .-]{0,2}\d[ .-]?\d(?![\p{L}\p{N}])/giu;
/** Right behind a label: with a country's letters, or in the Dutch or the Belgian form without them. */
const BEHIND_LABEL =
  /^([^\d]{0,40}?)((?<![\p{L}\p{N}])(?:[A-Z]{2}|CHE)[ .:-]{0,3}[A-Z]{0,2} ?\d(?:[ .-]{0,2}[\dB]){5,13}[A-Z]{0,2}|(?:\d[ .-]{0,2}){9}B[ .-]{0,2}\d[ .-]?\d|\d{9}|\d{3,4}[ .]\d{3}[ .]\d{3})(?![\p{L}\p{N}])/u;
const WINDOW = 110;
const MAX_LABELS = 200;

/** `names`: what the organisation is called; without them nobody's name tells a number from the organisation's own. */
export function labelledNumbers(text: string, names: readonly string[] = []): Labelled {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[^\S\n]+/gu, ' ');
  const isOurs = (index: number) =>
    names.length === 0 || isOfOneOf(names, plain.slice(Math.max(0, index - WINDOW), index));
  const labels = (label: RegExp) => Array.from(plain.matchAll(label)).slice(0, MAX_LABELS);
  const after = ({ 0: label, index }: RegExpExecArray) =>
    plain.slice(index + label.length, index + label.length + WINDOW);
  const kvk = labels(KVK_LABEL).flatMap((label) => (isOurs(label.index) ? kvkIn(after(label)) : []));
  const whole = labels(DUTCH_VAT).flatMap(({ 0: number, index }) => (isOurs(index) ? [number] : []));
  const vat = labels(VAT_LABEL).flatMap((label) => (isOurs(label.index) ? vatIn(after(label)) : []));
  const bare = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  const isNew = (one: string) => !whole.some((known) => bare(known) === bare(one));
  return { kvk: unique(kvk), vat: unique([...whole, ...vat.filter(isNew)]) };
}

/** A number of about the right length; what has nine digits is kept, so that it can be called no KvK number. */
function kvkIn(after: string): readonly string[] {
  const [, gap = '', shown = ''] = DIGITS.exec(after) ?? [];
  const groups = shown.split(/[ .-]+/u);
  const digits = groups.join('');
  if (OTHER_LABEL.test(gap) || lines(gap) > 2 || isDate(shown)) return [];
  const [first = ''] = groups;
  if (digits.length !== first.length && first.length === 8) return [first];
  return digits.length >= 7 && digits.length <= 9 ? [shown] : [];
}

function vatIn(after: string): readonly string[] {
  const [, gap = '', shown] = BEHIND_LABEL.exec(after.replaceAll('\n', ' ')) ?? [];
  return shown === undefined || OTHER_LABEL.test(gap) || isDate(shown) ? [] : [shown.trim()];
}

const lines = (text: string): number => text.split('\n').length - 1;
const isDate = (text: string): boolean =>
  /^(?:\d\d[ .-]\d\d[ .-](?:19|20)\d\d|(?:19|20)\d\d[ .-]\d\d[ .-]\d\d)$/u.test(text);
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

const WORD = "[\\p{Lu}\\d][\\p{L}\\p{N}&'’.-]{0,40}";
const JOINED = `(?: (?:(?:van|voor|de|het|der|den|en|in|te|&) ){0,3}${WORD}){1,5}`;
const NAMED = new RegExp(
  `(?:[Ss]tichting|[Vv]ereniging|[Cc]oöperatie)(${JOINED})|(${WORD}(?: ${WORD}){0,4}),? (?:B\\.?V|N\\.?V|V\\.?O\\.?F|GmbH|Ltd|BVBA|vzw|LLC|Inc)(?!\\p{L})`,
  'gu',
);
/** Beside an organisation, and not it. */
const COMPANION = /vrienden van|steunstichting|personeelsvereniging/iu;

/** Whether the last organisation named in the text is this one, as far as its name tells; with none named it may be. */
function isOfOneOf(names: readonly string[], before: string): boolean {
  const told = before.replace(/\b(?:kvk|btw|rsin|vat|iban|anbi)\b/giu, '|');
  const last = Array.from(told.matchAll(NAMED)).at(-1);
  if (!last) return true;
  const core = letters(last[1] ?? last[2] ?? '');
  if (core === '' || COMPANION.test(last[0])) return core === '';
  return names
    .map(letters)
    .some((name) => name !== '' && (name.includes(core) || (name.length >= 4 && core.includes(withoutForm(name)))));
}

const withoutForm = (name: string): string =>
  name.replace(/^(?:stichting|vereniging|coöperatie|cooperatie)/u, '') || name;

const letters = (text: string): string =>
  text
    .slice(0, 300)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
