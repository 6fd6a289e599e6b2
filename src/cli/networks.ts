/** `bijwerken networks`: what each network's sources can see, need and allow. Nothing is fetched. */

import { didYouMean } from '../config/didYouMean.ts';
import { UserError } from '../model/problem.ts';
import { lifecycle, networks } from '../networks/index.ts';
import { print } from './arguments.ts';
import { networkText, overviewText, rowOf } from './networksText.ts';

export interface NetworksArguments {
  readonly json?: boolean;
}

export async function runNetworks(name: string | undefined, { json }: NetworksArguments): Promise<number> {
  const rows = networks.map((network) => rowOf(network, lifecycle));
  const others = lifecycle.filter(({ id }) => !networks.some((network) => network.id === id));
  const chosen = name === undefined ? rows : rows.filter(({ id }) => id === name);
  if (chosen.length === 0) throw unknown(name ?? '');
  if (json) print(JSON.stringify({ networks: chosen, lifecycle }, null, 2));
  else print(name === undefined ? overviewText(rows, others) : chosen.map(networkText).join('\n'));
  return 0;
}

function unknown(name: string): UserError {
  const life = lifecycle.find(({ id }) => id === name);
  const became = life?.successor ? ` It is ${life.successor} now.` : '';
  const message = life
    ? `no reader is here for ${life.name} (${life.state}).${became}`
    : `unknown network ${JSON.stringify(name)}.`;
  const ids = networks.map(({ id }) => id);
  return new UserError([{ where: 'networks', message, hint: didYouMean(name, ids) ?? `Known: ${ids.join(', ')}.` }]);
}
