/** Commands that mend what is missing, said in one place, so that every command says the same. */

/** The one command that brings a browser from the npm registry. */
export const BROWSER_HINT =
  'npm install --include=optional   (Linux: brings Chromium; or install Chrome, Chromium or Edge, or name one with --browser)';
