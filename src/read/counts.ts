/** Counts as pages write them, in many languages, into whole numbers. What is ambiguous is null, never a guess. */

const DIGITS: readonly string[] = ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९', '０１２３４５６７８９'];

/** `B` is missing on purpose: a thousand in Turkish, a billion in English. */
const SCALES: Readonly<Record<string, number>> = {
  ...scale(
    1e3,
    'k',
    'K',
    'mil',
    'mila',
    'mille',
    'tys',
    'tis',
    'Tsd',
    'tsd',
    'tn',
    't',
    'tusen',
    'tusind',
    'duizend',
    'dzd',
  ),
  ...scale(1e3, 'thousand', 'Tausend', 'тыс', 'тис', 'rb', 'ribu', '千', '천', 'mii', 'e'),
  ...scale(1e3, 'ألف', 'آلاف', 'אלף', 'हज़ार', 'พัน', 'χιλ', 'хил', 'nghìn', 'هزار'),
  ...scale(1e4, 'หมื่น'),
  ...scale(1e5, 'लाख', 'lakh', 'แสน'),
  ...scale(1e6, 'milhão', 'milhões', 'millón', 'milione', 'Million', 'milj', 'milioane', 'Mn', 'triệu', 'Tr', 'εκ'),
  ...scale(1e6, 'مليون', 'ملايين', 'میلیون', 'מיליון', 'ล้าน', 'миллион', 'миллиона', 'миллионов'),
  ...scale(1e7, 'करोड़', 'crore'),
  ...scale(1e4, '万', '萬', '만'),
  ...scale(
    1e6,
    'M',
    'm',
    'mln',
    'Mln',
    'mil.',
    'miljoen',
    'Mio',
    'mio',
    'mi',
    'mn',
    'million',
    'millions',
    'Millionen',
  ),
  ...scale(1e6, 'millones', 'milioni', 'млн', 'jt', 'juta'),
  ...scale(1e8, '億', '亿', '억'),
  ...scale(1e9, 'mld', 'mrd', 'Mrd', 'mjd', 'miljard'),
};

function scale(factor: number, ...words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(words.map((word) => [word, factor]));
}

/** A number, its groups and decimals, and the word that comes right after it. */
const NUMBER = /(\d{1,15}(?:[.,'’\u00A0\u202F\u2009 ]\d{1,3}){0,5})(?:[\s\u00A0\u202F]?(\p{L}[\p{L}\p{M}]{0,9}))?/gu;

const FOLLOWERS =
  'follower|volger|abonn|seguidor|seguaci|seguace|obserwując|följare|følger|fylgj|seuraaja|sleduj|urmăritor|követő|takipçi|подписчик|отслеживающ|фолловер|підписник|відстежувач|フォロワー|팔로워|关注者|關注者|粉丝|粉絲|متابع|pengikut|ผู้ติดตาม|người theo dõi|ακόλουθ|עוקב|फ़ॉलोअर|jälgija|sekėj|sekotāj|последовател|пратилац|pratitelj|sledovat|sledilc';
/** What a channel of videos calls them. */
const SUBSCRIBERS =
  'subscri|suscri|inscrit|iscritt|subskry|подпис|підпис|prenumer|tilaaj|odběratel|odberate|feliratkoz|abone|абон|εγγεγραμμ|συνδρομητ|登録|구독자|订阅|訂閱|مشترک|مشترك|מנוי|सब्सक्राइबर|người đăng ký|ผู้ติดตาม|pelanggan|pretplat|naročnik|претплат';
const IS_FOLLOWERS = new RegExp(`^(?:${FOLLOWERS}|${SUBSCRIBERS})`, 'iu');
const LINKING = /^(?:de|di|d’|d'|位|人の|名|個|người(?! đăng)|orang)[\s\u00A0]*/iu;
const AFTER_FOLLOWERS = new RegExp(`(?:${FOLLOWERS}|${SUBSCRIBERS})\\p{L}{0,8}[\\s\\u00A0:：]{0,3}$`, 'iu');

/** The one count that a text is, or begins with: `1,234 followers`, `69,2K`, `1,2 mln. volgers`. */
export function parseCount(text: string): number | null {
  const [first] = numbersIn(text);
  return first ? first.value : null;
}

/** The count that a text gives as followers, wherever it stands in it: `Utrecht · 1.234 volgers`. */
export function followersIn(text: string): number | null {
  const clean = normalised(text);
  for (const { value, start, end, word } of numbersIn(text)) {
    const rest = clean.slice(end, end + 40).replace(/^[\s\u00A0.]+/, '');
    const named = IS_FOLLOWERS.test(rest) || IS_FOLLOWERS.test(rest.replace(LINKING, ''));
    if (named || (!word && AFTER_FOLLOWERS.test(clean.slice(Math.max(0, start - 30), start)))) return value;
  }
  return null;
}

interface Found {
  readonly value: number | null;
  readonly start: number;
  /** After the number and its scale, where there is one. */
  readonly end: number;
  /** A word other than a counting one comes right after it. */
  readonly word: boolean;
}

function numbersIn(text: string): readonly Found[] {
  const clean = normalised(text);
  return [...clean.matchAll(NUMBER)].slice(0, 20).map((match) => {
    const [whole, written = '', word = ''] = match;
    const scale = scaleIn(word, clean[match.index + whole.length]);
    const bare = match.index + written.length;
    const end = scale === '' ? bare : match.index + whole.length - word.length + scale.length;
    return {
      value: word === 'B' || word === 'b' ? null : numberFrom(written, SCALES[scale]),
      start: match.index,
      end,
      word: /^[\s\u00A0\u202F]?\p{L}/u.test(clean.slice(end, end + 2)) && !PEOPLE.test(clean.slice(end, end + 12)),
    };
  });
}

/** The word with which some languages count people: it belongs to the number. */
const PEOPLE = /^[\s\u00A0]?(?:[人명名位个個]|คน(?!\p{L}))/u;

/**
 * The scale that a word is, or begins with: those of CJK stand without a space before the next word (`1.2万人`). With a
 * full stop `mil` is a million (Czech), without one a thousand (Spanish).
 */
function scaleIn(word: string, next: string | undefined): string {
  if (word === 'mil' && next === '.') return 'mil.';
  if (Object.hasOwn(SCALES, word)) return word;
  return /^[万萬만億亿억千천]/u.test(word) ? word.slice(0, 1) : '';
}

function numberFrom(written: string, factor: number | undefined): number | null {
  const separators = written.replace(/\d/g, '');
  const groups = written.split(/\D/);
  if (separators === '') return checked(Number(written) * (factor ?? 1));
  const last = groups.at(-1) ?? '';
  const decimal = decimalOf(separators, last, factor);
  if (decimal === null) return null;
  const whole = decimal ? groups.slice(0, -1) : groups;
  if (!areGroups(whole)) return null;
  const value = Number(`${whole.join('')}${decimal ? `.${last}` : ''}`) * (factor ?? 1);
  return checked(value);
}

/** Whether the last separator marks decimals; null when it may be either. */
function decimalOf(separators: string, last: string, factor: number | undefined): boolean | null {
  const mark = separators.at(-1) ?? '';
  const canBeDecimal = mark === '.' || mark === ',';
  const isOnly = separators.length === 1;
  if (canBeDecimal && !isOnly && separators.indexOf(mark) === separators.length - 1)
    return factor === undefined ? null : true;
  if (last.length !== 3) return canBeDecimal && isOnly && factor !== undefined ? true : null;
  return factor !== undefined && canBeDecimal && isOnly ? null : false;
}

/** Groups of three, or of two with a last three (lakh and crore). */
function areGroups(groups: readonly string[]): boolean {
  const [first = '', ...rest] = groups;
  if (rest.length === 0) return true;
  if (first.length < 1 || first.length > 3) return false;
  const middle = rest.slice(0, -1);
  if (rest.at(-1)?.length !== 3) return false;
  return middle.every(({ length }) => length === 3) || (first.length < 3 && middle.every(({ length }) => length === 2));
}

const checked = (value: number): number | null => {
  const whole = Math.round(value);
  return Number.isSafeInteger(whole) ? whole : null;
};

function normalised(text: string): string {
  // The Arabic marks of thousands and of decimals.
  const plain = text.slice(0, 600).replaceAll('\u066C', ',').replaceAll('\u066B', '.');
  return plain.replace(/[٠-٩۰-۹०-९０-９]/g, (char) => {
    for (const digits of DIGITS) if (digits.includes(char)) return String(digits.indexOf(char));
    return char;
  });
}
