/** What a line, a proxy or a stranger can do to a page: seeded, so that a failure comes back. */

export type Random = () => number;
export type Damage = (body: string, random: Random) => string;

/** Mulberry32: the same damage in every run. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NESTED = 10_000;

const pick = (body: string, random: Random): number => Math.floor(random() * (body.length + 1));

const part = (body: string, random: Random): readonly [number, number] => {
  const [a, b] = [pick(body, random), pick(body, random)];
  return [Math.min(a, b), Math.max(a, b)];
};

const oneOf = <T>(things: readonly T[], random: Random): T | undefined => things[Math.floor(random() * things.length)];

const flip: Damage = (body, random) => {
  const bytes = Buffer.from(body);
  for (let count = 0; count < 40 && bytes.length > 0; count += 1) {
    const index = Math.floor(random() * bytes.length);
    bytes[index] = (bytes[index] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return bytes.toString('utf8');
};

const swap: Damage = (body, random) => {
  const bytes = Buffer.from(body);
  for (let count = 0; count < 20 && bytes.length > 1; count += 1) {
    const [a, b] = [Math.floor(random() * bytes.length), Math.floor(random() * bytes.length)];
    [bytes[a], bytes[b]] = [bytes[b] ?? 0, bytes[a] ?? 0];
  }
  return bytes.toString('utf8');
};

/** Every value of a key, some of the time: what an interface may send one day. */
const values =
  (share: number, make: (value: string, random: Random) => string | undefined): Damage =>
  (body, random) =>
    body.replace(
      /"([^"\\]{1,40})"(\s{0,3}:\s{0,3})("[^"\\]{0,200}"|-?\d{1,20}|true|false|null)/g,
      (whole, key, colon, value) =>
        random() < share ? `"${key}"${colon}${make(String(value), random) ?? value}` : whole,
    );

const TYPES = ['null', '[]', '{}', '1e999', '-1', 'true', '""', '[[]]', '[null]', '{"a":null}'];
const NUMBERS = [
  '1e308',
  '-1e308',
  '99999999999999999999',
  '0.1',
  '-0',
  '1e-400',
  '9007199254740993',
  '253402300800000',
];
const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length', 'toJSON'];
const ISLANDS = ['application/json', 'application/ld+json', 'text/javascript'];

const tagDoubled: Damage = (body, random) => {
  const tags = [...body.matchAll(/<[a-z][^<>]{0,300}>/gi)];
  const found = oneOf(tags, random);
  return found === undefined
    ? body + body
    : body.slice(0, found.index) + found[0].repeat(1 + Math.floor(random() * 300)) + body.slice(found.index);
};

const nestedJson = (random: Random, isClosed: boolean): string => {
  const [open = '[', close = ']'] =
    oneOf(
      [
        ['[', ']'],
        ['{"a":', '}'],
        ['[{"data":', '}]'],
        ['{"user":[', ']}'],
        ['{"@graph":[', ']}'],
      ],
      random,
    ) ?? [];
  return open.repeat(NESTED) + (isClosed ? `null${close.repeat(NESTED)}` : '');
};

const wrongEncoding: Damage = (body, random) => {
  const bytes = Buffer.from(body);
  const how = Math.floor(random() * 4);
  if (how === 0) return bytes.toString('latin1');
  if (how === 1) return Buffer.from(body, 'latin1').toString('utf8');
  return how === 2 ? bytes.toString('utf16le') : [...body.slice(0, 100_000)].join('\0');
};

export const DAMAGES: Readonly<Record<string, Damage>> = {
  'cut off': (body, random) => body.slice(0, pick(body, random)),
  'with its start cut off': (body, random) => body.slice(pick(body, random)),
  'with bits flipped': flip,
  'with bytes swapped': swap,
  'with a part doubled': (body, random) => {
    const [a, b] = part(body, random);
    return body.slice(0, b) + body.slice(a);
  },
  'with a part taken out': (body, random) => {
    const [a, b] = part(body, random);
    return body.slice(0, a) + body.slice(b);
  },
  'with tags repeated': tagDoubled,
  'with deep nesting put in': (body, random) => {
    const at = pick(body, random);
    const deep = oneOf(['<div>', '[', '{"a":', '<b>', '<table><tr><td>', '<svg><g>', '<template>'], random) ?? '';
    return body.slice(0, at) + deep.repeat(NESTED) + body.slice(at);
  },
  'with a value nested deep': (body, random) => {
    const deep = nestedJson(random, true);
    return values(0.05, () => deep)(body.slice(0, 30_000), random).slice(0, 3_000_000);
  },
  'with a script nested deep': (body, random) =>
    `<script type="${oneOf(ISLANDS, random)}">${nestedJson(random, random() < 0.7)}</script>${body}`,
  'as JSON nested deep': (_, random) => nestedJson(random, random() < 0.7),
  'in another encoding': wrongEncoding,
  'with types changed': values(0.2, (_, random) => oneOf(TYPES, random)),
  'with numbers as texts': values(0.5, (value) => (/^-?\d/.test(value) ? `"${value}"` : undefined)),
  'with texts as numbers': values(0.3, (value) => (value.startsWith('"') ? String(value.length) : undefined)),
  'with nulls': values(0.4, () => 'null'),
  'with immense numbers': values(0.5, (value, random) => (/^-?\d/.test(value) ? oneOf(NUMBERS, random) : undefined)),
  'with the names of prototypes': (body, random) =>
    body.replace(/"[a-z_]{2,30}"(?=\s{0,3}:)/gi, (key) => (random() < 0.1 ? `"${oneOf(KEYS, random)}"` : key)),
};

/** As often as it takes to be so long. */
export const repeated = (body: string, length: number): string =>
  body === '' ? '' : body.repeat(Math.ceil(length / body.length)).slice(0, length);
