/** Dialogs that ask for cookies, and how each is told no. Data only; nothing here ever says yes. */

interface Vendor {
  /** What the evidence calls it. */
  readonly id: string;
  /** Its own button that refuses. */
  readonly button: string;
  /** The element whose shadow holds the dialog. */
  readonly shadow?: string;
}

/** Looked for in this order, by marks that the vendors document. */
export const VENDORS: readonly Vendor[] = [
  { id: 'OneTrust', button: '#onetrust-banner-sdk #onetrust-reject-all-handler' },
  {
    id: 'Cookiebot',
    button: '#CybotCookiebotDialogBodyButtonDecline, #CybotCookiebotDialogBodyLevelButtonLevelOptinDeclineAll',
  },
  { id: 'Usercentrics', shadow: '#usercentrics-root', button: '[data-testid="uc-deny-all-button"]' },
  { id: 'Usercentrics', shadow: '#usercentrics-cmp-ui', button: 'button#deny' },
  { id: 'CookieYes', button: '[data-cky-tag="reject-button"], .cky-consent-bar .cky-btn-reject' },
  { id: 'Complianz', button: '.cmplz-cookiebanner .cmplz-btn.cmplz-deny' },
  { id: 'Didomi', button: '#didomi-notice-disagree-button, #didomi-popup .didomi-continue-without-agreeing' },
  // Its dialog stands in a frame of its own; the number says what a button does.
  { id: 'Sourcepoint', button: 'button.sp_choice_type_13' },
  { id: 'TrustArc', button: '#truste-consent-required, .pdynamicbutton .rejectAll' },
  { id: 'Quantcast', button: '.qc-cmp2-summary-buttons #disagree-btn' },
];

/** The whole text of a button that refuses; compared without case, figures and stops at the end. */
export const REFUSALS: readonly string[] = [
  // Dutch
  'alles afwijzen',
  'alles weigeren',
  'alle cookies weigeren',
  'alle cookies afwijzen',
  'cookies weigeren',
  'optionele cookies weigeren',
  'optionele cookies afwijzen',
  'weigeren',
  'afwijzen',
  'niet akkoord',
  'ik ga niet akkoord',
  'doorgaan zonder te accepteren',
  'doorgaan zonder accepteren',
  'nee, liever niet',
  'alleen noodzakelijk',
  'alleen noodzakelijke cookies',
  'alleen noodzakelijke cookies accepteren',
  'alleen noodzakelijke cookies toestaan',
  'alleen essentiële cookies',
  'alleen essentiële cookies toestaan',
  'alleen functionele cookies',
  // English
  'reject all',
  'reject all cookies',
  'reject cookies',
  'decline all',
  'decline all cookies',
  'decline optional cookies',
  'decline cookies',
  'refuse all',
  'reject',
  'decline',
  'deny',
  'deny all',
  'disagree',
  'i do not agree',
  'only necessary',
  'only necessary cookies',
  'necessary cookies only',
  'use necessary cookies only',
  'only allow essential cookies',
  'essential cookies only',
  'only essential cookies',
  'accept only essential cookies',
  'continue without accepting',
  // German
  'alle ablehnen',
  'alles ablehnen',
  'alle cookies ablehnen',
  'cookies ablehnen',
  'optionale cookies ablehnen',
  'ablehnen',
  'nur notwendige',
  'nur notwendige cookies',
  'nur erforderliche cookies',
  'nur essenzielle cookies',
  'nur erforderliche cookies erlauben',
  // French
  'tout refuser',
  'refuser tout',
  'refuser tous les cookies',
  'refuser les cookies optionnels',
  'refuser',
  'continuer sans accepter',
  'uniquement les cookies nécessaires',
  'autoriser uniquement les cookies essentiels',
  // Spanish
  'rechazar todo',
  'rechazar todas',
  'rechazar todas las cookies',
  'rechazar cookies opcionales',
  'rechazar las cookies opcionales',
  'rechazar',
  'solo necesarias',
  'solo las necesarias',
  'permitir solo cookies necesarias',
];

/** Words of yes: a vendor's button that bears one, and is no refusal by its whole text, was made into another. */
export const YES =
  'accept|akkoord|toestaan|allow|agree|zustimm|akzept|erlaub|autoris|permit|acept|alles goed|prima|^oké?$|^ja\\b|^yes\\b|^oui\\b|^sí\\b';

/** What must be spoken of around a button that is known by its text alone. */
export const SUBJECT = 'cookie|consent|toestemming|datenschutz|privacy|témoins';
