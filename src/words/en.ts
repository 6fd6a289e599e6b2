/** English: the same facts in the same plain style. */

import { enAdvice } from './en/advice.ts';
import { enFindings } from './en/findings.ts';
import { enFormat } from './en/format.ts';
import { enForms } from './en/forms.ts';
import { enKit } from './en/kit.ts';
import { enMail } from './en/mail.ts';
import { enNames } from './en/names.ts';
import { enPage } from './en/page.ts';
import { enRemedies } from './en/remedies.ts';
import { enTools } from './en/tools.ts';
import type { Words } from './words.ts';

export const en: Words = {
  language: 'en',
  format: enFormat,
  finding: enFindings,
  remedy: enRemedies,
  page: enPage,
  tools: enTools,
  advice: enAdvice,
  mail: enMail,
  kit: enKit,
  forms: enForms,
  ...enNames,
  summary: {
    heading: (brand, when) => `${brand}, audited on ${when}`,
    asking: 'Asks something of you:',
    missing: (networks) => `No profile on: ${networks}`,
    report: (path) => `Report: ${path}`,
  },
};
