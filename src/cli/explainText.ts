/** What `bijwerken explain` prints: the facts of an explanation as lines. Pure. */

import type { Language } from '../model/config.ts';
import type { ExplainedCheck, ExplainedField, Explanation } from '../plan/explain.ts';
import { explainWords } from '../words/explain.ts';
import type { ExplainWords } from '../words/explainWords.ts';
import { catalogue, checkLabel, type Words } from '../words/index.ts';
import { bioLines } from './explainBioText.ts';

interface Said {
  readonly words: Words;
  readonly own: ExplainWords;
  readonly of: Explanation;
}

/** A label, and what stands behind it: the first line beside it, the others below. */
type Row = readonly [label: string, ...lines: readonly string[]];

export function explanationText(of: Explanation, language: Language): string {
  const said: Said = { words: catalogue(language), own: explainWords(language), of };
  const { headings } = said.own;
  const fields = of.fields.map((field) => fieldRow(field, said));
  const checks = of.checks.map((check) => checkRow(check, said));
  const blocks = [
    head(said),
    section(headings.expected, fields),
    section(headings.phrases, phraseRows(said)),
    section(headings.past, pastRows(said)),
    section(headings.activity, activityRows(said)),
    section(headings.checks, checks),
    section(headings.waivers, waiverRows(said)),
  ];
  return visible(blocks.filter((block) => block !== '').join('\n\n'));
}

/** A text of the list may not steer the terminal, nor turn what stands behind it around. */
const visible = (text: string): string =>
  text.replace(
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const section = (heading: string, rows: readonly Row[]): string =>
  rows.length === 0 ? '' : [heading, ...table(rows)].join('\n');

function table(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows.flatMap(([label, ...lines]) =>
    lines
      .flatMap((line) => line.split(/\r?\n/))
      .map((line, index) => `  ${(index === 0 ? label : '').padEnd(width)}${line}`.trimEnd()),
  );
}

function head({ own, of }: Said): string {
  const { labels } = own;
  const { network, language } = of;
  const rows: Row[] = [
    [labels.account, of.handle],
    [labels.language, `${language.value} (${own.languageFrom[language.from]})`],
    ...optional(labels.location, of.location),
    ...optional(labels.owner, of.owner),
    ...optional(labels.sources, of.sources.join(', ')),
  ];
  const state = network.state === 'read' ? [] : ['', own.networkStates[network.state](network.name)];
  return [`${of.profile}: ${network.name}, ${of.url}`, ...table(rows), ...state].join('\n');
}

const optional = (label: string, value: string | null): Row[] => (value ? [[label, value]] : []);

function fieldRow(field: ExplainedField, said: Said): Row {
  const { words, own, of } = said;
  const isBio = field.field === 'bio';
  const check = of.checks.find(({ check: id }) => id === field.check);
  const state = stateOf(check, field, own);
  const [first = nothingIn(field, said), ...others] = field.expected;
  const origin = field.from === null ? [] : [own.from(originOf(field.from, said))];
  const rest = isBio ? bioLines(field, said) : [...rightToo(field, own), ...limitLines(field, said)];
  return [words.fields[field.field].label, first, ...others.map(own.or), ...origin, ...rest, ...state];
}

function stateOf(check: ExplainedCheck | undefined, { from }: ExplainedField, own: ExplainWords): string[] {
  if (!check) return from === null ? [] : [own.notYet];
  return check.state === 'asked' || check.state === 'left-open' ? [] : [own.states[check.state]];
}

/** The brand says nothing of it, or nothing of what it says fits. */
const nothingIn = ({ from, limit }: ExplainedField, { words, own }: Said): string =>
  from === null || limit === null ? own.nothing : own.noneFits(own.units[limit.unit](words.format.number(limit.max)));

const originOf = (from: NonNullable<ExplainedField['from']>, { own, of }: Said): string =>
  from === 'location' ? own.location(of.location ?? '') : own.layers[from];

const rightToo = ({ alternatives }: ExplainedField, own: ExplainWords): string[] =>
  alternatives.length > 0 ? [own.rightToo(alternatives.join('; '))] : [];

function limitLines({ limit, fits, expected }: ExplainedField, { words, own }: Said): string[] {
  const [first] = expected;
  if (limit === null || fits === null || first === undefined) return [];
  const length = words.format.number([...first].length);
  return [own.limit(own.units[limit.unit](words.format.number(limit.max)), length, fits)];
}

const phraseRows = ({ own, of }: Said): Row[] => [
  ...listRow(own.mustHold, of.bio.requiredPhrases),
  ...listRow(own.mayNotHold, of.bio.forbiddenPhrases),
];

const listRow = (label: string, values: readonly string[]): Row[] => (values.length > 0 ? [[label, ...values]] : []);

function pastRows({ words: { fields }, of }: Said): Row[] {
  const { names, phones, websites, emails, kvk, vat, logos } = of.remembered;
  return [
    ...listRow(fields.name.label, names),
    ...listRow(fields.websites.label, websites),
    ...listRow(fields.emails.label, emails),
    ...listRow(fields.phones.label, phones),
    ...listRow(fields.kvk.label, kvk),
    ...listRow(fields.vat.label, vat),
    ...listRow(fields.logo.label, logos),
  ];
}

function activityRows({ words, own: { labels, silenceFrom }, of }: Said): Row[] {
  const { intent, dormantAfter, from, until, activeMonths } = of.activity;
  const silence = intent === 'active' ? `${words.format.duration(dormantAfter)} (${silenceFrom[from]})` : null;
  return [
    [labels.intent, words.intents[intent]],
    ...optional(labels.silence, silence),
    ...optional(labels.until, until && words.format.date(until)),
    ...optional(labels.months, activeMonths.join(', ')),
  ];
}

function checkRow({ check, state, severity, severityFrom }: ExplainedCheck, { words, own }: Said): Row {
  const said = state === 'asked' ? own.asked(severity, severityFrom === 'settings') : own.states[state];
  return [check, `${checkLabel(words, check)} – ${said}`];
}

const waiverRows = ({ words, own, of }: Said): Row[] =>
  of.waivers.map(({ check, accepts, reason, owner, until, lapsed }) => [
    check,
    own.waiver(accepts, words.format.date(until), lapsed),
    own.because(reason, owner),
  ]);
