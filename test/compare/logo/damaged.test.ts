import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Logo } from '../../../src/compare/logo/compareLogo.ts';
import { compareLogo } from '../../../src/compare/logo/compareLogo.ts';
import { bars, kite, shown } from './marks.ts';

const primary: Logo = { image: kite(), role: 'primary' };
const VERDICTS = ['same', 'variant', 'outdated', 'placeholder', 'different', 'undecided'];
let files: Buffer[] = [];

beforeAll(async () => {
  const picture = await shown(bars(), { size: 64 });
  const formats = ['png', 'jpeg', 'webp', 'gif', 'avif'] as const;
  files = await Promise.all(formats.map((format) => picture.clone().toFormat(format).toBuffer()));
  files.push(bars());
});

const damage = fc.record({
  file: fc.nat(5),
  length: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), value: fc.nat(255) }), { maxLength: 12 }),
});

test('a damaged picture gets a verdict, and never that of the logo', async () => {
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, length, bytes }) => {
      const whole = files[file] ?? Buffer.alloc(0);
      const image = Buffer.from(whole.subarray(0, Math.ceil(length * whole.byteLength)));
      for (const { at, value } of bytes) image[Math.floor(at * image.byteLength)] = value;
      const { verdict, score } = await compareLogo(image, [primary]);
      expect(VERDICTS).toContain(verdict);
      expect(verdict).not.toBe('same');
      expect(score >= 0 && score <= 1).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a damaged logo of the brand rules nothing out', async () => {
  const observed = await (await shown(bars())).png().toBuffer();
  const broken: Logo = { image: kite().subarray(0, 60), role: 'variant' };
  expect(await compareLogo(observed, [primary, broken])).toMatchObject({
    verdict: 'undecided',
    reason: { code: 'unread-logo', args: { given: 2, unread: 1 } },
  });
});
