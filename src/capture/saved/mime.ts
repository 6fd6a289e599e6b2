/** Headers, parts and transfer encodings of MIME messages, one linear walk each. Knows no web page. */

export interface MimePart {
  /** By lower-case name; a name that stands twice keeps its first. */
  readonly headers: ReadonlyMap<string, string>;
  /** As it travelled. */
  readonly raw: Buffer;
}

const MAX_HEADERS = 64 * 1024;
const MAX_PARTS = 10_000;

/** The headers, and what stands behind the empty line. */
export function messageOf(bytes: Buffer): MimePart {
  const start = bytes.subarray(0, MAX_HEADERS).toString('latin1');
  const empty = /\r?\n\r?\n/.exec(start);
  const head = empty ? start.slice(0, empty.index) : start;
  const raw = empty ? bytes.subarray(empty.index + empty[0].length) : Buffer.alloc(0);
  return { headers: headersOf(head), raw };
}

function headersOf(head: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  let name = '';
  let isFirst = false;
  for (const line of head.split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) {
      if (isFirst) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    name = line.slice(0, colon).trim().toLowerCase();
    isFirst = !headers.has(name);
    if (isFirst) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** `boundary` of `multipart/related; boundary="…"`. */
export function parameterOf(header: string | undefined, wanted: string): string | undefined {
  for (const part of (header ?? '').slice(0, 4096).split(';').slice(1)) {
    const equals = part.indexOf('=');
    if (equals === -1 || part.slice(0, equals).trim().toLowerCase() !== wanted) continue;
    return part
      .slice(equals + 1)
      .trim()
      .replace(/^"/, '')
      .replace(/"$/, '');
  }
  return undefined;
}

/** What stands between the boundaries; a part that was cut off at the end of the file counts as far as it goes. */
export function partsOf(raw: Buffer, boundary: string): readonly MimePart[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: MimePart[] = [];
  let start = boundaryAt(raw, mark, 0);
  while (start !== -1 && parts.length < MAX_PARTS) {
    const after = start + mark.length;
    // `--boundary--` ends the message.
    if (raw[after] === 0x2d && raw[after + 1] === 0x2d) break;
    const line = raw.indexOf(0x0a, after);
    if (line === -1) break;
    const next = boundaryAt(raw, mark, line);
    parts.push(messageOf(withoutLineEnd(raw.subarray(line + 1, next === -1 ? raw.length : next))));
    start = next;
  }
  return parts;
}

/** Only at the beginning of a line. */
function boundaryAt(raw: Buffer, mark: Buffer, from: number): number {
  for (let found = raw.indexOf(mark, from); found !== -1; found = raw.indexOf(mark, found + 1)) {
    if (found === 0 || raw[found - 1] === 0x0a) return found;
  }
  return -1;
}

function withoutLineEnd(bytes: Buffer): Buffer {
  const end = bytes.length - (bytes.at(-1) === 0x0a ? 1 : 0);
  return bytes.subarray(0, end > 0 && bytes[end - 1] === 0x0d ? end - 1 : end);
}

/** The bytes as they were before they travelled. Never fails: what is broken stays as it is. */
export function bytesOf({ headers, raw }: MimePart): Buffer {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(raw.toString('latin1'), 'base64');
  return encoding === 'quoted-printable' ? unquoted(raw) : raw;
}

const EQUALS = 0x3d;

function unquoted(raw: Buffer): Buffer {
  const out = Buffer.alloc(raw.length);
  let length = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const byte = raw[index] ?? 0;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const lineEnd = softBreak(raw, index + 1);
    const hex = raw.toString('latin1', index + 1, index + 3);
    if (lineEnd > 0) {
      index = lineEnd;
    } else if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
      out[length++] = Number.parseInt(hex, 16);
      index += 2;
    } else {
      out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}

/** The place of the line end behind `=`, blanks before it skipped; 0 when there is none. */
function softBreak(raw: Buffer, from: number): number {
  let index = from;
  while (index < from + 80 && (raw[index] === 0x20 || raw[index] === 0x09)) index += 1;
  if (raw[index] === 0x0d && raw[index + 1] === 0x0a) return index + 1;
  return raw[index] === 0x0a ? index : 0;
}
