/** The page's only script: filters and copy buttons. Everything can be read without it. */

export const SCRIPT = `(() => {
  const form = document.querySelector('.filters');
  const cards = [...document.querySelectorAll('.card')];
  const show = () => {
    const wanted = new FormData(form).get('group');
    let shown = 0;
    for (const card of cards) {
      card.hidden = !(wanted === 'all' || card.dataset.group === wanted || (wanted === 'new' && card.dataset.new === 'yes'));
      if (!card.hidden) shown += 1;
    }
    form.querySelector('.shown').textContent = String(shown);
  };
  if (form) {
    form.hidden = false;
    form.addEventListener('change', show);
    form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('hashchange', () => {
      const target = document.getElementById(location.hash.slice(1));
      const card = target && target.closest('.card');
      if (card && card.hidden) {
        form.reset();
        show();
        target.scrollIntoView();
      }
    });
    show();
  }
  for (const button of document.querySelectorAll('[data-copy]')) {
    const text = document.getElementById(button.dataset.copy);
    const label = button.firstChild;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const whole = text.querySelector('details .text') || text;
      try {
        await navigator.clipboard.writeText(whole.textContent);
        label.textContent = button.dataset.done;
      } catch {
        getSelection().selectAllChildren(whole);
      }
    });
  }
})();
`;
