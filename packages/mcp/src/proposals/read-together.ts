import { parseSituation } from '@standoff/language/parse';
import { nearest, type ConflictModel, type Diagnostic } from '@standoff/model';
import { Refusal } from '../refusal.js';
import { withAddition } from './addition.js';
import { actorOf, wordsOf, type Accepted } from './line.js';
import { withAllAtOnce } from './together.js';

/** What the situation has already, as it is read. */
interface Before {
  readonly diagnostics: readonly Diagnostic[];
  readonly model: ConflictModel | null;
}

/** Who is told that a proposal is refused, and of what those before it would have made. */
interface Refusals {
  readonly refuse: (n: number, error: unknown) => void;
  /** The number of a refused proposal that would make what somebody calls so, within an actor or not. */
  readonly wouldMake: (name: string, within: string | undefined) => number | null;
}

/** So often those that the errors stand in are put aside; then one after the other is tried. */
const MOST_ROUNDS = 4;

/**
 * Those whose lines can be read in the situation. All are tried at once; those that errors stand in are put
 * aside and tried one after the other behind the rest.
 */
export function readTogether(
  situation: string,
  { diagnostics: before, model }: Before,
  found: readonly Accepted[],
  refusals: Refusals,
): Accepted[] {
  const known = new Set(before.map(keyOf));
  const errorsOf = (all: readonly Diagnostic[]): Diagnostic[] =>
    all.filter((one) => one.severity === 'error' && !known.has(keyOf(one)));
  const whole = notWaiting(found, refusals);
  if (model === null) return oneByOne(situation, actorsOf(model), whole, refusals, errorsOf);
  let together = [...whole];
  for (let round = 0; round < MOST_ROUNDS && together.length > 0; round++) {
    const { text, additionAt } = withAllAtOnce(situation, model, together);
    const read = parseSituation(text);
    const errors = errorsOf(read.diagnostics);
    if (errors.length === 0) {
      const aside = whole.filter((one) => !together.includes(one));
      const mended = oneByOne(text, actorsOf(read.model), aside, refusals, errorsOf);
      return [...together, ...mended].sort((a, b) => a.n - b.n);
    }
    const blamed = new Set(errors.map(({ range }) => additionAt(range)));
    if (blamed.has(null)) break;
    together = together.filter((one) => !blamed.has(one));
  }
  return oneByOne(situation, actorsOf(model), whole, refusals, errorsOf);
}

/** Those that need nothing of a refused one. */
function notWaiting(found: readonly Accepted[], { refuse, wouldMake }: Refusals): Accepted[] {
  return found.filter((one) => {
    try {
      expectMade(one, wouldMake);
      return true;
    } catch (error) {
      refuse(one.n, error);
      return false;
    }
  });
}

function oneByOne(
  situation: string,
  present: readonly string[],
  found: readonly Accepted[],
  { refuse, wouldMake }: Refusals,
  errorsOf: (all: readonly Diagnostic[]) => readonly Diagnostic[],
): Accepted[] {
  const right: Accepted[] = [];
  let text = situation;
  let actors = present;
  for (const one of found)
    try {
      expectMade(one, wouldMake);
      expectActor(one, actors);
      const next = withAddition(text, one);
      const read = parseSituation(next);
      const [error] = errorsOf(read.diagnostics);
      if (error !== undefined) throw unreadable(one, error);
      text = next;
      actors = actorsOf(read.model);
      right.push(one);
    } catch (error) {
      refuse(one.n, error);
    }
  return right;
}

function actorsOf(model: ConflictModel | null): readonly string[] {
  return model?.actors.map(({ id }) => id) ?? [];
}

/** One that names what a refused one would make is told that, and not that there is no such thing. */
function expectMade(one: Accepted, wouldMake: Refusals['wouldMake']): void {
  const within = actorOf(one);
  const names = wordsOf(one)
    .replace(/"(?:[^"\\]|\\.)*"/gu, '')
    .matchAll(/(?<![\p{L}\p{N}_@#:])[\p{L}_][\p{L}\p{N}_.]*/gu);
  for (const name of [...(within === undefined ? [] : [within]), ...[...names].map(String)]) {
    const n = wouldMake(name, within);
    if (n !== null)
      throw new Refusal(
        'waits',
        `it needs ${name}, of the refused proposal ${n}`,
        `mend proposal ${n}, then propose both`,
      );
  }
}

function expectActor(one: Accepted, actors: readonly string[]): void {
  const to = actorOf(one);
  if (to === undefined || actors.includes(to)) return;
  const near = nearest(to, actors);
  throw new Refusal(
    'unknown-actor',
    `there is no actor ${to}`,
    near === null
      ? `propose the actor first; the actors are: ${actors.join(', ') || 'none yet'}`
      : `did you mean ${near}? Otherwise propose the actor first`,
  );
}

function unreadable(one: Accepted, { code, message, hint }: Diagnostic): Refusal {
  return new Refusal(
    code,
    message,
    hint ??
      (code === 'duplicate-name'
        ? 'give it another name, or leave it out where it is the same'
        : 'change the expression; names are those of options (ACTOR.option), scenarios, agreements'),
    { line: wordsOf(one) },
  );
}

const keyOf = ({ code, message }: Diagnostic): string => `${code} ${message}`;
