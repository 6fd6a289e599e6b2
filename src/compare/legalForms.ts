/** The legal forms of organisations around us, each by one writing. Names are compared elsewhere. */

/** Those that stand before a name. */
export const BEFORE: Readonly<Record<string, string>> = {
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
  'coöp.': 'coöperatie',
  'coop.': 'coöperatie',
  cooperatie: 'coöperatie',
  maatschap: 'maatschap',
  firma: 'firma',
  'vennootschap onder firma': 'vof',
  association: 'association',
  fondation: 'fondation',
  verein: 'ev',
};

/** Those that stand behind a name, each by one writing. */
export const AFTER: Readonly<Record<string, string>> = {
  ...same(
    'bv',
    'nv',
    'vof',
    'cv',
    'ua',
    'ba',
    'wa',
    'io',
    'vzw',
    'ivzw',
    'bvba',
    'cvba',
    'commv',
    'sprl',
    'scrl',
    'snc',
  ),
  ...same(
    'ltd',
    'inc',
    'llc',
    'llp',
    'lp',
    'plc',
    'corp',
    'cic',
    'gmbh',
    'ggmbh',
    'mbh',
    'ag',
    'kg',
    'kgaa',
    'ohg',
    'ug',
  ),
  ...same(
    'ev',
    'ek',
    'eg',
    'gbr',
    'se',
    'sa',
    'sas',
    'sasu',
    'sarl',
    'eurl',
    'srl',
    'spa',
    'sl',
    'ab',
    'as',
    'aps',
    'oy',
  ),
  ...{ asbl: 'vzw', aisbl: 'ivzw', limited: 'ltd', incorporated: 'inc', corporation: 'corp' },
};

/** Some write it before the name: `vzw De Kring`. */
export const EITHER = new Set(['bv', 'nv', 'vof', 'cv', 'vzw', 'ivzw', 'asbl', 'aisbl']);

/** More words than one: `GmbH & Co. KG` is one form. */
export const LONG: Readonly<Record<string, string>> = {
  'gmbh & co. kg': 'gmbh & co kg',
  'gmbh & co kg': 'gmbh & co kg',
  'gmbh und co. kg': 'gmbh & co kg',
  'ug (haftungsbeschränkt)': 'ug',
  'co., ltd.': 'ltd',
  'co. ltd.': 'ltd',
  'pty ltd': 'ltd',
  'pty. ltd.': 'ltd',
  'eingetragener verein': 'ev',
  'gemeinnützige gmbh': 'ggmbh',
  'sp. z o.o.': 'spzoo',
  'sp. z o. o.': 'spzoo',
  'in oprichting': 'io',
};

function same(...forms: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(forms.map((form) => [form, form]));
}
