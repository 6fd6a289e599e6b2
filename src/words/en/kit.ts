/** English: the words of the fix kit. */

import type { KitWords } from '../kit.ts';

export const enKit: KitWords = {
  ready: (file) => `The file is ready below. It was made out of ${file}.`,
  download: 'Download the file',
  size: (width, height) => `${width} by ${height} pixels`,
  alt: (field, network) => `${field}, ready for ${network}`,
  round: 'The network shows only what is in the circle.',
  kept: (share) =>
    `This network wants another shape. So the picture was cropped: ${share} of it is left. Check that nothing important is missing.`,
  none: (size) => `We could not make a file of ${size} for this network.`,
  problems: {
    'too-small': 'Your brand’s picture has too few pixels and would be blurred. An SVG or a larger file helps.',
    'not-visible':
      'The logo is white on a transparent background. On the white of the network it cannot be seen. A logo with a background of its own helps.',
    blank: 'Nothing is drawn in your brand’s file.',
    unreadable: 'Your brand’s file cannot be drawn: it is too large or damaged.',
    'too-many-bytes': 'The file stays larger than the network takes. A simpler picture helps.',
    'no-decoder': 'On this computer the program that draws pictures (sharp) is missing.',
  },
};
