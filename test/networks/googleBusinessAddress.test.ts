/** Whose an address of Google Maps is: one place has one number, in whichever form it stands in the address. */

import { describe, expect, test } from 'vitest';
import { cidInPlaceId, placeIdOf } from '../../src/networks/googleBusinessAddress.ts';
import { findNetwork } from '../../src/networks/index.ts';

const PAIR = '0x47c6b7a1d2e3f405:0x5a1c9d0e7b6f3a21';
const CID = '6493237448287402529';
const PLACE_ID = 'ChIJBfTj0qG3xkcRITpvew6dHFo';

describe('Google', () => {
  test.each([
    `https://www.google.com/maps?cid=${CID}`,
    `https://maps.google.com/?cid=${CID}&hl=nl&gl=nl`,
    `http://maps.google.nl/maps?cid=${CID}`,
    `https://www.google.co.uk/maps/place/Voorbeeld/@52.1,5.1,17z/data=!3m1!4b1!4m6!3m5!1s${PAIR}!8m2!3d52!4d5?entry=ttu`,
    `https://www.google.nl/maps/place/Voorbeeld/data=!4m2!3m1!1s0x0%3A0x5a1c9d0e7b6f3a21`,
    `https://maps.google.com/?ftid=${PAIR}`,
    `https://www.google.com/maps/place/?q=place_id:${PLACE_ID}`,
    `https://www.google.com/maps/search/?api=1&query=Voorbeeld&query_place_id=${PLACE_ID}`,
    `https://search.google.com/local/writereview?placeid=${PLACE_ID}`,
    `https://www.google.com/maps/preview/place?authuser=0&pb=!1m18!1s${PAIR}!3m12`,
    `https://places.googleapis.com/v1/places/${PLACE_ID}?fields=id`,
    `https://maps.googleapis.com/maps/api/place/details/json?place_id=${PLACE_ID}&key=x`,
  ])('%s', (address) => {
    const expected = {
      handle: CID,
      kind: 'cid',
      host: 'www.google.com',
      url: `https://www.google.com/maps?cid=${CID}`,
    };
    expect(findNetwork('google-business')?.recognise(new URL(address))).toEqual(expected);
  });

  test.each([
    ['https://maps.app.goo.gl/AbCd12?g_st=ic', 'AbCd12', 'https://maps.app.goo.gl/AbCd12'],
    ['https://goo.gl/maps/AbCd12', 'AbCd12', 'https://goo.gl/maps/AbCd12'],
    ['https://g.page/voorbeeld/review?rc', 'voorbeeld', 'https://g.page/voorbeeld'],
    ['https://g.page/r/CYsq_1/review', 'r/CYsq_1', 'https://g.page/r/CYsq_1'],
    [
      'https://www.google.com/maps/place/Stichting+Voorbeeld,+Utrecht/@52.1,5.1,17z',
      'Stichting Voorbeeld, Utrecht',
      'https://www.google.com/maps/place/Stichting+Voorbeeld,+Utrecht',
    ],
  ])('%s', (address, handle, url) => {
    const network = findNetwork(address);
    expect(network?.id).toBe('google-business');
    expect(network?.recognise(new URL(address))).toMatchObject({ handle, url });
  });

  test.each([
    'https://www.google.com/search?q=voorbeeld',
    'https://www.google.com/maps',
    'https://www.google.com/maps/@52.1,5.1,17z',
    'https://www.google.com/maps/search/voorbeeld/',
    'https://www.google.com/maps/dir/a/b',
    'https://www.google.com/maps?cid=0',
    'https://maps.app.goo.gl/',
  ])('%s names no place', (address) => {
    expect(findNetwork('google-business')?.recognise(new URL(address))).toBeNull();
  });

  test.each(['https://google.com.example/maps?cid=1', 'https://sites.google.com/view/voorbeeld'])(
    '%s is not of Google Maps',
    (address) => expect(findNetwork(address)?.id).toBe('website'),
  );

  test('a Place ID and the two numbers are the same thing', () => {
    expect(placeIdOf(PAIR)).toBe(PLACE_ID);
    expect(cidInPlaceId(PLACE_ID)).toBe(CID);
    expect(placeIdOf('0x0:0x5a1c9d0e7b6f3a21')).toBeUndefined();
    expect(cidInPlaceId('EhxWb29yYmVlbGRzdHJhYXQgMSwgVXRyZWNodA')).toBeUndefined();
    expect(cidInPlaceId('ChIJ')).toBeUndefined();
  });
});
