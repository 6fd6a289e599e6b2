/** The page's only script, put together out of `client/`: plain files that a browser runs as they are. */

import { readFileSync } from 'node:fs';

/** In the order in which they stand in the page. */
const FILES = ['small', 'filters', 'compare', 'changes', 'start'] as const;

/** The program's own text, read once; nothing of a report is in it. */
const textOf = (name: string) => readFileSync(new URL(`./client/${name}.js`, import.meta.url), 'utf8');

export const SCRIPT = `(() => {\n'use strict';\n${FILES.map(textOf).join('')}})();\n`;
