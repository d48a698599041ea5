import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { reportFile } from '../../../src/composed/report/file.js';
import { HARBOUR, partsOf } from './small.js';

const html = reportFile(partsOf(HARBOUR), 'html');

/** What is used of the page; the DOM's own types are not there outside of a browser. */
interface Element {
  readonly id: string;
  readonly tagName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}
interface Page extends Element {
  getElementById(id: string): Element | null;
}

function pageOf(file: string): Page {
  return parseHTML(file).document as unknown as Page;
}

const all = (page: Element, selector: string): Element[] => [...page.querySelectorAll(selector)];

describe('a report as HTML', () => {
  const page = pageOf(html);

  it('has every part that the situation has something to say to, in order', () => {
    expect(all(page, 'main > section').map(({ id }) => id)).toEqual([
      'brief',
      'parties',
      'standing',
      'outcomes',
      'outlook',
      'scenarios',
      'commitments',
      'coalitions',
      'sensitivity',
      'grounds',
      'stakeholders',
      'replay',
      'plausible',
      'evidence',
      'references',
      'making',
    ]);
  });

  it('says what the analysis says', () => {
    const text = (id: string): string =>
      page.getElementById(id)!.textContent.replaceAll(/\s+/g, ' ');
    expect(text('parties')).toContain('2 decision makers and 1 stakeholder; 3 options');
    expect(text('parties')).toContain('3 options, which make 6 states: of 8 combinations');
    expect(text('standing')).toContain("Taken today: Strike (Dockers' union)");
    expect(text('scenarios')).toContain('A settlement');
    expect(text('references')).toContain('R. Example. “Dockers stop work”. 28 February 2024.');
    expect(text('making')).toContain('never Port.raise and Port.hire');
  });

  it('has the model in full, line by line with numbers', () => {
    const lines = all(page, '.listing span');
    expect(lines.map((line) => line.textContent).join('')).toBe(HARBOUR);
    expect(lines.map((line) => line.getAttribute('data-line'))).toEqual(
      lines.map((_, k) => String(k + 1)),
    );
  });

  it('refers to nothing that is not there, and every id is one of a kind', () => {
    const ids = all(page, '[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = all(page, 'a[href^="#"]').map((a) => a.getAttribute('href')!.slice(1));
    expect(targets.length).toBeGreaterThan(30);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
    const named = all(page, '[aria-labelledby]').flatMap((one) =>
      one.getAttribute('aria-labelledby')!.split(' '),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('links references to their entry in the bibliography', () => {
    const cited = all(page, '.references a');
    expect(cited.length).toBeGreaterThan(10);
    expect(new Set(cited.map((a) => a.getAttribute('href')))).toEqual(new Set(['#source-gazette']));
  });

  it('has headings in order, table heads, and a name for each drawing', () => {
    const levels = all(page, 'h1, h2, h3').map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (let k = 1; k < levels.length; k++)
      expect(levels[k]! - levels[k - 1]!).toBeLessThanOrEqual(1);
    for (const table of all(page, 'table')) {
      expect(table.querySelector('caption')!.textContent).not.toBe('');
      expect(all(table, 'th:not([scope])')).toEqual([]);
    }
    for (const svg of all(page, 'svg:not([aria-hidden])')) {
      expect(svg.querySelector('title')!.textContent).not.toBe('');
      expect(svg.querySelector('desc')!.textContent).not.toBe('');
    }
    expect(all(page, 'svg:not([aria-hidden])').length).toBeGreaterThanOrEqual(1);
  });

  it('asks for nothing and runs nothing', () => {
    expect(all(page, 'script').map((script) => script.getAttribute('type'))).toEqual([
      'application/json',
    ]);
    expect(all(page, '[src], link, iframe, object, img, base, form')).toEqual([]);
    expect(html).not.toMatch(/url\((?!#)|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    expect(html).toContain("default-src 'none'");
  });

  it('is the same each time', () => {
    expect(reportFile(partsOf(HARBOUR), 'html')).toBe(html);
    expect(reportFile(partsOf(HARBOUR, { seed: 2 }), 'html')).not.toBe(html);
  });

  it('tells the day only where it is given', () => {
    expect(html).not.toContain('made on');
    expect(reportFile(partsOf(HARBOUR, { made: '2024-03-05' }), 'html')).toContain(
      'made on 5 March 2024',
    );
  });
});

describe('what somebody wrote stays text', () => {
  const hostile = HARBOUR.replace('"Strike" taken', '"<script>alert(1)</script> & \'x\'" taken')
    .replace(
      '"A settlement"',
      `"</script></pre> ${'unbreakable'.repeat(30)} \u202e\u05e9\u05dc\u05d5\u05dd ](javascript:x) | # \`"`,
    )
    .replace('"The harbour strike"', '"</title></style><img src=x onerror=y>"')
    .replace('"Dockers stop work" {', '"<b>Dockers</b>" { url "javascript:alert(1)"');
  const file = reportFile(partsOf(hostile), 'html');
  const page = pageOf(file);

  it('in HTML', () => {
    expect(all(page, 'script')).toHaveLength(1);
    expect(all(page, 'img, b')).toEqual([]);
    expect(all(page, '[onerror]')).toEqual([]);
    expect(page.querySelector('h1')!.textContent).toBe('</title></style><img src=x onerror=y>');
    expect(all(page, 'a').filter((a) => a.getAttribute('href')!.startsWith('javascript'))).toEqual(
      [],
    );
    expect(page.getElementById('parties')!.textContent).toContain(
      "<script>alert(1)</script> & 'x'",
    );
    const data = JSON.parse(page.getElementById('standoff-report')!.textContent) as {
      text: string;
    };
    expect(data.text).toBe(hostile);
  });

  it('in Markdown', () => {
    const markdown = reportFile(partsOf(hostile), 'markdown');
    const outside = markdown.replace(/^(`{3,})text\n[^]*?^\1$/gm, '').replace(/<!--.*-->/g, '');
    expect(outside).not.toMatch(/(?<!\\)<(?!a id="|\/a>|code>|\/code>)/);
    expect(outside).not.toMatch(/(?<!\\)\]\(javascript/);
  });
});
