/** Dutch, at level B1: short sentences, plain words, and no duty that the law does not know. */

import { nlAdvice } from './nl/advice.ts';
import { nlFindings } from './nl/findings.ts';
import { nlFormat } from './nl/format.ts';
import { nlForms } from './nl/forms.ts';
import { nlKit } from './nl/kit.ts';
import { nlMail } from './nl/mail.ts';
import { nlNames } from './nl/names.ts';
import { nlPage } from './nl/page.ts';
import { nlRemedies } from './nl/remedies.ts';
import { nlTools } from './nl/tools.ts';
import type { Words } from './words.ts';

export const nl: Words = {
  language: 'nl',
  format: nlFormat,
  finding: nlFindings,
  remedy: nlRemedies,
  page: nlPage,
  tools: nlTools,
  advice: nlAdvice,
  mail: nlMail,
  kit: nlKit,
  forms: nlForms,
  ...nlNames,
  summary: {
    heading: (brand, when) => `${brand}, gecontroleerd op ${when}`,
    asking: 'Vraagt iets van u:',
    missing: (networks) => `Geen profiel op: ${networks}`,
    report: (path) => `Rapport: ${path}`,
  },
};
