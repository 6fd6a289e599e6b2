/**
 * `npm run new:network -- <id> <Name> <host>`: the file, the fixtures and the line in the list of a new network.
 * What it writes claims nothing of the network: each place to fill in says FILL IN, and a test refuses those words.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface NewNetwork {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  /** What the id is called in code. */
  readonly constant: string;
}

const root = path.resolve(import.meta.dirname, '..');

const USAGE = `usage: npm run new:network -- <id> <Name> <host>
       npm run new:network -- praatpaal Praatpaal praatpaal.example`;

/** What is asked for, what is answered, and what must be read from it: of an absence without a sign, nothing. */
const FIXTURES = {
  normal: {
    handle: 'voorbeeld',
    status: 200,
    expected: {
      outcome: 'profile',
      observation: {
        name: { value: 'Stichting Voorbeeld', origin: 'open-graph' },
        handle: { value: 'voorbeeld', origin: 'dom' },
      },
    },
  },
  walled: { handle: 'voorbeeld', status: 429, expected: { outcome: 'rate-limited', observation: null } },
  gone: { handle: 'weg', status: 404, expected: { outcome: 'unreadable', observation: null } },
} as const;

function networkFrom([id = '', name = '', host = '', ...rest]: readonly string[]): NewNetwork | string {
  if (host === '' || rest.length > 0) return 'An id, a name and a host are needed.';
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) return `${id} is no id: lower case letters, digits and dashes.`;
  if (!/^[\p{L}\p{N}][\p{L}\p{N} .+-]*$/u.test(name)) return `${name} is no name: letters, digits, spaces, dots.`;
  const bare = host.replace(/^www\./, '');
  if (!/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(bare)) return `${host} is no host: as in praatpaal.example.`;
  const constant = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const file = `src/networks/${constant}.ts`;
  return existsSync(path.join(root, file)) ? `${file} is there already.` : { id, name, host: bare, constant };
}

function scaffold(wanted: NewNetwork): readonly string[] {
  const { constant } = wanted;
  const fill = (template: string) => filled(template, wanted);
  const files: Record<string, string> = { [`src/networks/${constant}.ts`]: fill('network.ts') };
  for (const [state, { handle, status, expected }] of Object.entries(FIXTURES)) {
    const folder = `test/fixtures/networks/${wanted.id}/${state}`;
    const account = `https://${wanted.host}/${handle}`;
    const documents = [{ requestedUrl: account, status, bodyFile: 'page.html' }];
    files[`${folder}/capture.json`] = json({ account, source: 'http', at: '2026-11-20T10:00:00.000Z', documents });
    files[`${folder}/page.html`] = fill(`${state}.html`);
    files[`${folder}/expected.json`] = json(expected);
  }
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  files['src/networks/index.ts'] = withLine(read('src/networks/index.ts'), constant);
  const unread = read('src/networks/unread.ts');
  const without = unread.replace(new RegExp(`^ *\\{ id: '${wanted.id}',.*\\n`, 'm'), '');
  if (without !== unread) files['src/networks/unread.ts'] = without;
  return Object.entries(files).map(([file, content]) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
    return file;
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function filled(template: string, { id, name, host, constant }: NewNetwork): string {
  const text = readFileSync(path.join(import.meta.dirname, 'templates', `${template}.template`), 'utf8');
  const parts: Readonly<Record<string, string>> = { ID: id, NAME: name, HOST: host, CONST: constant };
  return text.replace(/__(ID|NAME|HOST|CONST)__/g, (_, part: string) => parts[part] ?? '');
}

/** The import in its alphabetical place; the network before those that any host may speak. */
function withLine(index: string, constant: string): string {
  const line = `import { ${constant} } from './${constant}.ts';`;
  const lines = index.split('\n');
  const isOfNetwork = (each: string) => /^import \{ \w+ \} from '\.\//.test(each);
  const next = lines.findIndex((each) => isOfNetwork(each) && pathIn(each) > pathIn(line));
  lines.splice(next === -1 ? lines.findLastIndex(isOfNetwork) + 1 : next, 0, line);
  const end = lines.findIndex((each) => each.trim() === '// Any host may speak these.');
  if (end === -1) throw new Error('src/networks/index.ts has no line "// Any host may speak these."');
  lines.splice(end, 0, `  ${constant},`);
  return lines.join('\n');
}

function pathIn(line: string): string {
  return /'([^']+)'/.exec(line)?.[1] ?? '';
}

const network = networkFrom(process.argv.slice(2));
if (typeof network === 'string') {
  console.error(`${network}\n${USAGE}`);
  process.exitCode = 2;
} else {
  for (const file of scaffold(network)) console.log(file);
  console.log(
    `\nNow fill in what says FILL IN, and run: npx vitest run test/networks.test.ts -t ${network.id} --reporter=dot`,
  );
}
