import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read.js';

const FIRST =
  'The harbour board will decide on the crane in June, and the owner says that without a permit the yard closes for good.';
const SECOND =
  'The dockers are against it. They say that the owner has made a profit in nine of the past ten years.';
const THIRD =
  'The pilots have not been asked. Their boats could tow larger ships, two of them have said, if they had a licence.';

async function read(body: string): Promise<string[]> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The crane</title></head><body>${body}</body></html>`;
  const { text, paragraphs } = await readText(new TextEncoder().encode(page), { name: 'a.html' });
  return paragraphs.slice(1).map((p) => `${p.number} ${p.kind} ${text.slice(p.start, p.end)}`);
}

const ARTICLE = [`1 body ${FIRST}`, `2 body ${SECOND}`, `3 body ${THIRD}`];

describe('beside the text of a page', () => {
  it.each([
    '<div class="hinweis"><p>Wir verwenden Cookies, um unsere Website zu verbessern. Sie können ablehnen.</p></div>',
    '<div class="bandeau"><p>Nous utilisons des cookies. Vous pouvez modifier vos paramètres.</p></div>',
    '<p>Utilizamos cookies propias y de terceros. Puede aceptar o configurar su uso.</p>',
    '<div>We and our 842 partners store personal data on your device. Select I Accept to agree.</div>',
    '<div><span>By using this site you consent to cookies, as our policy says.</span></div>',
    '<div class="modal fade"><div class="modal-body"><p>Sign up for the letter of the week.</p></div></div>',
    '<div class="promo"><a href="/x">Subscribe to the morning letter</a></div>',
    '<div class="related-articles"><ul><li><a href="/1">The crane falls</a></li></ul></div>',
    '<blockquote class="pull-quote">“The yard closes for good.”</blockquote>',
    '<p style="position:absolute;left:-9999px">Words for robots alone.</p>',
    '<p style="font-size:0">Words for robots alone.</p>',
    '<div class="dablink">For the bird, see Crane (bird).</div>',
    '<table class="box-Unreferenced ambox"><tr><td>This article cites no sources.</td></tr></table>',
    '<table class="infobox_v2"><tr><td>Height</td><td>40 m</td></tr></table>',
    '<div class="sistersitebox">Commons has media about cranes.</div>',
    '<ul><li><a href="#a">The board</a></li><li><a href="#b">The dockers</a></li></ul>',
  ])('stands %s', async (box) => {
    expect(
      await read(`<h1>The crane</h1><p>${FIRST}</p>${box}<p>${SECOND}</p><p>${THIRD}</p>`),
    ).toEqual(ARTICLE);
  });

  it.each([
    `<p>The owner was fined because the page said “we use cookies” and asked nobody to agree. ${FIRST}</p>`,
    `<div class="sharecropper-law"><p>${FIRST}</p></div>`,
    `<div class="modal-verbs"><p>${FIRST}</p></div>`,
    `<p style="font-size: 0.9em; left: -10px">${FIRST}</p>`,
    `<p style="font-size:0.5em">${FIRST}</p>`,
  ])('does not stand %s', async (part) => {
    const shown = await read(`<h1>The crane</h1>${part}<p>${SECOND}</p>`);
    expect(shown.map((line) => line.slice(-60))).toEqual(
      [FIRST, SECOND].map((line) => line.slice(-60)),
    );
  });

  it('stand captions, whatever element they are in', async () => {
    const picture =
      '<div class="image"><p class="image-caption">The yard.</p><span class="photo-credit">Ann</span></div>';
    expect(await read(`<p>${FIRST}</p>${picture}<p>${SECOND}</p>`)).toEqual([
      ARTICLE[0],
      '2 caption The yard.',
      '2 caption Ann',
      ARTICLE[1],
    ]);
  });
});

describe('one text', () => {
  it.each([
    [
      'posts',
      (text: string, i: number) =>
        `<div class="post"><p class="date">14 March 2022, 14:0${i} GMT</p><p>${text}</p><p>Updated at 15.0${i} GMT</p></div>`,
    ],
    [
      'articles',
      (text: string, i: number) =>
        `<article><a href="#${i}"><time>${i}m ago</time> <span>06.1${i} EDT</span></a><p>${text}</p></article>`,
    ],
    ['items', (text: string, i: number) => `<ol><li><time>14h0${i}</time><p>${text}</p></li></ol>`],
  ])('is made of all %s of a live report', async (_, post) => {
    const shown = await read(
      `<main><h1>The crane</h1>${[FIRST, SECOND, THIRD].map(post).join('')}</main>`,
    );
    expect(shown.filter((line) => / body /u.test(line))).toEqual(ARTICLE);
  });

  it('is in the cells of a table of one column', async () => {
    const rows = [FIRST, SECOND, THIRD].map((text) => `<tr><td>${text}</td></tr>`).join('');
    expect(await read(`<table><tr><td><h1>The crane</h1></td></tr>${rows}</table>`)).toEqual(
      ARTICLE,
    );
    expect(
      await read(
        `<table><tr><td><h1>The crane</h1></td></tr><tr><td><table>${rows}</table></td></tr></table>`,
      ),
    ).toEqual(ARTICLE);
  });

  it('has no gap where a word has none, and notes that are letters or raised by a style', async () => {
    expect(
      await read(
        `<p>An x&#xFEFF;y of the treaty<sup>a</sup> since 1953<span style="vertical-align: super">2</span>, the 2<sup>e</sup> and n<sup>o</sup> 5 of it.</p><p>${FIRST}</p>`,
      ),
    ).toEqual([
      '1 body An xy of the treaty[a] since 1953[2], the 2e and no 5 of it.',
      `2 body ${FIRST}`,
    ]);
  });
});

/** A mail with these lines, and what stands in it below its subject. */
async function readMail(type: string, lines: readonly string[]): Promise<string[]> {
  const head = ['From: Ann <ann@a.example>', 'Subject: The crane', 'Message-ID: <1@a>'];
  const mail = [...head, 'MIME-Version: 1.0', `Content-Type: ${type}; charset=utf-8`, '', ...lines];
  const { text, paragraphs } = await readText(new TextEncoder().encode(mail.join('\r\n')), {
    name: 'a.eml',
  });
  return paragraphs.slice(1).map((p) => `${p.number} ${p.kind} ${text.slice(p.start, p.end)}`);
}

describe('a mail', () => {
  it.each([
    ['Am So., 13. März 2022 um 10:00 Uhr schrieb Bob <bob@b.example>:'],
    ['Il giorno dom 13 mar 2022 alle ore 10:00 Bob <bob@b.example> ha', 'scritto:'],
    ['On Sun, Mar 13, 2022 at 10:00 AM Bob with a very long name <', 'bob@b.example> wrote:'],
    ['niedz., 13 mar 2022 o 10:00 Bob <bob@b.example> napisał(a):'],
    ['13.03.2022 10:00, Боб пишет:'],
    ['2022年3月13日(日) 10:00 Bob <bob@b.example>:'],
  ])('is answered below %s', async (...lead) => {
    expect(await readMail('text/plain', [FIRST, '', ...lead, '', `> ${SECOND}`])).toEqual([
      ARTICLE[0],
      `2 heading ${lead.join(' ')}`,
      ARTICLE[1],
    ]);
  });

  it.each([
    ['---------- Forwarded message ---------', 'From: Bob', 'Date: Sun, 13 Mar 2022 at 10:00'],
    ['---------- Mensaje reenviado ---------', 'De: Bob', 'Fecha: dom, 13 mar 2022', 'Para: Ann'],
    ['-------- Пересылаемое сообщение --------', 'От: Боб', 'Дата: 13 марта 2022 г.', 'Кому: Анне'],
    ['*From:* Bob', '*Sent:* Sunday, March 13, 2022', '*To:* Ann'],
  ])('is sent on below %s', async (...head) => {
    expect(await readMail('text/plain', [FIRST, '', ...head, '', SECOND])).toEqual([
      ARTICLE[0],
      ...head.map((line) => `2 heading ${line}`),
      ARTICLE[1],
    ]);
  });

  it('in HTML is read whole, with its headings and whom it answers', async () => {
    const html = `<h1>This week</h1>${FIRST}<div><br></div><div>${SECOND}</div><p><b>From:</b> Bob<br><b>Sent:</b> Sunday<br><b>Subject:</b> Cranes</p><p>${THIRD}</p>`;
    expect(await readMail('text/html', [html])).toEqual([
      '1 heading This week',
      ARTICLE[0],
      ARTICLE[1],
      '3 heading From: Bob Sent: Sunday Subject: Cranes',
      ARTICLE[2],
    ]);
  });

  it('that is a saved page is that page without its frames, in its own letters', async () => {
    const part = (type: string, place: string, body: string): string =>
      `--B\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${place}\r\n\r\n${body}\r\n`;
    const page =
      '<meta charset=3D"windows-1251"><title>=CA=F0=E0=ED</title><h1>=CA=F0=E0=ED</h1><p>=CC=FD=F0 =EF=F0=EE=F2=E8=E2 =FD=F2=EE=E3=EE.</p>';
    const file = `From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="B"\r\n\r\n${part('text/html', 'https://p.example/crane', page)}${part('text/html', 'https://ads.example/', '<p>Buy a crane.</p>')}--B--\r\n`;
    const { text, metadata } = await readText(new TextEncoder().encode(file), { name: 'a.mhtml' });
    expect(text).toBe('Кран\n\nМэр против этого.');
    expect(metadata.url).toBe('https://p.example/crane');
  });
});
