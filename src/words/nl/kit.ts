/** Dutch: the words of the fix kit. */

import type { KitWords } from '../kit.ts';

export const nlKit: KitWords = {
  ready: (file) => `Het bestand staat hieronder klaar. Het is gemaakt van ${file}.`,
  download: 'Download het bestand',
  size: (width, height) => `${width} bij ${height} pixels`,
  alt: (field, network) => `${field}, klaar voor ${network}`,
  round: 'Het netwerk toont alleen wat in de cirkel staat.',
  kept: (share) =>
    `Dit netwerk wil een andere vorm. Daarom is het beeld bijgesneden: ${share} is over. Kijk of er niets belangrijks mist.`,
  none: (size) => `Een bestand van ${size} voor dit netwerk konden we niet maken.`,
  problems: {
    'too-small':
      'De afbeelding van uw merk heeft te weinig pixels en zou onscherp worden. Een SVG of een groter bestand helpt.',
    'not-visible':
      'Het logo is wit op een doorzichtige achtergrond. Op het wit van het netwerk is het niet te zien. Een logo met een eigen achtergrond helpt.',
    blank: 'In het bestand van uw merk staat niets getekend.',
    unreadable: 'Het bestand van uw merk is niet te tekenen: het is te groot of beschadigd.',
    'too-many-bytes': 'Het bestand blijft groter dan het netwerk aanneemt. Een eenvoudiger afbeelding helpt.',
    'no-decoder': 'Op deze computer ontbreekt het programma dat afbeeldingen tekent (sharp).',
  },
};
