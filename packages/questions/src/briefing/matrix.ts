import { type Block, type Content, heading, term } from '@standoff/document';
import { alike } from '../told/alike.js';
import { capitalised } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { BriefingResult, BriefOutcome, EndOutcome } from './answer.js';
import { tenths } from '../told/shares.js';
import { shortName } from '../told/end-words.js';
import { HOLDS, partiesOf } from './ways.js';
import { nobodyMinds } from './who-words.js';

/**
 * Rows of the table on one page: what the course ends in and a joint step leads to, and where that is less
 * than `TOLD`, what else would hold.
 */
const ROWS = 4;
const TOLD = 3;
/** With more parties than these it says who gains and who loses, instead of a column for each. */
const COLUMNS = 8;

interface Row {
  readonly name: string;
  readonly hold: string;
  readonly pull: string;
  readonly outcome: BriefOutcome;
  /** What an actor does for it; empty: nothing. */
  readonly part: (actor: string) => string;
}

/**
 * Outcomes by parties: how each holds, how strongly the course pulls there, how everybody fares, and who
 * has to move for it and who could stop it.
 * @param rows as many as one page has room for, those alike in one; or each by itself
 */
export function tellOutcomes(
  words: Words,
  result: BriefingResult,
  rows: 'short' | 'all' = 'short',
): Block[] {
  if (nobodyMinds(result)) return [];
  const parties = partiesOf(result);
  const faring = ({ against }: BriefOutcome, how: 'better' | 'worse'): Content => [
    capitalised(words.actors(parties.filter((id) => against[id] === how)) || 'nobody'),
  ];
  const inColumns = parties.length <= COLUMNS;
  const joint = result.together.slice(0, 1);
  const all: readonly Row[] = [
    ...result.ends.map((end) => ({
      name: shortName(words, end),
      hold: end.round > 0 ? 'goes round' : holdWord(end),
      pull: result.ends.length === 1 ? 'all' : tenths(end.pull),
      outcome: end,
      part: partIn(end),
    })),
    ...joint.map((one) => ({
      name: shortName(words, one),
      hold: holdWord(one),
      pull: 'together',
      outcome: one,
      part: (actor: string) => (one.members.includes(actor) ? 'moves' : ''),
    })),
    ...elsewhere(words, result, rows),
  ];
  return [
    heading('Outcomes, and how each party fares against today'),
    {
      block: 'table',
      caption: 'How each outcome holds, and how each party fares in it against today',
      columns: [
        { head: [term('Outcome')], align: 'start' },
        { head: [term('Holds')], align: 'start' },
        { head: [term('Ways there')], align: 'start' },
        ...(inColumns ? parties.map((id) => words.name(id)) : ['Better for', 'Worse for']).map(
          (head) => ({ head: [head], align: 'start' as const }),
        ),
      ],
      groups: [
        {
          title: '',
          rows: (rows === 'all' ? all : all.slice(0, rowsOf(result))).map(
            ({ name, hold, pull, outcome, part }): Content[] => [
              [name],
              [hold],
              [pull],
              ...(inColumns
                ? parties.map((id): Content => [
                    { inline: 'fares', fares: outcome.against[id], also: part(id) },
                  ])
                : [faring(outcome, 'better'), faring(outcome, 'worse')]),
            ],
          ),
        },
      ],
    },
  ];
}

/** Whether the table has more rows than one page has room for. */
export function hasMoreOutcomes(result: BriefingResult): boolean {
  return toldFirst(result) + result.elsewhere.length > rowsOf(result);
}

function rowsOf(result: BriefingResult): number {
  const told = toldFirst(result);
  return told < TOLD ? ROWS : Math.min(told, ROWS);
}

function toldFirst({ ends, together }: BriefingResult): number {
  return ends.length + Math.min(1, together.length);
}

/** Scenarios and named states that the course does not end in. */
function elsewhere(words: Words, result: BriefingResult, rows: 'short' | 'all'): Row[] {
  const joint = result.together.slice(0, 1).map((one) => shortName(words, one));
  const others = result.elsewhere.filter(
    ({ label, hold }) => !joint.includes(label) && (rows === 'all' || hold !== null),
  );
  const parties = partiesOf(result);
  const groups = alike(others, ({ id, hold, against }) =>
    rows === 'all' ? id : `${hold} ${parties.map((party) => against[party]).join()}`,
  );
  return groups.map(([one, ...same]) => ({
    name: `${one.label}${same.length > 0 ? ` (and ${same.length} alike)` : ''}`,
    hold: holdWord(one),
    pull: 'none',
    outcome: one,
    part: () => '',
  }));
}

function partIn({ way }: EndOutcome): Row['part'] {
  const movers = new Set((way ?? []).map(({ step }) => step.actor));
  const stoppers = new Set(
    (way ?? []).flatMap(({ stoppedBy }) => stoppedBy.map(({ actor }) => actor)),
  );
  return (actor) =>
    [movers.has(actor) ? 'moves' : '', stoppers.has(actor) ? 'could stop it' : '']
      .filter(Boolean)
      .join(', ');
}

function holdWord({ hold }: BriefOutcome): string {
  return hold === null ? 'no' : HOLDS[hold];
}
