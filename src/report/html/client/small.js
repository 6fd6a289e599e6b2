/** Small things: copying, how old the page is, printing, unfolding, saving a file. */

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement[]} */
const all = (root, selector) => [...root.querySelectorAll(selector)].filter((each) => each instanceof HTMLElement);

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement | null} */
const one = (root, selector) => all(root, selector)[0] ?? null;

/** @param {string} text */
const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

const startCopying = () => {
  for (const button of all(document, '[data-copy]')) {
    const text = document.getElementById(button.dataset.copy ?? '');
    const label = button.firstChild;
    if (!text || !label) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const whole = text.querySelector('details .text') ?? text;
      if (await copyText(whole.textContent ?? '')) label.textContent = button.dataset.done ?? '';
      else getSelection()?.selectAllChildren(whole);
    });
  }
};

/** @param {string} name @param {string} text */
const saveFile = (name, text) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

/** What stands in the page is saved out of the page, also where nothing stands beside it. */
const startDownloads = () => {
  for (const shot of document.querySelectorAll('.kit-shot img[src^="data:"]')) {
    const link = shot.closest('li')?.querySelector('a[download]');
    if (link instanceof HTMLAnchorElement) link.href = shot.getAttribute('src') ?? link.href;
  }
};

const TWO_DAYS = 48 * 60 * 60 * 1000;

/** Nightly jobs die silently; the page itself says so. @param {string} finishedAt */
const startAge = (finishedAt) => {
  const age = Date.now() - Date.parse(finishedAt);
  const warning = one(document, '.old');
  const days = warning?.querySelector('.days');
  if (!warning || !days || !(age > TWO_DAYS)) return;
  days.textContent = String(Math.floor(age / (TWO_DAYS / 2)));
  warning.hidden = false;
};

const startPrinting = () => {
  for (const button of all(document, '[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      document.documentElement.dataset.printing = button.dataset.print ?? '';
      print();
    });
  }
  addEventListener('afterprint', () => {
    delete document.documentElement.dataset.printing;
  });
};

const startUnfolding = () => {
  for (const button of all(document, '[data-unfold]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      for (const details of document.querySelectorAll(button.dataset.unfold ?? ''))
        if (details instanceof HTMLDetailsElement) details.open = true;
    });
  }
};
