/** The page's look, assembled: one string, so that its hash can stand in the policy. */

import { CARD_STYLES } from './stylesCard.ts';
import { FINDING_STYLES } from './stylesFinding.ts';
import { PAGE_STYLES } from './stylesPage.ts';
import { PRINT_STYLES } from './stylesPrint.ts';
import { THEME } from './stylesTheme.ts';

export const STYLES = [THEME, PAGE_STYLES, CARD_STYLES, FINDING_STYLES, PRINT_STYLES].join('');
