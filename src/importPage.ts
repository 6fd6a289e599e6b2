/** A saved page to the few values that are filed of it: read, proved, stripped, and read back to the same. Pure but for pictures. */

import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { openSaved } from './capture/saved/openSaved.ts';
import type { SavedFile } from './capture/saved/savedFile.ts';
import { safePng } from './compare/logo/reencode.ts';
import type { Visit } from './model/audit.ts';
import { IMPORT_TYPE, type ImportedImage, type ImportFile } from './model/imported.ts';
import type { Network } from './model/network.ts';
import type { Observation } from './model/observation.ts';
import { type Problem, UserError } from './model/problem.ts';
import { readCapture } from './read/read.ts';
import { type AnswerRead, bestAnswer } from './savedPage.ts';
import { strippedAddress, strippedImage } from './strippedAddress.ts';

export interface PageToImport {
  readonly visit: Visit;
  readonly network: Network;
  readonly bytes: Uint8Array;
  /** As messages name it. */
  readonly file: string;
  /** When it was saved, where the user says so: ISO 8601. */
  readonly at?: string;
  /** For a file that does not say. */
  readonly modifiedAt: string;
  readonly now: string;
  /** An image beside the page, by the address at which the page shows it. */
  readonly beside: (url: string) => Promise<Uint8Array | null>;
  readonly redact: (text: string) => string;
}

export interface ImportedPage {
  readonly savedAt: string;
  /** Where the date is known from. */
  readonly dated: 'option' | 'page' | 'file';
  readonly content: string;
  readonly observation: Observation;
  readonly pictures: readonly ('logo' | 'banner')[];
}

/** Throws a UserError for what is not readable as that profile. */
export async function importPage(page: PageToImport): Promise<ImportedPage> {
  const { visit, network, bytes, file, at, modifiedAt } = page;
  const { account, entry } = visit;
  const saved = openSaved(bytes, { address: account.url });
  if ('fault' in saved) throw refused(file, saved.fault);
  const given = {
    url: account.url,
    source: 'import',
    savedAt: modifiedAt,
    ...(at === undefined ? {} : { at }),
  } as const;
  const best = bestAnswer(saved, network, account, given);
  if (!best) throw refused(file, `nothing in it was answered at ${account.url}.`, held(saved));
  refuseOther(page, best);
  const { answer, reading, capture } = best;
  const savedAt = capture.at;
  refuseDate(savedAt, page);
  const kept = page.redact(JSON.stringify(marked(stripped(reading.observation ?? {}), network)));
  const observation = JSON.parse(kept) as Observation;
  const pictures = await picturesOf(reading.observation ?? {}, saved, page.beside);
  const filed: ImportFile = {
    bijwerkenImport: 1,
    profile: entry.id,
    network: network.id,
    address: entry.url,
    savedAt,
    from: {
      kind: saved.kind,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      finalUrl: strippedImage(answer.finalUrl ?? account.url),
    },
    because: reading.because,
    observation,
    ...(pictures.length > 0 ? { images: pictures.map(({ image }) => image) } : {}),
  };
  const content = `${page.redact(JSON.stringify(filed, null, 2))}\n`;
  refuseOtherReading(content, observation, visit, network, savedAt);
  const dated = at !== undefined ? 'option' : answer.at !== null ? 'page' : 'file';
  return { savedAt, dated, content, observation, pictures: pictures.map(({ field }) => field) };
}

/** A place where no page of any network stands: proof by the address alone does not hold there. */
const NOWHERE = 'https://nowhere.invalid/';

function refuseOther({ visit, network, file }: PageToImport, { answer, reading, capture }: AnswerRead): void {
  const { account } = visit;
  if (reading.outcome !== 'profile') {
    const where = answer.finalUrl === null ? '' : ` at ${strippedImage(answer.finalUrl)}`;
    const message = `this is not the page of ${account.url}: seen was "${reading.outcome}"${where} (${reading.because}).`;
    throw refused(file, message, 'Nothing was filed. Save the page again, as you see the profile itself.');
  }
  if (answer.finalUrl !== null) return;
  const documents = capture.documents.map((document) => ({ ...document, finalUrl: NOWHERE }));
  if (readCapture({ ...capture, documents }, network, account).outcome === 'profile') return;
  throw refused(file, `the page does not say at which address it stood, so it may be another's.`, SAVE_AS);
}

const SAVE_AS = 'Save it with SingleFile, as MHTML, or as "web page, complete" in Chrome or Edge: these say so.';

/** Clocks of two machines differ a little. */
const SLACK = 10 * 60_000;
const EARLIEST = Date.UTC(2003, 0, 1);

function refuseDate(savedAt: string, { now, at, file }: PageToImport): void {
  const where = at === undefined ? file : '--at';
  const time = Date.parse(savedAt);
  if (time > Date.parse(now) + SLACK) throw refused(where, `${savedAt} lies in the future.`, 'Say when with --at.');
  if (!(time >= EARLIEST)) throw refused(where, `${savedAt} lies too far back.`, 'Say when with --at.');
}

/** Which addresses a HAR holds, without what stands behind them. */
function held(saved: SavedFile): string | undefined {
  const hosts = [...new Set(saved.answers.flatMap(({ finalUrl }) => (finalUrl ? new URL(finalUrl).host : [])))];
  return hosts.length === 0
    ? undefined
    : `It holds answers of ${hosts.slice(0, 5).join(', ')}${hosts.length > 5 ? ', …' : ''}.`;
}

/** What may stand in an address besides the address is taken out; texts stay as they are. */
function stripped(observation: Observation): Observation {
  const { logo, banner, websites, links, lastActivity, ...rest } = observation;
  const image = <R extends Observation['logo']>(reading: R): R =>
    reading?.value ? { ...reading, value: { ...reading.value, url: strippedImage(reading.value.url) } } : reading;
  const addresses = <R extends Observation['links']>(reading: R): R =>
    reading?.value ? { ...reading, value: reading.value.map(strippedAddress) } : reading;
  return {
    ...rest,
    ...(websites ? { websites: addresses(websites) } : {}),
    ...(links ? { links: addresses(links) } : {}),
    ...(logo ? { logo: image(logo) } : {}),
    ...(banner ? { banner: image(banner) } : {}),
    // A page of one day never says that nothing is posted.
    ...(lastActivity?.value
      ? { lastActivity: { ...lastActivity, value: { ...lastActivity.value, completeness: 'at-least' as const } } }
      : {}),
  };
}

/** Answers of an interface whose real answers were never met stay marked as that. */
const marked = (observation: Observation, { sources }: Network): Observation =>
  sources.api === undefined || sources.api.isMet === true
    ? observation
    : Object.fromEntries(
        Object.entries(observation).map(([field, reading]) => [
          field,
          reading.origin === 'api' ? { ...reading, isUnmet: true } : reading,
        ]),
      );

const PICTURE_SIZE = 1200;

async function picturesOf(observation: Observation, saved: SavedFile, beside: PageToImport['beside']) {
  const found: { readonly field: 'logo' | 'banner'; readonly image: ImportedImage }[] = [];
  for (const field of ['logo', 'banner'] as const) {
    const url = observation[field]?.value?.url;
    const bytes = url === undefined ? null : (saved.image(url) ?? (await beside(url)));
    const drawn = bytes && (await safePng(bytes, { maxSize: PICTURE_SIZE }));
    if (url === undefined || !drawn) continue;
    found.push({ field, image: { url: strippedImage(url), png: Buffer.from(drawn.png).toString('base64') } });
  }
  return found;
}

/** What is filed is read to the same as the page was, or it is not filed. */
function refuseOtherReading(
  content: string,
  observation: Observation,
  { account }: Visit,
  network: Network,
  at: string,
) {
  const { images: _, ...values } = JSON.parse(content) as ImportFile;
  const body = JSON.stringify(values);
  const answer = { url: account.url, finalUrl: account.url, status: 200, redirects: [], contentType: IMPORT_TYPE };
  const document = { document: 'page', requestedUrl: account.url, ...answer, at, body, sha256: '' };
  const again = readCapture({ source: 'import', look: 1, at, documents: [document] }, network, account);
  const same = again.outcome === 'profile' && isDeepStrictEqual(ordered(again.observation), ordered(observation));
  if (!same) throw refused(account.url, `what would be filed reads otherwise than the page (${again.because}).`);
}

const ordered = (observation: Observation | null) =>
  JSON.parse(JSON.stringify(Object.entries(observation ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))) as unknown;

function refused(where: string, message: string, hint?: string): UserError {
  const problem: Problem = { where, message, ...(hint === undefined ? {} : { hint }) };
  return new UserError([problem]);
}
