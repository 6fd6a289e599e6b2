/** The archive's form on disk, and the border control for what is read back: an archive can come from anywhere. */

import {
  type Capture,
  type CapturedDocument,
  type CapturedImage,
  type CapturedLink,
  CERTIFICATE_FAULTS,
  SOURCES,
} from '../model/capture.ts';
import { isUrl } from '../model/isUrl.ts';

/** What `run.json` says: by this time waivers and campaigns are judged when the run is replayed. */
export interface ArchivedRun {
  readonly version: 1;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Name and version of the tool that stored it. */
  readonly tool: string;
}

export interface ArchivedCapture extends Omit<Capture, 'documents' | 'screenshot'> {
  /** `stored` names the body's file by its hash; null for an empty one. */
  readonly documents: readonly (Omit<CapturedDocument, 'body'> & { readonly stored: string | null })[];
  readonly screenshot: string | null;
}

export interface ArchivedProfile {
  readonly version: 1;
  readonly profile: string;
  readonly network: string;
  readonly url: string;
  readonly captures: readonly ArchivedCapture[];
  readonly images: readonly (Omit<CapturedImage, 'bytes'> & { readonly stored: string | null })[];
  /** Left out when no link was asked, and in archives from before links were. */
  readonly links?: readonly (Omit<CapturedLink, 'body'> & { readonly stored: string | null })[];
}

type Fields = Readonly<Record<string, unknown>>;

export const isArchivedRun = (value: unknown): value is ArchivedRun =>
  isObject(value) && value.version === 1 && isInstant(value.startedAt) && isText(value.tool);

export const isArchivedProfile = (value: unknown): value is ArchivedProfile =>
  isObject(value) &&
  value.version === 1 &&
  [value.profile, value.network, value.url].every(isText) &&
  isList(value.captures, isCapture) &&
  isList(value.images, isImage) &&
  (value.links === undefined || isList(value.links, isLink));

const isCapture = (value: unknown) =>
  isObject(value) &&
  SOURCES.some((source) => source === value.source) &&
  (value.look === 1 || value.look === 2) &&
  isInstant(value.at) &&
  isHashOrNull(value.screenshot) &&
  isList(value.documents, isDocument);

const isDocument = (value: unknown) =>
  isObject(value) &&
  isText(value.document) &&
  (value.consent === undefined || isText(value.consent)) &&
  isAnswer(value) &&
  isAddress(value.requestedUrl) &&
  isTrail(value);

const isLink = (value: unknown) =>
  isObject(value) &&
  isAddress(value.url) &&
  (value.look === 1 || value.look === 2) &&
  isAnswer(value) &&
  isTrail(value);

const isTrail = (value: Fields) => isAddress(value.finalUrl) && isList(value.redirects, isText);

const isImage = (value: unknown) => isObject(value) && isText(value.url) && isAnswer(value);

const isAnswer = (value: Fields) =>
  typeof value.status === 'number' &&
  (value.contentType === null || isText(value.contentType)) &&
  isInstant(value.at) &&
  isText(value.sha256) &&
  isHashOrNull(value.stored) &&
  // The hash that the report quotes is that of the bytes beside it.
  (value.stored === null || value.stored === value.sha256) &&
  (value.retryAfter === undefined || typeof value.retryAfter === 'number') &&
  (value.failure === undefined || isFailure(value.failure));

const FAILURES: readonly string[] = [
  'network-error',
  'timeout',
  'too-large',
  'too-many-redirects',
  'refused-address',
  'not-text',
  'crashed',
  'no-browser',
  'interrupted',
  'robots',
  'robots-unasked',
  'too-old',
];

const isFailure = (value: unknown) =>
  isObject(value) &&
  FAILURES.includes(String(value.kind)) &&
  isText(value.detail) &&
  (value.certificate === undefined || CERTIFICATE_FAULTS.some((fault) => fault === value.certificate));
const isHashOrNull = (value: unknown) => value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isAddress = (value: unknown) => isText(value) && isUrl(value);
const isInstant = (value: unknown) => isText(value) && !Number.isNaN(Date.parse(value));
const isList = (value: unknown, isItem: (item: unknown) => boolean) => Array.isArray(value) && value.every(isItem);
