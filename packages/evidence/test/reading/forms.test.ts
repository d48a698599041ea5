import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read.js';
import { bytes } from './five-files.js';

const FIRST =
  'The keeper of the lock will close it in June, and the owners of the barges say that nobody will pass the weir without a pilot.';
const SECOND =
  'The county is against the closing. It says that the keeper has asked nobody, and that the company has known of it for years.';

async function read(file: string | Uint8Array, name?: string): Promise<string[]> {
  const { text, paragraphs } = await readText(
    typeof file === 'string' ? bytes(file) : file,
    name === undefined ? {} : { name },
  );
  return paragraphs.map((p) => `${p.number} ${p.kind} ${text.slice(p.start, p.end)}`);
}

describe('what is said', () => {
  it.each([
    ['Q: When?\nA: In June, I think,\nand not before.\nQ: And the county?\nA: Is against it.'],
    [
      '00:00:01 Q: When?\n00:00:02 A: In June, I think,\nand not before.\n[00:09] Q: And the county?\n00:10 A: Is against it.',
    ],
    [
      'Q  00:01\nWhen?\n\nA  00:02\nIn June, I think, and not before.\n\nQ  00:09\nAnd the county?\n\nA  00:12\nIs against it.',
    ],
  ])('is a paragraph a turn of a speaker', async (turns) => {
    expect(await read(`THE KEEPER SPEAKS\n3 May 2021\n\n${turns}`)).toEqual([
      '0 title THE KEEPER SPEAKS',
      '0 date 3 May 2021',
      '1 body Q: When?',
      '2 body A: In June, I think, and not before.',
      '3 body Q: And the county?',
      '4 body A: Is against it.',
    ]);
  });

  it('is not a turn wherever a colon stands', async () => {
    const text = `${FIRST}\n\nNote: the county disagrees.\n\n${SECOND}`;
    expect(await read(text)).toHaveLength(3);
  });

  it('stands in subtitles without numbers and times', async () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,000\nThe keeper will close\n<i>the lock.</i>\n\n2\n00:00:02,500 --> 00:00:04,000\n- Why?\n- Nobody knows.\n';
    const vtt =
      'WEBVTT\n\nNOTE a remark\n\n00:01.000 --> 00:02.000 align:start\nThe keeper will close\nthe lock.\n\n00:02.500 --> 00:04.000\nWhy?\n\n00:04.000 --> 00:05.000\n{\\an8}Nobody knows.\n';
    const shown = ['1 body The keeper will close the lock.', '2 body Why?', '3 body Nobody knows.'];
    expect(await read(srt)).toEqual(shown);
    expect(await read(vtt)).toEqual(shown);
    const voices = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Sample>It is closed.</v>\n';
    expect(await read(voices)).toEqual(['1 body Ada Sample: It is closed.']);
  });
});

describe('a mail', () => {
  const head =
    'From: "Ada Sample" <ada@valley.example>\r\nTo: b@valley.example\r\nSubject: The lock\r\nDate: Wed, 2 Jun 2021 08:00:00 +0000\r\nMIME-Version: 1.0\r\n';

  it('is its text, with its subject for the title, and says what is attached to it', async () => {
    const file = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(`<p>${FIRST}</p><p>${SECOND}</p>`)}\r\n--x\r\nContent-Type: application/pdf; name="plan.pdf"\r\nContent-Disposition: attachment; filename="plan.pdf"\r\n\r\nx\r\n--x--\r\n`;
    const text = await readText(bytes(file));
    expect(await read(file)).toEqual(['0 title The lock', `1 body ${FIRST}`, `2 body ${SECOND}`]);
    expect(text.metadata).toMatchObject({ author: 'Ada Sample', published: '2021-06-02' });
    expect(text.warnings).toEqual(['What is attached (plan.pdf) is not read.']);
  });

  it('that is a saved page is the page, with its address and not the day on which it was saved', async () => {
    const file = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://valley.example/lock\r\nSubject: x\r\nDate: Wed, 2 Jun 2021 08:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<meta charset=3D"utf-8"><title>The lock</title><p>The county=E2=80=99s keeper.</p><p>${SECOND}</p>\r\n--x--\r\n`;
    const { metadata } = await readText(bytes(file));
    expect(await read(file)).toEqual([
      '0 title The lock',
      '1 body The county’s keeper.',
      `2 body ${SECOND}`,
    ]);
    expect(metadata).toMatchObject({ published: null, url: 'https://valley.example/lock' });
  });
});

describe('RTF', () => {
  it('has letters of its code page and of all others, tables, notes; hidden words are left out', async () => {
    const file = `{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}}{\\*\\generator x;}\\pard ${FIRST}\\par \\pard\\intbl Stra\\'dfe\\cell \\u1057 ?\\u1072 ?\\cell\\row \\pard It ends{\\super\\chftn{\\footnote\\pard See \\b there\\b0 .}} {\\v hidden }here.\\par}`;
    expect(await read(file)).toEqual([
      `1 body ${FIRST}`,
      '2 body Straße | Са',
      '3 body It ends[1] here.',
      '4 note [1] See there.',
    ]);
    expect((await readText(bytes(file))).warnings).toEqual(['Hidden text was left out.']);
  });
});

describe('an OpenDocument text', () => {
  it('has lists, tables, notes and boxes; what was deleted is left out', async () => {
    const content = `<office:document-content><office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:h text:outline-level="1">The lock</text:h><text:p>${FIRST}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See there.</text:p></text:note-body></text:note></text:p><text:list text:style-name="L"><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two<text:s/>more</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>May</text:p></table:table-cell><table:table-cell><text:p>120</text:p><text:p>barges</text:p></table:table-cell></table:table-row></table:table><text:p>${SECOND}<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p></office:text></office:body></office:document-content>`;
    const file = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(content),
    });
    expect(await read(file)).toEqual([
      '0 title The lock',
      `1 body ${FIRST}[1]`,
      '2 body 1. One',
      '2 body 2. Two more',
      '3 body May | 120 barges',
      `4 body ${SECOND}`,
      '5 body In a box.',
      '6 note [1] See there.',
    ]);
  });

  it('counts its lists as their styles say, over what stands between them', async () => {
    const level = (at: number, format: string, more: string): string =>
      `<text:list-level-style-number text:level="${at}" style:num-format="${format}" ${more}/>`;
    const style = `<text:list-style style:name="L">${level(1, 'I', 'style:num-prefix="Art. "')}${level(2, '1', 'style:num-suffix=")" text:display-levels="2"')}</text:list-style>`;
    const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;
    const p = `<text:p>${FIRST} ${SECOND}</text:p>`;
    const inner = `<text:list>${item(p)}</text:list>`;
    const text = `<text:list text:style-name="L">${item(p + inner)}</text:list>${p}<text:list text:style-name="L" text:continue-numbering="true">${item(inner)}${item(p)}</text:list><text:list text:style-name="L">${item(p)}</text:list>`;
    const file = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content><office:automatic-styles>${style}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
      ),
    });
    expect((await read(file)).map((one) => one.slice(7, 18))).toEqual([
      'Art. I The ',
      'I.1) The ke',
      FIRST.slice(0, 11),
      'I.2) The ke',
      'Art. II The',
      'Art. I The ',
    ]);
  });
});

describe('the day and the author above a text', () => {
  it.each([
    ['Von Ada Muster\n\n2. Juni 2021', 'Ada Muster', '2021-06-02'],
    ['Par Ada Modèle\n\nPublié le 2 juin 2021 à 6h00', 'Ada Modèle', '2021-06-02'],
    ['Di Ada Esempio\n\n2 giugno 2021', 'Ada Esempio', '2021-06-02'],
    ['Ada Sample | 14/06/2021', 'Ada Sample', '2021-06-14'],
    ['06/02/2021 06:00', null, '2021'],
    ['2 июня 2021', null, '2021-06-02'],
    ['2021년 6월 2일', null, '2021-06-02'],
    ['Ada Sample in Vale\nWed 2 Jun 2021 06.00 GMT', 'Ada Sample', '2021-06-02'],
    ['Ada Sample in Vale — Wed 2 Jun 2021 06.00 GMT', 'Ada Sample', '2021-06-02'],
    ['By Ada Sample[1]\n\n2 June 2021', 'Ada Sample', '2021-06-02'],
    ['By Ada Sample*, Ben Muster†\n\n2 June 2021', 'Ada Sample', '2021-06-02'],
    ['Published: 2 June 2021, Updated: 5 June 2021\n\n5 min read', null, '2021-06-02'],
  ])('%s', async (lines, author, published) => {
    const text = await readText(bytes(`The Quarrel\n\n${lines}\n\n${FIRST}\n\n${SECOND}`));
    expect(text.paragraphs.at(-1)?.number).toBe(2);
    expect(text.metadata).toMatchObject({ author, published });
  });
});

describe('a name below a title', () => {
  it('that has its date above it is the author', async () => {
    const file = `<p>2 June 2021</p><h1>The Quarrel</h1><p>Ada Sample</p><p>${FIRST}</p><p>${SECOND}</p>`;
    const text = await readText(bytes(file), { name: 'a.html' });
    expect(text.metadata).toMatchObject({ author: 'Ada Sample', published: '2021-06-02' });
    expect(text.paragraphs.at(-1)?.number).toBe(2);
  });
});

describe('lines', () => {
  it('of signs part what stands above them from what stands below', async () => {
    expect(await read(`The quarrel\n===========\n${FIRST}\n* * *\n${SECOND}`)).toEqual([
      '0 title The quarrel',
      `1 body ${FIRST}`,
      `2 body ${SECOND}`,
    ]);
  });

  it('keep the hyphens of the words that they cut, and no others', async () => {
    const text =
      'It was the Franco-\nGerman talk of COVID-\n19, a face-\nsaving way, pre-\nand post-war, of ex-\npresidents who ex-\nplain the differ-\nences at https://valley.example/the-\nlock and ada@valley.\nexample here.';
    expect(await read(`${FIRST}\n\n${text}\n\n${SECOND}`)).toContain(
      '2 body It was the Franco-German talk of COVID-19, a face-saving way, pre- and post-war, of ex-presidents who ex-plain the differences at https://valley.example/the-lock and ada@valley.example here.',
    );
  });

  it('of a list at the end are notes where the text refers to their numbers', async () => {
    expect(await read(`${FIRST}[1]\n\n${SECOND}[2]\n\n1. See there.\n2. See here.`)).toEqual([
      `1 body ${FIRST}[1]`,
      `2 body ${SECOND}[2]`,
      '3 note 1. See there.',
      '3 note 2. See here.',
    ]);
  });
});

describe('notes of Markdown', () => {
  it('stand after the text, wherever they are, of one word, an address or several paragraphs', async () => {
    const text =
      'One[^a] two.[^2]\n\n[^a]: Minutes.\n\nThree.\n\n[^2]: https://valley.example\n\n    More of it.\n';
    expect(await read(text, 'a.md')).toEqual([
      '1 body One[^a] two.[^2]',
      '2 body Three.',
      '3 note [^a]: Minutes.',
      '3 note [^2]: https://valley.example',
      '3 note More of it.',
    ]);
  });
});
