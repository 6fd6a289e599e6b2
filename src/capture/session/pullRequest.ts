/** Whether somebody from outside could have started this run: then no session is used, whatever its settings say. */

type Env = Readonly<Record<string, string | undefined>>;

/** What GitHub and those who speak like it call a run that only people of the repository start. */
const OWN_EVENTS = ['schedule', 'push', 'workflow_dispatch', 'repository_dispatch', 'workflow_call', 'dynamic'];

/** Variables that are only there, or only say something else than no, in a run for a proposed change or a fork. */
const MARKS = [
  'GITHUB_HEAD_REF',
  'CI_MERGE_REQUEST_IID',
  'CI_EXTERNAL_PULL_REQUEST_IID',
  'SYSTEM_PULLREQUEST_PULLREQUESTID',
  'SYSTEM_PULLREQUEST_ISFORK',
  'BITBUCKET_PR_ID',
  'CIRCLE_PULL_REQUEST',
  'CIRCLE_PR_NUMBER',
  'TRAVIS_PULL_REQUEST',
  'BUILDKITE_PULL_REQUEST',
  'APPVEYOR_PULL_REQUEST_NUMBER',
  'DRONE_PULL_REQUEST',
  'CI_COMMIT_PULL_REQUEST',
  'CHANGE_ID',
  'CHANGE_FORK',
];

/** Names of the kind of event, and what a proposed change is called there. */
const EVENTS: readonly (readonly [string, RegExp])[] = [
  ['CI_PIPELINE_SOURCE', /merge_request|pull_request/i],
  ['BUILD_REASON', /^pullrequest$/i],
  ['DRONE_BUILD_EVENT', /^pull_request/i],
  ['CI_PIPELINE_EVENT', /^pull_request/i],
];

export function isFromOutside(env: Env): boolean {
  const event = env.GITHUB_EVENT_NAME;
  if (event && !OWN_EVENTS.includes(event)) return true;
  if (EVENTS.some(([name, pattern]) => pattern.test(env[name] ?? ''))) return true;
  return MARKS.some((name) => !/^(?:false|no|0)?$/i.test(env[name]?.trim() ?? ''));
}
