/** `bijwerken doctor --network NAME`: what each of a network's sources answers right now, for its two controls. */

import { worldOf } from '../audit.ts';
import { didYouMean } from '../config/didYouMean.ts';
import { defaultSettings } from '../config/load.ts';
import { openConnections, redactorOf } from '../connections.ts';
import { loadProfiles } from '../loadProfiles.ts';
import type { Config } from '../model/config.ts';
import { UserError } from '../model/problem.ts';
import { networks } from '../networks/index.ts';
import { type SourceTrial, trySources } from '../trySources.ts';
import { type ConnectionArguments, connectionOptions, print, say, stderrLog } from './arguments.ts';

export interface DoctorNetworkArguments extends ConnectionArguments {
  readonly config: string;
  readonly json?: boolean;
}

/** Exit 1 when a source is blind or could not be asked. */
export async function runDoctorNetwork(name: string, given: DoctorNetworkArguments): Promise<number> {
  const network = networks.find(({ id }) => id === name);
  const ids = networks.map(({ id }) => id);
  if (!network) {
    const hint = didYouMean(name, ids) ?? `Known: ${ids.join(', ')}.`;
    throw new UserError([{ where: '--network', message: `unknown network ${JSON.stringify(name)}.`, hint }]);
  }
  const connection = connectionOptions(given);
  const config = await configOf(given.config);
  const { settings } = config;
  const redactor = redactorOf(connection, process.env);
  const log = stderrLog(given.verbose, redactor);
  const world = worldOf({}, process.env);
  const perHostDelayMs = connection.perHostDelayMs ?? settings.perHostDelayMs;
  const connections = await openConnections({ ...connection, world, log, redactor, perHostDelayMs });
  try {
    const trials = await trySources(network, config, world, connections, !connection.ignoreHttpsErrors);
    if (given.json) print(redactor(JSON.stringify({ network: name, sources: trials ?? [] }, null, 2)));
    else if (trials) for (const trial of trials) say(redactor(trialText(trial)));
    else say(`${network.name} has no controls: any host may speak it, and another's answers say nothing of yours.`);
    return (trials ?? []).every(({ sight }) => sight === 'sees') ? 0 : 1;
  } finally {
    await connections.close();
  }
}

/** The user's own settings where there is a file, since they may name other controls. */
async function configOf(file: string): Promise<Config> {
  try {
    return (await loadProfiles(file)).config;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      path: file,
      brand: { name: '' },
      locations: [],
      profiles: [],
      settings: defaultSettings,
      images: new Map(),
    };
  }
}

const SAYS: Readonly<Record<SourceTrial['sight'], string>> = {
  sees: 'tells a profile from an absence',
  blind: 'BLIND: answers both alike, so that nothing rests on it',
  unclear: 'unclear: nobody is called gone through it',
};

function trialText({ source, sight, trials }: SourceTrial): string {
  const lines = trials.map(({ control, url, outcome, because, status, finalUrl, fields }) =>
    [
      `  ${control}: ${outcome} (${because})`,
      `    ${url}${finalUrl && finalUrl !== url ? ` → ${finalUrl}` : ''}, status ${status}`,
      ...(fields.length > 0 ? [`    read: ${fields.join(', ')}`] : []),
    ].join('\n'),
  );
  return [`${source}: ${SAYS[sight]}`, ...lines].join('\n');
}
