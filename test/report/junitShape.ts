/** What Jenkins and GitLab take for JUnit XML: elements, in their order, with their attributes. */

import type { XmlElement } from './reading.ts';

interface Shape {
  /** In this order; `*` any number, `?` at most one. */
  readonly children: readonly (readonly [string, '*' | '?'])[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly hasText?: true;
}

const COUNTS = ['tests', 'failures', 'errors', 'skipped', 'time'];

const SHAPES: Readonly<Record<string, Shape>> = {
  testsuites: { children: [['testsuite', '*']], required: [], optional: ['name', ...COUNTS, 'disabled'] },
  testsuite: {
    children: [
      ['properties', '?'],
      ['testcase', '*'],
    ],
    required: ['name', 'tests'],
    optional: [...COUNTS, 'disabled', 'timestamp', 'hostname', 'id', 'package'],
  },
  properties: { children: [['property', '*']], required: [], optional: [] },
  property: { children: [], required: ['name', 'value'], optional: [] },
  testcase: {
    children: [
      ['skipped', '?'],
      ['error', '?'],
      ['failure', '?'],
    ],
    required: ['name', 'classname'],
    optional: ['time', 'assertions', 'status'],
  },
  skipped: { children: [], required: [], optional: ['message'], hasText: true },
  error: { children: [], required: [], optional: ['message', 'type'], hasText: true },
  failure: { children: [], required: [], optional: ['message', 'type'], hasText: true },
};

/** What is not so, in words; nothing when it is JUnit XML. */
export function junitFaults(element: XmlElement, within = ''): string[] {
  const shape = SHAPES[element.name];
  const path = `${within}/${element.name}`;
  if (!shape) return [`${path} is unknown`];
  const given = Object.keys(element.attributes);
  const names = element.children.map(({ name }) => name);
  const order = shape.children.map(([name]) => name);
  return [
    ...shape.required.filter((name) => !given.includes(name)).map((name) => `${path} lacks ${name}`),
    ...given.filter((name) => ![...shape.required, ...shape.optional].includes(name)).map((name) => `${path}: ${name}`),
    ...COUNTS.filter((name) => given.includes(name) && !/^\d+$/.test(element.attributes[name] ?? '')).map(
      (name) => `${path}: ${name} is no number`,
    ),
    ...names.filter((name) => !order.includes(name)).map((name) => `${path} holds ${name}`),
    ...names
      .filter((name, at) => order.indexOf(name) < order.indexOf(names[at - 1] ?? ''))
      .map((name) => `${path}: ${name} too late`),
    ...shape.children
      .filter(([name, many]) => many === '?' && names.filter((each) => each === name).length > 1)
      .map(([name]) => `${path}: ${name} twice`),
    ...(!shape.hasText && element.text.trim() !== '' ? [`${path} holds text`] : []),
    ...element.children.flatMap((child) => junitFaults(child, path)),
  ];
}
