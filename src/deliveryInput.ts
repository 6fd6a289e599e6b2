/** What a delivery is given, and what one message of it is; the messages themselves are made beside this. */

import type { Ask } from './deliver/hooks.ts';
import { reportUrlOf } from './deliver/reportUrl.ts';
import type { Config } from './model/config.ts';
import type { Target } from './model/delivery.ts';
import type { Report } from './model/report.ts';
import type { World } from './model/world.ts';

export interface DeliveryInput {
  readonly config: Pick<Config, 'profiles' | 'settings' | 'people'>;
  readonly report: Report;
  readonly folder: string;
  /** Left out: all that are set. */
  readonly targets?: readonly Target[];
  /** Nothing is sent. */
  readonly dryRun?: boolean;
  readonly world: World;
  readonly ask: Ask;
  readonly allowPrivate: boolean;
  readonly ignoreHttpsErrors: boolean;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
  /** Authorities that the mail server's certificate may come from; for tests. */
  readonly ca?: string;
}

export interface Message {
  readonly target: Target;
  readonly id: string;
  readonly isWorthIt: boolean;
  readonly to: readonly string[] | null;
  readonly subject: string | null;
  readonly preview: () => string;
  /** What went wrong although it was sent. Throws a DeliveryError when it was not. */
  readonly send: () => Promise<readonly string[]>;
}

export const urlOf = ({ config, report, world }: DeliveryInput) =>
  reportUrlOf(config.settings.delivery?.reportUrl, report.run.id, world.env);

/** A key of `people` is shown by its name; any other owner as profiles.json writes it. */
export const namer =
  ({ config }: DeliveryInput) =>
  (owner: string): string =>
    config.people?.get(owner)?.name ?? owner;
