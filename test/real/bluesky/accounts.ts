/** Makes accounts on a real PDS and lets them speak, as their owners would: over XRPC. */

import { randomUUID } from 'node:crypto';
import { at, isText, textAt } from '../../../src/read/json.ts';

export interface Person {
  readonly handle: string;
  readonly did: string;
  /** Adds a record, and gives what refers to it. */
  post(text: string, on: Date, more?: object): Promise<Link>;
  repost(post: Link, on: Date): Promise<void>;
  follow(other: Person): Promise<void>;
  picture(png: Buffer): Promise<unknown>;
  profile(record: object): Promise<void>;
  rename(handle: string): Promise<void>;
  deactivate(): Promise<void>;
}

export interface Link {
  readonly uri: string;
  readonly cid: string;
}

const PASSWORD = 'only-on-loopback';
const ADMIN = `Basic ${Buffer.from('admin:admin-pass').toString('base64')}`;

export async function newAccount(pds: string, handle: string): Promise<Person> {
  const made = await asked(pds, 'com.atproto.server.createAccount', {
    body: { handle, email: `${randomUUID()}@example.org`, password: PASSWORD },
  });
  const [did, token] = [textIn(made, 'did'), textIn(made, 'accessJwt')];
  const procedure = (method: string, body: object) => asked(pds, method, { body, authorization: `Bearer ${token}` });
  const add = async (collection: string, record: object): Promise<Link> => {
    const body = { repo: did, collection, record: { $type: collection, ...record } };
    const { uri, cid } = links(await procedure('com.atproto.repo.createRecord', body));
    return { uri, cid };
  };
  return {
    handle,
    did,
    post: (text, on, more = {}) => add('app.bsky.feed.post', { text, createdAt: on.toISOString(), ...more }),
    repost: async (subject, on) => {
      await add('app.bsky.feed.repost', { subject, createdAt: on.toISOString() });
    },
    follow: async (other) => {
      await add('app.bsky.graph.follow', { subject: other.did, createdAt: new Date().toISOString() });
    },
    picture: async (png) => {
      const options = { bytes: png, authorization: `Bearer ${token}` };
      return at(await asked(pds, 'com.atproto.repo.uploadBlob', options), 'blob');
    },
    profile: async (record) => {
      const collection = 'app.bsky.actor.profile';
      const body = { repo: did, collection, rkey: 'self', record: { $type: collection, ...record } };
      await procedure('com.atproto.repo.putRecord', body);
    },
    rename: async (to) => {
      await procedure('com.atproto.identity.updateHandle', { handle: to });
    },
    deactivate: async () => {
      await procedure('com.atproto.server.deactivateAccount', {});
    },
  };
}

/** As a moderator of the PDS does it. */
export async function takeDown(pds: string, { did }: Person): Promise<void> {
  const subject = { $type: 'com.atproto.admin.defs#repoRef', did };
  const body = { subject, takedown: { applied: true, ref: '1' } };
  await asked(pds, 'com.atproto.admin.updateSubjectStatus', { body, authorization: ADMIN });
}

export async function remove(pds: string, { did }: Person): Promise<void> {
  await asked(pds, 'com.atproto.admin.deleteAccount', { body: { did }, authorization: ADMIN });
}

/** What the AppView answers, whatever its status. */
export async function answerOf(appView: string, method: string, parameters: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${appView}/xrpc/${method}?${new URLSearchParams(parameters)}`);
  return response.json();
}

interface Asked {
  readonly body?: object;
  readonly bytes?: Buffer;
  readonly authorization?: string;
}

async function asked(host: string, method: string, { body, bytes, authorization }: Asked): Promise<unknown> {
  const type = bytes ? 'image/png' : 'application/json';
  const response = await fetch(`${host}/xrpc/${method}`, {
    method: 'POST',
    headers: { 'content-type': type, ...(authorization ? { authorization } : {}) },
    body: bytes ? new Uint8Array(bytes) : JSON.stringify(body),
  });
  const said = await response.text();
  if (!response.ok) throw new Error(`${method} answers ${response.status}: ${said}`);
  return said === '' ? {} : JSON.parse(said);
}

const links = (answer: unknown): Link => ({ uri: textIn(answer, 'uri'), cid: textIn(answer, 'cid') });

function textIn(answer: unknown, key: string): string {
  const value = textAt(answer, key);
  if (!isText(value)) throw new Error(`${key} is missing in ${JSON.stringify(answer)}`);
  return value;
}
