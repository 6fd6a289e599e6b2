import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv, SEPARATORS } from '../../src/config/csv.ts';
import { parseLocations } from '../../src/config/locationsCsv.ts';
import { describeProblem } from '../../src/model/problem.ts';

const texts = (text: string, separator: (typeof SEPARATORS)[number] = ',') =>
  parseCsv(text, separator).rows.map((row) => row.map((cell) => cell.text));

describe('cells', () => {
  test.each<readonly [string, string, readonly (readonly string[])[]]>([
    ['one row', 'a,b', [['a', 'b']]],
    [
      'a last line that ends',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CR LF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      ',a,\n,,b',
      [
        ['', 'a', ''],
        ['', '', 'b'],
      ],
    ],
    ['rows of nothing', 'a\n\n,,\n  \nb', [['a'], ['b']]],
    ['white space around', ' a , b\u00a0', [['a', 'b']]],
    ['quotes', '"a,b","c\nd","e ""f"""', [['a,b', 'c\nd', 'e "f"']]],
    ['a quote after a space', 'a, "b,c" ,d', [['a', 'b,c', 'd']]],
    ['a quote inside', 'a "b" c,5"', [['a "b" c', '5"']]],
    ['an empty quoted cell', '"",a', [['', 'a']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(texts(text)).toEqual(rows);
  });

  test('each knows where it begins', () => {
    const { rows } = parseCsv('a, "b\nc",d\r\ne,f', ',');
    expect(rows.map((row) => row.map((cell) => cell.offset))).toEqual([
      [0, 3, 9],
      [12, 14],
    ]);
  });

  test('what is written by the rules is read back, whatever is in it', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', 'é') })
      .map((text) => text.trim());
    const row = fc.array(cell, { minLength: 1, maxLength: 4 }).filter((cells) => cells.some((each) => each !== ''));
    fc.assert(
      fc.property(
        fc.array(row),
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom('\n', '\r\n'),
        (rows, separator, end) => {
          const written = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator));
          expect(texts(written.join(end), separator)).toEqual(rows);
        },
      ),
    );
  });

  test('any text at all is read without an exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...SEPARATORS), (text, separator) => {
        expect(
          parseCsv(text, separator)
            .rows.flat()
            .every(({ offset }) => offset <= text.length),
        ).toBe(true);
      }),
    );
  });
});

const read = (text: string) => {
  const parsed = parseLocations(text, 'f.csv');
  return 'problems' in parsed ? parsed.problems.map(describeProblem) : parsed.value;
};
const utrecht = {
  id: 'utrecht',
  name: 'Voorbeeld Utrecht',
  contact: {
    phones: ['+31 30 123 45 67', '+31 30 123 45 68'],
    emails: ['utrecht@voorbeeld.nl'],
    website: 'https://voorbeeld.nl/utrecht',
    address: { street: 'Dam 1', postalCode: '3511 AA', city: 'Utrecht', region: 'Utrecht', country: 'NL' },
  },
};
const CELLS = [
  'utrecht',
  'Voorbeeld Utrecht',
  'Dam 1',
  '3511 AA',
  'Utrecht',
  'Utrecht',
  'NL',
  '"+31 30 123 45 67; +31 30 123 45 68"',
  'utrecht@voorbeeld.nl',
  'https://voorbeeld.nl/utrecht',
];
const ENGLISH = ['id', 'name', 'street', 'postalCode', 'city', 'region', 'country', 'phone', 'email', 'website'];
const DUTCH = ['ID', 'Naam', 'Straat', 'Postcode', 'Plaats', 'Provincie', 'Land', 'Telefoon', 'E-mail', 'Website'];

describe('locations', () => {
  test.each([',', ';', '\t'])('with %j between the cells, in both languages', (separator) => {
    for (const header of [ENGLISH, DUTCH]) {
      const text = `\uFEFF${header.join(separator)}\r\n${CELLS.join(separator)}\r\n`;
      expect(read(text)).toEqual({ locations: [utrecht] });
    }
  });

  test.each<readonly [string, string, unknown]>([
    ['empty cells are left out', 'id,naam,telefoon,plaats\na,,,\n', { locations: [{ id: 'a' }] }],
    ['columns in any order', 'plaats,id\nA,a', { locations: [{ id: 'a', contact: { address: { city: 'A' } } }] }],
    ['one column', 'id\na\nb', { locations: [{ id: 'a' }, { id: 'b' }] }],
    ['columns of one’s own', 'id,x-budget\na,3', { locations: [{ id: 'a' }] }],
    ['a header alone', 'id,naam', { locations: [] }],
    [
      'several of each',
      'id\temail\na\tx@y.nl; ;z@y.nl',
      { locations: [{ id: 'a', contact: { emails: ['x@y.nl', 'z@y.nl'] } }] },
    ],
    [
      'a name that is a key of every object',
      'id,naam\n__proto__,constructor',
      { locations: [{ id: '__proto__', name: 'constructor' }] },
    ],
  ])('%s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  const KNOWN = 'id, name, street, postalCode, city, region, country, phone, email, website, kvk, vat';
  test.each<readonly [string, string, readonly string[]]>([
    ['empty', ' \n', [`f.csv: the file is empty; expected a first row with the columns ${KNOWN}.`]],
    ['no id', 'naam\nA', ['f.csv:1:1: there is no column "id".']],
    ['a misspelt column', 'id,telefon\na,1', ['f.csv:1:4: unknown column "telefon". Did you mean "telefoon"?']],
    [
      'an unknown column',
      'id;openingstijden\na;b',
      [`f.csv:1:4: unknown column "openingstijden". Known: ${KNOWN}. Columns of your own begin with "x-".`],
    ],
    ['a column in both languages', 'id,naam,name\na,b,c', ['f.csv:1:9: the column "name" stands here twice.']],
    [
      'rows of another length',
      'id,naam\na\nb,B\n\nc,C,CC\n',
      [
        'f.csv:2:1: this row has 1 cell; the first row has 2 cells.',
        'f.csv:5:1: this row has 3 cells; the first row has 2 cells.',
      ],
    ],
    [
      'a quote that is not closed',
      'id,naam\na,"A\nb,B\n',
      ['f.csv:2:3: this cell begins with a quote that is never closed.'],
    ],
    ['text after a quote', 'id,naam\na,"A"x\n', ['f.csv:2:6: there is text after the closing quote of this cell.']],
    [
      '__proto__ as a column',
      'id,__proto__\na,b',
      [`f.csv:1:4: unknown column "__proto__". Known: ${KNOWN}. Columns of your own begin with "x-".`],
    ],
  ])('%s is told by line', (_, text, messages) => {
    expect(read(text)).toEqual(messages);
  });

  test('a path leads to the cell it was read from', () => {
    const parsed = parseLocations('id;naam;telefoon\nx;y;z\na;b;"1; 2"\n', 'f.csv');
    if ('problems' in parsed) throw new Error('It should have been read.');
    const at = (...path: (string | number)[]) => parsed.position(path);
    expect(at('locations', 1, 'id')).toEqual({ line: 3, column: 1 });
    expect(at('locations', 1, 'name')).toEqual({ line: 3, column: 3 });
    expect(at('locations', 1, 'contact', 'phones', 1)).toEqual({ line: 3, column: 5 });
    expect(at('locations', 0, 'contact', 'website')).toEqual({ line: 2, column: 1 });
    expect(at('locations')).toEqual({ line: 1, column: 1 });
    expect(at()).toEqual({ line: 1, column: 1 });
  });
});
