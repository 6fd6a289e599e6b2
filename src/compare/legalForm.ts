/** Legal forms in names: whether two names are one organisation but for its form. Takes normalised names. */

const BEFORE: Readonly<Record<string, string>> = {
  stichting: 'stichting',
  'stg.': 'stichting',
  stg: 'stichting',
  vereniging: 'vereniging',
  'ver.': 'vereniging',
  gemeente: 'gemeente',
  'gem.': 'gemeente',
  provincie: 'provincie',
  'prov.': 'provincie',
  'coöperatieve vereniging': 'coöperatie',
  'cooperatieve vereniging': 'coöperatie',
  coöperatie: 'coöperatie',
  cooperatie: 'coöperatie',
  maatschap: 'maatschap',
  firma: 'firma',
};

const AFTER = new Set([
  ...['bv', 'nv', 'vof', 'cv', 'ua', 'ba', 'wa', 'vzw', 'ivzw', 'bvba', 'ltd', 'limited', 'inc', 'llc', 'llp', 'plc'],
  ...['corp', 'gmbh', 'ag', 'kg', 'ug', 'ev', 'eg', 'se', 'sa', 'sas', 'sarl', 'srl', 'spa', 'ab', 'as', 'aps', 'oy'],
]);

interface Parts {
  readonly core: string;
  readonly forms: readonly string[];
}

/** One side may leave the form out, or a part of it; two forms that differ are two organisations. */
export function isSameOrganisation(a: string, b: string): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left.core !== right.core || left.core.length < 2) return false;
  return isPart(left.forms, right.forms) || isPart(right.forms, left.forms);
}

const isPart = (some: readonly string[], all: readonly string[]): boolean => some.every((form) => all.includes(form));

function partsOf(name: string): Parts {
  const forms: string[] = [];
  let core = name;
  const before = Object.keys(BEFORE).find((form) => core.startsWith(`${form} `));
  if (before) {
    forms.push(BEFORE[before] ?? before);
    core = core.slice(before.length + 1);
  }
  // `b. v.` is `b.v.`
  const tight = core.replace(/(?<= [a-z]\.) (?=[a-z]\.?(?: [a-z]\.?)?$)/gu, '');
  const space = tight.lastIndexOf(' ');
  const after = tight.slice(space + 1).replace(/[.()]/gu, '');
  if (space > 0 && AFTER.has(after)) {
    forms.push(after);
    core = tight.slice(0, space).replace(/,$/u, '');
  }
  return { core, forms };
}
