/**
 * A Bluesky network on loopback: PLC directory, PDS, bsync and AppView, as published. Prints its addresses as one line
 * of JSON and ends when its standard input does. Plain JavaScript, for it runs on the newer Node that they want.
 */

import { mockNetworkUtilities, TestBsky, TestBsync, TestPds, TestPlc } from '@atproto/dev-env';
import getPort from 'get-port';

process.stdin.resume().once('close', () => process.exit(0));

const database = process.argv[2];
const bsyncApiKey = 'bsync-api-key';
const [pdsPort, bskyPort] = [await getPort(), await getPort()];
const appView = `http://localhost:${bskyPort}`;

const plc = await TestPlc.create({});
const bsync = await TestBsync.create({ apiKeys: [bsyncApiKey], dbUrl: database, dbSchema: 'bsync' });
const bsky = await TestBsky.create({
  port: bskyPort,
  // Pictures come from the AppView itself: no content network stands before it.
  publicUrl: appView,
  plcUrl: plc.url,
  pdsPort,
  bsyncApiKey,
  bsyncUrl: bsync.url,
  repoProvider: `ws://localhost:${pdsPort}`,
  dbPostgresUrl: database,
  dbPostgresSchema: 'appview',
});
const pds = await TestPds.create({
  port: pdsPort,
  didPlcUrl: plc.url,
  bskyAppViewUrl: appView,
  bskyAppViewDid: bsky.ctx.cfg.serverDid,
});
// Names under .test are asked of the PDS, and of no name server.
mockNetworkUtilities(pds, bsky);
// A domain that no longer says whose it is: the AppView then shows the account without its name.
const names = bsky.dataplane.idResolver.handle;
const proven = names.resolve;
names.resolve = async (name) => (name === 'zonder-bewijs.test' ? undefined : proven.call(names, name));

process.stdout.write(`${JSON.stringify({ pds: pds.url, appView })}\n`);
