import { readFileSync } from 'node:fs';
import { applyEdits } from '@standoff/language';
import { insertElement, setHead, writtenOf } from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import { describe, expect, test } from 'vitest';
import { rowOf, sectionsOf, type Entry } from '../src/forms/entries.js';
import { blankDraft, draftOf, headOf } from '../src/forms/heads.js';
import { missingIn } from '../src/forms/missing.js';
import { nameFrom } from '../src/forms/naming.js';
import { sound } from '../src/forms/sound.js';

const KOREA = readFileSync(
  new URL('../../../cases/korea-2018/korea.standoff', import.meta.url),
  'utf8',
);
const model = parseSituation(KOREA).model!;
const sections = sectionsOf(model);
const entries = sections.flatMap((section) => section.entries);

describe('the sections of Korea', () => {
  test('have every element once', () => {
    expect(Object.fromEntries(sections.map(({ id, entries: own }) => [id, own.length]))).toEqual({
      actors: model.actors.length,
      agreements: 1,
      constraints: model.constraints.length + model.disallowed.length,
      scenarios: model.scenarios.length + model.states.length + model.extremes.length,
      commitments: 6,
      events: model.events.length,
      claims: model.claims.length,
      relations: model.relations.length,
      sources: model.sources.length,
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
