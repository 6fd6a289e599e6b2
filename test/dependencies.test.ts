/** Every dependency must run on the oldest Node that we promise. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

interface Manifest {
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Locked extends Manifest {
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const manifest = read('package.json') as Manifest;
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const oldest =
  /(\d+)\.(\d+)/
    .exec(manifest.engines?.node ?? '')
    ?.slice(1)
    .map(Number) ?? [];

/** Whether a range such as `^20.0.0 || >=22` admits version major.minor.0; enough of semver for `engines`. */
function admits(range: string, [major = 0, minor = 0]: readonly number[]): boolean {
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .replaceAll(/([<>=^~]+)\s+/g, '$1')
      .split(/\s+/)
      .every((part) => {
        const match = /^([<>=^~]*)v?(\d+|\*|x)(?:\.(\d+|x|\*))?/.exec(part);
        if (!match || !/\d/.test(match[2] ?? '')) return true;
        const [wantedMajor, wantedMinor] = [Number(match[2]), Number(match[3]?.replace(/[x*]/, '0') ?? 0)];
        const order = major - wantedMajor || minor - wantedMinor;
        if (match[1] === '>=') return order >= 0;
        if (match[1] === '>') return order > 0;
        if (match[1] === '<') return order < 0;
        if (match[1] === '<=') return order <= 0;
        if (match[1] === '~') return major === wantedMajor && minor === wantedMinor;
        return major === wantedMajor && order >= 0;
      }),
  );
}

test('the range reader knows what it reads', () => {
  expect(admits('>=20', [20, 19])).toBe(true);
  expect(admits('^20.0.0 || >=22', [20, 19])).toBe(true);
  expect(admits('^22.17.0 || >=24.0.0', [20, 19])).toBe(false);
  expect(admits('>=20.20', [20, 19])).toBe(false);
  expect(admits('>= 10 <21', [20, 19])).toBe(true);
  expect(admits('*', [20, 19])).toBe(true);
});

const installed = Object.entries(packages).filter(([name]) => name !== '');

describe('every locked package', () => {
  test('admits the oldest Node that we promise', () => {
    expect(oldest).toEqual([20, 19]);
    expect(installed.length).toBeGreaterThan(50);
    const tooNew = installed.filter(([, { engines }]) => engines?.node && !admits(engines.node, oldest));
    expect(tooNew.map(([name, { engines }]) => `${name} wants ${engines?.node}`)).toEqual([]);
  });
});

test('pixelmatch is pinned: its colour space changes with versions', () => {
  expect(manifest.dependencies?.pixelmatch).toMatch(/^\d+\.\d+\.\d+$/);
});

test('the browser package is optional', () => {
  expect(manifest.optionalDependencies).toHaveProperty('@sparticuz/chromium');
  expect(manifest.dependencies).not.toHaveProperty('@sparticuz/chromium');
});
