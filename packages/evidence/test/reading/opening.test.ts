import { describe, expect, it } from 'vitest';
import type { SourceText } from '../../src/index.js';
import { readText } from '../../src/read.js';

const LATIN =
  'The board will decide on the crane in June, and the owner says that the yard closes.';

async function read(name: string, written: string): Promise<SourceText> {
  return readText(new TextEncoder().encode(written), { name });
}

const shown = ({ text, paragraphs }: SourceText): string[] =>
  paragraphs.map((p) => `${p.number} ${p.kind} ${text.slice(p.start, p.end)}`);

/** A byline, who it names, and a date of 14 March 2022 below it. */
const OPENINGS: readonly (readonly [string, string, string])[] = [
  ['Propos recueillis par Anne Exemple', 'Anne Exemple', 'Mis à jour le 14 mars 2022 à 18h30'],
  [
    'Anne Exemple (avec AFP)',
    'Anne Exemple',
    'Publié le 14/03/2022 à 06:00, mis à jour le 15/03/2022',
  ],
  [
    'Par Anne Exemple et Bruno Autre',
    'Anne Exemple et Bruno Autre',
    'Le lundi 14 mars 2022 à 06h00',
  ],
  ['Ein Kommentar von Anna Beispiel', 'Anna Beispiel', '14.03.2022, 06.00 Uhr'],
  [
    'Interview: Anna Beispiel',
    'Anna Beispiel',
    'Veröffentlicht am 14.03.2022 | Lesedauer: 4 Minuten',
  ],
  ['Texto: Ana Ejemplo', 'Ana Ejemplo', 'Actualizado a las 06:00 h del 14 de marzo de 2022'],
  ['a cura di Anna Esempio', 'Anna Esempio', 'lunedì 14 marzo 2022, ore 06:00'],
  ['dal nostro inviato Anna Esempio', 'Anna Esempio', '14 Mar 2022 - Aggiornato alle 10:00'],
  ['Por Ana Exemplo, g1', 'Ana Exemplo', '14.mar.2022 às 6h00'],
  ['Door onze correspondent Anna Voorbeeld', 'Anna Voorbeeld', '14 mrt 2022 om 06:00'],
  ['Tekst: Anna Przykład', 'Anna Przykład', 'Data publikacji: 14 marca 2022 r. 06:00'],
  ['Text: Anna Exempel', 'Anna Exempel', 'Måndag 14 mars 2022'],
  ['Haber: Ayşe Örnek', 'Ayşe Örnek', 'Giriş: 14.03.2022 - 06:00 Güncelleme: 15.03.2022 - 08:00'],
  ['Автор: Анна Пример', 'Анна Пример', '14 марта 2022 года, 06:00'],
  ['Анна Пример, корреспондент', 'Анна Пример', 'Понедельник, 14 марта 2022, 06:00 МСК'],
  ['Ганна Приклад', 'Ганна Приклад', 'Понеділок, 14 березня 2022, 06:00'],
  ['新华社记者 王小明', '王小明', '2022-03-14 06:00:00 来源：新华网'],
  ['記者王小明／台北報導', '王小明', '2022/03/14 06:00'],
  ['文・山田太郎', '山田太郎', '2022年3月14日（月）6時00分'],
  ['홍길동 기자 hong@news.example', '홍길동', '입력 2022.03.14 06:00 수정 2022.03.14 08:00'],
  ['أحمد مثال - القاهرة', 'أحمد مثال', '١٤ آذار ٢٠٢٢'],
  ['إعداد: أحمد مثال', 'أحمد مثال', 'آخر تحديث: 14 مارس/آذار 2022 06:00 (مكة المكرمة)'],
  ['דנה דוגמה, כתבת', 'דנה דוגמה', 'פורסם: 14.03.22, 06:00'],
  ['लेखक: अनु उदाहरण', 'अनु उदाहरण', 'प्रकाशित: 14 मार्च 2022'],
  [
    'By Ann Example, Bob Other and Carla Third in Velm',
    'Ann Example, Bob Other and Carla Third',
    'March 14, 2022',
  ],
  ['Ann Example, Diplomatic Editor', 'Ann Example', 'Monday 14 March 2022 06:00, The Gazette'],
];

describe('above a text', () => {
  it.each(OPENINGS)('stands %s', async (byline, author, date) => {
    const text = await read('a.txt', ['The talks stall', byline, date, LATIN].join('\n\n'));
    expect(shown(text)).toEqual([
      '0 title The talks stall',
      `0 byline ${byline}`,
      `0 date ${date}`,
      `1 body ${LATIN}`,
    ]);
    expect(text.metadata).toMatchObject({ author, published: '2022-03-14' });
  });

  it.each([
    ['By the sea the talks go on', null],
    ['The summit of 14 March 2022', null],
    ['Von Anfang an war die Sache klar', null],
  ])('does not stand %s', async (line, day) => {
    const text = await read('a.txt', ['The talks stall', line, LATIN].join('\n\n'));
    expect(shown(text)[1]).toBe(`1 heading ${line}`);
    expect(text.metadata).toMatchObject({ author: null, published: day });
    const first = await read('a.txt', [line, LATIN].join('\n\n'));
    expect(shown(first)[0]).toBe(`0 title ${line}`);
  });

  it('stands a name below the date, and no second date below a paragraph', async () => {
    const lines = [
      'The talks stall',
      '14 March 2022',
      'Ann Example',
      LATIN,
      '15 March 2022',
      LATIN,
    ];
    expect(shown(await read('a.txt', lines.join('\n\n')))).toEqual([
      '0 title The talks stall',
      '0 date 14 March 2022',
      '0 byline Ann Example',
      `1 body ${LATIN}`,
      '2 heading 15 March 2022',
      `2 body ${LATIN}`,
    ]);
  });
});

describe('front matter', () => {
  it.each([
    [
      '---\ntitle: >-\n  The talks\n  stall\nauthor: {name: Ann Example}\npublished: false\ndate: March 14, 2022 # a day\n---',
    ],
    [
      '---\nTitle: "The talks stall"\nauthors:\n  - name: Ann Example\n    role: x\npub_date: 2022-03-14T06:00:00Z\n---',
    ],
    ['+++\ntitle = "The talks stall"\ndate = 2022-03-14\nauthor = "Ann Example"\n+++'],
  ])('%s', async (matter) => {
    const text = await read('a.md', `${matter}\n\n${LATIN}\n`);
    expect(shown(text)).toEqual([`1 body ${LATIN}`]);
    expect(text.metadata).toMatchObject({
      title: 'The talks stall',
      author: 'Ann Example',
      published: '2022-03-14',
    });
  });

  it('that is no YAML is read by its lines, and lines of dashes are none', async () => {
    const loose = await read(
      'a.md',
      `---\ntitle: The talks: they stall\ndate: 2022-03-14\n---\n${LATIN}`,
    );
    expect(loose.metadata).toMatchObject({
      title: 'The talks: they stall',
      published: '2022-03-14',
    });
    const ruled = await read('a.md', `---\n\n# The talks\n\n${LATIN}\n\n---\n\n${LATIN}\n`);
    expect(shown(ruled)).toEqual(['0 title The talks', `1 body ${LATIN}`, `2 body ${LATIN}`]);
  });
});

describe('around a book of Project Gutenberg', () => {
  it.each([
    [
      'The Project Gutenberg eBook of Cranes',
      '*** START OF THE PROJECT GUTENBERG EBOOK CRANES ***',
      '*** END OF THE PROJECT GUTENBERG EBOOK CRANES ***',
    ],
    [
      "Project Gutenberg's Cranes, by Ann Example",
      '***START OF THIS PROJECT GUTENBERG EBOOK CRANES***\n\nProduced by Bob Other',
      "End of Project Gutenberg's Cranes, by Ann Example\n\n***END OF THIS PROJECT GUTENBERG EBOOK CRANES***",
    ],
  ])('stands %s', async (title, begin, end) => {
    const lines = [
      title,
      'This ebook is for the use of anyone.',
      'Title: Cranes\n\nAuthor: Ann Example\n\nRelease date: March 14, 2022',
      begin,
      'CRANES',
      'CHAPTER I.',
      LATIN,
      '       *       *       *',
      LATIN,
      end,
      'Section 1. General terms.',
    ];
    const text = await read('a.txt', lines.join('\n\n'));
    expect(shown(text).slice(-2)).toEqual([`1 body ${LATIN}`, `2 body ${LATIN}`]);
    expect(text.metadata).toMatchObject({
      title: 'Cranes',
      author: 'Ann Example',
      published: null,
    });
  });
});
