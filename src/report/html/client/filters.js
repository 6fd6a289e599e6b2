/** Filters, search and order. The choice lives in the address: `#~network=x&q=…`, so that it can be sent to a colleague. */

/** @param {string} text */
const plainText = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** @returns {HTMLElement[]} */
const cardsOf = () => [...document.querySelectorAll('.card')].filter((card) => card instanceof HTMLElement);

/** The choice in the address; null when the address names a place on the page. */
const choiceInAddress = () => (location.hash.startsWith('#~') ? new URLSearchParams(location.hash.slice(2)) : null);

/** @param {HTMLElement} card @param {Record<string, string>} choice @param {string[]} words */
const fits = (card, choice, words) => {
  const { group, verdict, network, owner, checks = '', find = '', new: isNew } = card.dataset;
  return (
    (!choice.verdict || choice.verdict === verdict || choice.verdict === group) &&
    (!choice.network || choice.network === network) &&
    (!choice.owner || choice.owner === owner) &&
    (!choice.check || checks.split(' ').includes(choice.check)) &&
    (!choice.new || isNew === 'yes') &&
    words.every((word) => find.includes(word))
  );
};

/** @param {HTMLElement[]} cards @param {string} order */
const sorted = (cards, order) => {
  /** @param {HTMLElement} card */
  const key = (card) =>
    order === 'network' ? card.dataset.network : order === 'owner' ? card.dataset.owner : card.dataset.name;
  const place = (/** @type {HTMLElement} */ card) => Number(card.dataset.place);
  if (!order) return [...cards].sort((a, b) => place(a) - place(b));
  return [...cards].sort((a, b) => (key(a) ?? '').localeCompare(key(b) ?? '') || place(a) - place(b));
};

/** @param {HTMLFormElement} form */
const startFilters = (form) => {
  const cards = cardsOf();
  for (const [index, card] of cards.entries()) {
    card.dataset.place = String(index);
    card.dataset.find = plainText(card.dataset.find ?? '');
  }
  const tasks = [...document.querySelectorAll('.todo-list [data-card]')].filter((each) => each instanceof HTMLElement);
  const owners = [...document.querySelectorAll('.todo-owner')].filter((each) => each instanceof HTMLElement);
  const list = cards[0]?.parentElement;
  const count = form.querySelector('.shown');
  const none = document.querySelector('.no-match');
  let order = '';

  const choiceNow = () => {
    /** @type {Record<string, string>} */
    const choice = {};
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value) choice[name] = value;
    return choice;
  };
  const show = () => {
    const choice = choiceNow();
    const words = plainText(choice.q ?? '')
      .split(/\s+/)
      .filter(Boolean);
    const hidden = new Set();
    for (const card of cards) {
      card.hidden = !fits(card, choice, words);
      if (card.hidden) hidden.add(card.id);
    }
    for (const task of tasks) task.hidden = hidden.has(task.dataset.card);
    for (const owner of owners) owner.hidden = !owner.querySelector('[data-card]:not([hidden])');
    if (count) count.textContent = String(cards.length - hidden.size);
    if (none instanceof HTMLElement) none.hidden = hidden.size < cards.length || cards.length === 0;
    if ((choice.sort ?? '') !== order) {
      order = choice.sort ?? '';
      list?.append(...sorted(cards, order));
    }
    return choice;
  };
  const write = () => {
    const address = new URLSearchParams(show()).toString();
    history.replaceState(null, '', address ? `#~${address}` : location.pathname + location.search);
  };
  /** @param {URLSearchParams | null} choice */
  const take = (choice) => {
    form.reset();
    for (const field of form.elements) {
      if (field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === 'search'))
        field.value = choice?.get(field.name) ?? '';
      if (field instanceof HTMLInputElement && field.type === 'checkbox')
        field.checked = choice?.get(field.name) === 'yes';
      // A value that the list does not have would choose nothing.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
    show();
  };

  form.hidden = false;
  form.addEventListener('input', write);
  form.addEventListener('reset', () => setTimeout(write));
  form.addEventListener('submit', (event) => event.preventDefault());
  take(choiceInAddress());
  return { take };
};

/** A place that is named must be seen: filters give way, and what is folded around it opens. */
const goToPlace = (/** @type {{ take: (choice: URLSearchParams | null) => void } | null} */ filters) => {
  const choice = choiceInAddress();
  if (choice) return filters?.take(choice);
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  const card = place.closest('.card');
  if (card instanceof HTMLElement && card.hidden) filters?.take(null);
  for (let around = place.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.open = true;
  place.scrollIntoView();
};
