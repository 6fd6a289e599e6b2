/** Dialogs about cookies in a real browser: refused where something is missing, never accepted, never followed elsewhere. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html, type Site, startVisiting, type Visiting } from './visiting.ts';

let visiting: Visiting;
const site: Record<string, Site[string]> = {};

beforeAll(async () => {
  visiting = await startVisiting({ site });
});
afterAll(() => visiting?.close());

/** A page that shows what is needed once the button with `data-no` was clicked, and says so of any other. */
const asking = (dialog: string, text = 'Wij gebruiken cookies.') => `<!doctype html><html><body>
  <div id="banner" role="dialog"><p>${text}</p>${dialog}</div><script>
  const answer = (event) => {
    const no = event.composedPath().some((one) => one.dataset && 'no' in one.dataset);
    document.body.insertAdjacentHTML('beforeend', '<p id=' + (no ? 'done' : 'wrong') + '>clicked</p>');
  };
  document.addEventListener('click', answer);
  </script></body></html>`;

const shadow = (host: string, inside: string) =>
  `<div id="${host}"></div><script>document.getElementById('${host}').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(inside)}</script>`;

const YES = '<button id="yes">Alles accepteren</button>';

async function visited(name: string, body: string, options: Parameters<Visiting['visit']>[1] = {}) {
  site[`/${name}`] = html(body);
  return await visiting.visit(`http://page.example/${name}`, options);
}

describe.concurrent('is refused', () => {
  test.each<readonly [string, string, string]>([
    [
      'OneTrust',
      'OneTrust',
      `<div id="onetrust-banner-sdk">${YES}<button id="onetrust-reject-all-handler" data-no>Nee, dank u</button></div>`,
    ],
    ['Cookiebot', 'Cookiebot', `${YES}<button id="CybotCookiebotDialogBodyButtonDecline" data-no>Weiger</button>`],
    [
      'Usercentrics',
      'Usercentrics',
      shadow('usercentrics-root', `${YES}<button data-testid="uc-deny-all-button" data-no>Alles weigeren</button>`),
    ],
    [
      'Usercentrics-3',
      'Usercentrics',
      shadow('usercentrics-cmp-ui', `${YES}<button id="deny" data-no>Weiger</button>`),
    ],
    ['CookieYes', 'CookieYes', `${YES}<button data-cky-tag="reject-button" data-no>Liever niet</button>`],
    [
      'Complianz',
      'Complianz',
      `<div class="cmplz-cookiebanner">${YES}<button class="cmplz-btn cmplz-deny" data-no>Nee</button></div>`,
    ],
    ['Didomi', 'Didomi', `${YES}<span id="didomi-notice-disagree-button" role="button" data-no>Doorgaan zonder</span>`],
    ['Quantcast', 'disagree', `<div id="qc-cmp2-ui">${YES}<button mode="secondary" data-no>DISAGREE</button></div>`],
    [
      'Meta',
      'optionele cookies weigeren',
      `<div role="button" tabindex="0">Alle cookies toestaan</div><div role="button" aria-label="Optionele cookies weigeren" data-no><span>Optionele cookies weigeren</span></div>`,
    ],
    ['English', 'decline optional cookies', `${YES}<div role="button" data-no>Decline optional cookies</div>`],
    ['German', 'alle ablehnen', `${YES}<button data-no> Alle\n ablehnen </button>`],
    ['French', 'tout refuser', `${YES}<input type="button" value="Tout refuser" data-no>`],
    ['Spanish', 'rechazar todo', `${YES}<button data-no>Rechazar todo</button>`],
    [
      'necessary',
      'alleen noodzakelijke cookies accepteren',
      `${YES}<button data-no>Alleen noodzakelijke cookies accepteren</button>`,
    ],
  ])('%s', async (name, consent, dialog) => {
    const { document, screenshot } = await visited(`no-${name}`, asking(dialog));
    expect(document.consent).toBe(consent);
    expect(document.body).toContain('id="done"');
    expect(document.body).not.toContain('id="wrong"');
    expect(screenshot).toBeDefined();
  });

  test('a page that stands before the page, by its own form', async () => {
    const chosen: (string | undefined)[] = [];
    site['page.example/kanaal'] = (answer, { headers }) => {
      if (headers.cookie === 'SOCS=no') return html('<p id="done">profile</p>')(answer);
      answer.writeHead(302, { location: 'http://consent.page.example/m?continue=http://page.example/kanaal' }).end();
    };
    site['consent.page.example/m'] =
      html(`<!doctype html><title>Voordat je verdergaat</title><h1>Voordat je verdergaat</h1>
      <form action="http://consent.page.example/save" method="POST"><input type="hidden" name="yes" value="1"><button>Alles accepteren</button></form>
      <form action="http://consent.page.example/save" method="POST"><input type="hidden" name="yes" value="0"><button aria-label="Weiger alles"><span>Alles afwijzen</span></button></form>`);
    site['consent.page.example/save'] = (answer, incoming) => {
      incoming.on('data', (data: Buffer) => chosen.push(data.toString()));
      incoming.on('end', () =>
        answer
          .writeHead(303, {
            location: 'http://page.example/kanaal',
            'set-cookie': 'SOCS=no; Domain=page.example; Path=/',
          })
          .end(),
      );
    };
    const { document } = await visiting.visit('http://page.example/kanaal');
    expect(chosen).toEqual(['yes=0']);
    expect(document).toMatchObject({ finalUrl: 'http://page.example/kanaal', consent: 'alles afwijzen', status: 200 });
    expect(document.body).toContain('id="done"');
  });
});

/** A page with a dialog in a frame; what the frame tells it is done, it does. */
const framing = (frame: string) => `<!doctype html><html><body><p>page</p>${frame}<script>
  addEventListener('message', ({ data }) => {
    document.querySelector('iframe').remove();
    document.body.insertAdjacentHTML('beforeend', '<p id=' + data + '>told</p>');
  });
  </script></body></html>`;

/** The dialog in it: only a click on the button with `data-no` is right. */
const inFrame = (dialog: string, text = 'Wij gebruiken cookies.') => `<!doctype html><html><body>
  <div role="dialog"><p>${text}</p>${dialog}</div><script>
  document.addEventListener('click', (event) => {
    const no = event.composedPath().some((one) => one.dataset && 'no' in one.dataset);
    parent.postMessage(no ? 'done' : 'wrong', '*');
  });
  </script></body></html>`;

const SOURCEPOINT = `<button class="sp_choice_type_11">Akkoord</button><button class="sp_choice_type_12">Instellingen</button>
  <button class="sp_choice_type_13" data-no>Liever niet</button>`;
const ENOUGH_ROOM = 'width="500" height="300"';

describe.concurrent('is refused in a frame', () => {
  test.each<readonly [string, string, string, string]>([
    ['of-another-site', 'Sourcepoint', 'cdn.example', inFrame(SOURCEPOINT)],
    ['of-the-same-site', 'Sourcepoint', 'page.example', inFrame(SOURCEPOINT)],
    ['by-its-text', 'alles weigeren', 'cdn.example', inFrame(`${YES}<button data-no>Alles weigeren</button>`)],
    [
      'by-its-form',
      'alles weigeren',
      'cdn.example',
      inFrame(
        `<form action="http://cdn.example/nowhere">${YES}<button type="button" data-no>Alles weigeren</button></form>`,
      ),
    ],
    [
      'in-a-shadow-there',
      'reject all',
      'cdn.example',
      inFrame(
        shadow('deep', `<style>p { color: red }</style><p>cookies</p>${YES}<button data-no>Reject all</button>`),
        '',
      ),
    ],
  ])('%s', async (name, consent, host, dialog) => {
    site[`${host}/dialog-${name}`] = html(dialog);
    const frame = `<iframe src="http://${host}/dialog-${name}" ${ENOUGH_ROOM}></iframe>`;
    const { document, screenshot } = await visited(`frame-${name}`, framing(frame));
    expect(document).toMatchObject({ consent, finalUrl: `http://page.example/frame-${name}` });
    expect(document.body).toContain('id="done"');
    expect(document.body).not.toContain('id="wrong"');
    expect(screenshot).toBeDefined();
  });

  test('that the page wrote itself', async () => {
    const dialog = inFrame(`${YES}<button data-no>Alles weigeren</button>`).replaceAll('"', '&quot;');
    const { document } = await visited('frame-written', framing(`<iframe srcdoc="${dialog}" ${ENOUGH_ROOM}></iframe>`));
    expect(document.body).toContain('id="done"');
  });

  test('within a frame', async () => {
    site['cdn.example/inner'] = html(inFrame(SOURCEPOINT).replace('parent.post', 'top.post'));
    site['tracker.example/outer'] = html(`<iframe src="http://cdn.example/inner" ${ENOUGH_ROOM}></iframe>`);
    const { document } = await visited(
      'frame-in-frame',
      framing(`<iframe src="http://tracker.example/outer" width="600" height="400"></iframe>`),
    );
    expect(document.body).toContain('id="done"');
  });

  test('once: another frame that asks is not answered too', async () => {
    site['cdn.example/one-of-two'] = html(
      inFrame(SOURCEPOINT).replace(
        "parent.postMessage(no ? 'done' : 'wrong', '*')",
        "parent.postMessage('answered', '*')",
      ),
    );
    const frame = `<iframe src="http://cdn.example/one-of-two" ${ENOUGH_ROOM}></iframe>`;
    const { document } = await visited('frames-two', framing(frame + frame));
    expect(document.body.match(/id="answered"/g)).toHaveLength(1);
  });
});

describe.concurrent('is refused in open shadows', () => {
  test.each<readonly [string, string, string]>([
    ['known', 'Didomi', shadow('app', `${YES}<button id="didomi-notice-disagree-button" data-no>Nee</button>`)],
    [
      'known-by-its-text',
      'alles weigeren',
      shadow(
        'app',
        `<style>${'p { color: red } '.repeat(600)}</style><p>cookies</p>${YES}<button data-no>Alles weigeren</button>`,
      ),
    ],
    ['spoken-of-outside', 'weigeren', `<div>${shadow('app', '<button data-no>Weigeren</button>')}</div>`],
  ])('%s', async (name, consent, dialog) => {
    const { document } = await visited(`shadow-${name}`, asking(dialog));
    expect(document.consent).toBe(consent);
    expect(document.body).toContain('id="done"');
    expect(document.body).not.toContain('id="wrong"');
  });

  test('one within another', async () => {
    const body = asking('<div id="outer"></div>').replace(
      'const answer',
      `const outer = document.getElementById('outer').attachShadow({ mode: 'open' });
       outer.innerHTML = '<div></div>';
       outer.firstChild.attachShadow({ mode: 'open' }).innerHTML = '<p>cookies</p><button data-no>Alles weigeren</button>';
       const answer`,
    );
    const { document } = await visited('shadow-in-shadow', body);
    expect(document.body).toContain('id="done"');
  });
});

describe.concurrent('is left alone in a frame', () => {
  test.each<readonly [string, string, string]>([
    ['only-yes', inFrame(YES), ENOUGH_ROOM],
    ['not-about-cookies', inFrame('<button>Weigeren</button>', 'Iemand nodigt u uit.'), ENOUGH_ROOM],
    ['hidden', inFrame('<button>Alles weigeren</button>'), 'style="display:none"'],
    ['tiny', inFrame('<button>Alles weigeren</button>'), 'width="1" height="1"'],
    [
      'a-form-elsewhere',
      inFrame('<form action="http://tracker.example/x"><button>Alles weigeren</button></form>'),
      ENOUGH_ROOM,
    ],
    ['a-link', inFrame('<a href="http://tracker.example/x"><button>Alles weigeren</button></a>'), ENOUGH_ROOM],
  ])('%s', async (name, dialog, room) => {
    site[`cdn.example/not-${name}`] = html(dialog);
    const frame = `<iframe src="http://cdn.example/not-${name}" ${room}></iframe>`;
    const { document } = await visited(`not-in-frame-${name}`, framing(frame));
    expect(document.consent).toBeUndefined();
    expect(document.body).not.toMatch(/id="(?:wrong|done)"/);
  });

  test('a link around the element whose shadow holds the button', async () => {
    const link = `<a href="http://cdn.example/x">${shadow('app', '<p>cookies</p><button>Alles weigeren</button>')}</a>`;
    const { document } = await visited('not-shadow-in-link', asking(link));
    expect(document.consent).toBeUndefined();
  });

  test('one that never comes: the page is read without it', async () => {
    site['cdn.example/never'] = () => {};
    const frame = `<iframe src="http://cdn.example/never" ${ENOUGH_ROOM}></iframe>`;
    const { document } = await visited('frame-never', framing(frame));
    expect(document.failure).toBeUndefined();
    expect(document.body).toContain('<p>page</p>');
  });

  test('one that leads the page elsewhere: what was there before is what was seen', async () => {
    site['cdn.example/leads'] = html(
      `<div><p>cookies</p><button onclick="top.location = 'http://cdn.example/strange'">Alles weigeren</button></div>`,
    );
    const frame = `<iframe src="http://cdn.example/leads" ${ENOUGH_ROOM}></iframe>`;
    const { document } = await visited('frame-leads', framing(frame));
    expect(document.finalUrl).toBe('http://page.example/frame-leads');
  });
});

describe.concurrent('is left alone', () => {
  test.each<readonly [string, string]>([
    ['only-yes', asking(YES)],
    [
      'yes-by-a-known-mark',
      asking(`<div id="onetrust-banner-sdk"><button id="onetrust-reject-all-handler">Alles accepteren</button></div>`),
    ],
    ['more-words', asking('<button>Alles weigeren en lid worden</button>')],
    ['not-about-cookies', asking('<button>Weigeren</button>', 'Iemand nodigt u uit.')],
    ['hidden', asking('<button style="display:none">Alles weigeren</button>')],
    ['unseen', asking('<div style="opacity:0"><button>Alles weigeren</button></div>')],
    ['tiny', asking('<button style="width:1px;height:1px;padding:0;border:0;overflow:hidden">Alles weigeren</button>')],
    ['switched-off', asking('<button disabled>Alles weigeren</button>')],
    ['a-link', asking('<a href="http://other.example/" role="button">Alles weigeren</a>')],
    ['in-a-link', asking('<a href="/elders"><button>Alles weigeren</button></a>')],
    ['a-form-elsewhere', asking('<form action="http://other.example/x"><button>Alles weigeren</button></form>')],
    [
      'a-form-that-hides-it',
      asking(
        '<form action="http://other.example/x"><input name="action"><input name="getAttribute"><button>Alles weigeren</button></form>',
      ),
    ],
    ['a-button-elsewhere', asking('<form><button formaction="http://other.example/x">Alles weigeren</button></form>')],
  ])('%s', async (name, body) => {
    const before = visiting.upstream.requests.filter((line) => line.includes('other.example')).length;
    const { document } = await visited(`not-${name}`, body);
    expect(document.consent).toBeUndefined();
    expect(document.body).not.toMatch(/id="(?:wrong|done)"/);
    expect(visiting.upstream.requests.filter((line) => line.includes('other.example'))).toHaveLength(before);
  });

  test('a page that holds what is needed', async () => {
    const { document } = await visited('enough', asking('<button data-no>Alles weigeren</button>'), {
      isEnough: () => true,
    });
    expect(document.consent).toBeUndefined();
    expect(document.body).not.toContain('id="done"');
  });
});

describe.concurrent('a button that is no refusal after all', () => {
  test('leads nowhere: the page before it is what was seen', async () => {
    site['other.example/strange'] = html('<p id="done">another</p>');
    const body = `<!doctype html><div><p>cookies</p><button onclick="location = 'http://other.example/strange'">Alles weigeren</button>`;
    const { document } = await visited('leaves', body);
    expect(document.finalUrl).toBe('http://page.example/leaves');
    expect(visiting.upstream.requests).not.toContain('GET http://other.example/strange');
  });

  test('nor by a redirect', async () => {
    site['other.example/redirected'] = html('<p id="done">another</p>');
    site['/over'] = (answer) => void answer.writeHead(302, { location: 'http://other.example/redirected' }).end();
    const body = '<!doctype html><div><p>cookies</p><form action="/over"><button>Alles weigeren</button></form>';
    const { document, screenshot } = await visited('redirects', body);
    expect([document.finalUrl, document.consent, screenshot]).toEqual([
      'http://page.example/redirects',
      undefined,
      undefined,
    ]);
    expect(document.body).not.toContain('id="done"');
  });

  test('is clicked once', async () => {
    const body = `<!doctype html><div><p>cookies <b id="count">0</b></p><button onclick="document.getElementById('count').textContent++">Alles weigeren</button>`;
    const { document } = await visited('once', body);
    expect(document.body).toContain('<b id="count">1</b>');
  });
});

describe.concurrent('what comes after scrolling', () => {
  /** Far below stands a mark; when it is seen, `then` runs. */
  const long = (
    then: string,
  ) => `<!doctype html><p>profile</p><div style="height:5000px"></div><p id="mark">-</p><script>
    new IntersectionObserver(([entry]) => { if (entry.isIntersecting) { ${then} } }).observe(document.getElementById('mark'));</script>`;
  const worth = ({ body }: { readonly body: string }) =>
    body.includes('id="wall"') ? -1 : body.includes('id="done"') ? 1 : 0;

  test('is read', async () => {
    const { document, screenshot } = await visited(
      'lazy-part',
      long(`document.body.insertAdjacentHTML('beforeend', '<p id=' + 'done' + '>posts</p>')`),
      { worth },
    );
    expect(document.body).toContain('id="done"');
    expect(screenshot).toBeDefined();
  });

  test('counts for nothing where it is a wall, and no picture is taken of that', async () => {
    const { document, screenshot } = await visited(
      'lazy-wall',
      long(`document.body.innerHTML = '<p id=' + 'wall' + '>log in</p>'`),
      { worth },
    );
    expect(document.body).toContain('<p>profile</p>');
    expect(document.body).not.toContain('id="wall"');
    expect(screenshot).toBeUndefined();
  });

  test('is not asked for where the page is no profile', async () => {
    const { document } = await visited(
      'lazy-none',
      long(`document.body.insertAdjacentHTML('beforeend', '<p id=' + 'done' + '>posts</p>')`),
      {
        worth: () => -1,
      },
    );
    expect(document.body).not.toContain('id="done"');
  });
});
