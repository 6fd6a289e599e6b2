import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseEmail } from '../../src/compare/email.ts';
import { hostile } from '../support/hostileText.ts';

describe('normaliseEmail', () => {
  test.each([
    'info@voorbeeld.nl',
    'Info@Voorbeeld.NL',
    ' info@voorbeeld.nl ',
    'mailto:info@voorbeeld.nl',
    'MAILTO:info@voorbeeld.nl?subject=Vraag',
    'info [at] voorbeeld.nl',
    'info(at)voorbeeld.nl',
    'info [at] voorbeeld [dot] nl',
    'info at voorbeeld punt nl',
    'info apenstaartje voorbeeld.nl',
    'E-mail: info@voorbeeld.nl',
    '<info@voorbeeld.nl>',
    'Communicatie <info@voorbeeld.nl>',
    'info@voorbeeld.nl.',
    'in\u200Bfo@voorbeeld.nl',
    'info＠voorbeeld.nl',
    'mailto:info%40voorbeeld.nl',
  ])('%j is info@voorbeeld.nl', (text) => {
    expect(normaliseEmail(text)).toBe('info@voorbeeld.nl');
  });

  test.each([
    ['pers+media@voorbeeld.nl', 'pers+media@voorbeeld.nl'],
    ['info@voorbeeld.nl of bel ons', 'info@voorbeeld.nl'],
    ['info@voorbeeld.nl!', 'info@voorbeeld.nl'],
    ['info@stichting-voorbeeld.nl', 'info@stichting-voorbeeld.nl'],
    ['jan.de.vries@sub.voorbeeld.nl', 'jan.de.vries@sub.voorbeeld.nl'],
    ['info@café.nl', 'info@xn--caf-dma.nl'],
    ["o'neil@voorbeeld.nl", "o'neil@voorbeeld.nl"],
    ["'info@voorbeeld.nl'", 'info@voorbeeld.nl'],
  ])('%s is %s', (text, address) => {
    expect(normaliseEmail(text)).toBe(address);
  });

  test('letters of another alphabet make another address', () => {
    expect(normaliseEmail('info@vооrbeeld.nl')).not.toBe('info@voorbeeld.nl');
    expect(normaliseEmail('infо@voorbeeld.nl')).not.toBe('info@voorbeeld.nl');
  });

  test.each([
    '',
    'info',
    'info@',
    '@voorbeeld.nl',
    'i***@voorbeeld.nl',
    'info@voor…',
    'voorbeeld.nl',
    'a@b',
    'Stuur een bericht',
  ])('%j holds no address', (text) => {
    expect(normaliseEmail(text)).toBeNull();
  });

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), hostile), (text) => {
        const once = normaliseEmail(text);
        expect(once === null || normaliseEmail(once) === once).toBe(true);
      }),
    );
  });

  test('a million signs are no address', () => {
    expect(normaliseEmail('a@'.repeat(500_000))).toBeNull();
  });
});
