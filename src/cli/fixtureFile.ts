/** A finding that somebody says is wrong, as the report's page offers it for download; it may come from anybody. */

import path from 'node:path';
import { isFields } from '../config/located.ts';
import { nameOf, parseDocument, readBytes } from '../config/readDocument.ts';
import type { Source } from '../model/capture.ts';
import { SOURCES } from '../model/capture.ts';
import { CHECK_IDS, type CheckId } from '../model/finding.ts';
import { isUrl } from '../model/isUrl.ts';
import type { Network } from '../model/network.ts';
import { UserError } from '../model/problem.ts';
import { networks } from '../networks/index.ts';

export interface WrongFinding {
  readonly network: Network;
  readonly profile: string;
  readonly url: string;
  readonly check: CheckId;
  readonly code: string;
  readonly expected: string | null;
  readonly found: string | null;
  readonly source: Source | null;
  readonly locator: string | null;
  /** ISO instant of the run, as far as its id tells. */
  readonly at: string;
}

export async function readWrongFinding(file: string): Promise<WrongFinding> {
  const full = path.resolve(file);
  const opened = parseDocument(full, await readBytes(full));
  if ('problems' in opened) throw new UserError(opened.problems);
  const refuse = (message: string, hint?: string) =>
    new UserError([{ where: nameOf(full), message, ...(hint ? { hint } : {}) }]);
  if ('unread' in opened) throw refuse(opened.unread, opened.hint);
  const { value } = opened.document;
  if (!isFields(value) || value.version !== 1) throw refuse('this is no file of a finding, as the report offers it.');
  const network = networks.find(({ id }) => id === value.network);
  if (!network) throw refuse(`there is no reader for the network ${JSON.stringify(value.network)}.`);
  const check = CHECK_IDS.find((id) => id === value.check);
  if (!check) throw refuse(`there is no check ${JSON.stringify(value.check)}.`);
  const { url, profile } = value;
  if (typeof url !== 'string' || !isUrl(url)) throw refuse('it does not say the address of the profile ("url").');
  if (typeof profile !== 'string' || !/^[a-z0-9][a-z0-9-]{0,62}$/.test(profile)) {
    throw refuse('it does not say the id of the profile ("profile").');
  }
  return {
    ...{ network, profile, url, check },
    code: textOf(value.code) ?? '',
    expected: textOf(value.expected),
    found: textOf(value.found),
    source: SOURCES.find((source) => source === value.source) ?? null,
    locator: textOf(value.locator),
    at: instantOf(textOf(value.run) ?? ''),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function instantOf(run: string): string {
  const [, day, hours, minutes, seconds] = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z/.exec(run) ?? [];
  const text = `${day}T${hours}:${minutes}:${seconds}.000Z`;
  return day && !Number.isNaN(Date.parse(text)) ? text : '2026-01-01T00:00:00.000Z';
}
