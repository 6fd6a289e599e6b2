/** Networks that an organisation may call important though no adapter reads them yet. Data only: nothing there is fetched. */

export const namedNetworks: readonly string[] = [
  'github',
  'google-business',
  'instagram',
  'medium',
  'pinterest',
  'reddit',
  'telegram',
  'threads',
  'tiktok',
  'trustpilot',
  'vimeo',
  'whatsapp',
  'wikipedia',
  'xing',
  'youtube',
];
