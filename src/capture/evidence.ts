/** Pictures for what deviates: of a page that plain HTTP gave, drawn by the browser without asking the network again. */

import type { Capture, ProfileCapture } from '../model/capture.ts';
import type { ProfileReading } from '../model/observation.ts';
import type { Capturing } from './capture.ts';

/** The capture with a picture of the page that decided; the capture itself when it has one, or none can be made. */
export async function photographPage(
  capture: ProfileCapture,
  { outcome, readings }: ProfileReading,
  { browser }: Pick<Capturing, 'browser'>,
  signal: AbortSignal,
): Promise<ProfileCapture> {
  const at = readings.findIndex((reading) => reading.outcome === outcome);
  const deciding = capture.captures[at];
  const [page] = deciding?.documents ?? [];
  if (!deciding || !page || capture.captures.some(({ screenshot }) => screenshot) || !isPage(deciding)) return capture;
  const screenshot = await browser.photograph(page, { signal });
  if (!screenshot) return capture;
  return { ...capture, captures: capture.captures.with(at, { ...deciding, screenshot }) };
}

/** An API's answer is no page: its text is the evidence. */
const isPage = ({ source, documents }: Capture): boolean =>
  source === 'http' && documents[0]?.body !== '' && /html/i.test(documents[0]?.contentType ?? '');
