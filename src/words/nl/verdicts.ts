/** Dutch: the advice for each verdict. Never an order to delete; the steps that come first stand first. */

import type { NameWords } from '../words.ts';

const ARCHIVE = 'Bewaar eerst de inhoud. Bij overheden vallen deze berichten onder de Archiefwet.';
const FOLLOWERS = 'Vertel volgers waar zij u voortaan vinden.';
const ADMINS = 'Haal beheerders en gekoppelde apps van het account.';
const WEBSITE = 'Haal de links naar dit profiel van uw website, uit e-mails en uit drukwerk.';
const HANDLE =
  'Houd de accountnaam liever zelf in bezit, met een leeg profiel. Een vrijgekomen naam kan door iedereen opnieuw worden aangevraagd.';
const REGISTRY = 'Haal het profiel daarna uit uw lijst (profiles.json).';

export const nlVerdicts: NameWords['verdicts'] = {
  consistent: {
    label: 'In orde',
    explained: 'Wat we konden zien, klopt.',
    advice: 'U hoeft niets te doen.',
    steps: [],
  },
  inconsistent: {
    label: 'Wijkt af',
    explained: 'Een of meer gegevens kloppen niet.',
    advice: 'Pas dit profiel aan.',
    steps: [],
  },
  dormant: {
    label: 'Slapend',
    explained: 'Er is al langer dan afgesproken niets geplaatst.',
    advice: 'Overweeg dit profiel te verwijderen of weer te gebruiken, want er wordt niets meer geplaatst.',
    steps: [
      'Laat een collega bevestigen dat dit profiel niet meer nodig is.',
      ARCHIVE,
      FOLLOWERS,
      ADMINS,
      WEBSITE,
      HANDLE,
      REGISTRY,
    ],
  },
  gone: {
    label: 'Verdwenen',
    explained: 'Het netwerk meldt dat dit profiel niet bestaat.',
    advice: 'Overweeg dit profiel uit uw lijst te halen, want het netwerk meldt dat het niet bestaat.',
    steps: [
      'Open het adres zelf en controleer of het klopt.',
      'Zoek uit of een collega het profiel heeft opgeheven of hernoemd.',
      WEBSITE,
      'Vraag de accountnaam opnieuw aan als dat kan. Anders kan iemand anders hem nemen.',
      REGISTRY,
    ],
  },
  suspended: {
    label: 'Geblokkeerd of uitgezet',
    explained: 'Het netwerk heeft dit profiel geblokkeerd, of iemand heeft het uitgezet.',
    advice: 'Zoek uit wie het heeft uitgezet en maak zo nodig bezwaar, of overweeg het profiel uit uw lijst te halen.',
    steps: [
      'Log in en lees waarom het profiel niet te zien is.',
      'Heeft het netwerk het geblokkeerd en is dat niet terecht? Maak dan bezwaar.',
      WEBSITE,
    ],
  },
  'network-closed': {
    label: 'Netwerk gesloten',
    explained: 'Dit netwerk bestaat niet meer.',
    advice: 'Haal dit profiel uit uw lijst, want het netwerk is gesloten.',
    steps: [WEBSITE, REGISTRY],
  },
  'taken-over': {
    label: 'Van een ander account',
    explained: 'Het vaste accountnummer is een ander dan het nummer dat u heeft vastgelegd.',
    advice: 'Meld dit bij het netwerk, want onder deze naam staat nu een ander account.',
    steps: [
      'Controleer met een collega of het vastgelegde accountnummer klopt.',
      'Haal links naar dit profiel meteen van uw website.',
      'Meld het account bij het netwerk als misbruik van uw naam.',
      'Waarschuw uw volgers via uw andere profielen.',
    ],
  },
  unverifiable: {
    label: 'Niet te beoordelen',
    explained: 'We konden te weinig zien om iets over dit profiel te zeggen.',
    advice: 'Kijk zelf.',
    steps: [],
  },
};
