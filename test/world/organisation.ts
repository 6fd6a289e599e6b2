/** The demo organisation's truth, read from profiles.json, so that pages that are right cannot drift from it. */

import { readFileSync } from 'node:fs';

export const ROOT = new URL('../../', import.meta.url);

export interface Bio {
  readonly language: string;
  readonly text: string;
  readonly maxLength?: number;
}

export interface Place {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly address: {
    readonly street: string;
    readonly postalCode: string;
    readonly city: string;
    readonly country: string;
  };
}

interface DemoFile {
  readonly brand: {
    readonly name: string;
    readonly formerNames: readonly string[];
    readonly bios: readonly Bio[];
    readonly former: { readonly phones: readonly string[] };
    readonly contact: Place & { readonly website: string };
  };
  readonly locations: readonly { readonly id: string; readonly name: string; readonly contact: Place }[];
  readonly profiles: readonly { readonly id: string; readonly network: string; readonly url: string }[];
}

/** Our own file, in the form that the schema holds it to. */
export const demo: DemoFile = JSON.parse(readFileSync(new URL('profiles.json', ROOT), 'utf8'));

export const brand = demo.brand;
export const contact = demo.brand.contact;

/** The longest of the brand's texts that fits. */
export function bio(limit = 2000, language = 'nl'): string {
  const fitting = brand.bios.filter((entry) => entry.language === language && entry.text.length <= limit);
  return fitting.map(({ text }) => text).sort((a, b) => b.length - a.length)[0] ?? '';
}

export function first(list: readonly string[]): string {
  const [value] = list;
  if (value === undefined) throw new Error('profiles.json lacks a value that the demo world shows');
  return value;
}

export function location(id: string): { readonly name: string; readonly contact: Place } {
  const found = demo.locations.find((entry) => entry.id === id);
  if (!found) throw new Error(`profiles.json lacks location ${id}`);
  return found;
}

export const DAY = 86_400_000;
