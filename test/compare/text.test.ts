import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText, normaliseText, similarity, type TextRelation } from '../../src/compare/text.ts';
import { hostile } from '../support/hostileText.ts';

const BIO =
  'Stichting Voorbeeld helpt jongeren in Utrecht aan een stage, een baan of een opleiding. Al 25 jaar, gratis en dichtbij.';

const CASES: readonly (readonly [
  note: string,
  expected: string,
  found: string,
  relation: TextRelation,
  truncated?: true,
])[] = [
  ['itself', BIO, BIO, 'same'],
  ['spaces around', BIO, `  ${BIO}\n`, 'same'],
  ['a line break for a space', BIO, BIO.replace('. Al', '.\nAl'), 'same'],
  ['non-breaking spaces', BIO, BIO.replaceAll(' ', '\u00A0'), 'same'],
  ['a soft hyphen', BIO, BIO.replace('opleiding', 'oplei\u00ADding'), 'same'],
  ['zero-width spaces', BIO, BIO.replace('Utrecht', '\u200BUtrecht\u200B'), 'same'],
  ['direction marks', BIO, `\u2068${BIO}\u2069`, 'same'],
  ['decomposed letters', 'Coöperatie Één', 'Coo\u0308peratie E\u0301e\u0301n', 'same'],
  ['curly quotes', 'Wij zeggen: "doe mee", zo\'n dag', 'Wij zeggen: “doe mee”, zo’n dag', 'same'],
  ['low quotes', 'Dit is "samen"', 'Dit is „samen”', 'same'],
  ['dashes', 'Samen - altijd', 'Samen – altijd', 'same'],
  ['three dots', 'En verder...', 'En verder…', 'same'],
  ['emoji variants', 'Bel ☎ ons ❤', 'Bel ☎️ ons ❤️', 'same'],
  ['line breaks that were left out', 'Doe mee.\nWord lid.\nBel ons.', 'Doe mee.Word lid.Bel ons.', 'same'],
  ['Windows line breaks', 'Doe mee.\r\nWord lid.', 'Doe mee.\nWord lid.', 'same'],
  ['an address without its scheme', 'Meer op https://www.voorbeeld.nl/', 'Meer op voorbeeld.nl', 'same'],
  ['an address with its path cut', 'Lees https://voorbeeld.nl/over-ons nu', 'Lees voorbeeld.nl/over-… nu', 'same'],
  ['an address behind t.co', 'Lees https://voorbeeld.nl/over-ons nu', 'Lees https://t.co/AbC12xYz nu', 'nearly'],

  ['a comma less', 'Gratis, dichtbij en snel', 'Gratis dichtbij en snel', 'nearly'],
  ['a full stop more', BIO, `${BIO}.`, 'nearly'],
  ['an exclamation mark', 'Doe mee.', 'Doe mee!', 'nearly'],
  ['all capitals', 'Doe mee met ons', 'DOE MEE MET ONS', 'nearly'],
  ['a capital', 'Samen sterk', 'samen sterk', 'nearly'],
  ['diacritics lost', 'Coöperatie voor één', 'Cooperatie voor een', 'nearly'],
  ['an emoji more', 'Doe mee', 'Doe mee 🎉', 'nearly'],
  ['another emoji', 'Bel ons 📞', 'Bel ons ☎️', 'nearly'],
  ['& for en', 'Kunst en cultuur', 'Kunst & cultuur', 'nearly'],
  ['a hyphen less', 'Stuur een e-mail', 'Stuur een email', 'nearly'],
  ['a space lost', 'Doe mee. Word lid', 'Doe mee.Word lid', 'nearly'],
  ['bold letters of mathematics', 'Doe mee', '𝗗𝗼𝗲 𝗺𝗲𝗲', 'nearly'],
  ['a hashtag', 'Voor jongeren', 'Voor #jongeren', 'nearly'],

  ['a figure', BIO, BIO.replace('25', '20'), 'different'],
  ['a decimal', 'Groei van 1,5 procent', 'Groei van 15 procent', 'different'],
  ['hours', 'Open 9.00 tot 17.00', 'Open 9.00 tot 18.00', 'different'],
  ['euro lost', 'Voor € 10', 'Voor 10', 'different'],
  ['per cent lost', 'Wij geven 100%', 'Wij geven 100', 'different'],
  ['a word more', 'Wij helpen jongeren', 'Wij helpen alle jongeren', 'different'],
  ['not', 'Wij zijn gratis', 'Wij zijn niet gratis', 'different'],
  ['another city', BIO, BIO.replace('Utrecht', 'Zeist'), 'different'],
  ['a typing error', 'Wij helpen jongeren', 'Wij helpen jongern', 'different'],
  ['the former name', BIO, BIO.replace('Voorbeeld', 'Oud'), 'different'],
  ['words after it', BIO, `${BIO} Volg ons ook op Instagram`, 'different'],
  ['its first sentence, not marked as cut', BIO, BIO.split('.')[0] ?? '', 'different'],
  ['words in another order', 'baan of stage', 'stage of baan', 'different'],
  ['another text', BIO, 'Welkom op onze pagina', 'different'],
  ['other emoji only', '🎉', '🔥', 'different'],

  ['cut with an ellipsis', BIO, `${BIO.slice(0, 60)}…`, 'prefix'],
  ['cut with dots', BIO, `${BIO.slice(0, 60)}...`, 'prefix'],
  ['cut within a word', BIO, `${BIO.slice(0, 63)}…`, 'prefix'],
  ['cut with a space before the dots', BIO, `${BIO.slice(0, 62).trim()} ...`, 'prefix'],
  ['cut, then more', BIO, `${BIO.slice(0, 60)}… more`, 'prefix'],
  ['cut, in brackets', BIO, `${BIO.slice(0, 60)} […]`, 'prefix'],
  ['cut, then See more', BIO, `${BIO.slice(0, 60)}... See more`, 'prefix'],
  ['cut, then meer', BIO, `${BIO.slice(0, 60)}… meer`, 'prefix'],
  ['cut, then Meer weergeven', BIO, `${BIO.slice(0, 60)}... Meer weergeven`, 'prefix'],
  ['cut, as the reader says', BIO, BIO.slice(0, 60), 'prefix', true],
  ['cut within a character', 'Wij vieren feest 🎉 samen', 'Wij vieren feest \uD83C', 'prefix', true],
  ['cut within an address', 'Lees meer op https://voorbeeld.nl', 'Lees meer op https:/…', 'prefix'],
  ['nothing but an ellipsis', BIO, '…', 'prefix'],
  ['cut with a comma less', BIO, `${BIO.slice(0, 90).replace(',', '')}…`, 'nearly'],
  ['cut, in capitals', BIO, `${BIO.slice(0, 60).toUpperCase()}…`, 'nearly'],
  ['cut, another text', BIO, 'Stichting Oud helpt jongeren in Utrecht…', 'different'],
  ['said to be cut but whole', BIO, BIO, 'same', true],
  ['whole, with an ellipsis after it', BIO, `${BIO}…`, 'same'],
  ['an expected ellipsis', 'Doe mee…', 'Doe mee...', 'same'],
  ['cut but longer', 'Doe mee', 'Doe mee met ons allemaal…', 'different'],
];

describe('compareText', () => {
  test.each(CASES.map(([note, a, b, relation, cut]) => [note, a, b, relation, cut === true] as const))(
    '%s',
    (_, expected, found, relation, truncated) => {
      expect(compareText(expected, found, { truncated }).relation).toBe(relation);
    },
  );

  test('counts what is shown in characters', () => {
    expect(compareText('Feest 🎉 voor iedereen', 'Feest 🎉…')).toMatchObject({ shown: 7, of: 21, cut: true });
  });

  test('a text is the same as itself, whatever it is', () => {
    fc.assert(fc.property(hostile, (text) => compareText(text, text).relation === 'same'));
  });

  test('without cuts and links it does not matter which side is which', () => {
    const plain = fc.array(fc.constantFrom('Doe', 'doe', 'mee', 'één', 'een', '25', ',', '🎉', '&', 'en', '-'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        const [left, right] = [a.join(' '), b.join(' ')];
        expect(compareText(left, right).relation).toBe(compareText(right, left).relation);
        expect(similarity(left, right)).toBe(similarity(right, left));
      }),
    );
  });

  test('another figure is another text, however it is set', () => {
    const figure = fc.integer({ min: 1, max: 99_999 });
    const set = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => `“${text}” 🌱`,
      (text: string) => `<p>${text.replaceAll(' ', '&nbsp;')}</p>`,
      (text: string) => `1.234 volgers op LinkedIn. ${text}`,
    );
    const said = (number: number) => `Wij helpen ${number} mensen in de buurt.`;
    fc.assert(
      fc.property(figure, figure, set, (a, b, put) => {
        const isSame = compareText(said(a), put(said(b))).relation !== 'different';
        return isSame === (a === b);
      }),
    );
  });

  test('normalising twice changes nothing, and comparing the normal form says the same', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
        expect(compareText(text, normaliseText(text)).relation).toBe('same');
      }),
    );
  });

  test('every start of a text is a prefix of it when it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: BIO.length - 1 }), (length) => {
        expect(compareText(BIO, `${BIO.slice(0, length)}…`).relation).toBe('prefix');
      }),
    );
  });

  test.each([' ', 'a', '…', '.', '\uFFFD', '\uD83D', '\u200B', '\n', "'", 'https://', '1,'])(
    'a million times %j',
    (part) => {
      const long = part.repeat(1_000_000 / part.length);
      expect(compareText(long, `${long}x`).relation).not.toBe('same');
      expect(compareText(BIO, long, { truncated: true }).relation).toBeTypeOf('string');
      expect(compareText(long, BIO).relation).toBeTypeOf('string');
    },
  );
});

describe('similarity', () => {
  test.each([
    ['a b c d', 'a b c d', 1],
    ['a b c d', 'a b x y', 0.5],
    ['a b', 'c d', 0],
    ['', '', 1],
    ['a', '', 0],
    ['a a', 'a', 0.667],
  ])('%j and %j', (a, b, share) => {
    expect(similarity(a, b)).toBe(share);
  });
});
