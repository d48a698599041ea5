import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call } from './in-process.js';
import { ownPlace } from './place.js';
import { parsed, rich, set, type Change } from './rich-model.js';

const { put, run } = ownPlace();

const deep = (levels: number): unknown => {
  let wants: unknown = { op: 'constant', value: true };
  for (let k = 0; k < levels; k += 1) wants = { op: 'not', arg: wants };
  return wants;
};

describe('what is no model is told in a line', () => {
  it.each<[string, Change | string, string]>([
    ['no JSON', '{ "schema": ', 'expected JSON, found'],
    ['a list', '[]', 'schema: expected "standoff/model/1", found nothing'],
    ['a number', '7', 'schema: expected "standoff/model/1", found nothing'],
    [
      'another version',
      set('schema', 'standoff/model/2'),
      'schema: expected "standoff/model/1", found "standoff/model/2"',
    ],
    [
      'another document',
      '{"schema":"standoff/sources/1"}',
      'schema: expected "standoff/model/1", found "standoff/sources/1"',
    ],
    ['a list in its place', set('actors', {}), 'actors: expected a list, found an object'],
    [
      'a number for a text',
      set('options.1.label', 3),
      'options[1].label: expected a text, found 3',
    ],
    ['no field', (m) => ({ ...m, claims: undefined }), 'expected a field claims, found none'],
    ['a field too many', set('actors.0.more', 1), 'actors[0].more: expected no field of this name'],
    [
      'a prototype',
      '{"schema":"standoff/model/1","__proto__":{"situation":1}}',
      'expected a field situation, found none',
    ],
    [
      'a prototype too many',
      () => rich.replace('"situation":{', '"__proto__":{},"situation":{'),
      '__proto__: expected no field of this name',
    ],
    [
      'a form that there is not',
      set('scenarios.0.holds', { op: 'maybe' }),
      'scenarios[0].holds.op: expected "constant", "option"',
    ],
    [
      'a field of another form',
      set('scenarios.0.holds', { op: 'not', args: [] }),
      'scenarios[0].holds: expected a field arg',
    ],
    [
      'a wrong date',
      set('events.0.date', '2024-02-30'),
      'events[0].date: expected a date of the calendar: there is no day 30 in 2024-02',
    ],
    [
      'no date',
      set('situation.asOf', 'soon'),
      'situation.asOf: expected "2018-04-27", "2018-04" or "2018"., found "soon"',
    ],
    [
      'a huge number',
      () => rich.replace('"weight":-2', '"weight":1e999'),
      'actors[4].preference.weights[1].weight: expected a number, found Infinity',
    ],
    [
      'half a paragraph',
      set('options.0.evidence.0.paragraphs.from', 1.5),
      'options[0].evidence[0].paragraphs.from: expected a whole number, found 1.5',
    ],
    [
      'paragraphs backwards',
      set('options.0.evidence.0.paragraphs.from', 9),
      'options[0].evidence[0].paragraphs.to: expected at least 9, found 1',
    ],
    [
      'a name that is none',
      set('scenarios.0.id', 'a b'),
      'scenarios[0].id: expected a name of letters',
    ],
    [
      'a name that expressions are read by',
      set('scenarios.0.id', 'xor'),
      'scenarios[0].id: expected a name that is no word of expressions, found "xor"',
    ],
    [
      'two of one name',
      set('scenarios.0.id', 'deadlock'),
      'scenarios[1].id: expected a name of its own',
    ],
    [
      'an option of nobody',
      set('options.0.id', 'Union.rest'),
      'actors[0].options[0]: expected the id of an element of kind option',
    ],
    [
      'an option of another',
      set('options.0.owner', 'Port'),
      'options[0].owner: expected "Union", found "Port"',
    ],
    [
      'a party that there is not',
      set('agreements.0.parties.1', 'Nobody'),
      'agreements[0].parties[1]: expected the id of an element of kind actor, found "Nobody"',
    ],
    [
      'a consent too few',
      set('agreements.0.consents', ['Union.deal']),
      'agreements[0].consents: expected Union.deal, Port.deal, found Union.deal',
    ],
    [
      'no agreement',
      set('options.0.agreement', 'deal'),
      'options[0].agreement: expected null, found "deal"',
    ],
    [
      'a dangling proposition',
      set('constraints.0.must', { op: 'option', id: 'Port.rest' }),
      'constraints[0].must.id: expected the id of an element of kind option, found "Port.rest"',
    ],
    [
      'a reference of the wrong kind',
      set('constraints.0.must', { op: 'scenario', id: 'Union' }),
      'constraints[0].must.id: expected the id of an element of kind scenario, found "Union"',
    ],
    [
      'nothing to count',
      set('constraints.0.must', { op: 'and', args: [] }),
      'constraints[0].must.args: expected one at least',
    ],
    [
      'a circle',
      set('scenarios.0.holds', { op: 'scenario', id: 'peace' }),
      'scenarios[0].holds: expected no scenario that refers to itself',
    ],
    [
      'a state of nothing',
      set('states.0.taken', ['Port.rest']),
      'states[0].taken[0]: expected the id of an element of kind option',
    ],
    [
      'an option taken twice',
      set('states.0.taken', ['Port.raise', 'Port.raise']),
      'states[0].taken[1]: expected each once',
    ],
    [
      'a source that there is not',
      set('actors.0.evidence', [{ source: 'x', paragraphs: null, annotation: null }]),
      'actors[0].evidence[0].source: expected the id of an element of kind source, found "x"',
    ],
    [
      'a claim that there is not',
      set('actors.0.restsOn', ['gazette']),
      'actors[0].restsOn[0]: expected the id of an element of kind claim, found "gazette"',
    ],
    [
      'a faction that there is not',
      set('actors.3.prevails', 'owls'),
      'actors[3].prevails: expected one of doves, hawks, found "owls"',
    ],
    [
      'a statement of no faction',
      set('actors.0.preference.items.0.faction', 'doves'),
      'actors[0].preference.items[0].faction: expected a faction of the actor, or null',
    ],
    [
      'one statement twice',
      set('actors.0.preference.items.1.id', 'Union.1'),
      'actors[0].preference.items[1].id: expected an id of its own',
    ],
    [
      'a degree that is denied',
      set('actors.0.preference.items.0.degree', 2),
      'actors[0].preference.items[0].strongly: expected true, by its degree, found false',
    ],
    [
      'another decimal',
      set('actors.4.preference.weights.0.exact', '0.2'),
      'actors[4].preference.weights[0].exact: expected 0.1, found "0.2"',
    ],
    [
      'a decimal in powers of ten',
      set('actors.4.preference.weights.1.weight', 1e22),
      'actors[4].preference.weights[1].exact: expected 1e+22 to the last digit',
    ],
    [
      'others twice',
      set('actors.3.factions.1.preference.cells.0', {
        any: [],
        others: true,
        muchWorse: false,
        grounds: { evidence: [], because: null, restsOn: [], at: null },
      }),
      'actors[3].factions[1].preference.cells[1].others: expected true once',
    ],
    [
      'a promise to oneself',
      set('commitments.0.to', ['Union']),
      'commitments[0].to: expected others than who makes it',
    ],
    [
      'a promise of another’s',
      set('commitments.0.by', 'Bank'),
      'commitments[0].content: expected an option of Bank',
    ],
    [
      'a picture of oneself',
      set('perceptions.0.of', 'Port'),
      'perceptions[0].of: expected another actor',
    ],
    [
      'unaware of its own',
      set('perceptions.0.unawareOf', ['Port.raise']),
      'perceptions[0].unawareOf: expected options of Union',
    ],
    [
      'what is excluded of nobody',
      set('disallowed.0.actor', 'peace'),
      'disallowed[0].actor: expected the id of an element of kind actor',
    ],
    [
      'a change twice',
      set('events.0.effects', [
        { option: 'Union.strike', taken: true },
        { option: 'Union.strike', taken: false },
      ]),
      'events[0].effects[1]: expected each once',
    ],
    [
      'the worst of nothing',
      set('extremes.0.scenario', 'calm'),
      'extremes[0].scenario: expected the id of an element of kind scenario',
    ],
    [
      'too deep',
      set('constraints.0.must', deep(2000)),
      'expected at most 1000 objects and lists in one another',
    ],
    [
      'much too deep',
      '{"schema":'.repeat(200_000) + '1' + '}'.repeat(200_000),
      'expected at most 1000 objects and lists in one another',
    ],
  ])('%s', async (_, change, message) => {
    const changed = typeof change === 'string' ? change : change(parsed());
    put('bad.json', typeof changed === 'string' ? changed : JSON.stringify(changed));
    for (const command of ['check', 'analyse', 'model']) {
      const { status, stdout, stderr } = await run(command, 'bad.json');
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr.split('\n')[0]).toContain(`standoff: bad.json: ${message.split(',')[0]}`);
      expect(stderr).toContain(message);
    }
    const { stdout } = await run('analyse', 'bad.json', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'standoff/error/2', code: 'not-a-model' });
  });

  it('takes what is as deep as a text can be', async () => {
    put('deep.json', JSON.stringify(set('constraints.0.must', deep(900))(parsed())));
    expect((await run('analyse', 'deep.json')).stderr).toBe('');
  });
});

it('is never a fault of ours, whatever is in it', async () => {
  const places: (string | number)[][] = [];
  const walk = (value: unknown, at: (string | number)[]): void => {
    places.push(at);
    if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) walk(part, [...at, key]);
  };
  walk(parsed(), []);
  const other = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      1e308,
      1e22,
      5e-324,
      '',
      'x',
      '\n',
      '\u0000',
      '__proto__',
      'constructor',
      [],
      {},
      undefined,
    ),
    fc.constantFrom<unknown>(
      'Union',
      'Union.strike',
      'Port.raise',
      'deal',
      'peace',
      'settlement',
      'calm',
      'hunger',
      'gazette',
      'doves',
      'taken',
      'back',
    ),
    fc
      .constantFrom(...places.slice(1))
      .map((place) =>
        place.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], parsed()),
      ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...places.slice(1)), other), {
        minLength: 1,
        maxLength: 2,
      }),
      fc.constantFrom(
        ['check', '-'],
        ['analyse', '-'],
        ['explain', '-'],
        ['perceive', '-'],
        ['commitments', '-'],
        ['replay', '-'],
      ),
      async (changes, args) => {
        const model = parsed();
        for (const [place, value] of changes) {
          const at = place
            .slice(0, -1)
            .reduce<unknown>(
              (on, key) => (on as Record<string, unknown> | null | undefined)?.[key],
              model,
            );
          if (typeof at === 'object' && at !== null)
            (at as Record<string, unknown>)[place.at(-1)!] = value;
        }
        const { status, stderr } = await call(args, { input: JSON.stringify(model) });
        expect(status, stderr).toBeLessThan(3);
      },
    ),
    { numRuns: 400 },
  );
}, 300_000);
