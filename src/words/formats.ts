/** Dates, numbers, plurals and lists by `Intl`. Texts that are no date or duration come back as they are. */

const TIME_ZONE = 'Europe/Amsterdam';
const DURATION = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;
const UNITS = ['year', 'month', 'week', 'day'] as const;

export interface Forms {
  readonly one: string;
  readonly other: string;
}

export interface Formats {
  /** `23 november 2026` */
  readonly date: (iso: string) => string;
  /** `23 november 2026 om 03:00` */
  readonly dateTime: (iso: string) => string;
  /** To the second: `23 november 2026 om 03:00:41` */
  readonly moment: (iso: string) => string;
  /** One date, or the two between which it lies. */
  readonly period: (from: string, to: string) => string;
  /** `6 maanden` for `P6M`. */
  readonly duration: (iso: string) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** The number and the form that belongs to it. */
  readonly count: (value: number, forms: Forms) => string;
  /** The form alone. */
  readonly form: (value: number, forms: Forms) => string;
  readonly list: (items: readonly string[]) => string;
}

export function formats(locale: 'nl-NL' | 'en-GB', between: (from: string, to: string) => string): Formats {
  const day = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, dateStyle: 'long' });
  const minute = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, dateStyle: 'long', timeStyle: 'short' });
  const second = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, dateStyle: 'long', timeStyle: 'medium' });
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

  const by = (format: Intl.DateTimeFormat) => (iso: string) => {
    const time = new Date(iso);
    return Number.isNaN(time.getTime()) ? iso : plainSpaces(format.format(time));
  };
  const date = by(day);
  const form = (value: number, forms: Forms) => (plurals.select(value) === 'one' ? forms.one : forms.other);

  return {
    date,
    dateTime: by(minute),
    moment: by(second),
    period: (from, to) => (date(from) === date(to) ? date(from) : between(date(from), date(to))),
    duration: (iso) => duration(iso, locale, lists),
    number: (value) => numbers.format(value),
    percent: (share) => plainSpaces(percents.format(share)),
    count: (value, forms) => `${numbers.format(value)} ${form(value, forms)}`,
    form,
    list: (items) => lists.format(items),
  };
}

function duration(iso: string, locale: string, lists: Intl.ListFormat): string {
  const match = DURATION.exec(iso);
  const parts = UNITS.flatMap((unit, index) => {
    const amount = match?.[index + 1];
    if (amount === undefined) return [];
    return [new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(amount))];
  });
  return parts.length === 0 ? iso : plainSpaces(lists.format(parts));
}

/** Intl's spaces differ between versions; the report's bytes must not. */
const plainSpaces = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');
