/** Both languages say everything, each in its own words, and nothing orders a deletion. */

import { describe, expect, test } from 'vitest';
import type { Facts, FindingCode } from '../../src/model/finding.ts';
import { catalogue, checkLabel, describeExitReason, describeFinding, fieldLabel } from '../../src/words/index.ts';
import type { Words } from '../../src/words/words.ts';

const nl = catalogue('nl');
const en = catalogue('en');

/** An argument for every code: a new code does not compile without one. */
const ARGS: { readonly [C in FindingCode]: Facts[C] } = {
  'presence.seen': { source: 'http' },
  'presence.closed-for-good': { network: 'Google' },
  'presence.gone': { sign: 'x', firstSeenGoneAt: '2026-11-23T02:00:00Z', confirmedAt: '2026-11-23T02:05:00Z' },
  'presence.suspended': { sign: 'x' },
  'presence.not-found-unconfirmed': { sign: 'x' },
  'presence.not-found-uncontrolled': { sign: 'x' },
  'presence.not-found-unmet': { sign: 'x' },
  'presence.blind': { source: 'http' },
  'presence.not-seen': { outcome: 'login-wall', because: 'x' },
  'network.closed': { network: 'Hyves', closedOn: '2013-12-02', successor: 'X', source: 'https://a.example' },
  'identity.same': { pin: '123' },
  'identity.taken-over': { registered: '123', seen: '456' },
  'identity.not-comparable': { registered: '123', seen: 'x-456' },
  'identity.contradictory': { registered: '123', seen: '456' },
  'identity.unmet': { registered: '123', seen: '456' },
  'identity.renamed': { from: 'oud', to: 'https://a.example/nieuw' },
  'identity.perhaps-renamed': { to: 'https://a.example/nieuw' },
  'identity.moved': { to: 'https://a.example/nieuw' },
  'field.not-seen': { field: 'phones', outcome: 'challenge', because: 'x' },
  'field.not-found': { field: 'bio' },
  'field.not-on-network': { field: 'address', network: 'X' },
  'field.empty': { field: 'emails' },
  'hand.ok': { field: 'phones', at: '2026-11-20', by: 'Noor' },
  'hand.deviating': { field: 'phones', at: '2026-11-20', by: 'Noor' },
  'hand.absent': { field: 'phones', at: '2026-11-20', by: 'Noor' },
  'hand.too-old': { field: 'phones', at: '2026-11-20', by: 'Noor' },
  'hand.other-expectation': { field: 'phones', at: '2026-11-20', by: 'Noor' },
  'hand.recent': { date: '2026-11-02', at: '2026-11-20', by: 'Noor' },
  'hand.dormant': { date: '2024-03-03', at: '2026-11-20', by: 'Noor', limit: '2026-05-20T00:00:00.000Z' },
  'check.crashed': { message: 'boom' },
  'logo.same': { file: 'a.svg' },
  'logo.variant-accepted': { file: 'a.svg' },
  'logo.variant': { reason: 'other-colour' },
  'logo.outdated': { file: 'old.png' },
  'logo.placeholder': {},
  'logo.different': {},
  'logo.undecided': { reason: 'too-small' },
  'logo.not-loaded': { reason: 'timeout' },
  'banner.same': { file: 'a.png' },
  'banner.different': {},
  'banner.undecided': { reason: 'too-small' },
  'banner.not-loaded': { reason: 'timeout' },
  'name.same': {},
  'name.alias': { alias: 'VB' },
  'name.same-as-far-as-shown': {},
  'name.former': { former: 'Oud' },
  'name.differs': {},
  'handle.same': {},
  'handle.not-comparable': {},
  'handle.differs': {},
  'bio.same': {},
  'bio.alternative': {},
  'bio.same-as-far-as-shown': { shown: 1, of: 1200 },
  'bio.cut-too-short': { shown: 1 },
  'bio.nearly-same': { similarity: 0.9 },
  'bio.former-name': { former: 'Oud' },
  'bio.forbidden-phrase': { phrase: 'Oud' },
  'bio.phrase-missing': { phrase: 'ANBI' },
  'bio.phrase-unseen': { phrase: 'ANBI' },
  'bio.phrases-right': {},
  'bio.phrases-right-as-far-as-shown': {},
  'bio.differs': { similarity: 0.1 },
  'bio.none-fits': { limit: 160 },
  'website.same': {},
  'website.same-as-far-as-shown': {},
  'website.short-link': { host: 'a.example' },
  'website.unreadable': {},
  'website.redirects-home': { to: 'a.example' },
  'website.redirects-away': { to: 'b.example' },
  'website.link-hub': { host: 'linktr.ee' },
  'website.link-hub-without-site': { host: 'linktr.ee' },
  'website.link-hub-unseen': { host: 'linktr.ee' },
  'website.dead-link': { url: 'https://a.example/oud', status: 404 },
  'website.certificate': { host: 'a.example', reason: 'expired' },
  'website.former': { former: 'https://oud.example' },
  'website.differs': {},
  'email.same': {},
  'email.former': { former: 'a@oud.example' },
  'email.differs': {},
  'email.unreadable': {},
  'phone.same': {},
  'phone.former': { former: '1' },
  'phone.differs': {},
  'phone.unreadable': {},
  'address.same': {},
  'address.same-as-far-as-shown': {},
  'address.differs': { parts: 'street, city' },
  'address.unreadable': {},
  'registration.same': { field: 'kvk, vat' },
  'registration.former': { field: 'kvk', former: '87654321' },
  'registration.differs': { field: 'vat' },
  'registration.several': { field: 'kvk' },
  'registration.unreadable': { field: 'kvk' },
  'uniform.same': { field: 'name, phones' },
  'uniform.odd-one-out': { field: 'phones', agreeing: 3, of: 4, profiles: 'a, b, c' },
  'uniform.not-compared': { field: 'phones' },
  'activity.recent': { from: '2026-11-19', to: '2026-11-20' },
  'activity.dormant': { from: '2024-03-03', to: '2024-03-03', limit: 'P6M' },
  'activity.perhaps-dormant': { to: '2024-03-03', limit: '2026-05-23T00:00:00Z' },
  'activity.undecided': { from: '2026-05-01', to: '2026-06-01', limit: '2026-05-23' },
  'activity.meant-to-be-silent': { intent: 'archive' },
  'activity.campaign-over': { until: '2026-10-31' },
  'activity.between-seasons': {
    from: '2026-07-03',
    to: '2026-07-03',
    seasonFrom: '2026-06-01T00:00:00.000Z',
    seasonTo: '2026-08-31',
  },
  'activity.never-posted': { created: null },
  'activity.new-account': { created: '2026-11-03T00:00:00.000Z', limit: '2026-05-23T02:00:00.000Z' },
  'activity.has-posted': {},
  'activity.nothing-shown': {},
  'activity.implausible-date': { from: '2099-01-01', to: '2099-01-01' },
};
const CODES = Object.keys(ARGS).filter((code): code is FindingCode => Object.hasOwn(ARGS, code));

/** Every text of a catalogue by its path; functions are called with plain arguments. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return texts(value(3, 2, 1), path);
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}/${key}`));
}

const sayings = (words: Words): [string, string][] => {
  const { finding: _, format: __, language: ___, page, exitReasons, ...rest } = words;
  const figures = { coverage: 0.2, minCoverage: 0.25 };
  const exits = Object.entries(exitReasons).map(([code, say]) => [code, say(figures)]);
  const { lede: ____, ...pageRest } = page;
  const counts = [0, 1, 2].flatMap((asking) =>
    [null, 0, 1].map((fresh) => page.lede({ profiles: 4, asking, fresh, unseen: asking, missing: asking })),
  );
  return [
    ...CODES.map((code): [string, string] => [`/finding/${code}`, describeFinding(words, { code, args: ARGS[code] })]),
    ...counts.map((text, index): [string, string] => [`/page/lede/${index}`, text]),
    ...texts({ ...rest, page: pageRest, exits: Object.fromEntries(exits) }),
  ];
};

/** The same word in both languages, and rightly so. */
const SHARED = ['Logo', 'Browser'];

describe('the catalogue', () => {
  test('has the same keys in both languages', () => {
    expect(sayings(nl).map(([path]) => path)).toEqual(sayings(en).map(([path]) => path));
    expect(Object.keys(nl.finding).sort()).toEqual([...CODES].sort());
  });

  test('no sentence of one language stands in the other', () => {
    const english = new Map(sayings(en));
    const same = sayings(nl).filter(([path, text]) => english.get(path) === text && !SHARED.includes(text));
    expect(same).toEqual([]);
  });

  test.each(['nl', 'en'] as const)('leaves no gap in %s', (language) => {
    const broken = sayings(catalogue(language)).filter(([, text]) => /undefined|\[object|NaN|null/.test(text));
    expect(broken).toEqual([]);
    const headless = sayings(catalogue(language)).filter(
      ([path, text]) => text.trim() === '' && !path.includes('lede'),
    );
    expect(headless).toEqual([]);
  });

  test('never orders a deletion', () => {
    const orders = sayings(nl).filter(([, text]) => /verwijder/i.test(text) && !/overweeg/i.test(text));
    expect(orders).toEqual([]);
    const english = sayings(en).filter(([, text]) => /\bdelet/i.test(text) && !/consider/i.test(text));
    expect(english).toEqual([]);
  });

  test('names the law only for public bodies, and says what comes before a deletion', () => {
    const steps = nl.verdicts.dormant.steps.join('\n');
    expect(steps).toMatch(/Bewaar eerst de inhoud[^\n]*overheden[^\n]*Archiefwet/);
    expect(steps).toMatch(/volgers/);
    expect(steps).toMatch(/beheerders/);
    expect(steps).toMatch(/website/);
    expect(steps).toMatch(/accountnaam[^\n]*opnieuw worden aangevraagd/);
    expect(steps.indexOf('Bewaar')).toBeLessThan(steps.indexOf('beheerders'));
  });
});

describe('sentences', () => {
  test.each([
    ['phone.former', 'Hier staat nog het oude telefoonnummer: 1.', 'This is still the former phone number: 1.'],
    ['field.empty', 'Het veld ‘E-mailadres’ is leeg.', 'The field ‘E-mail address’ is empty.'],
    [
      'field.not-seen',
      'We konden het telefoonnummer niet zien: het netwerk vroeg te bewijzen dat er een mens kijkt.',
      'We could not see the phone number: the network asked to prove that a person is looking.',
    ],
    ['logo.outdated', 'Dit is het oude logo (old.png).', 'This is the old logo (old.png).'],
    [
      'bio.cut-too-short',
      'Het netwerk laat maar 1 teken van de profieltekst zien. Dat is te weinig om te vergelijken.',
      'The network shows only 1 character of the profile text. That is too little to compare.',
    ],
    [
      'address.differs',
      'Het adres wijkt af: straat en huisnummer en plaats.',
      'The postal address differs: street and number and city.',
    ],
    [
      'activity.recent',
      'Het nieuwste bericht dat we zagen is van een dag tussen 19 november 2026 en 20 november 2026.',
      'The newest post that we saw is of a day between 19 November 2026 and 20 November 2026.',
    ],
    [
      'activity.dormant',
      'Het nieuwste bericht is van 3 maart 2024. De bron toont altijd het nieuwste bericht, dus daarna is niets meer geplaatst. De grens is 6 maanden.',
      'The newest post is of 3 March 2024. This source always shows the newest post, so nothing was posted after it. The limit is 6 months.',
    ],
  ] as const)('%s', (code, dutch, english) => {
    expect(describeFinding(nl, { code, args: ARGS[code] })).toBe(dutch);
    expect(describeFinding(en, { code, args: ARGS[code] })).toBe(english);
  });

  test.each([
    [{ profiles: 5, asking: 3, fresh: 1, unseen: 0, missing: 0 }, '3 profielen vragen iets van u; 1 daarvan is nieuw.'],
    [
      { profiles: 5, asking: 1, fresh: null, unseen: 1, missing: 1 },
      '1 profiel vraagt iets van u. 1 profiel kon we niet beoordelen. Op 1 belangrijk netwerk ontbreekt een profiel.',
    ],
    [{ profiles: 5, asking: 0, fresh: null, unseen: 0, missing: 0 }, 'Geen enkel profiel vraagt nu iets van u.'],
    [{ profiles: 0, asking: 0, fresh: null, unseen: 0, missing: 0 }, 'Er zijn geen profielen bekeken.'],
  ])('the first sentence: %o', (counts, sentence) => {
    expect(nl.page.lede(counts)).toBe(sentence);
  });

  test('names of later versions are shown as they stand', () => {
    expect(fieldLabel(nl, 'constructor')).toBe('constructor');
    expect(fieldLabel(nl, 'website')).toBe('Webadres');
    expect(checkLabel(nl, 'look.later')).toBe('look.later');
    expect(describeExitReason(nl, 'later', { coverage: 0, minCoverage: 0 })).toBe('later');
    expect(describeExitReason(nl, 'coverage', { coverage: 0.2, minCoverage: 0.25 })).toBe(
      'We zagen te weinig: 20% van de profielen. Afgesproken is ten minste 25%.',
    );
  });
});

describe('formats', () => {
  test('are those of readers in the Netherlands', () => {
    expect(nl.format.dateTime('2026-11-23T02:00:00Z')).toBe('23 november 2026 om 03:00');
    expect(en.format.dateTime('2026-07-01T22:30:00Z')).toBe('2 July 2026 at 00:30');
    expect(nl.format.number(12_345)).toBe('12.345');
    expect(nl.format.duration('P1Y6M')).toBe('1 jaar en 6 maanden');
    expect(en.format.duration('P2W')).toBe('2 weeks');
  });

  test('leave alone what is no date or duration', () => {
    expect(nl.format.date('gisteren')).toBe('gisteren');
    expect(nl.format.duration('zes maanden')).toBe('zes maanden');
    expect(nl.format.duration('P')).toBe('P');
  });
});
