/** The stage: a text speaks only where the field itself gave nothing, and says where its value stood. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../support/fastCheck.ts';
import type { Network } from '../../../src/model/network.ts';
import { withContactInTexts } from '../../../src/read/texts/contact.ts';
import { hostile } from '../../support/hostileText.ts';
import { anObservation, type Values } from '../../support/subject.ts';

const WITH_FIELDS: Pick<Network, 'places'> = { places: { websites: [], phones: [], emails: [], address: [] } };
const BIO = '📞 020-1234567 | info@voorbeeld.nl | Dam 1, Amsterdam | voorbeeld.nl';

const read = (values: Values, places = {}, network = WITH_FIELDS) =>
  withContactInTexts(anObservation(values, places), network);

describe('contact data in texts', () => {
  test('are readings with the origin of their text', () => {
    const place = { origin: 'api', source: 'api', locator: 'description', isUnmet: true } as const;
    const found = read({ name: 'Voorbeeld', bio: BIO }, { bio: place });
    const within = { ...place, within: 'bio' };
    expect(found.phones).toEqual({ ...within, value: ['020-1234567'] });
    expect(found.emails).toEqual({ ...within, value: ['info@voorbeeld.nl'] });
    expect(found.address).toMatchObject({ ...within, value: { text: 'Dam 1, Amsterdam' } });
    expect(found.websites).toBeUndefined();
    expect(found.bio).toEqual({ ...place, value: BIO });
  });

  test('a website only where the network has no field for it', () => {
    expect(read({ bio: BIO }, {}, { places: {} }).websites).toMatchObject({ value: ['voorbeeld.nl'], within: 'bio' });
    expect(read({ bio: BIO, websites: null }).websites).toMatchObject({ value: null });
  });

  test('what the field itself says stands', () => {
    const found = read({ bio: BIO, phones: ['030-7654321'], emails: ['a@voorbeeld.nl'] });
    expect(found.phones?.value).toEqual(['030-7654321']);
    expect(found.emails?.value).toEqual(['a@voorbeeld.nl']);
  });

  test('an empty field gives way to the text, and stays empty without it', () => {
    expect(read({ bio: BIO, phones: null }).phones).toMatchObject({ value: ['020-1234567'], within: 'bio' });
    const empty = read({ bio: 'Samen sterk', phones: null });
    expect(empty.phones?.value).toBeNull();
    expect(empty.phones?.within).toBeUndefined();
  });

  test('nothing in the text leaves the field out', () => {
    const values = { name: 'Voorbeeld', bio: 'Samen sterk sinds 1987', tagline: null };
    expect(read(values)).toEqual(anObservation(values));
  });

  test('the long text first, then the short one', () => {
    const found = read({ bio: 'Bel 020-1234567', tagline: 'Bel 030-7654321, mail info@voorbeeld.nl' });
    expect(found.phones).toMatchObject({ value: ['020-1234567'], within: 'bio' });
    expect(found.emails).toMatchObject({ value: ['info@voorbeeld.nl'], within: 'tagline' });
  });

  test('of a text that was cut, what is whole is not cut', () => {
    const found = read({ bio: 'info@voorbeeld.nl | 020-123456' }, { bio: { truncated: true } });
    expect(found.emails?.truncated).toBeUndefined();
    expect(found.phones).toBeUndefined();
  });

  test('any text at all is read without a fault', () => {
    const unit = fc.oneof(
      hostile,
      fc.constantFrom(...'+0123456789()./-@ \n|…•,ABab'),
      fc.constantFrom('020', '1012 JS', 'Dam ', 'info@', '.nl', 'NL91ABNA', '📞', '\uD83D', 'https://'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 200 }), fc.boolean(), (parts, truncated) => {
        const bio = parts.join('');
        const { phones, address } = read({ bio }, { bio: { truncated } });
        for (const phone of phones?.value ?? []) expect(phone.replace(/\D/g, '').length).toBeGreaterThan(4);
        expect(address?.value?.city ?? 'Amsterdam').toMatch(/\p{Lu}/u);
      }),
      { numRuns: 200 },
    );
  });
});
