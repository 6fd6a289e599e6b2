/** Begins, and begins again in the other language. Everything can be read without this. */

/** @typedef {{ language: string, title: string, html: string }} Version */

/** @returns {Promise<Version>} */
const unpack = async () => {
  const packed = document.getElementById('copy')?.textContent ?? '';
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
};

const start = () => {
  const page = document.getElementById('page');
  const data = JSON.parse(document.getElementById('data')?.textContent ?? '{}');
  if (!page) return;
  /** The page as it came, before anything on it was opened or filled in. @type {Version} */
  const first = { language: page.dataset.language ?? '', title: document.title, html: page.innerHTML };
  /** @type {Version | null} */
  let second = null;
  const pictures = new Map(
    [...page.querySelectorAll('img[data-picture]')].map((image) => [
      image.getAttribute('data-picture'),
      image.getAttribute('src'),
    ]),
  );
  /** @type {ReturnType<typeof startFilters> | null} */
  let filters = null;

  const begin = () => {
    const form = document.querySelector('form.filters');
    filters = form instanceof HTMLFormElement ? startFilters(form) : null;
    startCopying();
    startDownloads();
    startAge(data.finishedAt);
    startPrinting();
    startUnfolding();
    startComparing();
    const { add } = startChanges(data);
    startAccepting(data.findings, add);
    startReporting(data.findings, data);
    startLooking(add);
    const language = one(page, '.switch');
    if (language && typeof DecompressionStream === 'function') {
      language.hidden = false;
      language.addEventListener('click', () => void change());
    }
  };
  const change = async () => {
    second ??= await unpack();
    const next = page.dataset.language === first.language ? second : first;
    page.innerHTML = next.html;
    for (const image of page.querySelectorAll('img[data-picture]'))
      image.setAttribute('src', pictures.get(image.getAttribute('data-picture')) ?? '');
    page.dataset.language = next.language;
    document.documentElement.lang = next.language;
    document.title = next.title;
    begin();
    one(page, '.switch')?.focus();
  };
  begin();
  addEventListener('hashchange', () => goToPlace(filters));
  if (location.hash.length > 1) goToPlace(filters);
};

start();
