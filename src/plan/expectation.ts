/** Merges brand, location and profile into what is expected of one profile, and cuts it to the network's limits. */

import type {
  AddressEntry,
  BannerEntry,
  BioEntry,
  BrandPart,
  Config,
  ContactEntry,
  LogoEntry,
  PhraseEntry,
  ProfileEntry,
  Settings,
} from '../model/config.ts';
import type { Expectation, Expected, ExpectedBanner, ExpectedBio, ExpectedLogo, Layer } from '../model/expectation.ts';
import type { TextLimit } from '../model/network.ts';
import { lengthOf } from './length.ts';

interface LayeredPart {
  readonly layer: Layer;
  readonly part: BrandPart;
}

/** What a profile is compared with. Fields that the brand leaves open are left out. */
export function expectationOf(
  config: Config,
  entry: ProfileEntry,
  handle: string,
  limits: { readonly bio?: TextLimit },
): Expectation {
  const layers = layersOf(config, entry);
  const language = entry.language ?? config.settings.language;
  const name = nearest(layers, (part) => part.name);
  const contact = <K extends keyof ContactEntry>(key: K) => nearest(layers, (part) => part.contact?.[key]);
  const logos = nearest(layers, (part) => part.logos);
  const banners = bannersOf(
    nearest(layers, (part) => part.banners),
    entry.network,
    config,
  );
  const bios = nearest(layers, (part) => part.bios);
  const address = mergedAddress(layers);
  const phones = nonEmpty(contact('phones'));
  const emails = nonEmpty(contact('emails'));
  const website = contact('website');
  const kvk = contact('kvk');
  const vat = contact('vat');
  const phrases = (list: readonly PhraseEntry[]) => phrasesFor(list, entry.network, language);
  const required = phrases(nearest(layers, (part) => part.requiredPhrases)?.value ?? []);
  return {
    language,
    handle,
    ...(name ? { name: { ...name, aliases: nearest(layers, (part) => part.aliases)?.value ?? [] } } : {}),
    ...bioOf(bios, language, limits.bio),
    ...(website ? { website } : {}),
    ...(emails ? { emails } : {}),
    ...(phones ? { phones } : {}),
    ...(address ? { address } : {}),
    ...(kvk ? { kvk } : {}),
    ...(vat ? { vat } : {}),
    ...(logos && logos.value.length > 0 ? { logos: { from: logos.from, value: logoFiles(logos.value, config) } } : {}),
    ...(banners ? { banners } : {}),
    activity: {
      intent: entry.intent ?? 'active',
      dormantAfter: entry.dormantAfter ?? dormantAfterOn(entry.network, config.settings),
      until: entry.until ?? null,
      activeMonths: entry.activeMonths ?? [],
      bigAudience: config.settings.bigAudience,
    },
    ...(entry.pin ? { pin: entry.pin } : {}),
    formerNames: union(layers, (part) => part.formerNames),
    ...(required.length > 0 ? { requiredPhrases: required } : {}),
    forbiddenPhrases: phrases(layers.flatMap(({ part }) => part.forbiddenPhrases ?? [])),
    former: {
      phones: union(layers, (part) => part.former?.phones),
      websites: union(layers, (part) => part.former?.websites),
      emails: union(layers, (part) => part.former?.emails),
      kvk: union(layers, (part) => part.former?.kvk),
      vat: union(layers, (part) => part.former?.vat),
    },
    country: countryOf(layers) ?? 'NL',
  };
}

const dormantAfterOn = (network: string, { networks, dormantAfter }: Settings): string =>
  networks[network]?.dormantAfter ?? dormantAfter;

/** Nearest to the profile first. */
export function layersOf(config: Config, entry: ProfileEntry): LayeredPart[] {
  const location = config.locations.find(({ id }) => id === entry.location);
  return [
    { layer: 'profile', part: entry.expect ?? {} },
    ...(location ? [{ layer: 'location', part: location } as const] : []),
    { layer: 'brand', part: config.brand },
  ];
}

/** The layer nearest to the profile that says anything. */
export function nearest<T>(
  layers: readonly LayeredPart[],
  pick: (part: BrandPart) => T | undefined,
): Expected<NonNullable<T>> | undefined {
  for (const { layer, part } of layers) {
    const value = pick(part);
    if (value !== undefined && value !== null) return { value, from: layer };
  }
  return undefined;
}

/** The past adds up: what was wrong for the brand is wrong for a location too. */
const union = (layers: readonly LayeredPart[], pick: (part: BrandPart) => readonly string[] | undefined): string[] => [
  ...new Set(layers.flatMap(({ part }) => pick(part) ?? [])),
];

/** Those that hold for this network and language, each once. */
const phrasesFor = (phrases: readonly PhraseEntry[], network: string, language: string): string[] => [
  ...new Set(
    phrases
      .map((each) => (typeof each === 'string' ? { phrase: each } : each))
      .filter((each) => each.networks?.includes(network) ?? true)
      .filter((each) => each.language === undefined || primary(each.language) === primary(language))
      .map(({ phrase }) => phrase),
  ),
];

const nonEmpty = <T>(expected: Expected<readonly T[]> | undefined) =>
  expected && expected.value.length > 0 ? expected : undefined;

const countryOf = (layers: readonly LayeredPart[]) => nearest(layers, (part) => part.contact?.address?.country)?.value;

/** An address is one fact: it is taken whole from the nearest layer; only the country is inherited. */
function mergedAddress(layers: readonly LayeredPart[]): Expected<AddressEntry> | undefined {
  const found = nearest(layers, (part) => part.contact?.address);
  if (!found || Object.keys(found.value).length === 0) return undefined;
  const country = countryOf(layers);
  return { from: found.from, value: country ? { ...found.value, country } : found.value };
}

function bioOf(
  bios: Expected<readonly BioEntry[]> | undefined,
  language: string,
  limit: TextLimit | undefined,
): { bio?: ExpectedBio } {
  const texts = bios?.value.filter((bio) => primary(bio.language) === primary(language)) ?? [];
  if (!bios || texts.length === 0) return {};
  const fits = texts
    .flatMap((entry) => textsOf(entry).map((text) => ({ text, entry })))
    .filter(({ text }) => !limit || lengthOf(text, limit.unit) <= limit.max);
  const longest = [...fits].sort((a, b) => lengthOf(b.text, 'characters') - lengthOf(a.text, 'characters'))[0];
  const others = fits.filter((bio) => bio !== longest);
  const equals = others.filter(({ entry }) => entry === longest?.entry).map(({ text }) => text);
  return {
    bio: {
      text: longest?.text ?? null,
      ...(equals.length > 0 ? { equals } : {}),
      alternatives: others.filter(({ entry }) => entry !== longest?.entry).map(({ text }) => text),
      limit: limit?.max ?? null,
      from: bios.from,
    },
  };
}

/** One text, or texts of which each is right. */
export const textsOf = ({ text, anyOf }: BioEntry): readonly string[] => anyOf ?? (text === undefined ? [] : [text]);

export const primary = (language: string) => language.split('-')[0]?.toLowerCase() ?? '';

function logoFiles(logos: readonly LogoEntry[], config: Config): ExpectedLogo[] {
  return logos.flatMap(({ file, role }) => {
    const image = config.images.get(file);
    return image ? [{ file, role, image }] : [];
  });
}

/** Those of the nearest layer that are for this network; none of them, and the banner is left open. */
function bannersOf(
  banners: Expected<readonly BannerEntry[]> | undefined,
  network: string,
  { images }: Config,
): Expected<readonly ExpectedBanner[]> | undefined {
  const value = (banners?.value ?? []).flatMap(({ file, networks }) => {
    const image = images.get(file);
    return image && (networks?.includes(network) ?? true) ? [{ file, image }] : [];
  });
  return banners && value.length > 0 ? { value, from: banners.from } : undefined;
}
