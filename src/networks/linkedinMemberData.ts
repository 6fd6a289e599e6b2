/**
 * Which of the many things in LinkedIn's data for members is the organisation: the one that the page was asked for by
 * its name. Employers, similar pages and the viewer stand beside it under the same keys. Pure; part of the adapter.
 */

import type { ParsedDocument } from '../model/network.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, parseJson, textAt } from '../read/json.ts';

export interface MemberData {
  /** LinkedIn's lasting number. */
  readonly id: string;
  /** All that the page says of it, out of each of its answers. */
  readonly company: JsonObject;
  readonly followers?: number;
  /** Whatever else the answers hold, of whomever. */
  readonly entities: readonly JsonObject[];
}

const MAX_ANSWERS = 300;
const MAX_ENTITIES = 20_000;
const COMPANY = /^com\.linkedin\.voyager\.(?:dash\.)?organization\.Company$/;
const URN = /^urn:li:(?:fsd_company|fs_normalized_company|company|organization):(\d{1,19})$/;

const BY_NAME = 'organizationDashCompaniesByUniversalName';

const read = new WeakMap<ParsedDocument, { readonly data: MemberData | null }>();

/** Null where the page names no organisation as its own, or more than one. Read once per document. */
export function memberData(document: ParsedDocument): MemberData | null {
  const known = read.get(document) ?? { data: readData(document) };
  read.set(document, known);
  return known.data;
}

function readData(document: ParsedDocument): MemberData | null {
  const answers = answersIn(document);
  const ids = [...new Set(answers.flatMap(subjectsOf))];
  const [id] = ids;
  if (id === undefined || ids.length > 1) return null;
  const meant = answers.toSorted((a, b) => subjectsOf(b).length - subjectsOf(a).length);
  const entities = meant.flatMap(({ body }) => listOf(body.included).filter(isObject)).slice(0, MAX_ENTITIES);
  const company = entities.filter((entity) => isCompany(entity) && idOf(entity) === id).reduce(together, {});
  if (!isText(company.universalName)) return null;
  const followers = followersOf(company, entities, id);
  return { id, company, entities, ...(followers === undefined ? {} : { followers }) };
}

/** One answer of LinkedIn's own interface that the page brings along, and what was asked for it. */
interface Answer {
  readonly body: JsonObject;
  readonly request: string;
}

/** In some pages they stand in a comment. */
function answersIn({ $ }: ParsedDocument): readonly Answer[] {
  const written = (selector: string): readonly (readonly [string, string])[] =>
    $(selector)
      .toArray()
      .slice(0, MAX_ANSWERS)
      .map((element) => [
        $(element).attr('id') ?? '',
        $(element).text().trim() || ($(element).html() ?? '').replace(/^\s{0,20}<!--|-->\s{0,20}$/g, ''),
      ]);
  const requests = new Map(written('code[id^="datalet-bpr-guid-"]'));
  return written('code[id^="bpr-guid-"]').flatMap(([id, text]) => {
    const body = HELD.some((word) => text.includes(word)) ? parseJson(text) : undefined;
    const request = textAt(parseJson(requests.get(`datalet-${id}`) ?? ''), 'request') ?? '';
    return isObject(body) ? [{ body, request }] : [];
  });
}

/** The other answers are long, and say nothing of an organisation or of posts. */
const HELD = ['organization.Company', 'feed.Update', 'UpdateV2', 'followerCount'];

/** The answer to a question by name says which of what it includes was meant. */
function subjectsOf({ body: { data }, request }: Answer): readonly string[] {
  const found = at(data, 'data', BY_NAME) ?? at(data, BY_NAME);
  // Before its questions had names of their own.
  const old = /[?&]universalName=/.test(request) ? at(data, '*elements') : undefined;
  const urns = [...listOf(at(found, '*elements')), ...listOf(old)].filter(isText);
  return urns.map((urn) => URN.exec(urn)?.[1]).filter(isText);
}

const isCompany = ({ $type }: JsonObject): boolean => isText($type) && COMPANY.test($type);

const idOf = ({ entityUrn }: JsonObject): string | undefined =>
  isText(entityUrn) ? URN.exec(entityUrn)?.[1] : undefined;

/** What one answer leaves out or has no value for, a later one may hold. */
const together = (all: JsonObject, next: JsonObject): JsonObject => ({
  ...all,
  ...Object.fromEntries(Object.entries(next).filter(([key]) => (all[key] ?? null) === null)),
});

/** In the company itself, or where it points to: the number stands beside whether the viewer follows. */
function followersOf(company: JsonObject, entities: readonly JsonObject[], id: string): number | undefined {
  const inside = ['followingState', 'followingInfo'].map((key) => countAt(company, key, 'followerCount'));
  const states = entities.filter(({ entityUrn }) => isText(entityUrn) && FOLLOWING.exec(entityUrn)?.[1] === id);
  return [...inside, ...states.map((state) => countAt(state, 'followerCount'))].find((count) => count !== undefined);
}

const FOLLOWING = /^urn:li:(?:fsd_followingState|fs_followingInfo):urn:li:(?:fsd_company|company):(\d{1,19})$/;
