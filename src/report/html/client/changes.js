/** What the reader decides is collected into a patch for profiles.json. The page cannot save; the reader carries it. */

/** @typedef {{ kind: string, profile: string, [key: string]: unknown }} Change */

/** A browser may forbid a page that is opened as a file to keep anything: then it is forgotten, and nothing else. @param {() => void} use */
const whereAllowed = (use) => {
  try {
    use();
  } catch {
    // What was decided still stands on the page, until that is closed.
  }
};

/** Kept while the page is reloaded. @param {string} run */
const storeOf = (run) => {
  const name = `bijwerken ${run}`;
  /** @type {Change[]} */
  let changes = [];
  whereAllowed(() => {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? '[]');
    if (Array.isArray(kept)) changes = kept;
  });
  return {
    all: () => changes,
    /** @param {Change[]} next */
    set: (next) => {
      changes = next;
      whereAllowed(() => sessionStorage.setItem(name, JSON.stringify(changes)));
    },
  };
};

/** One change about one thing: a later one takes its place. @param {Change} change */
const aboutOf = ({ kind, profile, check, field }) => `${kind} ${profile} ${check ?? field ?? ''}`;

/** @param {Change} change */
const summaryOf = ({ kind, profile, check, field, accepts, value, pin, fields, until }) => {
  const what =
    kind === 'seen'
      ? Object.entries(fields ?? {})
          .map(([name, answer]) => `${name}: ${answer}`)
          .join(', ')
      : (value ?? pin ?? accepts ?? '');
  const text = String(what);
  return `${profile} ${check ?? field ?? ''} ${text.length > 80 ? `${text.slice(0, 80)}…` : text} ${until ? `→ ${until}` : ''}`.trim();
};

/** @param {{ run: string }} data */
const startChanges = (data, store = storeOf(data.run)) => {
  const section = one(document, '.changes');
  const list = section && one(section, '.change-list');
  if (!section || !list) return { add: () => {} };
  const patch = () => `${JSON.stringify({ version: 1, run: data.run, changes: store.all() }, null, 2)}\n`;
  const show = () => {
    section.hidden = store.all().length === 0;
    list.replaceChildren(
      ...store.all().map((change) => {
        const item = document.createElement('li');
        const kind = document.createElement('strong');
        kind.textContent = `${list.dataset[change.kind] ?? change.kind}: `;
        const text = document.createElement('bdi');
        text.textContent = summaryOf(change);
        const undo = document.createElement('button');
        undo.type = 'button';
        undo.className = 'plain';
        undo.textContent = list.dataset.undo ?? '';
        undo.setAttribute('aria-label', `${list.dataset.undo}: ${summaryOf(change)}`);
        undo.addEventListener('click', () => {
          store.set(store.all().filter((each) => each !== change));
          show();
        });
        item.append(kind, text, ' ', undo);
        return item;
      }),
    );
  };
  one(section, '.change-download')?.addEventListener('click', () => saveFile('bijwerken-patch.json', patch()));
  one(section, '.change-clear')?.addEventListener('click', () => {
    store.set([]);
    show();
  });
  const copy = one(section, '.change-copy');
  copy?.addEventListener('click', async () => {
    const label = copy.querySelector('span');
    if ((await copyText(patch())) && label) label.textContent = copy.dataset.done ?? '';
  });
  show();
  return {
    /** @param {Change} change */
    add: (change) => {
      store.set([...store.all().filter((each) => aboutOf(each) !== aboutOf(change)), change]);
      show();
    },
  };
};

/** @param {ParentNode} root @param {string} name */
const valueIn = (root, name) => {
  const field = root.querySelector(`[name="${name}"]`);
  return field instanceof HTMLInputElement ? field.value.trim() : '';
};

/** @param {Record<string, any>} findings @param {(change: Change) => void} add */
const startAccepting = (findings, add) => {
  const dialog = document.querySelector('dialog.accept');
  const form = dialog?.querySelector('form');
  const waiver = dialog && one(dialog, '.accept-waiver');
  const problem = dialog && one(dialog, '.accept-problem');
  if (!(dialog instanceof HTMLDialogElement) || !form || !waiver || !problem) return;
  let key = '';
  /** @param {string} way */
  const choiceOf = (way) => form.querySelector(`[value="${way}"]`);
  const chosen = () => new FormData(form).get('as');
  const showWaiver = () => {
    waiver.hidden = chosen() !== 'waive';
  };
  form.addEventListener('change', showWaiver);
  const open = (/** @type {string} */ wanted) => {
    key = wanted;
    const { accepts, field, pin, found, profile } = findings[key];
    const ways = { waive: accepts !== null, expect: field !== null, pin: pin !== null };
    let isFirst = true;
    for (const [way, isOpen] of Object.entries(ways)) {
      const choice = choiceOf(way);
      if (!(choice instanceof HTMLInputElement)) continue;
      const label = choice.closest('label');
      if (label) label.hidden = !isOpen;
      choice.checked = isOpen && isFirst;
      if (isOpen) isFirst = false;
    }
    const what = one(dialog, '.accept-what');
    if (what) what.textContent = `${profile}: ${found ?? pin?.seen ?? ''}`;
    problem.hidden = true;
    showWaiver();
    dialog.showModal();
  };
  one(dialog, '.accept-cancel')?.addEventListener('click', () => dialog.close());
  one(dialog, '.accept-add')?.addEventListener('click', () => {
    const { profile, check, accepts, field, found, pin } = findings[key];
    const way = chosen();
    const [reason, owner, until] = ['reason', 'owner', 'until'].map((name) => valueIn(form, name));
    if (way === 'waive' && !(reason && owner && until)) {
      problem.hidden = false;
      return;
    }
    if (way === 'waive') add({ kind: 'waive', profile, check, accepts, reason, owner, until });
    if (way === 'expect') add({ kind: 'expect', profile, field, value: found });
    if (way === 'pin') add({ kind: 'pin', profile, pin: pin.seen, was: pin.was });
    dialog.close();
  });
  for (const button of all(document, '[data-accept]')) {
    const wanted = button.dataset.accept ?? '';
    const finding = findings[wanted];
    if (!finding || (finding.accepts === null && finding.field === null && finding.pin === null)) button.hidden = true;
    else button.addEventListener('click', () => open(wanted));
  }
};

/** A small file for whoever keeps the tool. @param {Record<string, any>} findings @param {{ run: string, tool: string }} about */
const startReporting = (findings, about) => {
  for (const button of all(document, '[data-wrong]')) {
    const key = button.dataset.wrong ?? '';
    button.addEventListener('click', () => {
      const name = `bijwerken-${findings[key].key.replace(/[^A-Za-z0-9.-]/g, '-')}.json`;
      saveFile(
        name,
        `${JSON.stringify({ version: 1, run: about.run, tool: about.tool, ...findings[key] }, null, 2)}\n`,
      );
    });
  }
  for (const row of all(document, '.decide')) row.hidden = false;
};

/** @param {(change: Change) => void} add */
const startLooking = (add) => {
  for (const choice of all(document, '.hand')) choice.hidden = false;
  for (const answer of all(document, '.hand-answer')) {
    const list = answer.closest('details');
    const status = one(answer, '[role="status"]');
    if (!list || !status) continue;
    answer.hidden = false;
    answer.querySelector('button')?.addEventListener('click', () => {
      /** @type {Record<string, string>} */
      const fields = {};
      for (const choice of all(list, '.hand')) {
        const chosen = choice.querySelector('input:checked');
        if (chosen instanceof HTMLInputElement) fields[choice.dataset.field ?? ''] = chosen.value;
      }
      const [by, newestPost] = [valueIn(answer, 'by'), valueIn(answer, 'newest')];
      const isWhole = by !== '' && (Object.keys(fields).length > 0 || newestPost !== '');
      status.textContent = (isWhole ? status.dataset.added : status.dataset.empty) ?? '';
      if (!isWhole) return;
      const at = new Date().toLocaleDateString('sv-SE');
      const about = { kind: 'seen', profile: answer.dataset.profile ?? '', at, by };
      add({ ...about, ...(Object.keys(fields).length > 0 ? { fields } : {}), ...(newestPost ? { newestPost } : {}) });
    });
  }
};
