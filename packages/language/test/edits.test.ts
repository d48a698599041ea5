import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { modelAsOf, type ConflictModel } from '@standoff/model';
import { describe, expect, test } from 'vitest';
import {
  addAlias,
  addStatement,
  addToActor,
  attachEvidence,
  detachEvidence,
  insertElement,
  moveStatement,
  negate,
  removeAlias,
  removeElement,
  removeStatement,
  rename,
  replaceElement,
  setBecause,
  setDate,
  setDegree,
  setFlag,
  setLabel,
  setPerhaps,
  setTitle,
  setWants,
} from '../src/edit.js';
import { withoutHistories } from '../src/elements/history.js';
import { parseSituation } from '../src/parse.js';
import { THOROUGH } from '../../../test/thorough.js';
import type { EditResult } from '../src/index.js';
import { done, KOREA } from './edited.js';
import { mangle, pairSituationText, situationText } from './generate-situation.js';

const RUNS = { numRuns: THOROUGH ? 200 : 30 };

interface Statement {
  id: string;
  wants: unknown;
  text: string;
  perhaps: unknown;
  degree: number;
  evidence: unknown[];
  because: string | null;
}
type Item = Statement & { item: string; statements?: Statement[] };
interface Model {
  situation: { id: string; title: string; asOf: string | null };
  actors: {
    id: string;
    label: string;
    aliases: string[];
    options: string[];
    prevails: string | null;
    factions: { id: string }[];
    preference: { form: string; items?: Item[] };
  }[];
  options: {
    id: string;
    agreement: string | null;
    label: string;
    window?: unknown;
    initially: string;
    direction: string;
    slow: boolean;
    evidence: unknown[];
    because: string | null;
  }[];
  sources: { id: string }[];
  scenarios: { id: string }[];
  events: unknown[];
}

/** Of the texts read last, what each comes to: a text is asked for again with every edit of it. */
const said = new Map<string, string>();

/** As it is written: what stands for a history is a word of its option, as is the window of that. */
function asWritten(model: ConflictModel): ConflictModel {
  const written = withoutHistories(model);
  const ids = new Set(written.options.map(({ id }) => id));
  return {
    ...written,
    constraints: written.constraints.filter(
      ({ windowOf }) => windowOf === undefined || ids.has(windowOf),
    ),
  };
}

const read = (text: string): Model | null => {
  let json = said.get(text);
  if (json === undefined) {
    const { model } = parseSituation(text);
    json = JSON.stringify(model && asWritten(model), (key, value: unknown) =>
      key === 'at' ? null : value,
    );
    if (said.size > 50) said.clear();
    said.set(text, json);
  }
  // Anew each time: what is expected is made of it by changing it.
  return JSON.parse(json) as Model | null;
};

const model = (text: string): Model => read(text)!;

const statementsOf = (m: Model): Statement[] =>
  m.actors.flatMap((a) =>
    (a.preference.items ?? []).flatMap((i) => (i.item === 'unordered' ? i.statements! : [i])),
  );

/** Applies the edit and the change, and sees that both come to the same model. */
function expectModel(text: string, result: EditResult, change: (m: Model) => void): string {
  const after = done(text, result);
  const expected = model(text);
  change(expected);
  // What windows come to on its day stands among the constraints.
  Object.assign(expected, modelAsOf(expected as unknown as ConflictModel, expected.situation.asOf));
  expect(model(after)).toEqual(expected);
  return after;
}

/** Situations that people wrote. To read the Korean one takes ten times as long as the others: it is edited below. */
const WRITTEN = [
  'elmira/elmira',
  'euphrates-1975/euphrates-1975',
  'cuban-missile-crisis/cuban-missile-crisis',
].map((name) => readFileSync(new URL(`../../../cases/${name}.standoff`, import.meta.url), 'utf8'));

/** Some situation, as written or mangled, or one that somebody wrote; and a number to choose by. */
const generated = fc.oneof(
  { weight: 1, arbitrary: situationText },
  { weight: 4, arbitrary: pairSituationText },
);
const chosen = fc.tuple(
  fc.oneof(
    { weight: 4, arbitrary: generated },
    {
      weight: 8,
      arbitrary: fc
        .tuple(generated, fc.array(fc.nat({ max: 24 }), { minLength: 7, maxLength: 31 }))
        .map(([text, by]) => mangle(text, by)),
    },
    fc.constantFrom(...(THOROUGH ? [KOREA] : WRITTEN)),
  ),
  fc.nat(),
);

function forAll(check: (text: string, m: Model, n: number) => void): void {
  fc.assert(
    fc.property(chosen, ([text, n]) => {
      check(text, model(text), n);
    }),
    RUNS,
  );
}

describe('on any situation, the edited text says what the edited model says', () => {
  test('labels, title and date', () => {
    forAll((text, m, n) => {
      const actor = m.actors[n % m.actors.length];
      expectModel(text, setLabel(text, actor.id, 'A "new" \\ one'), (x) => {
        x.actors.find((a) => a.id === actor.id)!.label = 'A "new" \\ one';
      });
      expectModel(text, setTitle(text, 'T'), (x) => {
        x.situation.title = 'T';
        // One without a name is called by its title.
        if (!/\bsituation\s+(#[^\r\n]*[\r\n]\s*)*\w/.test(text)) x.situation.id = 't';
      });
      for (const date of ['2020-02', null]) {
        expectModel(text, setDate(text, date), (x) => {
          x.situation.asOf = date;
        });
      }
    });
  });

  test('aliases come and go', () => {
    forAll((text, m, n) => {
      const { id } = m.actors[n % m.actors.length];
      const more = expectModel(text, addAlias(text, id, 'New'), (x) => {
        x.actors.find((a) => a.id === id)!.aliases.push('New');
      });
      expect(done(more, removeAlias(more, id, 'New'))).toBe(text);
      for (const alias of m.actors.find((a) => a.id === id)!.aliases) {
        expectModel(text, removeAlias(text, id, alias), (x) => {
          const actor = x.actors.find((a) => a.id === id)!;
          actor.aliases = actor.aliases.filter((a) => a !== alias);
        });
      }
    });
  });

  test('words about an option', () => {
    forAll((text, m, n) => {
      const own = m.options.filter((o) => o.agreement === null);
      const { id } = own[n % own.length];
      const set = (flag: Parameters<typeof setFlag>[2], on: boolean, change: object) =>
        expectModel(text, setFlag(text, id, flag, on), (x) => {
          Object.assign(
            x.options.find((o) => o.id === id)!,
            change,
          );
        });
      set('taken', true, { initially: 'taken' });
      // What is not known cannot stay as it is outside a window.
      if (!own[n % own.length].window) set('unknown', true, { initially: 'unknown' });
      set('irreversible', true, { direction: 'forward' });
      set('not resumable', true, { direction: 'back' });
      set('slow', true, { slow: true });
      set('slow', false, { slow: false });
      const { initially } = own[n % own.length];
      if (initially !== 'open') set(initially as 'taken', false, { initially: 'open' });
    });
  });

  test('statements: doubt, degree, wish, negation', () => {
    forAll((text, m, n) => {
      const all = statementsOf(m);
      const one = all[n % (all.length || 1)];
      if (!one) return;
      const { id } = one;
      const change = (result: EditResult, what: object) =>
        expectModel(text, result, (x) => {
          Object.assign(
            statementsOf(x).find((s) => s.id === id)!,
            what,
          );
        });
      change(setPerhaps(text, id, { percent: 70 }), { perhaps: { probability: 0.7 } });
      change(setPerhaps(text, id, { percent: null }), { perhaps: { probability: null } });
      change(setPerhaps(text, id, null), { perhaps: null });
      change(setDegree(text, id, 1), { degree: 1, strongly: false });
      change(setDegree(text, id, 3), { degree: 3, strongly: true });
      const option = m.options[0].id;
      change(setWants(text, id, option), { wants: { op: 'option', id: option }, text: option });
      const negated = done(text, negate(text, id));
      const now = statementsOf(model(negated)).find((s) => s.id === id)!;
      const not = (p: unknown) => ({ op: 'not', arg: p });
      if (JSON.stringify(one.wants).startsWith('{"op":"not"')) {
        expect(not(now.wants)).toEqual(one.wants);
      } else expect(now.wants).toEqual(not(one.wants));
    });
  });

  test('statements move, with what they rest on', () => {
    forAll((text, m, n) => {
      for (const actor of m.actors) {
        const items = actor.preference.items ?? [];
        if (
          items.some(
            (i) =>
              (i as { faction?: string }).faction ??
              i.statements?.some((s) => (s as { faction?: string }).faction),
          )
        )
          continue;
        const all = items.flatMap((i) => (i.item === 'unordered' ? i.statements! : [i]));
        if (all.length < 2) continue;
        const one = all[n % all.length];
        const other = all[(n + 1 + (n % (all.length - 1))) % all.length];
        if (one === other) continue;
        const after = done(text, moveStatement(text, one.id, { before: other.id }));
        const moved = model(after).actors.find((a) => a.id === actor.id)!;
        const texts = statementsOf({ ...m, actors: [moved] }).map((s) => s.text);
        const expected = all.filter((s) => s !== one).map((s) => s.text);
        expected.splice(all.filter((s) => s !== one).indexOf(other), 0, one.text);
        expect(texts).toEqual(expected);
        expect([...after].filter((c) => c === '#').length).toBe(
          [...text].filter((c) => c === '#').length,
        );
      }
    });
  });

  test('statements are added and removed', () => {
    forAll((text, m, n) => {
      const all = statementsOf(m);
      const one = all[n % (all.length || 1)];
      if (!one) return;
      const option = m.options[0].id;
      const more = done(
        text,
        addStatement(text, `perhaps not ${option} because "so"`, { after: one.id }),
      );
      const texts = statementsOf(model(more)).map((s) => s.text);
      const expected = all.map((s) => s.text);
      expected.splice(all.indexOf(one) + 1, 0, `not ${option}`);
      expect(texts).toEqual(expected);
      const less = done(text, removeStatement(text, one.id));
      expect(statementsOf(model(less)).map((s) => s.text)).toEqual(
        all.filter((s) => s !== one).map((s) => s.text),
      );
    });
  });

  test('grounds', () => {
    forAll((text, m, n) => {
      const own = m.options.filter((o) => o.agreement === null);
      const { id } = own[n % own.length];
      const source = m.sources[0].id;
      const more = expectModel(text, attachEvidence(text, id, `@${source}:P99`), (x) => {
        x.options
          .find((o) => o.id === id)!
          .evidence.push({
            source,
            paragraphs: { from: 99, to: 99 },
            annotation: null,
          });
      });
      expect(model(done(more, detachEvidence(more, id, `@${source}:P99`)))).toEqual(m);
      for (const because of ['why "not"', null]) {
        expectModel(text, setBecause(text, id, because), (x) => {
          x.options.find((o) => o.id === id)!.because = because;
        });
      }
    });
  });

  test('renaming an actor changes its name and nothing else', () => {
    forAll((text, m, n) => {
      const { id } = m.actors[n % m.actors.length];
      const after = done(text, rename(text, id, 'Zed'));
      expect(model(after).actors.map((a) => a.id)).toEqual(
        m.actors.map((a) => (a.id === id ? 'Zed' : a.id)),
      );
      expect(done(after, rename(after, 'Zed', id))).toBe(text);
    });
  });

  test('renaming any named thing there and back gives the text again', () => {
    forAll((text, m, n) => {
      const ids = [
        ...m.scenarios.map((s) => s.id),
        ...m.options.filter((o) => o.agreement === null).map((o) => o.id),
      ];
      const id = ids[n % ids.length];
      const [owner, option] = id.split('.');
      const result = rename(text, id, 'zed');
      const after = done(text, result);
      expect(after).not.toBe(text);
      expect(read(after)).not.toBeNull();
      const back = option === undefined ? 'zed' : `${owner}.zed`;
      expect(done(after, rename(after, back, option ?? id))).toBe(text);
    });
  });

  test('elements and options are added and removed', () => {
    forAll((text, m, n) => {
      const option = m.options[n % m.options.length].id;
      const more = done(text, insertElement(text, `scenario zed "Z" = not ${option}`));
      expect(model(more).scenarios.at(-1)).toMatchObject({ id: 'zed', label: 'Z' });
      expect(model(done(more, removeElement(more, 'zed')))).toEqual(m);
      const { id } = m.actors[n % m.actors.length];
      const owning = done(text, addToActor(text, id, 'option zed "Z" taken'));
      expect(model(owning).options.find((o) => o.id === `${id}.zed`)).toMatchObject({
        initially: 'taken',
      });
      expect(model(done(owning, removeElement(owning, `${id}.zed`)))).toEqual(m);
      const other = done(more, replaceElement(more, 'zed', `scenario zed = ${option}`));
      expect(model(other).scenarios.at(-1)).toMatchObject({ holds: { op: 'option', id: option } });
    });
  });
});

/** The lines that an edit takes away and brings, as `diff` would show them. */
