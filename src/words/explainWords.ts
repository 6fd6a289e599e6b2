/** The shape of the words of `bijwerken explain`, for whoever keeps profiles.json. */

export interface ExplainWords {
  readonly headings: Readonly<Record<'expected' | 'phrases' | 'past' | 'activity' | 'checks' | 'waivers', string>>;
  readonly labels: Readonly<
    Record<
      'account' | 'language' | 'location' | 'owner' | 'sources' | 'intent' | 'silence' | 'until' | 'months',
      string
    >
  >;
  readonly networkStates: Readonly<Record<'unread' | 'closed', (network: string) => string>>;
  readonly layers: Readonly<Record<'brand' | 'profile' | 'address', string>>;
  readonly location: (id: string) => string;
  readonly from: (origin: string) => string;
  readonly or: (value: string) => string;
  readonly rightToo: (values: string) => string;
  readonly nothing: string;
  readonly noneFits: (max: string) => string;
  readonly limit: (max: string, length: string, fits: boolean) => string;
  readonly units: Readonly<Record<'characters' | 'graphemes', (amount: string) => string>>;
  readonly room: (max: string) => string;
  readonly textUses: Readonly<Record<'used' | 'equal' | 'shorter' | 'too-long' | 'other-language', string>>;
  readonly textOf: (length: string, use: string) => string;
  readonly lacks: (phrase: string) => string;
  readonly mustHold: string;
  readonly mayNotHold: string;
  readonly languageFrom: Readonly<Record<'profile' | 'settings', string>>;
  readonly silenceFrom: Readonly<Record<'profile' | 'network' | 'settings', string>>;
  readonly states: Readonly<
    Record<'off' | 'ignored' | 'left-open' | 'network-closed' | 'network-unread' | 'not-on-network', string>
  >;
  /** Of a field that no check of this version looks at. */
  readonly notYet: string;
  readonly asked: (severity: string, isSet: boolean) => string;
  readonly waiver: (accepts: string, until: string, lapsed: boolean) => string;
  readonly because: (reason: string, owner: string) => string;
}
