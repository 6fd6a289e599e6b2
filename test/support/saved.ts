/** Files as browsers save them: of one page, and of what stands beside it. */

export interface SavedPart {
  readonly url: string;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly encoding?: 'quoted-printable' | 'base64' | '8bit';
  readonly id?: string;
}

/** As Chromium writes it; the first part is the page. */
export function mhtmlOf(url: string, parts: readonly SavedPart[], date = 'Fri, 20 Nov 2026 10:15:00 -0000'): Buffer {
  const boundary = '----MultipartBoundary--voorbeeld----';
  const head = `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${url}\r\nSubject: =?utf-8?Q?Voorbeeld?=\r\nDate: ${date}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"\r\n\r\n`;
  const bodies = parts.map(({ url: location, type, body, encoding = 'quoted-printable', id }) =>
    Buffer.concat([
      Buffer.from(
        `\r\n--${boundary}\r\nContent-Type: ${type}\r\n${id ? `Content-ID: <${id}>\r\n` : ''}Content-Transfer-Encoding: ${encoding}\r\nContent-Location: ${location}\r\n\r\n`,
      ),
      encoded(Buffer.from(body), encoding),
    ]),
  );
  return Buffer.concat([Buffer.from(head), ...bodies, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

function encoded(bytes: Buffer, encoding: SavedPart['encoding']): Buffer {
  if (encoding === '8bit') return bytes;
  if (encoding === 'base64') return Buffer.from((bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n'));
  return Buffer.from(quoted(bytes));
}

/** Soft breaks after 75 characters, as the standard asks. */
function quoted(bytes: Buffer): string {
  let line = 0;
  let text = '';
  for (const byte of bytes) {
    const isPlain = (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d) || byte === 0x20;
    const next = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line + next.length > 75) {
      text += '=\r\n';
      line = 0;
    }
    text += next;
    line += next.length;
  }
  return text;
}

export interface HarEntry {
  readonly url: string;
  readonly status?: number;
  readonly method?: string;
  readonly type?: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly redirectUrl?: string;
  readonly at?: string;
  readonly requestHeaders?: readonly { name: string; value: string }[];
  readonly cookies?: readonly { name: string; value: string }[];
  readonly postData?: string;
}

export const harOf = (entries: readonly HarEntry[]): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'Browser', version: '1' },
      pages: [],
      entries: entries.map((entry) => ({
        startedDateTime: entry.at ?? '2026-11-20T10:15:00.000Z',
        time: 12,
        request: {
          method: entry.method ?? 'GET',
          url: entry.url,
          httpVersion: 'h2',
          headers: entry.requestHeaders ?? [],
          cookies: entry.cookies ?? [],
          queryString: [],
          ...(entry.postData ? { postData: { mimeType: 'text/plain', text: entry.postData } } : {}),
        },
        response: {
          status: entry.status ?? 200,
          statusText: '',
          headers: (entry.cookies ?? []).map(({ name, value }) => ({ name: 'set-cookie', value: `${name}=${value}` })),
          cookies: entry.cookies ?? [],
          redirectURL: entry.redirectUrl ?? '',
          content: {
            size: 1,
            mimeType: entry.type ?? 'text/html; charset=utf-8',
            ...(entry.bytes
              ? { text: Buffer.from(entry.bytes).toString('base64'), encoding: 'base64' }
              : { text: entry.text ?? '' }),
          },
        },
      })),
    },
  });

export const singleFileOf = (url: string, html: string, date = 'Fri Nov 20 2026 11:15:00 GMT+0100 (CET)'): string =>
  html.replace(/<html([^>]*)>/, `<html$1><!--\n Page saved with SingleFile \n url: ${url} \n saved date: ${date}\n-->`);
