/** The fixture runs are what their builders make, and what the schema promises. */

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { hostile } from './hostile.ts';
import { typical } from './typical.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const schema = json('../../schema/report.schema.json');

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
formats.default(ajv);
const validate = ajv.compile(isObject(schema) ? schema : {});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every place in the schema that lacks a description. */
function undescribed(node: unknown, path = ''): string[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => undescribed(item, `${path}/${index}`));
  if (!isObject(node)) return [];
  const { properties } = node;
  const missing = isObject(properties)
    ? Object.entries(properties).flatMap(([key, value]) =>
        isObject(value) && !('description' in value) && !('$ref' in value) ? [`${path}/${key}`] : [],
      )
    : [];
  return [...missing, ...Object.entries(node).flatMap(([key, value]) => undescribed(value, `${path}/${key}`))];
}

describe('report.schema.json', () => {
  test.each([
    ['typical', typical],
    ['hostile', hostile],
  ])('accepts the fixture %s, which its builder makes', async (name, report) => {
    const path = `../fixtures/runs/${name}.json`;
    // `vitest run test/report -u` writes them anew.
    await expect(`${JSON.stringify(report, null, 1)}\n`).toMatchFileSnapshot(path);
    validate(json(path));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('describes every property', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  test('lets new keys in, but no missing and no wrong ones', () => {
    expect(validate({ ...typical, later: 1 })).toBe(true);
    const { notices: _, ...without } = typical;
    expect(validate(without)).toBe(false);
    const [profile] = typical.profiles;
    const wrong = { ...profile, verdict: 'fine' };
    expect(validate({ ...typical, profiles: [wrong] } satisfies Omit<Report, 'profiles'> & { profiles: unknown })).toBe(
      false,
    );
    expect(validate({ ...typical, schemaVersion: 2 })).toBe(false);
  });
});
