/** What is kept of a browser in which a person signed in to one network. Secret, every value of it. */

export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  /** Seconds since the epoch; -1 for one that ends with the browser. */
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'Strict' | 'Lax' | 'None';
}

export interface StoredItem {
  readonly name: string;
  readonly value: string;
}

/** What a browser holds: also the form that Playwright takes. */
export interface BrowserState {
  readonly cookies: readonly SessionCookie[];
  readonly origins: readonly { readonly origin: string; readonly localStorage: readonly StoredItem[] }[];
}

export interface Session extends BrowserState {
  readonly version: 1;
  readonly network: string;
  /** When the person signed in: ISO 8601. */
  readonly savedAt: string;
}

/** The content type of a captured document that holds what a signed-in page said of the profile, and nothing of its viewer. */
export const SIGNED_IN_TYPE = 'application/vnd.bijwerken.signed-in+json';

/** What stands where a secret was taken out of a text. */
export const SECRET_MARK = '[secret]';
