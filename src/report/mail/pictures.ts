/** The pictures that go along with a mail: few and small, inside it, so that nothing is fetched when it is read. Pure. */

import type { Report, ReportFinding } from '../../model/report.ts';
import { isWrong } from '../facts.ts';
import { brandPicturesOf } from '../html/embedding.ts';
import { byUrgency } from '../order.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface MailPictures {
  /** By asset name, those that go along. */
  readonly sizes: ReadonlyMap<string, Size>;
  /** Asset names by the brand's own file. */
  readonly brand: ReadonlyMap<string, string>;
}

export interface PicturePair {
  readonly expected: string | null;
  readonly found: string | null;
}

export const NO_PICTURES: MailPictures = { sizes: new Map(), brand: new Map() };

const LARGEST = 120 * 1024;
/** For all pictures of a mail together. */
const ROOM = 600 * 1024;
const NAME = /^[0-9a-f]{64}\.png$/;

/** The names of the pictures that wrong findings show, most urgent first. */
export function picturesWanted(report: Report, brand = brandPicturesOf(report)): string[] {
  const pairs = byUrgency(report.profiles).flatMap(({ findings }) => findings.map((finding) => pairOf(finding, brand)));
  const names = pairs.flatMap((pair) => (pair ? [pair.expected, pair.found] : []));
  return [...new Set(names.filter((name) => name !== null))].filter((name) => NAME.test(name));
}

/** `whole` is the report of which `part` is one owner's: there the brand's pictures are. */
export function mailPictures(part: Report, whole: Report, images: ReadonlyMap<string, Uint8Array>): MailPictures {
  const brand = brandPicturesOf(whole);
  const sizes = new Map<string, Size>();
  let room = ROOM;
  for (const name of picturesWanted(part, brand)) {
    const bytes = images.get(name);
    const size = bytes && bytes.length <= Math.min(LARGEST, room) ? sizeOf(bytes) : null;
    if (!bytes || size === null) continue;
    sizes.set(name, fitted(size));
    room -= bytes.length;
  }
  return { sizes, brand };
}

/** Null where a finding compares no pictures. */
export function pairOf(finding: ReportFinding, brand: ReadonlyMap<string, string>): PicturePair | null {
  const item = finding.evidence.items.find(({ kind }) => kind === 'image');
  if (!isWrong(finding) || item?.kind !== 'image') return null;
  if (item.elsewhere) return { expected: item.expectedAsset, found: item.foundAsset };
  // What was recognised may be a former logo: the right one is the file that is expected.
  const expected = finding.expected === null ? null : (brand.get(finding.expected) ?? null);
  return { expected, found: item.foundAsset };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function sizeOf(bytes: Uint8Array): Size | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 24));
  if (head.length < 24 || !head.subarray(0, 8).equals(SIGNATURE)) return null;
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)];
  return width > 0 && height > 0 ? { width, height } : null;
}

const MOST: Size = { width: 240, height: 96 };

const fitted = ({ width, height }: Size): Size => {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** The name by which the mail's HTML finds a picture among its parts. */
export const contentId = (name: string): string => `${name}@bijwerken`;
