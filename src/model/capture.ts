/** What sources answered: immutable, serialisable, replayable. */

export type Source = 'api' | 'http' | 'browser' | 'session' | 'import' | 'hand';

/** Cheapest and most trustworthy first: the order in which the ladder is climbed. */
export const SOURCES: readonly Source[] = ['api', 'http', 'browser', 'session', 'import', 'hand'];

export type Outcome =
  | 'profile'
  | 'not-found'
  | 'suspended'
  | 'login-wall'
  | 'challenge'
  | 'rate-limited'
  | 'network-error'
  | 'timeout'
  | 'unreadable';

export const OUTCOMES: readonly Outcome[] = [
  'profile',
  'not-found',
  'suspended',
  'login-wall',
  'challenge',
  'rate-limited',
  'network-error',
  'timeout',
  'unreadable',
];

/** Why a request gave no document that can be read. */
export type FailureKind =
  | 'network-error'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'refused-address'
  | 'not-text'
  | 'crashed'
  | 'no-browser'
  | 'interrupted'
  /** The site's robots.txt asks not to visit the page. */
  | 'robots'
  /** The site's robots.txt could not be asked, so nothing else was. */
  | 'robots-unasked'
  /** A saved page that is older than the settings allow. */
  | 'too-old';

/** What is wrong with a certificate, where TLS itself says so beyond doubt. */
export type CertificateFault = 'expired' | 'other-name' | 'self-signed';

export const CERTIFICATE_FAULTS: readonly CertificateFault[] = ['expired', 'other-name', 'self-signed'];

export interface Failure {
  readonly kind: FailureKind;
  /** One plain sentence in English, free of secrets. */
  readonly detail: string;
  readonly certificate?: CertificateFault;
}

/** One request that a source makes for a profile. */
export interface PageRequest {
  /** Names the document for the adapter's places: `page`, `account`, `posts` … */
  readonly document: string;
  readonly url: string;
  readonly accept: 'html' | 'json' | 'feed';
  readonly headers?: Readonly<Record<string, string>>;
  /** The JSON that is posted, by interfaces that want their questions so; left out for a plain request. */
  readonly posts?: string;
  /** The parameter of the address that is a secret: no other host gets it, and none in the open. */
  readonly secret?: string;
}

/** One answer, headers cut to the few that carry meaning. */
export interface CapturedDocument {
  readonly document: string;
  readonly requestedUrl: string;
  /** Where redirects ended; equal to `requestedUrl` when nothing was answered. */
  readonly finalUrl: string;
  /** Every address that redirected, in order, without `finalUrl`. */
  readonly redirects: readonly string[];
  /** HTTP status of the final answer; 0 when there was none. */
  readonly status: number;
  readonly contentType: string | null;
  /** Seconds the server asked to wait, from `Retry-After`. */
  readonly retryAfter?: number;
  /** ISO 8601 instant at which the answer was complete. */
  readonly at: string;
  /** Text, decoded; '' when there is none. In the browser: the DOM after scripts. */
  readonly body: string;
  /** SHA-256 of the body as UTF-8, in hex. */
  readonly sha256: string;
  /** What the page's question about cookies was answered with, before this was read: always a refusal. */
  readonly consent?: string;
  readonly failure?: Failure;
}

/** What one source answered for one profile. */
export interface Capture {
  readonly source: Source;
  /** 1, or 2 for the second look that confirms an absence. */
  readonly look: 1 | 2;
  /** True: through the official interface, with a token. */
  readonly official?: true;
  readonly at: string;
  readonly documents: readonly CapturedDocument[];
  /** PNG of the page as a guest saw it; browser only. */
  readonly screenshot?: Uint8Array;
}

/** A logo or banner that a profile shows, fetched as it stood there. */
export interface CapturedImage {
  readonly url: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly at: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes in hex. */
  readonly sha256: string;
  readonly failure?: Failure;
}

/** Whether the picture itself came: what a server sends along with an error is not the profile's. */
export const isLoaded = ({ failure, status, bytes }: CapturedImage): boolean =>
  failure === undefined && status < 400 && bytes.length > 0;

/** What answered at an address that a profile shows as its website: where it leads, and whether anything is there. */
export interface CapturedLink extends Omit<CapturedDocument, 'document' | 'requestedUrl'> {
  /** The address that was asked. */
  readonly url: string;
  /** 2 when it was asked once more, because the first answer was that nothing is there. */
  readonly look: 1 | 2;
}

/** All that was captured of one profile in one run; what `captures/<profile id>/` stores. */
export interface ProfileCapture {
  readonly profile: string;
  readonly network: string;
  readonly url: string;
  readonly captures: readonly Capture[];
  readonly images: readonly CapturedImage[];
  /** Left out when no link was asked. */
  readonly links?: readonly CapturedLink[];
}
