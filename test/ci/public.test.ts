/** The page for everyone: what is in it, and what may not be, wherever it stands. */

import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { filesBelow, root, type TemporaryFolder, temporaryFolder } from '../e2e/command.ts';
import { typical } from '../report/typical.ts';

const run = promisify(execFile);
let folder: TemporaryFolder;

beforeAll(() => expect(PRIVATE.length).toBeGreaterThan(2));
beforeEach(async () => {
  folder = await temporaryFolder();
  return folder.remove;
});

const OWNER = 'jan.jansen@voorbeeld.nl';
const PIN = 'urn:li:organization:987654321';
const PRIVATE = [OWNER, PIN, '987654321'];

/** Owner and account id of the first profile, also quoted where they do not belong. */
function reportWith(): unknown {
  const [first, ...others] = typical.profiles;
  if (!first) throw new Error('a report without profiles');
  const findings = first.findings.map((finding) => ({
    ...finding,
    found: `van ${OWNER}, ${PIN}, /company/987654321/`,
  }));
  const observation = { ...first.observation, pin: { value: PIN, origin: 'dom' } };
  return { ...typical, profiles: [{ ...first, owner: OWNER, pin: PIN, observation, findings }, ...others] };
}

const publish = (from: string, to: string) =>
  run(process.execPath, [path.join(root, 'scripts', 'ciPublic.mjs'), from, to]).then(
    () => 0,
    (error: { code: number }) => error.code,
  );

test('no owner, no account id, no capture: in neither language of the page', async () => {
  const from = path.join(folder.path, 'run');
  const to = path.join(folder.path, 'public');
  await mkdir(path.join(from, 'captures'), { recursive: true });
  await writeFile(path.join(from, 'captures', 'a.json'), '{}');
  await writeFile(path.join(from, 'report.json'), JSON.stringify(reportWith()));
  expect(await publish(from, to)).toBe(0);
  expect(await filesBelow(to)).toEqual(['index.html']);
  const page = await readFile(path.join(to, 'index.html'), 'utf8');
  const packed = [...page.matchAll(/[A-Za-z0-9+/=]{2000,}/g)].map(([text]) => inflated(text)).join('');
  expect(page).toContain(typical.brand.name.replaceAll('&', '&amp;'));
  expect(packed).toContain(typical.profiles[0]?.networkName);
  for (const text of PRIVATE) {
    expect(page).not.toContain(text);
    expect(packed).not.toContain(text);
  }
});

test('a folder that is there is left alone', async () => {
  const there = path.join(folder.path, 'there');
  await mkdir(there);
  expect(await publish(there, there)).toBe(2);
});

function inflated(text: string): string {
  try {
    return inflateRawSync(Buffer.from(text, 'base64')).toString('utf8');
  } catch {
    return '';
  }
}
