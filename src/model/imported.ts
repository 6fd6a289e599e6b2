/** What `bijwerken import` files: the values that were read on a saved page, and nothing else of that page. */

import type { Observation } from './observation.ts';

/** The content type of a captured document that holds such values instead of a page. */
export const IMPORT_TYPE = 'application/vnd.bijwerken.import+json';

/** A file in `imports/<profile id>/`; as a captured document it stands without `images`. */
export interface ImportFile {
  readonly bijwerkenImport: 1;
  readonly profile: string;
  readonly network: string;
  /** The account that the page was proved to be of, as profiles.json wrote it. */
  readonly address: string;
  /** When the page was saved: ISO 8601. */
  readonly savedAt: string;
  /** The file that was read. Its bytes are kept nowhere. */
  readonly from: { readonly kind: string; readonly sha256: string; readonly finalUrl: string };
  /** What proved the page to be of this account, in English. */
  readonly because: string;
  readonly observation: Observation;
  /** Logo and banner, drawn anew as PNG. */
  readonly images?: readonly ImportedImage[];
}

export interface ImportedImage {
  readonly url: string;
  /** The PNG in base64. */
  readonly png: string;
}
