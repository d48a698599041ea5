import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read.js';

const FIRST =
  'The keeper of the lock will close it in June, and the owners of the barges say that nobody will pass the weir without a pilot.';
const SECOND =
  'The county is against the closing. It says that the keeper has asked nobody, and that the company has known of it for years.';
const BODY = `<p>${FIRST}</p><p>${SECOND}</p>`;

/** The paragraphs of a page, without its title. */
async function read(body: string): Promise<string[]> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The lock</title></head><body>${body}</body></html>`;
  const { text, paragraphs } = await readText(new TextEncoder().encode(page), { name: 'a.html' });
  return paragraphs.slice(1).map((p) => `${p.number} ${p.kind} ${text.slice(p.start, p.end)}`);
}

const only = [`1 body ${FIRST}`, `2 body ${SECOND}`];

describe('a page', () => {
  it.each([
    ['<div id="onetrust-banner"><p>By going on you agree to this and that.</p></div>'],
    ['<section class="CookieNotice"><h2>Your choice</h2><p>By going on you agree.</p></section>'],
    ['<div><p>We use necessary cookies on this page. You may refuse them.</p></div>'],
    ['<div style="color:red; display: none"><p>Words for robots that nobody sees.</p></div>'],
    ['<p class="visually-hidden">Words that are read aloud.</p>'],
    ['<div role="dialog"><p>Subscribe to our letter about locks.</p></div>'],
    ['<div class="hatnote">For the clasp, see Lock (hair).</div>'],
  ])('does not count %s', async (around) => {
    expect(await read(`${around}<h1>The lock</h1>${BODY}`)).toEqual(only);
    expect(await read(`<h1>The lock</h1>${BODY}${around}`)).toEqual(only);
  });

  it('has captions of pictures beside its paragraphs, whatever they are marked with', async () => {
    const caption =
      '<div class="wp-caption"><p class="wp-caption-text">The weir in March</p></div>';
    expect(await read(`<p>${FIRST}</p>${caption}<p>${SECOND}</p>`)).toEqual([
      `1 body ${FIRST}`,
      '2 caption The weir in March',
      `2 body ${SECOND}`,
    ]);
  });

  it('has headings that are nothing but bold letters, a summary, a time', async () => {
    const parts =
      '<p><b>The county</b></p>|<details><summary>The county</summary>|<time>10:42</time>';
    for (const [i, part] of parts.split('|').entries()) {
      expect(await read(`<p>${FIRST}</p>${part}<p>${SECOND}</p>`)).toEqual([
        `1 body ${FIRST}`,
        `2 heading ${i === 2 ? '10:42' : 'The county'}`,
        `2 body ${SECOND}`,
      ]);
    }
  });

  it('has notes in brackets, powers raised, ordinals joined', async () => {
    const raised =
      'Since 1953<sup>1</sup> some 10<sup>6</sup> m<sup>3</sup> a year go over the weir,<sup><a href="#n2">2</a></sup> 3<sup>2</sup> times as much as in the 19<sup>th</sup> century.<sup class="reference"><a href="#c">[3]</a></sup>';
    expect(await read(`<p>${raised}</p>${BODY}`)).toContain(
      '1 body Since 1953[1] some 10⁶ m³ a year go over the weir,[2] 3² times as much as in the 19th century.[3]',
    );
  });
});

describe('a table', () => {
  it('that only places the text holds paragraphs, parted by single breaks too', async () => {
    const cell = `Dear owners,<br>${FIRST}<br>${SECOND}`;
    expect(await read(`<table><tr><td>${cell}</td></tr></table>`)).toEqual([
      '1 body Dear owners,',
      `2 body ${FIRST}`,
      `3 body ${SECOND}`,
    ]);
    const columns = `<td><span>${FIRST}</span><br><br><span>${SECOND}</span></td><td>Links</td>`;
    expect((await read(`<table><tr>${columns}</tr></table>`)).slice(0, 2)).toEqual(only);
  });

  it('of facts is one paragraph, whatever its cells hold', async () => {
    const row = '<tr><td>May<br>and June</td><td><p>120</p><p>barges</p></td></tr>';
    expect(await read(`<p>${FIRST}</p><table>${row}${row}</table><p>${SECOND}</p>`)).toEqual([
      `1 body ${FIRST}`,
      '2 body May and June | 120 barges',
      '2 body May and June | 120 barges',
      `3 body ${SECOND}`,
    ]);
  });
});
