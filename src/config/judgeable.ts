/** What the rules can judge of a file, whatever else is wrong with it: all mistakes are told at once. */

import { type Fields, isFields, isList } from './located.ts';

export interface JudgeableBio {
  readonly text: string | undefined;
  readonly anyOf: readonly (string | undefined)[];
  readonly maxLength: number | undefined;
}

export interface JudgeablePhrase {
  readonly networks: readonly (string | undefined)[];
}

export interface JudgeablePart {
  readonly logos: readonly { readonly file: string | undefined }[];
  readonly banners: readonly {
    readonly file: string | undefined;
    readonly networks: readonly (string | undefined)[];
  }[];
  readonly bios: readonly JudgeableBio[];
  readonly requiredPhrases: readonly JudgeablePhrase[];
  readonly forbiddenPhrases: readonly JudgeablePhrase[];
  readonly kvk: string | undefined;
  readonly vat: string | undefined;
  readonly former: { readonly kvk: readonly (string | undefined)[]; readonly vat: readonly (string | undefined)[] };
}

export interface JudgeableProfile {
  readonly id: string | undefined;
  readonly network: string | undefined;
  readonly url: string | undefined;
  readonly location: string | undefined;
  readonly pin: string | undefined;
  readonly intent: string | undefined;
  readonly hasUntil: boolean;
  readonly dormantAfter: string | undefined;
  readonly waivers: readonly { readonly check: string | undefined }[];
  readonly seen: readonly { readonly at: string | undefined; readonly newestPost: string | undefined }[];
  readonly expect: JudgeablePart;
}

/** Lists keep their length, so that an index here is an index in the file. */
export interface Judgeable {
  readonly brand: JudgeablePart & { readonly importantNetworks: readonly (string | undefined)[] };
  readonly locations: readonly (JudgeablePart & { readonly id: string | undefined })[];
  readonly profiles: readonly JudgeableProfile[];
  readonly settings: {
    readonly dormantAfter: string | undefined;
    readonly importMaxAge: string | undefined;
    readonly handSeenFor: string | undefined;
    readonly keepCaptures: string | undefined;
    readonly networks: readonly { readonly id: string; readonly dormantAfter: string | undefined }[];
    readonly controls: readonly {
      readonly id: string;
      readonly known: string | undefined;
      readonly impossible: string | undefined;
    }[];
  };
}

export function judgeable(value: unknown): Judgeable {
  const { brand, locations, profiles, settings } = fields(value);
  return {
    brand: { ...part(brand), importantNetworks: list(fields(brand).importantNetworks).map(text) },
    locations: list(locations).map((one) => ({ ...part(one), id: text(fields(one).id) })),
    profiles: list(profiles).map(profile),
    settings: {
      dormantAfter: text(fields(settings).dormantAfter),
      importMaxAge: text(fields(settings).importMaxAge),
      handSeenFor: text(fields(settings).handSeenFor),
      keepCaptures: text(fields(settings).keepCaptures),
      networks: ofNetworks(fields(settings).networks).map(([id, network]) => ({
        id,
        dormantAfter: text(fields(network).dormantAfter),
      })),
      controls: ofNetworks(fields(settings).controls).map(([id, control]) => ({
        id,
        known: text(fields(control).known),
        impossible: text(fields(control).impossible),
      })),
    },
  };
}

function profile(value: unknown): JudgeableProfile {
  const { id, network, url, location, pin, intent, until, dormantAfter, waivers, seen, expect } = fields(value);
  return {
    id: text(id),
    network: text(network),
    url: text(url),
    location: text(location),
    pin: text(pin),
    intent: text(intent),
    hasUntil: until !== undefined,
    dormantAfter: text(dormantAfter),
    waivers: list(waivers).map((waiver) => ({ check: text(fields(waiver).check) })),
    seen: list(seen).map((look) => ({ at: text(fields(look).at), newestPost: text(fields(look).newestPost) })),
    expect: part(expect),
  };
}

function part(value: unknown): JudgeablePart {
  const { logos, banners, bios, requiredPhrases, forbiddenPhrases, contact, former } = fields(value);
  return {
    logos: list(logos).map((logo) => ({ file: text(fields(logo).file) })),
    banners: list(banners).map((banner) => ({
      file: text(fields(banner).file),
      networks: list(fields(banner).networks).map(text),
    })),
    bios: list(bios).map((bio) => ({
      text: text(fields(bio).text),
      anyOf: list(fields(bio).anyOf).map(text),
      maxLength: number(fields(bio).maxLength),
    })),
    requiredPhrases: list(requiredPhrases).map(phrase),
    forbiddenPhrases: list(forbiddenPhrases).map(phrase),
    kvk: text(fields(contact).kvk),
    vat: text(fields(contact).vat),
    former: { kvk: list(fields(former).kvk).map(text), vat: list(fields(former).vat).map(text) },
  };
}

const phrase = (value: unknown): JudgeablePhrase => ({ networks: list(fields(value).networks).map(text) });

/** Entries by a network's id, without the user's own keys. */
const ofNetworks = (value: unknown) => Object.entries(fields(value)).filter(([id]) => !id.startsWith('x-'));

const fields = (value: unknown): Fields => (isFields(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (isList(value) ? value : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
