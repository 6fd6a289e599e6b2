/** A stored run as a page that anyone may see: without owners, account ids, names of who looked, captures and screenshots. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [run, out] = process.argv.slice(2);
if (!run || !out) {
  process.stderr.write('Usage: node ciPublic.mjs RUN FOLDER\n');
  process.exit(2);
}
if (existsSync(out)) {
  process.stderr.write(`${out} is there already; name a folder that is not.\n`);
  process.exit(2);
}

const report = JSON.parse(readFileSync(join(run, 'report.json'), 'utf8'));
/** What such a key holds is nobody's business, here and wherever else it is quoted. */
const PRIVATE = new Set(['owner', 'pin', 'by']);
/** What stands in their place: a profile may have no account id, and all else is somebody's. */
const NOTHING = { owner: '…', pin: null, by: '…' };
/** Of the account id it is also told, under the same key, whether it was right. */
const VERDICTS_ON_PINS = new Set(['confirmed', 'unconfirmed', 'missing']);
// The brand's own contact data and the addresses of the profiles are public as they are.
const open = new Set(report.profiles.map(({ url }) => url));
const hidden = [...privateTexts(report)]
  .filter((text) => text.length > 3 && !VERDICTS_ON_PINS.has(text))
  .sort((a, b) => b.length - a.length);
const screenshots = new Set(textsUnder(report, 'screenshot'));
const pictures = (source) => !screenshots.has(source.split(/[\\/]/).at(-1));

mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'report.json'), `${JSON.stringify(cleaned(report), null, 2)}\n`);
if (existsSync(join(run, 'assets')))
  cpSync(join(run, 'assets'), join(out, 'assets'), { recursive: true, filter: pictures });
const command = resolve(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
const { status } = spawnSync(process.execPath, [command, 'report', out, '--format', 'html'], { stdio: 'inherit' });
rmSync(join(out, 'report.json'));
if (status !== 0) rmSync(out, { recursive: true });
process.exitCode = status ?? 70;

function privateTexts(value, found = new Set()) {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, each] of Object.entries(value)) {
    const text = typeof each === 'string' ? each : each?.value;
    if (!PRIVATE.has(key) || typeof text !== 'string') privateTexts(each, found);
    // Of `urn:li:organization:12345` an address holds the number alone.
    else for (const part of [text, text.split(':').at(-1)]) found.add(part);
  }
  return found;
}

function textsUnder(value, name) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === name ? [String(each).split('/').at(-1)] : textsUnder(each, name),
  );
}

function cleaned(value) {
  if (typeof value === 'string') return open.has(value) ? value : without(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  const isObserved = (key, each) => key === 'pin' && typeof each === 'object' && each !== null;
  const kept = Object.entries(value).filter(([key, each]) => key !== 'screenshot' && !isObserved(key, each));
  return Object.fromEntries(kept.map(([key, each]) => [key, isPrivate(key, each) ? NOTHING[key] : cleaned(each)]));
}

function isPrivate(key, value) {
  return key in NOTHING && typeof value === 'string' && hidden.includes(value);
}

function without(text) {
  return hidden.reduce((left, secret) => left.replaceAll(secret, '…'), text);
}
