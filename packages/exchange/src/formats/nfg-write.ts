import { ModelFault, type ConflictModel } from '@standoff/model';
import type { Prepared, PrepareOptions } from '@standoff/situation';
import type { ExchangeNote, Written } from '../format.js';
import { leftOut } from '../left-out.js';
import { listed } from '../listed.js';

const MOST_CELLS = 100_000;

/**
 * A strategic form of Gambit: what a decision maker takes of its options is a strategy, ranks are payoffs.
 * What is ruled out has a cell too, as all that is chosen at once has: with less than any state gives.
 */
export function writeNfg(model: ConflictModel, options: PrepareOptions): Written<string> {
  const prepared = listed(model, options);
  const { deciders, space, game } = prepared;
  const players = deciders.map((_, p) => strategiesOf(prepared, p));
  const cells = players.reduce((product, { length }) => product * length, 1);
  if (cells > MOST_CELLS)
    throw new ModelFault('', `at most ${MOST_CELLS} combinations of strategies`, `${cells}`);
  const outcomes: string[] = [];
  const chosen: number[] = [];
  let missing = 0;
  for (let cell = 0; cell < cells; cell++) {
    let rest = cell;
    let code = 0;
    for (const strategies of players) {
      code |= strategies[rest % strategies.length];
      rest = Math.floor(rest / strategies.length);
    }
    const state = space.indexOf(code >>> 0);
    if (state < 0) missing++;
    chosen.push(cell + 1);
    outcomes.push(
      `{ ${quoted(state < 0 ? 'ruled out' : '')} ${game.ranks.map((own) => (state < 0 ? 0 : own[state])).join(', ')} }`,
    );
  }
  if (missing === cells)
    throw new ModelFault(
      '',
      'a state that comes of what the decision makers take of their own options',
      'none, as they move along a graph',
    );
  const title = model.situation.title;
  const lines = [
    `NFG 1 R ${quoted(title)} { ${deciders.map(({ label }) => quoted(label)).join(' ')} }`,
    '',
    '{',
    ...players.map(
      (strategies) =>
        `{ ${strategies.map((code) => quoted(strategyName(model, code))).join(' ')} }`,
    ),
    '}',
    '"Payoffs are ranks: their order alone means something"',
    '',
    '{',
    ...outcomes,
    '}',
    chosen.join(' '),
    '',
  ];
  const ruledOut: ExchangeNote = {
    place: null,
    message: `${missing} of ${cells} combinations of strategies are ruled out: they have the payoff 0, less than any state, and equilibria among them are none of the model`,
  };
  return {
    content: lines.join('\n'),
    notes: [...(missing > 0 ? [ruledOut] : []), ...leftOut(model, [])],
  };
}

/** What the mover takes of its options in some state, ascending. */
function strategiesOf({ deciders, space, lowering }: Prepared, mover: number): number[] {
  const own = deciders[mover].options.reduce((bits, id) => bits | (1 << lowering.option(id)!), 0);
  return [...new Set([...space.codes].map((code) => code & own))].sort(
    (a, b) => (a >>> 0) - (b >>> 0),
  );
}

function strategyName({ options }: ConflictModel, code: number): string {
  const taken = options.filter((_, k) => (code >>> k) & 1).map(({ label }) => label);
  return taken.length === 0 ? 'nothing' : taken.join(' + ');
}

const quoted = (text: string): string =>
  `"${text.replace(/\s+/gu, ' ').replace(/[\\"]/g, (char) => `\\${char}`)}"`;
