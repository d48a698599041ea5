import fc from 'fast-check';
import { withoutWindows, type ConflictModel } from '@standoff/model';
import { describe, expect, test } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { applyEdits } from '../src/index.js';
import { setHead, writtenOf } from '../src/edit.js';
import { parseSituation, readableModel, readExpression } from '../src/parse.js';
import type { EditResult } from '../src/index.js';
import { tokenize } from '../src/parser.js';
import { THOROUGH } from '../../../test/thorough.js';
import { mangle, situationText } from './generate-situation.js';

const KOREA = caseText('korea-2018/korea.standoff');

const done = (text: string, result: EditResult): string => {
  if (!result.ok) throw new Error(result.refusal.message);
  return applyEdits(text, result.edits);
};

type Changeable<T> = { -readonly [K in keyof T]: T[K] };

/** A model without places. */
const plain = (text: string): ConflictModel =>
  JSON.parse(
    JSON.stringify(parseSituation(text).model, (key, value: unknown) =>
      key === 'at' ? null : value,
    ),
  ) as ConflictModel;

const comments = (text: string): string[] => tokenize(text).hidden.map(({ image }) => image);

function forAll(check: (text: string, n: number) => void): void {
  const by = fc.array(fc.nat({ max: 24 }), { minLength: 7, maxLength: 31 });
  const mangled = fc.tuple(situationText, by).map(([text, numbers]) => mangle(text, numbers));
  fc.assert(
    fc.property(fc.oneof(situationText, mangled, mangled, fc.constant(KOREA)), fc.nat(), check),
    { numRuns: THOROUGH ? 80 : 30 },
  );
}

describe('what is written of an element', () => {
  test('its label and its parts, without grounds', () => {
    expect(writtenOf(KOREA, 'war')).toEqual({
      label: 'War',
      parts: { name: 'war', label: '"War"', holds: 'US.attack' },
    });
    expect(writtenOf(KOREA, 'exports')?.parts['causeOf']).toBe('NK.suspend');
    expect(writtenOf(KOREA, 'event-6')?.parts).toMatchObject({ effects: 'NK.talk' });
    expect(writtenOf(KOREA, 'nothing')).toBeNull();
    expect(writtenOf('situation "S" {', 'S')).toBeNull();
  });
});

describe('an element is said anew', () => {
  test('a scenario: it alone changes, grounds and comments stay', () => {
    forAll((text, n) => {
      const expected = plain(text);
      const scenario: Changeable<ConflictModel['scenarios'][number]> | undefined =
        expected.scenarios[n % (expected.scenarios.length || 1)];
      if (!scenario) return;
      const { label, parts } = writtenOf(text, scenario.id)!;
      const holds = parts['holds'];
      const as = (words: string): EditResult => setHead(text, scenario.id, words);
      const head = `scenario ${scenario.id} ${parts['label'] ?? ''}`;
      expect(as(`${head} = ${holds}`)).toEqual({ ok: true, edits: [] });
      const after = done(text, as(`scenario ${scenario.id} "New" = not (${holds})`));
      scenario.label = 'New';
      scenario.holds = { op: 'not', arg: scenario.holds };
      expect(plain(after)).toEqual(expected);
      expect(comments(after)).toEqual(comments(text));
      // Changing it back brings the same model back.
      const back = done(after, setHead(after, scenario.id, `${head} = ${holds}`));
      expect(plain(back)).toEqual(plain(text));
      expect(label === null || plain(back).scenarios.some((s) => s.label === label)).toBe(true);
    });
  });

  test('an event, whose grounds may stand between its words', () => {
    forAll((text, n) => {
      const expected = plain(text);
      const event: Changeable<ConflictModel['events'][number]> | undefined =
        expected.events[n % (expected.events.length || 1)];
      const [option] = expected.options;
      if (!event || !option) return;
      // What has happened says how an option stands outside its window.
      const { parts } = writtenOf(text, event.id)!;
      const until = parts['until'] === undefined ? '' : `to ${parts['until']}`;
      const head = `event ${parts['about'] ?? ''} ${parts['date']} ${until} ${parts['label']}`;
      const bare = done(text, setHead(text, event.id, head));
      event.effects = [];
      delete event.refuses;
      event.signals = null;
      expect(withoutWindows(plain(bare))).toEqual(withoutWindows(expected));
      expect(comments(bare)).toEqual(comments(text));
      const full = done(
        bare,
        setHead(bare, event.id, `${head} { ${option.id} } signals not ${option.id}`),
      );
      event.effects = [{ option: option.id, taken: true }];
      event.signals = { op: 'not', arg: { op: 'option', id: option.id } };
      expect(withoutWindows(plain(full))).toEqual(withoutWindows(expected));
    });
  });

  test('only the words that differ are replaced', () => {
    const text =
      'situation "S"\nactor A { option a option b }\nscenario x = A.a and A.b # why\n  @s\n';
    const result = setHead(text, 'x', 'scenario x = A.a or A.b');
    expect(result).toEqual({ ok: true, edits: [{ from: 61, to: 64, insert: 'or' }] });
    expect(text.slice(61, 64)).toBe('and');
  });

  test('what cannot be said so is refused', () => {
    const refused = (target: string, head: string): string => {
      const result = setHead(KOREA, target, head);
      return result.ok ? 'done' : result.refusal.code;
    };
    expect(refused('war', 'scenario war = ')).toBe('ill-written');
    expect(refused('war', 'state war = { }')).toBe('ill-written');
    expect(refused('war', 'scenario war = US.attack @cogan')).toBe('ill-written');
    expect(refused('NK', 'actor NK')).toBe('not-here');
    expect(refused('nobody', 'actor NK')).toBe('unknown');
  });
});

describe('what can be read although something is wrong', () => {
  test('a text with a wrong name has all its elements, one that is no text has none', () => {
    const wrong = KOREA.replace('scenario war "War" = US.attack', 'scenario war "War" = US.atack');
    expect(parseSituation(wrong).model).toBeNull();
    const model = readableModel(wrong)!;
    expect(model.scenarios).toHaveLength(plain(KOREA).scenarios.length);
    expect(model.scenarios.find(({ id }) => id === 'war')?.holds).toEqual({
      op: 'constant',
      value: false,
    });
    expect(readableModel('situation "S" {')).toBeNull();
  });

  test('where nothing is wrong it is the model', () => {
    forAll((text) => {
      expect(readableModel(text)).toEqual(parseSituation(text).model);
    });
  });
});

describe('an expression by itself', () => {
  test('means what it would inside an actor, or outside', () => {
    const option = { op: 'option', id: 'NK.suspend' };
    expect(readExpression(KOREA, 'suspend', 'NK').proposition).toEqual(option);
    expect(readExpression(KOREA, 'not NK.suspend', null).proposition).toEqual({
      op: 'not',
      arg: option,
    });
    expect(readExpression(KOREA, 'war', null).proposition).toEqual({ op: 'scenario', id: 'war' });
  });

  test.each([
    ['NK.suspnd', 'NK has no option called suspnd'],
    ['', 'nothing is written'],
    ['a and', 'an option or another expression is expected after `and`'],
    ['intrigue', 'intrigue'],
  ])('%s: what is wrong is told', (words, message) => {
    const { proposition, diagnostics } = readExpression(KOREA, words, null);
    expect(proposition).toBeNull();
    expect(diagnostics[0]?.message).toContain(message);
  });
});
