/** What Facebook's own pages are called and say, in the languages seen. They stop a reading; they prove no absence. */

/** Titles of the login page. */
export const LOG_IN =
  /^(?:log (?:into|in to) facebook(?: to [^|]{1,60})?|facebook [-–—] log in or sign up|aanmelden bij facebook|bij facebook aanmelden|meld je aan bij facebook|facebook [-–—] aanmelden of registreren|bei facebook anmelden|facebook [-–—] anmelden oder registrieren|anmelden bei facebook|se connecter à facebook|connexion à facebook|facebook [-–—] connexion ou inscription|iniciar sesión en facebook|entrar en facebook|inicia sesión en facebook|facebook [-–—] inicia sesión o regístrate|accedi a facebook|facebook [-–—] accedi o iscriviti|entrar no facebook|iniciar sessão no facebook|facebook [-–—] (?:entre ou cadastre-se|inicia sessão ou regista-te)|zaloguj się do facebooka|log ind på facebook|logg på facebook|logga in på facebook|facebook'a giriş yap|вход на фейсбук|войдите на facebook)(?: \| facebook)?$/iu;

/** Titles of what stands in a profile's stead. */
export const LOG_IN_TO_SEE =
  /^(?:log in or sign up to view|aanmelden of registreren om te bekijken|anmelden oder registrieren|connectez-vous ou inscrivez-vous pour voir|inicia sesión o regístrate para ver|you must log in to continue\.?|je moet je aanmelden om door te gaan\.?)$/iu;

/** "You're temporarily blocked": too many requests. */
export const BLOCKED =
  /^(?:you[’']re temporarily blocked|je bent tijdelijk geblokkeerd|du wurdest vorübergehend blockiert|vous êtes temporairement bloqu[ée]|te hemos bloqueado temporalmente|temporarily blocked|security check(?: required)?)$/iu;

/** Said of pages that are gone, and as well of pages that exist and are not for guests. */
export const UNAVAILABLE =
  /^(?:(?:sorry, )?this (?:content|page) (?:isn[’']t|is not|isn&#039;t) available(?: right now| at the moment)?\.?|(?:the page you requested cannot be displayed right now|the link you followed may be broken).{0,200}|deze (?:content|pagina|inhoud) is (?:momenteel |nu |op dit moment )?niet beschikbaar\.?|dieser inhalt ist (?:derzeit|momentan|zurzeit) nicht verfügbar\.?|diese seite ist (?:leider )?nicht verfügbar\.?|ce contenu n[’']est pas disponible(?: pour le moment)?\.?|cette page n[’']est pas disponible\.?|este contenido no está disponible(?: en este momento)?\.?|esta página no está disponible\.?|content not found|page not found)$/iu;
