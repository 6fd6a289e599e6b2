/** Texts as strangers may write them: any code unit, half pairs, invisible marks, other directions, long repeats. */

import fc from 'fast-check';

const signs = fc.constantFrom(
  ...['\u200B', '\u200D', '\uFE0F', '\u202E', '\u2068', '\u2069', '\uFEFF', '\u00AD', '\uD83D', '\uDE00', '\uFFFD'],
  ...[
    '…',
    '...',
    '“',
    '´',
    '–',
    '\n',
    '\u00A0',
    '@',
    '/',
    '.',
    '%',
    '%zz',
    'https://',
    'www.',
    '+31',
    '<',
    '\0',
    'é',
    'e\u0301',
  ],
  ...['İ', 'ß', 'ﬁ', 'Å', '𝗔', 'Привет', 'مرحبا', '你好', '🎉', '👨‍👩‍👧', 'Dam 1', '1012 JS', 'B.V.', 'Stichting'],
);

export const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc.array(fc.oneof(signs, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join('')),
);
