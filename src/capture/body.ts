/** Reads an answer's body, unpacked, up to a limit: neither an endless body nor a bomb fills the memory. */

import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** The encoding is one we did not ask for, or what came is not in it. */
  | { readonly kind: 'broken' };

/** Nobody packs a page more often than twice, unless to do harm. */
const MAX_ENCODINGS = 2;

/** Rejects when the connection fails or the signal aborts; everything about the content itself is a value. */
export async function readBody(
  stream: Readable,
  encodings: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Body> {
  const packed = await readUpTo(stream, maxBytes, signal);
  if (!packed) return { kind: 'too-large' };
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity');
  if (names.length > MAX_ENCODINGS) return { kind: 'broken' };
  let bytes = packed;
  for (const name of names.reverse()) {
    // A server that sends nothing has nothing to pack.
    if (bytes.length === 0) break;
    const unpacked = await unpack(bytes, name, maxBytes, signal);
    if (unpacked.kind !== 'whole') return unpacked;
    bytes = unpacked.bytes;
  }
  return { kind: 'whole', bytes };
}

async function unpack(packed: Buffer, encoding: string, maxBytes: number, signal: AbortSignal): Promise<Body> {
  const decoder = decoderFor(encoding, packed);
  if (!decoder) return { kind: 'broken' };
  decoder.end(packed);
  try {
    const bytes = await readUpTo(decoder, maxBytes, signal);
    return bytes ? { kind: 'whole', bytes } : { kind: 'too-large' };
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'broken' };
  }
}

function decoderFor(encoding: string, packed: Buffer) {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding !== 'deflate') return undefined;
  // Named for zlib's format; some servers send the bare one, and browsers read both.
  return ((packed[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

/** Undefined when there is more; the stream is destroyed then, and what it has not sent is never asked for. */
async function readUpTo(stream: Readable, maxBytes: number, signal: AbortSignal): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  await pipeline(
    stream,
    async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        size += chunk.length;
        if (size > maxBytes) break;
        chunks.push(chunk);
      }
    },
    { signal },
  ).catch((error: unknown) => {
    if (size <= maxBytes) throw error;
  });
  return size > maxBytes ? undefined : Buffer.concat(chunks);
}
