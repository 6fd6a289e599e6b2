/** The names of the forms of a report. Apart from the forms themselves, so that `--help` need not load them. */

export const FORMATS = ['html', 'json', 'junit', 'markdown', 'csv', 'issues', 'annotations'] as const;
export type Format = (typeof FORMATS)[number];
