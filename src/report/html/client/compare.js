/** Two pictures: beside each other, one sliding over the other, or one shining through. */

const startComparing = () => {
  for (const ways of all(document, '.ways')) {
    const images = ways.parentElement;
    const pictures = images ? all(images, 'img') : [];
    const [expected, found] = pictures;
    // A picture that is only a link cannot be laid over another.
    if (!images || !(expected instanceof HTMLImageElement) || !(found instanceof HTMLImageElement)) continue;
    ways.hidden = false;
    const stage = document.createElement('div');
    stage.className = 'stage';
    stage.hidden = true;
    const under = expected.cloneNode();
    const over = found.cloneNode();
    if (!(under instanceof HTMLElement) || !(over instanceof HTMLElement)) continue;
    over.classList.add('over');
    const range = document.createElement('input');
    range.type = 'range';
    range.value = '50';
    stage.append(under, over, range);
    ways.append(stage);
    const draw = () => {
      const isSlider = stage.dataset.way === 'slider';
      over.style.setProperty('clip-path', isSlider ? `inset(0 0 0 ${range.value}%)` : 'none');
      over.style.setProperty('opacity', isSlider ? '1' : String(Number(range.value) / 100));
      range.setAttribute('aria-label', (isSlider ? ways.dataset.position : ways.dataset.strength) ?? '');
    };
    range.addEventListener('input', draw);
    for (const button of all(ways, '[data-way]')) {
      button.addEventListener('click', () => {
        const way = button.dataset.way ?? 'beside';
        for (const each of all(ways, '[data-way]')) each.setAttribute('aria-pressed', String(each === button));
        stage.hidden = way === 'beside';
        stage.dataset.way = way;
        draw();
      });
    }
  }
};
