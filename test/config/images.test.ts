import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aConfig, loaded, mistakes, SVG } from './writing.ts';

const logos = (...files: string[]) => files.map((file) => ({ file, role: 'primary' }));
const withLogos = (...files: string[]) => aConfig({ brand: { name: 'V', logos: logos(...files) } });

describe('image files that are no image', () => {
  test.each<readonly [string, string, string]>([
    ['missing', 'none.svg', '"none.svg" does not exist (looked for <folder>/none.svg).'],
    ['a folder', '.', '"." is not a file.'],
    ['text', 'broken.png', '"broken.png" is not an image that can be read.'],
    ['empty', 'empty.png', '"empty.png" is not an image that can be read.'],
    ['too large', 'large.png', '"large.png" is 15728641 bytes; at most 15728640 are read.'],
    ['under a file', 'empty.png/logo.svg', '"empty.png/logo.svg" cannot be read (ENOTDIR).'],
    ['a name that no disk has', 'a\u0000b.png', '"a\\u0000b.png" cannot be read (ERR_INVALID_ARG_VALUE).'],
    [
      'on the web',
      'https://voorbeeld.nl/logo.png',
      '"https://voorbeeld.nl/logo.png" does not exist (looked for <folder>/https:/voorbeeld.nl/logo.png).',
    ],
  ])('%s', async (_, file, message) => {
    const files = { 'broken.png': 'no image', 'empty.png': '', 'large.png': new Uint8Array(15 * 1024 * 1024 + 1) };
    expect(await mistakes(loaded(withLogos(file), files))).toEqual([
      `f:7:17 /brand/logos/0/file: the image ${message}`,
    ]);
  });

  test('wherever they are named, each place of its own', async () => {
    const content = {
      ...aConfig({}, { expect: { banners: [{ file: 'c.png' }] } }),
      locations: [{ id: 'u', logos: logos('b.png') }],
      brand: { name: 'V', logos: logos('a.png', 'a.png') },
    };
    expect((await mistakes(loaded(content))).map((line) => line.replace(/ does not.*/, ''))).toEqual([
      'f:7:17 /brand/logos/0/file: the image "a.png"',
      'f:11:17 /brand/logos/1/file: the image "a.png"',
      'f:24:21 /profiles/0/expect/banners/0/file: the image "c.png"',
      'f:35:19 /locations/0/logos/0/file: the image "b.png"',
    ]);
  });
});

test('images are read from beside profiles.json, once, with their hash', async () => {
  const { config } = await loaded(withLogos('brand/logo.svg', 'brand/logo.svg', './brand/logo.svg'), {
    'brand/logo.svg': SVG,
  });
  const sha256 = createHash('sha256').update(SVG).digest('hex');
  expect([...config.images.keys()]).toEqual(['brand/logo.svg', './brand/logo.svg']);
  expect(config.images.get('brand/logo.svg')).toEqual({ file: 'brand/logo.svg', bytes: Buffer.from(SVG), sha256 });
});
