import { printSituation } from '@standoff/language/print';
import { prepare } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../situation/test/situations.js';
import { read } from './formats.js';
import { chance } from '../../../test/chance.js';

/** Entry: the second player sees what the first did. */
const ENTRY = `EFG 2 R "Entry" { "Newcomer" "Owner" }
"An old example"

p "" 1 1 "" { "enter" "stay out" } 0
p "" 2 1 "" { "fight" "share" } 0
t "" 1 "war" { -1, 0 }
t "" 2 "both" { 1, 1 }
t "" 3 "as before" { 0, 2 }
`;

describe('read', () => {
  it('says plans, and whose turn it is by constraints', async () => {
    const { model, notes } = await read('efg', ENTRY);
    expect(printSituation(model)).toContain('exactly one of {Newcomer.enter, Newcomer.stay_out}');
    expect(nashIn(modelOf(printSituation(model)))).toEqual([
      ['Newcomer.stay_out', 'Owner.fight'],
      ['Newcomer.enter', 'Owner.share'],
    ]);
    expect(notes.map(({ message }) => message.slice(0, 27))).toEqual([
      'Payoffs are read as ranks: ',
      'A state is a plan of everyb',
      'The file does not say where',
    ]);
  });

  it('tells apart actions of the same name, and adds up what is got on the way', async () => {
    const { model } = await read(
      'efg',
      `EFG 2 R "" { "A" } p "" 1 1 { "go" "stop" } 1 "" { 1 }
       p "" 1 2 { "go" "stop" } 0 t "" 2 { 2 } t "" 0 t "" 3 { 1/2 }`,
    );
    expect(model.options.map(({ label }) => label)).toEqual([
      'go at first',
      'stop at first',
      'go after go',
      'stop after go',
    ]);
    // What is done at the second turn is as open as what was done at the first.
    expect(new Set(model.options.map(({ initially }) => initially))).toEqual(new Set(['unknown']));
    const { space, game } = prepare(modelOf(printSituation(model)));
    // Payoffs 3, 1 and 3/2; codes: go go, go stop, stop.
    expect([...space.codes].map((code, s) => [code, game.ranks[0][s]])).toEqual([
      [2, 2],
      [5, 3],
      [9, 1],
    ]);
  });

  it.each([
    ['', /^line 1, column 1: expected EFG at the beginning, found the end of the file/],
    ['NFG 1 R "x"', /expected EFG at the beginning, found "NFG"/],
    ['EFG 2 R "x" { "A" }', /expected a node: p or t, found the end of the file/],
    [
      'EFG 2 R "x" { "A" }\nc "" 1 "" { "a" 1 } 0',
      /^line 2, column 1: expected a node of a player or an end, .*chance.* is not read, found "c"/,
    ],
    ['EFG 2 R "x" { "A" } p "" 2 1 { "a" } 0', /the number of a player, from 1 to 1, found "2"/],
    ['EFG 2 R "x" { "A" } p "" 1 1 { } 0', /expected one action at least/],
    [
      'EFG 2 R "x" { "A" } p "" 1 1 { "a" } 0 p "" 1 1 { "a" } 0',
      /an information set that no node before has/,
    ],
    ['EFG 2 R "x" { "A" } p "" 1 1 { "a" } 0', /expected a node: p or t, found the end/],
    ['EFG 2 R "x" { "A" } t "" 1', /the number of an outcome whose payoffs are known/],
    ['EFG 2 R "x" { "A" } t "" 1 { 1 2 }', /expected payoffs of 1 players, and not of 2/],
    ['EFG 2 R "x" { "A" } t "" 0 t "" 0', /the end of the file, as the tree is complete/],
    [`EFG 2 R "x" { "A" } p "" 1 1 { ${'"a" '.repeat(99)}} 0`, /expected at most 30 actions/],
    [
      `EFG 2 R "x" { "A" } ${Array.from({ length: 9000 }, (_, k) => `p "" 1 ${k} { "a" } 0`).join(' ')}`,
      /expected at most 30 actions/,
    ],
  ])('%# is refused with its place', async (file, message) => {
    await expect(read('efg', file)).rejects.toThrow(message);
  });
});

describe('pure equilibria', () => {
  it('are those of the game, of random trees', async () => {
    let some = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const game = randomGame(seed);
      const { model } = await read('efg', game.file);
      // Options stand player after player, each in the order of the tree.
      const order = game.turns
        .flatMap(({ player, number, below }) => below.map((_, k) => ({ player, number, k })))
        .sort((a, b) => a.player - b.player);
      const again = modelOf(printSituation(model));
      const found = nashIn(again)
        .map((taken) =>
          again.options.flatMap(({ id }, k) =>
            taken.includes(id) ? [`${order[k].number}: ${order[k].k}`] : [],
          ),
        )
        .map((actions) => actions.sort().join(', '))
        .sort();
      const known = equilibriaOf(game)
        .map((plan) => [...plan].map(([turn, k]) => `${turn}: ${k}`))
        .map((actions) => actions.sort().join(', '))
        .sort();
      expect(found, `seed ${seed}\n${game.file}`).toEqual(known);
      some += known.length;
    }
    expect(some).toBeGreaterThan(40);
  });
});

/** The taken options of the Nash equilibria. */
function nashIn(model: ConflictModel): string[][] {
  const { equilibria, space, naming } = prepare(model, { statusQuoOptional: true });
  return Array.from({ length: space.size }, (_, s) => s)
    .filter((s) => equilibria.conceptsAt(s).includes('Nash'))
    .map((s) => [...naming.state(s).taken]);
}

/** A tree as the definition has it, beside its file. */
type Node =
  | { readonly payoffs: readonly number[] }
  | { readonly player: number; readonly number: number; readonly below: readonly Node[] };

interface Game {
  readonly players: number;
  readonly root: Node;
  readonly turns: readonly Extract<Node, { player: number }>[];
  readonly file: string;
}

function randomGame(seed: number): Game {
  const draw = chance(seed * 2654435761);
  const players = 1 + draw(3);
  const turns: Extract<Node, { player: number }>[] = [];
  const lines: string[] = [];
  let outcomes = 0;
  const node = (depth: number): Node => {
    if (depth === 3 || turns.length >= 6 || (depth > 0 && draw(3) === 0)) {
      const payoffs = Array.from({ length: players }, () => draw(4));
      lines.push(`t "" ${++outcomes} "" { ${payoffs.join(', ')} }`);
      return { payoffs };
    }
    const below: Node[] = [];
    const turn = { player: draw(players), number: turns.length, below };
    turns.push(turn);
    const count = 1 + draw(3);
    const names = Array.from({ length: count }, (_, k) => `"a${k}"`).join(' ');
    lines.push(`p "" ${turn.player + 1} ${turn.number + 1} "" { ${names} } 0`);
    for (let k = 0; k < count; k++) below.push(node(depth + 1));
    return turn;
  };
  const root = node(0);
  const names = Array.from({ length: players }, (_, p) => `"P${p}"`).join(' ');
  return { players, root, turns, file: `EFG 2 R "" { ${names} }\n${lines.join('\n')}\n` };
}

/**
 * The equilibria by definition, over reduced plans: what is done at turns that one's own plan leads to,
 * each with the number of its action.
 */
function equilibriaOf({ players, root, turns }: Game): ReadonlyMap<number, number>[] {
  const whole = turns.reduce<number[][]>(
    (plans, { below }) => plans.flatMap((plan) => below.map((_, k) => [...plan, k])),
    [[]],
  );
  const outcome = (plan: readonly number[], at: Node = root): readonly number[] =>
    'payoffs' in at ? at.payoffs : outcome(plan, at.below[plan[at.number]]);
  const isNash = (plan: readonly number[]): boolean =>
    Array.from({ length: players }, (_, p) => p).every((p) =>
      whole
        .filter((other) =>
          turns.every(({ player, number }) => player === p || other[number] === plan[number]),
        )
        .every((other) => outcome(other)[p] <= outcome(plan)[p]),
    );
  const reduced = new Map<string, Map<number, number>>();
  for (const plan of whole.filter(isNash)) {
    const kept = new Map<number, number>();
    const walk = (at: Node, open: ReadonlySet<number>): void => {
      if ('payoffs' in at) return;
      // A turn of a player whose own plan has left the way to it.
      if (open.has(at.player)) kept.set(at.number, plan[at.number]);
      at.below.forEach((below, k) => {
        const goesOn = k === plan[at.number] || !open.has(at.player);
        walk(below, goesOn ? open : new Set([...open].filter((p) => p !== at.player)));
      });
    };
    walk(root, new Set(Array.from({ length: players }, (_, p) => p)));
    reduced.set(JSON.stringify([...kept].sort((a, b) => a[0] - b[0])), kept);
  }
  return [...reduced.values()];
}
