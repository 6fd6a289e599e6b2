/** Values put into the text of a JSON file, set as what stands around them is; not one other character changes. Pure. */

import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Path } from './located.ts';

/** How what is written must look: taken from its surroundings. */
interface Layout {
  /** Between a comma and what follows it. */
  readonly gap: string;
  /** Between a key and its value. */
  readonly colon: string;
  /** Of the line on which a member stands; null where all stands on one line. */
  readonly indent: string | null;
  readonly unit: string;
  readonly newline: string;
}

interface Parsed {
  readonly json: string;
  readonly tree: Node;
}

/** The object at that path with this member: in its place, else after the member `after`, else at the end. */
export function withMember(text: string, path: Path, key: string, value: unknown, after?: string): string {
  return changed(text, ({ json, tree }) => {
    const object = nodeAt(tree, path, 'object');
    const members = object.children ?? [];
    const written = findNodeAtLocation(object, [key]);
    if (written) return { ...spanOf(written), content: rendered(value, layoutOf(json, tree, object, written.parent)) };
    if (members.length === 0) return filled(json, tree, object, { [key]: value });
    const before = members.find(({ children }) => after !== undefined && children?.[0]?.value === after);
    const neighbour = before ?? members.at(-1) ?? object;
    const layout = layoutOf(json, tree, object, neighbour);
    const content = `,${layout.gap}${JSON.stringify(key)}${layout.colon}${rendered(value, layout)}`;
    return { at: endOf(neighbour), length: 0, content };
  });
}

/** The list at that path with one item more. */
export function withItem(text: string, path: Path, item: unknown): string {
  return changed(text, ({ json, tree }) => {
    const list = nodeAt(tree, path, 'array');
    const last = list.children?.at(-1);
    if (!last) return filled(json, tree, list, [item]);
    const layout = layoutOf(json, tree, list, last);
    const own = json.slice(last.offset, endOf(last)).includes('\n');
    const set = own ? { ...layout, indent: layout.indent ?? indentAt(json, last.offset) } : { ...layout, indent: null };
    return { at: endOf(last), length: 0, content: `,${layout.gap}${rendered(item, styled(set, json, last))}` };
  });
}

/** Another value in place of the one at that path. */
export function withValue(text: string, path: Path, value: unknown): string {
  return changed(text, ({ json, tree }) => {
    const node = nodeAt(tree, path);
    const isWide = node.type === 'object' || node.type === 'array' ? spansLines(json, node) : false;
    const indent = isWide ? indentAt(json, node.offset) : null;
    const layout = styled({ ...plainLayout(json, tree), indent }, json, node);
    return { ...spanOf(node), content: rendered(value, layout) };
  });
}

interface Change {
  readonly at: number;
  readonly length: number;
  readonly content: string;
}

function changed(text: string, change: (parsed: Parsed) => Change): string {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const json = text.slice(start);
  const tree = parseTree(json);
  if (!tree) throw new Error('no JSON to edit');
  const { at, length, content } = change({ json, tree });
  return text.slice(0, start) + json.slice(0, at) + content + json.slice(at + length);
}

function nodeAt(tree: Node, path: Path, type?: 'object' | 'array'): Node {
  const node = findNodeAtLocation(tree, [...path]);
  if (!node || (type && node.type !== type)) throw new Error(`no ${type ?? 'value'} at /${path.join('/')}`);
  return node;
}

const spanOf = ({ offset, length }: Node) => ({ at: offset, length });
const endOf = ({ offset, length }: Node) => offset + length;
const spansLines = (json: string, node: Node): boolean => json.slice(node.offset, endOf(node)).includes('\n');

/** What was empty is opened on lines of its own, unless the whole file is one line. */
function filled(json: string, tree: Node, node: Node, value: unknown): Change {
  const indent = spansLines(json, tree) ? indentAt(json, node.offset) : null;
  return { ...spanOf(node), content: rendered(value, { ...plainLayout(json, tree), indent }) };
}

/** By the distance before a neighbour, or where that is the first of all, before the one after it. */
function layoutOf(json: string, tree: Node, parent: Node, neighbour: Node | undefined): Layout {
  const members = parent.children ?? [];
  const index = Math.max(0, neighbour ? members.indexOf(neighbour) : 0);
  const [one, two] = index > 0 ? [members[index - 1], members[index]] : [members[0], members[1]];
  const plain = styled(plainLayout(json, tree), json, neighbour ?? parent);
  const distance =
    one && two
      ? json.slice(endOf(one), two.offset).replace(',', '')
      : json.slice(parent.offset + 1, one?.offset ?? parent.offset + 1);
  const line = /\r?\n[^\n]*$/.exec(distance)?.[0];
  if (line !== undefined) return { ...plain, gap: line, indent: line.replace(/^\r?\n/, '') };
  return { ...plain, gap: two ? distance : plain.colon.slice(1), indent: null };
}

/** The colon as it is written next to where something is put. */
function styled(layout: Layout, json: string, near: Node): Layout {
  const member = near.type === 'property' ? near : near.children?.find(({ type }) => type === 'property');
  const [key, value] = member?.children ?? [];
  return key && value ? { ...layout, colon: json.slice(endOf(key), value.offset) } : layout;
}

function plainLayout(json: string, tree: Node): Layout {
  const first = tree.children?.[0];
  const newline = json.includes('\r\n') ? '\r\n' : '\n';
  const unit = first ? indentAt(json, first.offset) : '';
  const colon = /"\s*:\s/.test(json.slice(0, 10_000)) || json.includes('\n') ? ': ' : ':';
  return { gap: colon.slice(1), colon, indent: null, unit: unit === '' ? '  ' : unit, newline };
}

function indentAt(json: string, offset: number): string {
  const start = json.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(json.slice(start, offset))?.[0] ?? '';
}

/** Texts and numbers of a list stay on one line; all else opens as its surroundings do. */
function rendered(value: unknown, layout: Layout): string {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object')) return `[${joined(value, { ...layout, indent: null })}]`;
    return enclosed(
      '[',
      value.map((item) => rendered(item, deeper(layout))),
      ']',
      layout,
    );
  }
  if (typeof value !== 'object' || value === null) return written(value);
  const members = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}${layout.colon}${rendered(each, deeper(layout))}`,
  );
  return members.length === 0 ? '{}' : enclosed('{', members, '}', layout);
}

// What a reader of the file, or of what changed in it, would not see or would see in another order.
const UNSEEN = /[\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

const written = (value: unknown): string =>
  JSON.stringify(value).replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const joined = (items: readonly unknown[], layout: Layout): string =>
  items.map((item) => rendered(item, layout)).join(layout.colon.endsWith(' ') ? ', ' : ',');

const deeper = (layout: Layout): Layout =>
  layout.indent === null ? layout : { ...layout, indent: layout.indent + layout.unit };

function enclosed(open: string, parts: readonly string[], close: string, { indent, unit, newline, colon }: Layout) {
  const space = colon.endsWith(' ') ? ' ' : '';
  if (indent === null) {
    const pad = open === '{' ? space : '';
    return `${open}${pad}${parts.join(`,${space}`)}${pad}${close}`;
  }
  const inner = `${newline}${indent}${unit}`;
  return `${open}${inner}${parts.join(`,${inner}`)}${newline}${indent}${close}`;
}
