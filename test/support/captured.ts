/** Builders of captures: what a source answered, with hashes that fit. */

import { createHash } from 'node:crypto';
import type {
  Capture,
  CapturedDocument,
  CapturedImage,
  CapturedLink,
  ProfileCapture,
} from '../../src/model/capture.ts';
import { AT } from './subject.ts';

const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

export const aDocument = (parts: Partial<CapturedDocument> = {}): CapturedDocument => ({
  document: 'page',
  requestedUrl: 'https://netwerk.example/p',
  finalUrl: 'https://netwerk.example/p',
  redirects: [],
  status: 200,
  contentType: 'text/html; charset=utf-8',
  at: AT,
  body: '<p>page</p>',
  sha256: hash(parts.body ?? '<p>page</p>'),
  ...parts,
});

export const aCapture = (parts: Partial<Capture> = {}): Capture => ({
  source: 'http',
  look: 1,
  at: AT,
  documents: [aDocument()],
  ...parts,
});

export const anImage = (parts: Partial<CapturedImage> = {}): CapturedImage => {
  const bytes = parts.bytes ?? Uint8Array.of(1, 2, 3);
  return {
    url: 'https://cdn.example/logo.png',
    status: 200,
    contentType: 'image/png',
    at: AT,
    bytes,
    sha256: hash(bytes),
    ...parts,
  };
};

export const aLink = ({ url = 'https://voorbeeld.nl/', ...parts }: Partial<CapturedLink> = {}): CapturedLink => {
  const { document: _, requestedUrl: __, ...answer } = aDocument({ finalUrl: url, ...parts });
  return { ...answer, url, look: parts.look ?? 1 };
};

export const aProfileCapture = (parts: Partial<ProfileCapture> = {}): ProfileCapture => ({
  profile: 'p',
  network: 'netwerk',
  url: 'https://netwerk.example/p',
  captures: [aCapture()],
  images: [],
  ...parts,
});
