import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/sentences.js';
import { readText } from '../../src/read.js';

/** "P1 body: …" of a text in a file of this name. */
async function read(
  name: string,
  written: string,
): Promise<{ shown: string[]; day: string | null }> {
  const source = await readText(new TextEncoder().encode(written), { name });
  const { text, paragraphs, metadata } = source;
  return {
    shown: paragraphs.map((p) => `${p.number} ${p.kind} ${text.slice(p.start, p.end)}`),
    day: metadata.published,
  };
}

const LONG =
  'The council will vote in May, and the keeper says that without a loan the lock closes.';
const SHORT = 'The mayor is against it.';

describe('a day above a text', () => {
  it.each([
    ['14 March 2022', 'Gepubliceerd op 14 maart 2022', '14 mars 2022 kl. 06:00', '14. marts 2022'],
    ['2022. március 14.', '14.3.2022 klo 6.00', '14. maaliskuuta 2022', '14 tháng 3 năm 2022'],
    ['14 Maret 2022', '14 Mart 2022 Pazartesi', '14 במרץ 2022', '14 مارس 2022', '۱۴ مارس ۲۰۲۲'],
    ['14 मार्च 2022', '१४ मार्च २०२२', '14 มีนาคม 2565', '令和4年3月14日', '2022 年 3 月 14 日'],
    ['Mar. 14, 2022 at 6:00 a.m. EDT', '14-Mar-2022', '3/14/22', '• 14 March 2022 •'],
    ['March 14, 2022, 6:00 a.m. ET', '2022/03/14 06:00 JST', '14 March 2022 06:00 GMT+1'],
    ['14 March 2022 · 5 min read', '14 марта 2022, 06:00', '14 березня 2022'],
  ])('%s, %s, %s …', async (...days) => {
    for (const day of days) {
      const found = await read('a.txt', ['The talks have stalled', day, LONG, SHORT].join('\n\n'));
      expect(found, day).toEqual({
        shown: [
          '0 title The talks have stalled',
          `0 date ${day}`,
          `1 body ${LONG}`,
          `2 body ${SHORT}`,
        ],
        day: '2022-03-14',
      });
    }
  });

  it('of a calendar that is not reckoned stands above it all the same', async () => {
    const { shown, day } = await read('a.txt', ['عنوان', '۲۳ اسفند ۱۴۰۰', LONG].join('\n\n'));
    expect([shown[1], day]).toEqual(['0 heading ۲۳ اسفند ۱۴۰۰', null]);
  });

  it.each([
    '记者 王小明',
    'بقلم أحمد مثال',
    'מאת דנה דוגמה',
    'Words by Ann Example',
    'Ann Example, Harbour correspondent',
  ])('has a name beside it: %s', async (name) => {
    const { shown } = await read(
      'a.txt',
      ['The talks have stalled', name, '2022-03-14', LONG].join('\n\n'),
    );
    expect(shown[1]).toBe(`0 byline ${name}`);
  });
});

/** Four turns: what stands in the file, and how each is read. */
const TURNS: readonly (readonly [string, string, string])[] = [
  ['t.txt', 'Q. When?|A. In May.|Q. And the mayor?|A. She is against it.', 'same'],
  ['t.txt', 'Q. When?||A. In May.||Q. And the mayor?||A. She is against it.', 'same'],
  [
    't.txt',
    'Mr. DALE. I yield.|Ms. HURST. I thank him. It closes.|Mr. DALE. And now?|Ms. HURST. We wait.',
    'same',
  ],
  ['t.txt', '记者：什么时候？|村长：五月。|记者：市长呢？|村长：她反对。', 'same'],
  ['t.txt', 'المذيع: متى يصوت؟|الضيف: في مايو.|المذيع: والعمدة؟|الضيف: هي ضد ذلك.', 'same'],
  [
    't.txt',
    'interviewer: When?|clerk: In May.|interviewer: And the mayor?|clerk: She is against it.',
    'same',
  ],
  [
    't.txt',
    'SPEAKER_01: When?|SPEAKER_02: In May.|SPEAKER_01: Why?|SPEAKER_02: Nobody knows.',
    'same',
  ],
  ['t.txt', '— When?|— In May.|— And the mayor?|— She is against it.', 'same'],
  ['t.txt', '— When?||— In May.||— And the mayor?||— She is against it.', 'same'],
  [
    't.txt',
    '[14.03.22, 06:00:01] Ann: When?|[14.03.22, 06:00:12] Bob: In May.|[14.03.22, 06:01:01] Ann: Why?|[14.03.22, 06:02:01] Bob: Nobody knows.',
    'Ann: When?|Bob: In May.|Ann: Why?|Bob: Nobody knows.',
  ],
  [
    't.txt',
    '[06:00] <ann> When?|[06:01] <bob> In May.|[06:02] <ann> Why?|[06:03] <bob> Nobody knows.',
    'ann: When?|bob: In May.|ann: Why?|bob: Nobody knows.',
  ],
  [
    't.txt',
    '00:00:01 Ann Dale|When?||00:00:12 Bob Hurst|In May.||00:01:30 Ann Dale|Why?',
    'Ann Dale: When?|Bob Hurst: In May.|Ann Dale: Why?',
  ],
  [
    't.txt',
    'THE CHAIR:||When?||THE KEEPER:||In May.||THE CHAIR:||Why?',
    'THE CHAIR: When?|THE KEEPER: In May.|THE CHAIR: Why?',
  ],
  [
    't.txt',
    '1  Q  When?|2  A  In May, the clerk|3     says.|4  Q  Why?',
    'Q When?|A In May, the clerk says.|Q Why?',
  ],
];

const MORE_TURNS: readonly string[] = [
  'CHAIRMAN EXAMPLE. Good morning.|Senator OTHER. Thank you.|CHAIRMAN EXAMPLE. Go on.',
  'ANN EXAMPLE – When?|BOB OTHER – In May.|ANN EXAMPLE – Why?',
  'Q1: When?|A1: In May.|Q2: Why?|A2: Nobody knows.',
  'Q1. When?|A1. In May.|Q2. Why?|A2. Nobody knows.',
  'Pregunta. ¿Cuándo?|Respuesta. En mayo.|P. ¿Por qué?|R. Nadie lo sabe.|P. ¿Y ahora?|R. Nada.',
  'The Prime Minister (Ann Example): I thank the House.|Bob Other (Velm) (Lab): When?|The Prime Minister: In May.|Bob Other: Why?',
  'Ann Example, The Gazette: When?|Bob Other, owner: In May.|Ann Example, The Gazette: Why?|Bob Other, owner: Nobody knows.',
];

describe('the turns of speakers', () => {
  it.each(MORE_TURNS)('%s', async (lines) => {
    const turns = lines.split('|');
    const { shown } = await read('t.txt', `Hearing of 3 May\n\n${turns.join('\n')}`);
    expect(shown.slice(1)).toEqual(turns.map((turn, i) => `${i + 1} body ${turn}`));
  });

  it('are not the initials of a bibliography', async () => {
    const works = ['A. Example, Cranes', 'P. Other, Yards', 'S. Third, Docks', 'A. Example, Boats'];
    const { shown } = await read('t.txt', `Works of 3 May\n\n${works.join('\n')}`);
    expect(shown.slice(1)).toEqual([`1 body ${works.join(' ')}`]);
  });

  it.each(TURNS)('in %s: %s', async (name, lines, turns) => {
    const { shown } = await read(name, `Hearing of 3 May\n\n${lines.replaceAll('|', '\n')}`);
    const expected = (turns === 'same' ? lines : turns).split(/\|+/u);
    expect(shown).toEqual([
      '0 title Hearing of 3 May',
      ...expected.map((turn, i) => `${i + 1} body ${turn}`),
    ]);
  });

  it('are not what terms explain, nor what a list asks', async () => {
    const terms = [
      'Loan: what the county pays.',
      'Lock: where barges wait.',
      'Keeper: who runs it.',
    ];
    const { shown } = await read('t.txt', ['Terms', ...terms].join('\n\n'));
    expect(shown.slice(1)).toEqual(terms.map((term, i) => `${i + 1} body ${term}`));
    const list = await read('t.txt', `Questions\n\n${LONG}\n\n- Who?\n- When?\n- Why?\n`);
    expect(list.shown.at(-1)).toBe('2 body • Why?');
  });
});

describe('subtitles', () => {
  it.each([
    [
      'a.srt',
      '0\n00:00:01.000 --> 00:00:04.000\nThe council votes &amp; waits.\n1\n00:00:04.500 --> 00:00:08.000\nNobody asks.',
    ],
    [
      'a.vtt',
      'WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:04.000 align:start line:90%\nThe council <i>votes</i>\n&amp; waits.\n\n00:04.500 --> 00:08.000\nNobody asks.',
    ],
    [
      'a.sbv',
      '0:00:01.000,0:00:04.000\nThe council votes\n& waits.\n\n0:00:04.500,0:00:08.000\nNobody asks.',
    ],
    [
      'a.ass',
      '[Script Info]\nTitle: T\n\n[Events]\nFormat: Layer, Start, End, Name, Text\nDialogue: 0,0:00:01.00,0:00:04.00,,The council votes\\N& waits.\nDialogue: 0,0:00:04.50,0:00:08.00,,{\\i1}Nobody asks.',
    ],
  ])('in %s', async (name, written) => {
    expect((await read(name, written)).shown).toEqual([
      '1 body The council votes & waits.',
      '2 body Nobody asks.',
    ]);
  });
});

describe('the first cue', () => {
  it.each([
    [
      'a.vtt',
      'WEBVTT\n\n00:01.000 --> 00:04.000\n<v.loud Ann Example>When does it decide?</v>',
      'Ann Example: When does it decide?',
    ],
    [
      'a.srt',
      '1\n00:00:01,000 --> 00:00:02,000\n(ANN) When does it\ndecide?',
      '(ANN) When does it decide?',
    ],
  ])('of %s is no title', async (name, cue, said) => {
    const times = name === 'a.srt' ? '00:00:03,000 --> 00:00:04,000' : '00:03.000 --> 00:04.000';
    const { shown } = await read(name, `${cue}\n\n${times}\nBOB: In May.\n`);
    expect(shown).toEqual([`1 body ${said}`, '2 body BOB: In May.']);
  });
});

describe('lines', () => {
  it('that all end as sentences do are paragraphs', async () => {
    const line = `${LONG} ${SHORT}`;
    const { shown } = await read('a.txt', `The talks\n${[line, line, line].join('\n')}`);
    expect(shown).toEqual(['0 title The talks', ...[1, 2, 3].map((n) => `${n} body ${line}`)]);
  });

  it.each([
    [
      '谈判\n\n岛议会将于五月投票表决。如果没有补贴，航\n线将关闭。',
      '岛议会将于五月投票表决。如果没有补贴，航线将关闭。',
    ],
    [
      'Gespräche\n\nDer Insel-\nrat wird über die Ein- und Aus-\nfuhr und den Nord-\nOstsee-Kanal ab-\nstimmen.',
      'Der Inselrat wird über die Ein- und Ausfuhr und den Nord-Ostsee-Kanal abstimmen.',
    ],
    [
      'Le bac\n\nLes élus des îles diront peut-\nêtre non, et leur pré-\nsident aussi.',
      'Les élus des îles diront peut-être non, et leur président aussi.',
    ],
  ])('of %j are put together', async (written, body) => {
    expect((await read('a.txt', written)).shown.at(-1)).toBe(`1 body ${body}`);
  });

  it('with the first of each short paragraph indented', async () => {
    const { shown } = await read(
      'a.txt',
      'Talks\n\n    The council will vote, and the keeper\nsays so.\n    Nobody has asked.\n    It closes.\n',
    );
    expect(shown.slice(1)).toEqual([
      '1 body The council will vote, and the keeper says so.',
      '2 body Nobody has asked.',
      '3 body It closes.',
    ]);
  });

  it('keep joiners where letters join, and drop them where none do', async () => {
    const joined = await read(
      'a.txt',
      'Title\n\nThe w\u200Dord, می\u200Cخواهم and क्\u200Dष stay as they are seen.',
    );
    expect(joined.shown.at(-1)).toBe(
      '1 body The word, می\u200Cخواهم and क्\u200Dष stay as they are seen.',
    );
  });
});

describe('sentences', () => {
  it.each([
    [
      '1. The lock stays open.| 2. The county pays.',
      'numbers of clauses belong to what they count',
    ],
    ['(a) The crew.| (b) The fuel.| 2.3. Nobody leaves.', 'letters too'],
    ['岛议会投票。|“市长反对！”|没有人问。', 'of a script without spaces'],
    ['द्वीप परिषद मतदान करेगी।| महापौर खिलाफ हैं।', 'with a danda'],
    ['متى يصوت المجلس؟| في مايو.| هي ضد ذلك.', 'from the right'],
    ['Am 14. März stimmt der Rat ab.| Nr. 5 bleibt.', 'with a day in German'],
    ['See Art. 5 and para. 3 of it.| Nobody did.', 'with what is cited'],
    ['¿Cuándo vota?| ¡En mayo!| Nadie lo sabe.', 'with marks at both ends'],
  ])('%s: %s', (marked) => {
    const text = marked.replaceAll('|', '');
    const found = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(marked.split('|').map((sentence) => sentence.trim()));
  });
});

/** A mail of these lines. */
function mail(type: string, lines: readonly string[]): string {
  const head = ['From: Ann Example <ann@a.example>', 'Subject: Talks', 'Message-ID: <1@a>'];
  return [...head, 'MIME-Version: 1.0', `Content-Type: ${type}`, '', ...lines].join('\r\n');
}

describe('a mail that answers another', () => {
  it.each([
    [
      'text/plain; charset=utf-8',
      [
        LONG,
        '',
        'On Sun, 13 Mar 2022 at 10:00, Bob <bob@b.example>',
        'wrote:',
        '',
        '> When?',
        '>',
        '>> Nobody asks',
        '> In May.',
        '',
        '-- ',
        'Ann',
      ],
      [
        `1 body ${LONG}`,
        '2 heading On Sun, 13 Mar 2022 at 10:00, Bob <bob@b.example> wrote:',
        '2 body When?',
        '3 body Nobody asks',
        '4 body In May.',
      ],
    ],
    [
      'text/plain; charset=utf-8; format=flowed',
      [
        'The council will ',
        'vote in May.',
        '',
        '> The mayor is ',
        '> against it.',
        ' >not quoted.',
      ],
      [
        '1 body The council will vote in May.',
        '2 body The mayor is against it.',
        '3 body >not quoted.',
      ],
    ],
    [
      'text/plain',
      [SHORT, '', '-----Original Message-----', 'From: Bob', 'Sent: 13 March 2022', '', LONG],
      [
        `1 body ${SHORT}`,
        '2 heading -----Original Message-----',
        '2 heading From: Bob',
        '2 heading Sent: 13 March 2022',
        `2 body ${LONG}`,
      ],
    ],
    [
      'text/html',
      [`<div>${SHORT}</div><div>On Sunday, Bob wrote:</div><blockquote>${LONG}</blockquote>`],
      [`1 body ${SHORT}`, '2 heading On Sunday, Bob wrote:', `2 body ${LONG}`],
    ],
  ])('%s', async (type, lines, shown) => {
    expect((await read('a.eml', mail(type, lines))).shown).toEqual(['0 title Talks', ...shown]);
  });

  it('may stand in a file with others, which is said', async () => {
    const one = `From ann@a.example Mon Mar 14 06:00:00 2022\r\n${mail('text/plain', [LONG])}`;
    const text = await readText(new TextEncoder().encode(`${one}\r\n\r\n${one}`), {
      name: 'a.eml',
    });
    expect(text.warnings).toEqual([
      'The file holds 2 mails; they are read as one, one after the other.',
    ]);
  });
});

describe('a page', () => {
  it.each([
    [
      '<p>The <del>old</del><ins>new</ins> <ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby> votes.</p>',
      ['1 body The new 漢 votes.'],
    ],
    [
      `<blockquote><p>${LONG}</p><cite>Ann</cite></blockquote><p>${SHORT}</p>`,
      [`1 body ${LONG}`, '2 caption Ann', `2 body ${SHORT}`],
    ],
    [
      `<dl><dt>Lock</dt><dd>Where barges wait.</dd></dl><p>${LONG}</p>`,
      ['1 body Lock', '1 body Where barges wait.', `2 body ${LONG}`],
    ],
    [
      `<p>${LONG}</p><div class="newsletter"><p>Sign up for it.</p></div><p>${SHORT}</p>`,
      [`1 body ${LONG}`, `2 body ${SHORT}`],
    ],
  ])('%s', async (body, shown) => {
    const found = await read(
      'a.html',
      `<!doctype html><title>Talks</title><body><h1>The <br>talks</h1>${body}`,
    );
    expect(found.shown).toEqual(['0 title The talks', ...shown]);
  });
});
