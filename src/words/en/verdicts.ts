/** English: the advice for each verdict. Never an order to delete; the steps that come first stand first. */

import type { NameWords } from '../words.ts';

const ARCHIVE = 'Save the content first. For Dutch public bodies these posts fall under the Archiefwet.';
const FOLLOWERS = 'Tell the followers where they can find you from now on.';
const ADMINS = 'Take administrators and connected apps off the account.';
const WEBSITE = 'Take the links to this profile off your website, e-mails and printed matter.';
const HANDLE =
  'Better keep the account name yourself, with an empty profile. A name that comes free can be registered again by anyone.';
const REGISTRY = 'Then take the profile out of your list (profiles.json).';

export const enVerdicts: NameWords['verdicts'] = {
  consistent: {
    label: 'In order',
    explained: 'What we could see is right.',
    advice: 'There is nothing to do.',
    steps: [],
  },
  inconsistent: {
    label: 'Differs',
    explained: 'One or more facts are not right.',
    advice: 'Correct this profile.',
    steps: [],
  },
  dormant: {
    label: 'Dormant',
    explained: 'Nothing was posted for longer than agreed.',
    advice: 'Consider deleting this profile or using it again, because nothing is posted on it any more.',
    steps: [
      'Let a colleague confirm that this profile is no longer needed.',
      ARCHIVE,
      FOLLOWERS,
      ADMINS,
      WEBSITE,
      HANDLE,
      REGISTRY,
    ],
  },
  gone: {
    label: 'Gone',
    explained: 'The network says that this profile does not exist.',
    advice: 'Consider taking this profile out of your list, because the network says that it does not exist.',
    steps: [
      'Open the address yourself and see whether it is right.',
      'Find out whether a colleague closed or renamed the profile.',
      WEBSITE,
      'Register the account name again if you can. Otherwise somebody else may take it.',
      REGISTRY,
    ],
  },
  suspended: {
    label: 'Suspended or switched off',
    explained: 'The network has suspended this profile, or somebody has switched it off.',
    advice: 'Appeal to the network, or consider taking the profile out of your list.',
    steps: [
      'Sign in and read why the profile cannot be seen.',
      'Appeal if the network suspended it without good reason.',
      WEBSITE,
    ],
  },
  'network-closed': {
    label: 'Network closed',
    explained: 'This network no longer exists.',
    advice: 'Take this profile out of your list, because the network is closed.',
    steps: [WEBSITE, REGISTRY],
  },
  'taken-over': {
    label: 'Another account',
    explained: 'The lasting account number is another one than the number that you recorded.',
    advice: 'Report this to the network, because another account now stands under this name.',
    steps: [
      'Check with a colleague that the recorded account number is right.',
      'Take links to this profile off your website at once.',
      'Report the account to the network as misuse of your name.',
      'Warn your followers through your other profiles.',
    ],
  },
  unverifiable: {
    label: 'Not to be judged',
    explained: 'We could see too little to say anything about this profile.',
    advice: 'Look for yourself.',
    steps: [],
  },
};
