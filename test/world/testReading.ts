/** Reading by hand for tests of the played pages: not the readers under test. */

export const meta = (page: string, name: string): string =>
  new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(page)?.[1] ?? '';

export const openGraph = (page: string, property: string): string =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(page)?.[1] ?? '';

export const linkedInTime = (id: string): number => Number(BigInt(id) >> 22n);
