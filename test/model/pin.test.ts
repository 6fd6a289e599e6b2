import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePins, pinIn } from '../../src/model/pin.ts';
import { accountAt, networks } from '../../src/networks/index.ts';
import { readCapture } from '../../src/read/read.ts';
import { fixturesOf } from '../support/fixtures.ts';

const kindsOf = (id: string) => networks.find((network) => network.id === id)?.pins ?? [];

describe.each(networks.filter(({ pins }) => pins).map((network) => [network.id, network] as const))(
  '%s',
  (id, network) => {
    const kinds = network.pins ?? [];

    test('every example is of its own kind', () => {
      expect(kinds.map(({ example }) => pinIn(kinds, example)?.kind.kind)).toEqual(kinds.map(({ kind }) => kind));
    });

    test('what its pages show is of a known kind', () => {
      const shown = fixturesOf(id).flatMap(({ account, capture }) => {
        const { observation } = readCapture(capture, network, accountAt(new URL(account), network));
        return observation?.pin?.value ?? [];
      });
      expect(shown.filter((pin) => pinIn(kinds, pin) === null)).toEqual([]);
    });
  },
);

test('a network that shows lasting ids says of which kinds', () => {
  expect(networks.filter(({ pins, places }) => places.pin && !pins).map(({ id }) => id)).toEqual([]);
});

test.each<readonly [string, string, string, string]>([
  ['linkedin', 'urn:li:organization:123', '123', 'same'],
  ['linkedin', 'urn:li:fsd_company:123', 'urn:li:organization:123', 'same'],
  ['linkedin', 'urn:li:fsd_school:123', 'urn:li:organization:123', 'unclear'],
  ['linkedin', 'urn:li:organization:123', 'urn:li:organization:124', 'other'],
  ['facebook', '100064000000001', '123456789012', 'unclear'],
  ['facebook', '61550000000001', '61550000000002', 'other'],
  ['instagram', '17841400000000001', '3640900328', 'unclear'],
  ['mastodon', '109876543210987654', '01F8MH5NBDF2MV7CTC4Q5128HF', 'unclear'],
  // Noted down before servers were: whatever else the list says of the account, its server is the one that is asked.
  ['mastodon', '77', '77@sociaal.example', 'same'],
  ['mastodon', '77', '78@sociaal.example', 'other'],
  ['mastodon', '77@sociaal.example', '77@Sociaal.example', 'same'],
  ['mastodon', '77@sociaal.example', '78@sociaal.example', 'other'],
  ['mastodon', '77@sociaal.example', '77@elders.example', 'unclear'],
  ['mastodon', '77@sociaal.example', '78@elders.example', 'unclear'],
  ['mastodon', '77@localhost:3000', '78@localhost:3000', 'other'],
  ['mastodon', '77@', '77', 'unclear'],
  ['google-business', 'ChIJBfTj0qG3xkcRITpvew6dHFo', 'ChIJBfTj0qG3xkcRITpvew6dHFp', 'unclear'],
  ['telegram', '-1001006503122', '1006503122', 'same'],
  ['bluesky', 'did:plc:abcdefghijklmnop234567aa', 'did:web:voorbeeld.example', 'unclear'],
  ['youtube', 'UCbwkVoorbeeld0000000000', 'UCbwkVoorbeeld0000000001', 'other'],
  ['website', '1', '2', 'unclear'],
])('%s: %s beside %s: %s', (id, one, other, expected) => {
  expect(comparePins(kindsOf(id), one, other)).toBe(expected);
  expect(comparePins(kindsOf(id), other, one)).toBe(expected);
});

test('any two texts: the order does not matter, itself is the same, and only known kinds differ', () => {
  const text = fc.oneof(fc.string(), fc.bigInt({ min: 0n, max: 10n ** 18n }).map(String));
  fc.assert(
    fc.property(fc.constantFrom(...networks), text, text, ({ pins = [] }, one, other) => {
      const compared = comparePins(pins, one, other);
      expect(comparePins(pins, other, one)).toBe(compared);
      expect(comparePins(pins, one, one)).toBe('same');
      if (compared === 'other')
        expect([pinIn(pins, one)?.kind, pinIn(pins, one)?.kind.mayChange]).toEqual([
          pinIn(pins, other)?.kind,
          undefined,
        ]);
    }),
  );
});
