import { applyEdits } from '@standoff/language';
import { insertElement, setHead, setWindow, writtenOf } from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import { describe, expect, test } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { rowOf } from '../src/forms/row-of.js';
import { sectionsOf, type Entry } from '../src/forms/entries.js';
import { blankDraft, draftOf } from '../src/forms/draft-of.js';
import { headOf } from '../src/forms/heads.js';
import { missingIn } from '../src/forms/missing.js';
import { nameFrom } from '../src/forms/naming.js';
import { sound } from '../src/forms/sound.js';

const KOREA = caseText('korea-2018/korea.standoff');
const model = parseSituation(KOREA).model!;
const sections = sectionsOf(model);
const entries = sections.flatMap((section) => section.entries);

describe('the sections of Korea', () => {
  test('have every element once', () => {
    expect(Object.fromEntries(sections.map(({ id, entries: own }) => [id, own.length]))).toEqual({
      actors: model.actors.length,
      agreements: 1,
      constraints: model.constraints.length + model.disallowed.length,
      'by-itself': 0,
      scenarios: model.scenarios.length + model.states.length + model.extremes.length,
      commitments: 6,
      events: model.events.length,
      claims: model.claims.length,
      relations: model.relations.length,
      sources: model.sources.length,
      'left-out': model.leftOut?.length ?? 0,
    });
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test('say what an element says', () => {
    const says = (id: string) => entries.find((one) => one.id === id)?.says;
    expect(says('relapse')).toBe(
      '“Line up behind a war policy” and not “Suspend nuclear and missile tests”',
    );
    expect(says('threat-1') ?? says('fireAndFury')).toMatch(/^United States to North Korea: “/);
    expect(entries.find(({ within }) => within === 'US')?.label).toBe('never attack and meet');
  });

  test.each([
    ['NK', 'NK'],
    ['NK.suspend', 'NK'],
    ['NK.3', 'NK'],
    ['US/deal', 'US'],
    ['JP>US.2', 'JP'],
    ['NK.treaty', 'treaty'],
    ['war', 'war'],
    ['relation-2', 'relation-2'],
    ['nothing', null],
    [null, null],
  ])('%s is edited in the row %s', (element, row) => {
    expect(rowOf(model, sections, element)).toBe(row);
  });
});

describe('a form that is opened and applied unchanged changes nothing', () => {
  const unchanged = (entry: Entry): unknown => {
    const written = writtenOf(KOREA, entry.target)!;
    const draft = draftOf(model, entry, written)!;
    const name = written.parts['name'] ?? '';
    return setHead(
      KOREA,
      entry.target,
      headOf(draft, name, written.label ?? labelIn(written), model),
    );
  };
  /** A source has a title instead. */
  const labelIn = ({ parts }: { readonly parts: Readonly<Record<string, string>> }) =>
    parts['title'] === undefined ? null : (JSON.parse(parts['title']) as string);

  test.each(entries.filter(({ kind }) => kind !== 'actor').map((entry) => [entry.id, entry]))(
    '%s',
    (_, entry) => expect(unchanged(entry)).toEqual({ ok: true, edits: [] }),
  );
});

const EVERY = `situation "S" as of 2018-03-01
source s "S"
actor A "Ann" {
  option wait "Wait" from 2018-04-01 until 2018-06-30
  choice way "How it crosses" one of {truck "In a truck" taken @s:P2, boat "By boat"}
  prefers { red line wait as "Peace first" equally { truck  boat } }
}
actor B "Bob" { option sign "Sign" not resumable }
agreement talks "Talks" between at least 2 of A, B, C among them B, C kept from D  @s:P3
graph bridge "The bridge" of {up "It stands, \\"so\\"" taken @s:P3, down, gone "It is gone" open}
B can move from up to down or gone
scenario away "The bridge is away" = not up as one state @s:P4
actor C "Cid"
actor E "A council" acts with at least 2 of A, B, C among them A { option rule "Rule" }
actor D "Dan"
offer deal "A deal" by A to B, C: { A.wait, not B.sign } until 2018-03-13 slow kept from D
perhaps 70 % never A.wait and B.sign
when A.wait then { not B.sign } @s:P4
by 2018-12-31 unless A.wait and talks then { B.sign }
by 2019-12-31 then { B.sign, A.wait }
chance rain "It rains" 30 %
left out "Nothing is said of the weather"  @s:P5
claim cut "Exports fell" stated, quantity 80 to 90 "% of exports"
event about 2018-02 to 2018-03-05 "Talks" { B refuses deal, A.wait }
`;

describe('what is written of every construct', () => {
  const every = parseSituation(EVERY);
  const told = every.model === null ? [] : sectionsOf(every.model);

  test('can be read', () => expect(every.diagnostics).toEqual([]));

  test.each(
    told
      .flatMap((section) => section.entries)
      .filter(({ kind }) => kind !== 'actor' && kind !== 'source')
      .map((one) => [one.id, one] as const),
  )('%s is opened and applied unchanged', (_, entry) => {
    const written = writtenOf(EVERY, entry.target)!;
    const draft = draftOf(every.model!, entry, written)!;
    const head = headOf(draft, written.parts['name'] ?? '', written.label, every.model!);
    expect(setHead(EVERY, entry.target, head)).toEqual({ ok: true, edits: [] });
    expect(missingIn(draft)).toBeNull();
  });

  test('is in the sections once, and nothing that it only comes to', () => {
    const ids = told.flatMap((section) => section.entries.map(({ id }) => id));
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.filter((id) => /settled|window/.test(id))).toEqual([]);
    expect(ids).toEqual(
      expect.arrayContaining([
        ...['choice-way', 'deal', 'consequence-1', 'deadline-1', 'deadline-2', 'chance.rain'],
        ...['left-out-1', 'constraint-1', 'choice-bridge', 'can-move-1'],
      ]),
    );
  });

  test('is told in words', () => {
    const says = (id: string) =>
      told.flatMap((section) => section.entries).find((one) => one.id === id)?.says;
    expect(says('talks')).toBe('between at least 2 of Ann, Bob and Cid, Bob and Cid among them');
    expect(says('E')).toBe('Rule');
    expect(rowOf(every.model!, told, 'rule')).toBe('E');
    expect(rowOf(every.model!, told, 'A.rule')).toBe('E');
    expect(says('can-move-1')).toBe('from “It stands, "so"” to “down” or “It is gone”');
    expect(says('deal')).toBe('Ann to Bob and Cid: “Wait” and not “Sign”, until 13 March 2018');
    expect(says('choice-way')).toBe('exactly one of “In a truck” and “By boat”');
    expect(says('consequence-1')).toBe('when “Wait”, then not “Sign”');
    expect(says('deadline-2')).toBe('on 31 December 2019: “Sign” and “Wait”');
    expect(says('chance.rain')).toBe('nobody decides; 30 %');
  });
});

describe('the window of an option', () => {
  const set = (text: string, from: string | null, until: string | null): string => {
    const result = setWindow(text, 'A.wait', { from, until });
    if (!result.ok) throw new Error(result.refusal.message);
    return applyEdits(text, result.edits);
  };
  test('is set, changed and taken away', () => {
    const without = EVERY.replace(' from 2018-04-01 until 2018-06-30', '');
    expect(set(EVERY, null, null)).toBe(without);
    expect(set(without, '2018-04-01', '2018-06-30')).toBe(EVERY);
    expect(set(EVERY, null, '2018-05')).toBe(
      EVERY.replace('from 2018-04-01 until 2018-06-30', 'until 2018-05'),
    );
    expect(setWindow(EVERY, 'talks', { from: null, until: null }).ok).toBe(false);
  });
});

describe('new elements', () => {
  const added = (words: string) => {
    const result = insertElement(KOREA, words);
    if (!result.ok) throw new Error(result.refusal.message);
    return parseSituation(applyEdits(KOREA, result.edits));
  };

  test.each([
    ['scenario', { holds: 'NK.open' }],
    ['state', { taken: 'NK.open' }],
    ['extreme', {}],
    ['agreement', {}],
    ['agreement', { needs: '1', always: ['NK'], keptFrom: ['CN'] }],
    [
      'graph',
      {
        places: [
          { name: 'up', label: 'Up', today: 'taken' },
          { name: 'down', label: null, today: '' },
        ],
      },
    ],
    ['can-move', { from: 'NK.open', to: 'US.attack' }],
    ['scenario', { holds: 'NK.open', merged: true }],
    ['offer', { terms: 'NK.suspend', until: '2018-06-12' }],
    ['choice', { atMost: true, options: 'NK.open, NK.suspend' }],
    ['chance', { probability: '30' }],
    ['consequence', { when: 'US.attack', then: 'not NK.talk' }],
    ['deadline', { day: '2019-01', unless: 'NK.open', then: 'US.attack' }],
    ['left-out', { text: 'The "weather"' }],
    ['constraint', { perhaps: true, probability: '40', left: 'NK.open and US.attack' }],
    ['constraint', { left: 'NK.open and US.attack' }],
    ['constraint', { form: 'requires', left: 'NK.open', right: 'NK.suspend' }],
    ['cannot-move', { from: 'NK.open', to: 'US.attack' }],
    ['commitment', { content: 'US.assure', when: 'NK.open', to: ['NK', 'CN'] }],
    ['event', { effects: 'not NK.talk', signals: 'US.attack' }],
    [
      'claim',
      {
        by: 'The "press"',
        disputed: ['US', '', 'the ministry'],
        causeOf: 'NK.open',
        quantities: [{ bound: 'over', value: '3', unit: 'ships' }],
      },
    ],
    ['relation', { is: 'looks to' }],
    ['source', { fields: { author: 'A', published: '2018-04' } }],
  ] as const)('a %s %j is written well', (kind, fields) => {
    const draft = { ...blankDraft(model, kind), ...fields } as ReturnType<typeof blankDraft>;
    const { diagnostics } = added(headOf(draft, 'fresh', 'A "fresh" one', model));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each([
    ['scenario', 'it is not said where it holds'],
    ['state', null],
    ['extreme', null],
    ['agreement', null],
    ['offer', 'it is not said what is offered'],
    ['choice', 'it is not said what there is to choose from'],
    ['chance', null],
    ['consequence', 'it is not said when it follows'],
    ['deadline', 'it is not said what is so from then on'],
    ['left-out', 'it is not said what is left out'],
    ['constraint', 'it is not said what is restricted'],
    ['cannot-move', 'it is not said from where to where'],
    ['commitment', 'it is not said what would be done'],
    ['event', null],
    ['claim', null],
    ['relation', null],
    ['source', null],
  ] as const)('of a blank %s is to be said: %s', (kind, missing) => {
    expect(missingIn(blankDraft(model, kind))).toBe(missing);
  });

  test('get a name from their label that nothing has', () => {
    const taken = (name: string) => name === 'war';
    expect(nameFrom('Open North, sealed border', taken)).toBe('openNorthSealed');
    expect(nameFrom('The war', taken)).toBe('war2');
    expect(nameFrom('EU in', taken)).toBe('EU');
    expect(nameFrom('90 days', taken)).toBe('Days');
    expect(nameFrom('…', taken)).toBe('');
  });
});

describe('what would bring a new error into the text', () => {
  const scenario = (holds: string) =>
    sound((text) => setHead(text, 'war', `scenario war = ${holds}`));

  test('is refused with what is wrong', () => {
    expect(scenario('US.atack')(KOREA)).toMatchObject({
      ok: false,
      refusal: { message: 'US has no option called atack', hint: 'did you mean `US.attack`?' },
    });
    expect(scenario('not US.attack')(KOREA).ok).toBe(true);
  });

  test('but errors that are there already hinder nothing', () => {
    const wrong = KOREA.replace('worst for NK is war', 'worst for NK is warr');
    expect(scenario('not US.attack')(wrong).ok).toBe(true);
  });
});
