/** What an audit can be told, what it tells while it runs, and what it gives back. */

import type { ConnectionOptions } from './connections.ts';
import type { ProfileAudit } from './model/audit.ts';
import type { Source } from './model/capture.ts';
import type { FailOn, Language } from './model/config.ts';
import type { Report } from './model/report.ts';
import type { Log } from './model/world.ts';
import type { Selection } from './plan/plan.ts';

/** What an audit can be told. Everything has the default that the README names. */
export interface AuditOptions extends ConnectionOptions, Selection {
  /** Path of profiles.json; default `profiles.json` in the working folder. */
  readonly config?: string;
  /** Where runs are written; default `reports`. */
  readonly out?: string;
  readonly failOn?: FailOn;
  readonly language?: Language;
  /** Stored captures to audit instead of the web. */
  readonly captures?: string;
  /** Overrides `settings.perHostDelayMs`. */
  readonly perHostDelayMs?: number;
  /** The run's time, ISO 8601; default now, or the stored run's with `captures`. */
  readonly now?: string;
  /** Default: the process's own environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Ends the audit early: what is done is written, with `complete: false`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
  readonly log?: Log;
}

export type ProgressEvent =
  | { readonly kind: 'planned'; readonly profiles: readonly string[] }
  | { readonly kind: 'started'; readonly profile: string }
  | { readonly kind: 'asking'; readonly profile: string; readonly source: Source }
  | { readonly kind: 'done'; readonly profile: string; readonly audit: ProfileAudit }
  /** After all are done: beside the other profiles, this one got another verdict. */
  | { readonly kind: 'changed'; readonly profile: string; readonly audit: ProfileAudit };

export interface AuditResult {
  readonly report: Report;
  /** The run's folder, with index.html and report.json. */
  readonly folder: string;
  readonly exitCode: number;
}
