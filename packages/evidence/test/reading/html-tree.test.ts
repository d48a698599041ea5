import { describe, expect, it } from 'vitest';
import { paragraphText, ReadError, type SourceText } from '../../src/index.js';
import { readText } from '../../src/read.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (html: string): Promise<SourceText> => readText(utf8(html), { name: 'page.html' });
const body = (text: SourceText): string[] =>
  text.paragraphs.filter((p) => p.number > 0).map((p) => paragraphText(text, p));

const ONE = 'The council demands that the line stays open.';
const TWO = 'The operator has not answered yet.';
const CUT = 'The page ends in the middle: it may have been cut off.';
const LARGE = 'The page is very large or deep: all of it was read, not the article alone.';

describe('HTML with tags left out, as the standard allows', () => {
  it.each<[string, string]>([
    ['html, head and body left out', `<!doctype html><title>T</title><p>${ONE}<p>${TWO}`],
    ['body alone', `<body><p>${ONE}<p>${TWO}</body>`],
    ['title and body', `<!doctype html><title>T</title><body><p>${ONE}<p>${TWO}`],
    ['head without html', `<!doctype html><head><title>T</title></head><p>${ONE}<p>${TWO}</body>`],
    ['html without head and body', `<html><title>T</title><p>${ONE}<p>${TWO}</html>`],
    ['no doctype, capitals', `<HTML><HEAD><TITLE>T</TITLE><BODY><P>${ONE}<P>${TWO}</BODY></HTML>`],
    ['a comment that holds a tag', `<!-- <body> --><p>${ONE}<p>${TWO}`],
    ['a script that holds a tag', `<script>"<body>"</script><p>${ONE}<p>${TWO}`],
    ['a byte order mark', `\uFEFF<title>T</title><p>${ONE}<p>${TWO}`],
    ['text before html', `${ONE}<html><body><p>${TWO}</body></html>`],
    ['a second body', `<body><p>${ONE}</body><body><p>${TWO}</body>`],
    ['text after the end', `<body><p>${ONE}</body></html><p>${TWO}`],
    ['noscript in the head', `<head><noscript><p>x</noscript><title>T</title><p>${ONE}<p>${TWO}`],
    ['a comment that opens in noscript', `<noscript><!-- </noscript><p>${ONE}<p>${TWO}`],
    ['a template', `<template><body><p>x</template><p>${ONE}<p>${TWO}`],
    ['drawings and formulas', `<svg><title>x</title><p>${ONE}<p>${TWO}<math><mi>`],
    ['a style in a drawing', `<svg><style>a>b</style></svg><p>${ONE}<p>${TWO}`],
    ['paragraphs in a table', `<table><p>${ONE}<p>${TWO}<tr><td></table>`],
    ['cells and rows without ends', `<table><tr><td><p>${ONE}<p>${TWO}`],
    ['a form in a form around all', `<form><form><p>${ONE}<p>${TWO}</form>`],
    ['a button that nothing ends', `<button><p>${ONE}<p>${TWO}`],
    ['a header that nothing ends', `<body><header><h1>T</h1><p>${ONE}<p>${TWO}`],
    ['frames beside text', `<p>${ONE}<p>${TWO}<frameset><frame></frameset>`],
    ['misnested emphasis', `<p><b>${ONE}<p>${TWO}</b></p>`],
  ])('%s', async (_, html) => {
    expect(body(await read(html)).join(' ')).toBe(`${ONE} ${TWO}`);
  });

  it('items of a list and cells of a table without ends', async () => {
    const text = await read(
      `<p>Two points:<ul><li>first<li>second</ul><table><tr><th>a<th>b<tr><td>1<td>2</table><p>${ONE}`,
    );
    expect(body(text)).toEqual(['Two points:', '• first', '• second', 'a | b', '1 | 2', ONE]);
  });

  it('text that is no markup stays text', async () => {
    expect(body(await read(`<p>${ONE}<xmp><p>not a tag</xmp>`))).toEqual([ONE, '<p>not a tag']);
    expect(body(await read(`<p>a &lt;b&gt; &amp;amp; c < d.`))).toEqual(['a <b> &amp; c < d.']);
  });

  it('is told from plain text where a comment with a tag comes first', async () => {
    const text = await readText(utf8(`<!-- <body> --><p>${ONE}`));
    expect([text.format, text.text]).toEqual(['html', ONE]);
  });

  it('a page of frames alone has no text', async () => {
    await expect(read('<frameset><frame src="a"></frameset>')).rejects.toMatchObject({
      code: 'no-text',
    });
  });
});

describe('HTML whose tags make more than one reads in time', () => {
  it.each<[string, string, string]>([
    ['stray ends between what stays open', '<div></x>'.repeat(2000), 'too-deep'],
    ['lists in lists', '<ul><li>'.repeat(900), 'too-deep'],
    [
      'emphasis, each of its own kind',
      Array.from({ length: 2000 }, (_, i) => `<p><b id=${i}></p>`).join(''),
      'too-deep',
    ],
    ['tables in tables', '<table><tr><td>'.repeat(600), 'too-deep'],
    ['templates in templates', '<template>'.repeat(600), 'too-deep'],
    [
      'emphasis opened anew in every paragraph',
      `<p>${Array.from({ length: 400 }, (_, i) => `<b id=${i}>`).join('')}</p>${'<p>x</p>'.repeat(1000)}`,
      'too-large',
    ],
    ['more elements than a book', '<br>'.repeat(300_001), 'too-large'],
  ])('%s', async (_, html, code) => {
    const error: unknown = await read(`<!doctype html><body>${html}`).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ReadError);
    expect((error as ReadError).code).toBe(code);
  });

  it('deep pages are read without a search for the article', async () => {
    const deep = await read(`${'<div>'.repeat(480)}<p>${ONE}<p>${TWO}${'</div>'.repeat(480)}`);
    expect(body(deep)).toEqual([ONE, TWO]);
    expect(deep.warnings).toEqual([LARGE]);
  });

  it('references of letters without any tag are read as they stand', async () => {
    const { text, warnings } = await read('&amp;'.repeat(300_000));
    expect(text).toBe('&'.repeat(300_000));
    expect(warnings).toHaveLength(1);
  });

  it('open tags count by their true depth: 5000 paragraphs without an end are not deep', async () => {
    const text = await read(`<p>${ONE}`.repeat(5000) + '</x></div>'.repeat(5000));
    expect(text.paragraphs).toHaveLength(5000);
    expect(text.warnings).toEqual([]);
  });

  it('many attributes, references and comments are no work', async () => {
    const attributes = Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(' ');
    const text = await read(
      `<p ${attributes}>${ONE}<!-->${'<!-- <p> -->'.repeat(5000)}<p>${'&amp;'.repeat(50_000)}`,
    );
    expect(body(text)).toEqual([ONE, '&'.repeat(50_000)]);
  });
});

describe('HTML cut off', () => {
  const whole = `<!doctype html><html><head><title>T</title></head><body><div><p>${ONE}</p><p>${TWO}</p></div></body></html>`;

  it('is told wherever the cut is, up to the end of the body', async () => {
    const end = whole.indexOf('</body>');
    for (let at = whole.indexOf(ONE) + 10; at <= end; at += 3) {
      expect((await read(whole.slice(0, at))).warnings, whole.slice(0, at)).toEqual([CUT]);
    }
    expect((await read(whole)).warnings).toEqual([]);
  });

  it.each([
    ['in a comment', `<p>${ONE}<!-- and then`],
    ['in an attribute', `<p>${ONE}<p class="a`],
    ['in a script', `<p>${ONE}<script>let a = 1;`],
    ['in a link', `<p>${ONE} <a href="x">The ope`],
  ])('%s', async (_, html) => {
    expect((await read(html)).warnings).toEqual([CUT]);
  });

  it.each([
    ['tags left out', `<!doctype html><title>T</title><p>${ONE}<p>${TWO}`],
    [
      'an html element with a language',
      `<!doctype html><html lang=en><title>T</title><p>${ONE}<p>${TWO}`,
    ],
    ['a fragment', `<p>${ONE}</p><p>${TWO}</p>\n`],
    [
      'unclosed emphasis in a page with an end',
      `<html><body><p><font>${ONE}<p>${TWO}</body></html>`,
    ],
  ])('is not said of %s', async (_, html) => {
    expect((await read(html)).warnings).toEqual([]);
  });
});
