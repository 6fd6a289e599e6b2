import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { compareLogo } from '../../../src/compare/logo/compareLogo.ts';
import { decode } from '../../../src/compare/logo/decode.ts';
import { describeImage } from '../../../src/compare/logo/describeImage.ts';
import { pixelHash } from '../../../src/compare/logo/pixelHash.ts';
import { safePng } from '../../../src/compare/logo/reencode.ts';
import { looksLikeSvg, selfContainedSvg } from '../../../src/compare/logo/svg.ts';
import { kite, shown } from './marks.ts';

const svg = (body: string, before = '') =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${body}</svg>`,
  );

describe('limits', () => {
  it('refuses a PNG that declares 60000 × 60000, without the memory for it', async () => {
    const bomb = bombPng(60_000, 60_000);
    const before = process.memoryUsage().rss;
    expect(await decode(bomb)).toBe('too-many-pixels');
    expect(await describeImage(bomb)).toBeNull();
    expect(await safePng(bomb, { maxSize: 100 })).toBeNull();
    await expect(pixelHash(bomb)).rejects.toThrow('too-many-pixels');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('draws a huge SVG small, and refuses one that is all length', async () => {
    const huge = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><rect width="9" height="9"/></svg>',
    );
    expect(await describeImage(huge)).toMatchObject({ format: 'svg', width: 512, height: 512 });
    const tiny = Buffer.from(svg('<rect width="9" height="9"/>'));
    expect(await describeImage(tiny)).toMatchObject({ format: 'svg', width: 512 });
  });
});

describe('SVG', () => {
  it('is told by its first tag', () => {
    expect(looksLikeSvg(svg(''))).toBe(true);
    expect(looksLikeSvg(svg('', '<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "a" "b">\n'))).toBe(
      true,
    );
    expect(looksLikeSvg(Buffer.from('<html><svg></svg></html>'))).toBe(false);
    expect(looksLikeSvg(Buffer.from('<svgfoo>'))).toBe(false);
    expect(looksLikeSvg(Buffer.from(`${'<!-- '.repeat(2000)}`))).toBe(false);
  });

  it.each([
    '<use href="#a"/>',
    '<use xlink:href="#a"/>',
    '<rect fill="url(#g)"/>',
    '<rect style="fill:url(\'#g\')"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<!-- https://voorbeeld.nl --><style><![CDATA[.a{fill:red}]]></style>',
  ])('may say %s', (body) => {
    expect(selfContainedSvg(svg(body))).not.toBeNull();
  });

  it.each([
    '<image href="http://voorbeeld.nl/a.png"/>',
    '<image xlink:href="file:///etc/passwd"/>',
    "<image xlink:href = '/etc/passwd'/>",
    '<image href="&#104;ttp://voorbeeld.nl/a.png"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<use href="other.svg#a"/>',
    '<rect fill="url(http://voorbeeld.nl/a.svg#g)"/>',
    '<style>@import "a.css";</style>',
    '<style>.a{fill:u\\72l(http://voorbeeld.nl)}</style>',
    '<xi:include href="#a"/>',
    '<g xml:base="http://voorbeeld.nl"/>',
    '<foreignObject><img src="http://voorbeeld.nl/a.png"/></foreignObject>',
  ])('may not say %s', (body) => {
    expect(selfContainedSvg(svg(body))).toBeNull();
  });

  it('may not declare entities, have style sheets elsewhere, or hide in another encoding', () => {
    expect(selfContainedSvg(svg('&a;', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'))).toBeNull();
    expect(selfContainedSvg(svg('', '<?xml-stylesheet href="#a"?>'))).toBeNull();
    expect(selfContainedSvg(Buffer.from(svg('').toString(), 'utf16le'))).toBeNull();
    expect(selfContainedSvg(svg('', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">'))).not.toBeNull();
  });

  it('asks nothing of the network', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const image = svg(`<image href="http://127.0.0.1:${port}/a.png" width="9" height="9"/>`);
    const reason = { code: 'not-an-image', args: { problem: 'svg-refers-outside' } };
    expect(await compareLogo(image, [{ image: kite(), role: 'primary' }])).toMatchObject({
      verdict: 'undecided',
      reason,
    });
    expect(await safePng(image, { maxSize: 100 })).toBeNull();
    expect(asked).toEqual([]);
    await new Promise((done) => server.close(done));
  });
});

describe('pixelHash', () => {
  it('is that of the pixels: not of the file, its metadata or hidden colours', async () => {
    const png = await (await shown(kite())).png().toBuffer();
    const hash = await pixelHash(png);
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(
      await pixelHash(
        await sharp(png)
          .withExif({ IFD0: { Artist: 'x' } })
          .png({ compressionLevel: 1 })
          .toBuffer(),
      ),
    ).toBe(hash);
    expect(await pixelHash(await sharp(png).webp({ lossless: true }).toBuffer())).toBe(hash);
    expect(await pixelHash(await sharp(png).flop().png().toBuffer())).not.toBe(hash);
    expect(await pixelHash(await sharp(png).resize(199).png().toBuffer())).not.toBe(hash);
  });

  it('is that of the upright picture', async () => {
    const upright = await (await shown(kite())).resize(180, 90, { fit: 'fill' }).png().toBuffer();
    const turned = await sharp(await sharp(upright).rotate(-90).png().toBuffer())
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    expect(await describeImage(turned)).toEqual({ width: 180, height: 90, format: 'png' });
    expect(await pixelHash(turned)).toBe(await pixelHash(upright));
  });
});

describe('safePng', () => {
  it('is a PNG, upright, no larger than asked, without metadata', async () => {
    const jpeg = await (await shown(kite(), { size: 300 }))
      .withMetadata({ orientation: 3, exif: { IFD0: { Artist: 'x' } } })
      .jpeg()
      .toBuffer();
    const safe = await safePng(jpeg, { maxSize: 120 });
    expect(safe).toMatchObject({ width: 120, height: 120 });
    const meta = await sharp(safe?.png).metadata();
    expect(meta).toMatchObject({ format: 'png', width: 120 });
    expect([meta.exif, meta.icc, meta.xmp, meta.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(await safePng(kite(), { maxSize: 64 })).toMatchObject({ width: 64, height: 64 });
  });

  it('never enlarges, and is null for what is no image', async () => {
    const small = await (await shown(kite(), { size: 40 })).png().toBuffer();
    expect(await safePng(small, { maxSize: 512 })).toMatchObject({ width: 40, height: 40 });
    expect(await safePng(Buffer.from('<html></html>'), { maxSize: 64 })).toBeNull();
  });
});

describe('bytes of any kind', () => {
  it('never make it throw', async () => {
    const files = [
      await (await shown(kite(), { size: 64 })).png().toBuffer(),
      await (await shown(kite(), { size: 64 })).jpeg().toBuffer(),
      await (await shown(kite(), { size: 64 })).webp().toBuffer(),
      await (await shown(kite(), { size: 64 })).gif().toBuffer(),
      kite(),
    ];
    const change = fc.record({ at: fc.nat(), value: fc.nat(255) });
    const mutated = fc.tuple(fc.constantFrom(...files), fc.array(change, { maxLength: 12 }), fc.nat());
    await fc.assert(
      fc.asyncProperty(mutated, async ([file, changes, cut]) => {
        const bytes = Uint8Array.from(file);
        for (const { at, value } of changes) bytes[at % bytes.length] = value;
        const end = cut % 4 === 0 ? cut % bytes.length : bytes.length;
        const part = bytes.subarray(0, end);
        const { score } = await compareLogo(part, [{ image: kite(), role: 'primary' }], { pictures: false });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        await safePng(part, { maxSize: 32 });
        await describeImage(part);
      }),
      { numRuns: 60 },
    );
  });

  it('are refused in time when an SVG is made to stall a pattern', () => {
    for (const piece of ['<!DOCTYPE ', 'href=', 'url( ', '<!--', '<a ', 'url("']) {
      const bytes = svg(piece.repeat(100_000));
      expect(typeof looksLikeSvg(bytes)).toBe('boolean');
      selfContainedSvg(bytes);
    }
  });
});

/** A valid header and an almost empty body. */
function bombPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 3, 0, 0, 0, 0, 1])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
