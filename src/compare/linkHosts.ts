/** Hosts and words of addresses that a comparison must know: data alone. Hosts stand without `www.`. */

/** Of other people as well as of ours, and closed to programs: what they answer proves nothing about a link. */
export const SOCIAL_HOSTS: ReadonlySet<string> = new Set([
  ...['facebook.com', 'm.facebook.com', 'nl-nl.facebook.com', 'instagram.com', 'linkedin.com', 'nl.linkedin.com'],
  ...['x.com', 'twitter.com', 'youtube.com', 'm.youtube.com', 'tiktok.com', 'pinterest.com', 'threads.net'],
  ...['threads.com', 'bsky.app', 'snapchat.com', 't.me', 'wa.me', 'whatsapp.com', 'vimeo.com', 'flickr.com'],
]);

/** Pages that hold nothing but links, one page a person or organisation. */
export const LINK_HUBS: ReadonlySet<string> = new Set([
  ...['linktr.ee', 'campsite.bio', 'beacons.ai', 'lnk.bio', 'bio.link', 'linkin.bio', 'bio.site', 'msha.ke', 'tap.bio'],
  ...['hoo.be', 'solo.to', 'carrd.co', 'linkpop.com', 'flow.page', 'allmylinks.com', 'about.me', 'heylink.me'],
  ...['withkoji.com', 'taplink.cc', 'taplink.at', 'linkr.bio', 'lnk.to', 'milkshake.app', 'shor.by', 'komi.io'],
  ...[
    'znap.link',
    'direct.me',
    'pillar.io',
    'stan.store',
    'contactin.bio',
    'instabio.cc',
    'biolinky.co',
    'manylink.co',
  ],
  ...['many.link', 'sprout.link', 'linkfly.to', 'plann.bio', 'campsite.to', 'snipfeed.co', 'bento.me', 'guns.lol'],
]);

/** Hosts on which every path is someone else's. */
export const SHARED_HOSTS: ReadonlySet<string> = new Set([
  ...SOCIAL_HOSTS,
  ...LINK_HUBS,
  ...['sites.google.com', 'docs.google.com', 'drive.google.com', 'forms.gle', 'eventbrite.nl', 'eventbrite.com'],
  ...['meetup.com', 'medium.com', 'issuu.com', 'notion.site', 'github.com', 'gitlab.com', 'geef.nl', 'doneeractie.nl'],
]);

export const SHORTENERS: ReadonlySet<string> = new Set([
  ...['t.co', 'lnkd.in', 'bit.ly', 'ow.ly', 'buff.ly', 'tinyurl.com', 'goo.gl', 'dlvr.it', 'is.gd', 'rb.gy', 'cutt.ly'],
  ...['fb.me', 'youtu.be', 'hubs.ly', 'shorturl.at', 't.ly', 'bitly.com', 'j.mp', 'v.gd', 'tiny.cc', 'rebrand.ly'],
  ...['s.id', 'qr.ae', 'trib.al', 'spr.ly', 'hubs.la', 'hubs.li', 'ift.tt', 'soo.gd', 'wp.me', 'ap.lc'],
  ...['bl.ink', 'snip.ly', 'lc.cx', 'urlz.fr', 'tiny.one', 'amzn.to'],
]);

/** Pages that only lead on, with the parameters that may name where to. */
export const REDIRECTORS: Readonly<Record<string, readonly string[]>> = {
  'facebook.com/flx/warn/': ['u'],
  'l.messenger.com/l.php': ['u'],
  'l.instagram.com/': ['u'],
  'l.threads.net/': ['u'],
  'l.threads.com/': ['u'],
  'l.wl.co/l': ['u'],
  'linkedin.com/redir/redirect': ['url'],
  'linkedin.com/safety/go': ['url'],
  'youtube.com/redirect': ['q'],
  'vk.com/away.php': ['to'],
  'away.vk.com/away.php': ['to'],
  't.umblr.com/redirect': ['z'],
  'slack-redir.net/link': ['url'],
  'steamcommunity.com/linkfilter/': ['u', 'url'],
  'duckduckgo.com/l/': ['uddg'],
  'exit.sc/': ['url'],
};

export const REDIRECTOR_KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^google\.(?:[a-z]{2,3}|com?\.[a-z]{2})\/url$/u, ['q', 'url']],
  [/^(?:[a-z\d-]+\.)?facebook\.com\/l\.php$/u, ['u']],
  [/^out\.reddit\.com\//u, ['url']],
  [/^[a-z\d]+\.safelinks\.protection\.outlook\.com\/$/u, ['url']],
];

/** Parameters that count visitors and change nothing about the page; in lower case. */
export const TRACKING =
  /^(?:utm_.*|hsa_.*|_hs.*|hss_channel|mc_[ce]id|pk_.*|mtm_.*|piwik_.*|matomo_.*|vero_.*|ns_.*|wt\.?_?mc|at_.*|sfmc_.*|oly_.*|ml_subscriber.*|[gwdy]c?lid|gad_.*|gad|srsltid|fbclid|msclkid|twclid|ttclid|yclid|rdt_cid|epik|sccid|sc_cid|igshid|igsh|gbraid|wbraid|li_fat_id|lipi|mkt_tok|_ga|_gl|_openstat|ref|ref_src|ref_url|trk|trkinfo|s_cid|cmpid|campaignid|fb_action_.*|fb_ref|fb_source|mibextid|__tn__|spm|_branch_match_id|originalsubdomain|__s|rb_clickid)$/u;

/** Home pages by their file's name. */
export const INDEX_FILE = /^(?:index|default|home)\.(?:[xs]?html?|php\d?|aspx?|jsp|cfm)$/u;

/** Languages that Dutch and international organisations write their sites in; `be` is a country before it is one. */
const LANGUAGES = 'nl|en|fr|de|es|it|pt|fy|pl|tr|ar|uk|ru|zh|ja|da|sv|no|fi|cs|hu|ro|el|pap|sr|hr|bg|so|fa|ti';

/** `nl`, `en-gb`, `nl_nl`: the part of a path that names a language. */
export const LANGUAGE_SEGMENT = new RegExp(`^(?:${LANGUAGES})(?:[-_][a-z]{2})?$`, 'u');

/** A name before the site's own that leads to the same site in another language or size. */
export const VARIANT_LABEL = new RegExp(`^(?:(?:${LANGUAGES})(?:-[a-z]{2})?|m|mobile|mobiel|amp)\\.`, 'u');
