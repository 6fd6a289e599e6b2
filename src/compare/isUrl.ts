/** Whether a text is an address. In place of `URL.canParse`, which Node 20 gets wrong once it is compiled. */

/**
 * `URL.canParse` of Node 20 refuses any address with a letter such as é as soon as the function around it is hot
 * (seen in 20.20.2, mended in 24): the same page would be read differently late in a long run.
 */
export function isUrl(address: string, base?: string | URL): boolean {
  try {
    new URL(address, base);
    return true;
  } catch {
    return false;
  }
}
