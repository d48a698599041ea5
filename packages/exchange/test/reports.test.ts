import { unzipSync } from 'fflate';
import {
  actor,
  cited,
  code,
  column,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  strong,
  toSection,
  verdict,
  type ReportDocument,
} from '@standoff/document';
import { describe, expect, it } from 'vitest';
import { REPORT_FORMATS, type ReportTools } from '../src/report.js';

const DRAWN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50" width="200" height="50"><text fill="var(--ink, #1b1f24)" x="1" y="20">var(--ink, black) stays</text></svg>';
const REPORT: ReportDocument = {
  title: 'Harbour <&> \u202eevil',
  subtitle: '1 May 2018',
  made: '2018-05-02',
  generator: 'Standoff 0.1.0',
  sections: [
    {
      id: 'brief',
      title: 'In brief',
      blocks: [
        lead('It holds.'),
        note('How to read it.'),
        paragraph(
          'Said by ',
          actor('a', 'Ann'),
          ' ',
          ...cited([
            {
              source: 'paper',
              paragraphs: { from: 2, to: 3 },
              annotation: null,
              quote: null,
            } as never,
          ]),
          quiet(' quietly'),
          code('x'),
          verdict('no', 'unstable'),
          toSection('grounds', 'see there'),
        ),
        {
          block: 'figure',
          id: 'figure-map',
          title: 'A map',
          caption: ['Its caption'],
          draw: () => ({ svg: DRAWN, width: 200 }),
          words: list([item(['One step'])]),
        },
      ],
    },
    {
      id: 'grounds',
      title: 'Grounds',
      blocks: [
        heading('Tables'),
        {
          block: 'table',
          caption: 'Ranks',
          columns: [column('Who'), column('Rank', 'end')],
          groups: [{ title: 'A group', rows: [[[strong('Ann')], ['1']]] }],
        },
        ...list([item(['First'], list([item(['Below'])])), item(['Second'])], true),
        { block: 'listing', label: 'Text', text: 'line one\nline <two>' },
        { block: 'bibliography', entries: [{ source: 'paper', content: ['A paper.'] }] },
      ],
    },
  ],
};
const PNG = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (char) => char.charCodeAt(0),
);

async function made(name: string, tools: Partial<ReportTools> = {}) {
  const writer = await REPORT_FORMATS.find((form) => form.name === name)!.writer();
  return writer(REPORT, { raster: () => Promise.resolve(PNG), figure: null, ...tools });
}

describe('docx', () => {
  it('says what the report says, in its order', async () => {
    const { content } = await made('docx');
    const files = unzipSync(content as Uint8Array);
    const xml = new TextDecoder().decode(files['word/document.xml']);
    const words = xml.replace(/<w:p[ >]/g, '\n$&').replace(/<[^>]*>/g, '');
    const places = [
      'Harbour &lt;&amp;&gt; ',
      'As of 1 May 2018',
      'Standoff 0.1.0 · made on 2018-05-02',
      'In brief',
      'It holds.',
      'How to read it.',
      'Said by Ann [paper P2-P3] quietlyx○\u00a0unstablesee there',
      'Its caption',
      'One step',
      'Contents',
      'Grounds',
      'Tables',
      'Ranks',
      'A group',
      'First',
      'Below',
      'Second',
      'line one',
      'line &lt;two&gt;',
      'paper A paper.',
    ].map((text) => [text, words.indexOf(text)] as const);
    expect(places.filter(([, at]) => at < 0)).toEqual([]);
    expect(places.map(([, at]) => at)).toEqual(places.map(([, at]) => at).sort((a, b) => a - b));
    expect(xml).not.toContain('\u202e');
    const links = [...xml.matchAll(/w:anchor="([^"]*)"/g)].map(([, anchor]) => anchor);
    expect(links).toHaveLength(4);
    for (const anchor of links) expect(xml).toContain(`w:name="${anchor}"`);
    const media = Object.keys(files).filter((name) => /^word\/media\/./.test(name));
    expect(media.map((name) => name.split('.').at(-1)).sort()).toEqual(['png', 'svg']);
  });
});

describe('figures', () => {
  it('stand alone: colours of paper in place of those of a page', async () => {
    const { content, notes } = await made('svg');
    expect(content).toContain('fill="#1b1f24"');
    expect(content).toContain('>var(--ink, black) stays<');
    expect(notes).toEqual([]);
  });

  it('are pictures by whoever can draw one', async () => {
    const seen: string[] = [];
    const { content } = await made('png', {
      raster: (svg, scale) => {
        seen.push(`${scale} ${svg}`);
        return Promise.resolve(PNG);
      },
    });
    expect(content).toBe(PNG);
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toContain('"var(');
  });

  it('are refused by name where there is none', async () => {
    await expect(made('svg', { figure: 'tornado' })).rejects.toThrow(
      /expected a figure of this report, map, found "tornado"/,
    );
  });
});
