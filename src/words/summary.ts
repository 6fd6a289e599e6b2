/** The words of the short summary that ends a run in the terminal. */

export interface SummaryWords {
  readonly heading: (brand: string, when: string) => string;
  readonly asking: string;
  readonly missing: (networks: string) => string;
  readonly report: (path: string) => string;
}
