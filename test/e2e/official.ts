/** Plays a network's official interface on loopback, and audits one profile through it with the built command. */

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Report } from '../../src/model/report.ts';
import { closing, httpServer, type TestServer } from '../support/servers.ts';
import { bijwerken, filesBelow, type TemporaryFolder, temporaryFolder } from './command.ts';
import { logoPng, writeProfiles } from './site.ts';

export const TOKEN = 'EAAB/geheim+token=4711';

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Instead of `body`: what is no JSON. */
  readonly text?: string;
}

/** What is answered at an address; `base` is the server's own address, `posted` what came with the question. */
export type Plays = (url: URL, incoming: IncomingMessage, base: string, posted?: string) => Reply | undefined;

export interface Played {
  readonly report: Report;
  readonly profile: Report['profiles'][number];
  readonly server: TestServer;
  /** Whatever was written or said, unpacked. */
  readonly said: string;
}

const { keep, closeAll } = closing();
const folders: TemporaryFolder[] = [];

export async function cleanUp(): Promise<void> {
  await closeAll();
  await Promise.all(folders.splice(0).map((folder) => folder.remove()));
}

export const serve = async (plays: Plays): Promise<TestServer> => {
  const picture = await logoPng();
  let base = '';
  const answer = (incoming: IncomingMessage, response: ServerResponse, posted: string) => {
    const url = new URL(incoming.url ?? '/', base);
    if (url.pathname.endsWith('.png'))
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    const { status = 200, headers = {}, body = {}, text } = plays(url, incoming, base, posted) ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text ?? JSON.stringify(body));
  };
  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => answer(incoming, response, Buffer.concat(parts).toString('utf8')));
  };
  const server = await keep(httpServer(listener));
  base = `http://127.0.0.1:${server.port}`;
  return server;
};

/** One profile, asked through the interface alone. */
export async function audited(network: string, url: string, plays: Plays): Promise<Played> {
  const server = await serve(plays);
  const folder = await temporaryFolder();
  folders.push(folder);
  await writeProfiles(folder.path, { profiles: [{ id: 'p', network, url, sources: ['api'] }] });
  const name = network.toUpperCase().replaceAll('-', '_');
  const env = { [`BIJWERKEN_${name}_TOKEN`]: TOKEN, [`BIJWERKEN_${name}_API`]: `http://127.0.0.1:${server.port}` };
  const ended = await bijwerken(['audit', '--json', '--allow-private'], { cwd: folder.path, env });
  if (ended.stdout === '') throw new Error(ended.stderr);
  const report = JSON.parse(ended.stdout) as Report;
  const [profile] = report.profiles;
  if (!profile) throw new Error(ended.stderr);
  const files = await filesBelow(path.join(folder.path, 'reports'));
  const written = await Promise.all(files.map((file) => textOf(path.join(folder.path, 'reports', file))));
  return { report, profile, server, said: [ended.stdout, ended.stderr, ...files, ...written].join('\n') };
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** What the report says of the token. */
export const tokenIn = ({ report }: Played) =>
  report.networks.flatMap(({ sources }) => sources).find(({ source }) => source === 'api')?.token;

export const noticesIn = ({ report }: Played) =>
  report.notices.filter(({ code }) => code.startsWith('token-')).map(({ code, args }) => ({ code, ...args }));

/** The outcomes of the profile's sources, in the order in which they were asked. */
export const outcomesIn = ({ profile }: Played) => profile.capture.sources.map(({ outcome }) => outcome);

/** How the token can be written. */
export const SPELLINGS = [
  TOKEN,
  encodeURIComponent(TOKEN),
  new URLSearchParams({ t: TOKEN }).toString().slice(2),
  btoa(TOKEN),
];
