import {
  AnalysisError,
  judge,
  prepare,
  takenIn,
  type Concept,
  type Standard,
  type StateShown,
} from '@standoff/situation';
import { compare, type CompareResult } from '@standoff/questions';
import { CONCEPTS, between, type Watch } from '@standoff/engine';
import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel, Diagnostic } from '@standoff/model';

export interface CompareParams {
  readonly standard: Standard;
  /** Two or more; `text` null: the situation as it stands. Ids tell them apart. */
  readonly texts: readonly { readonly id: string; readonly text: string | null }[];
}

/** Texts of a situation side by side; or what is wrong with which of them. */
export type Comparison =
  | {
      readonly can: true;
      /** Its models have the ids of the texts as their names. */
      readonly result: CompareResult;
      /** In the order of the result: by date. */
      readonly models: readonly ConflictModel[];
      readonly equilibria: ComparedEquilibria;
      /** The states in which the course ends in some of the texts, of variants the nearest. */
      readonly ends: readonly Omit<ComparedState, 'concepts'>[];
    }
  | { readonly can: false; readonly wrong: readonly Wrong[] };

/** Why a text has no answer. */
export interface Wrong {
  readonly id: string;
  readonly problems: readonly {
    readonly message: string;
    readonly hint: string | null;
    /** From 1; null: it is about the text as a whole. */
    readonly line: number | null;
  }[];
}

interface ComparedEquilibria {
  /** Those held otherwise in one text than in another first. */
  readonly states: readonly ComparedState[];
  /** How many are not listed: held otherwise, and alike. */
  readonly more: { readonly differing: number; readonly alike: number };
}

/** A state that would hold in one of the texts at least. Texts are compared by the options taken. */
interface ComparedState {
  readonly taken: readonly string[];
  /** By text, in the order of the result: its name there; null where it is no state of the model. */
  readonly shown: readonly (StateShown | null)[];
  /** By text: the concepts under which it would hold. */
  readonly concepts: readonly (readonly Concept[])[];
}

/** So many states are listed of each: held otherwise, and alike. */
const LISTED = 12;

/** @throws AnalysisError where the texts have answers each and cannot be compared */
export function compareTexts(
  present: ConflictModel,
  { standard, texts }: CompareParams,
  watch: Watch,
): Comparison {
  const read = texts.map(({ id, text }) => ({
    name: id,
    ...(text === null ? { model: present, diagnostics: [] } : parseSituation(text)),
  }));
  const given = read.flatMap(({ name, model }) => (model === null ? [] : [{ name, model }]));
  if (given.length < read.length)
    return {
      can: false,
      wrong: read.flatMap(({ name, model, diagnostics }) =>
        model === null ? [{ id: name, problems: errorsOf(diagnostics) }] : [],
      ),
    };
  try {
    const result = compare(given, { standard, watch: between(watch, 0, 0.7) });
    const models = result.models.map(({ name }) => given.find((one) => one.name === name)!.model);
    const part = between(watch, 0.7, 1);
    const solved = models.map((model, k) =>
      solve(model, between(part, k / models.length, (k + 1) / models.length)),
    );
    return {
      can: true,
      result,
      models,
      equilibria: equilibriaOf(solved),
      ends: endsOf(result, solved),
    };
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
    const wrong = withoutAnswer(given);
    if (wrong.length > 0) return { can: false, wrong };
    // The names of the texts are only ids: the message of the library would tell these.
    if (error.code !== 'nothing-to-compare') throw error;
    throw new AnalysisError(error.code, 'these texts have no actor in common', error.hint);
  }
}

function errorsOf(diagnostics: readonly Diagnostic[]): Wrong['problems'] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ message, hint, range }) => ({
      message,
      hint: hint ?? null,
      line: range.start.line + 1,
    }));
}

/** Which of them have no states, or a status quo that they rule out. */
function withoutAnswer(
  given: readonly { readonly name: string; readonly model: ConflictModel }[],
): Wrong[] {
  return given.flatMap(({ name, model }) => {
    try {
      prepare(model);
      return [];
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      const { message, hint } = error;
      return [{ id: name, problems: [{ message, hint, line: null }] }];
    }
  });
}

function endsOf(
  { models }: CompareResult,
  solved: readonly Solved[],
): Omit<ComparedState, 'concepts'>[] {
  const taken = models.flatMap(({ conclusions }) =>
    conclusions.ends.map(({ nearest }) => nearest.taken),
  );
  return [...new Map(taken.map((one) => [one.join(' '), one])).values()].map((one) => ({
    taken: one,
    shown: solved.map(({ shown }) => shown(one)),
  }));
}

function equilibriaOf(solved: readonly Solved[]): ComparedEquilibria {
  const keys = new Set(solved.flatMap(({ held }) => [...held.keys()]));
  const differing: string[] = [];
  const alike: string[] = [];
  for (const key of keys) {
    const masks = solved.map(({ held }) => held.get(key) ?? 0);
    (masks.every((mask) => mask === masks[0]) ? alike : differing).push(key);
  }
  const states = [...listed(differing, solved), ...listed(alike, solved)].map(
    (key): ComparedState => {
      const taken = key === '' ? [] : key.split(' ');
      return {
        taken,
        shown: solved.map(({ shown }) => shown(taken)),
        concepts: solved.map(({ held }) => {
          const mask = held.get(key) ?? 0;
          return CONCEPTS.filter((_, c) => (mask >> c) & 1);
        }),
      };
    },
  );
  return {
    states,
    more: {
      differing: Math.max(0, differing.length - LISTED),
      alike: Math.max(0, alike.length - LISTED),
    },
  };
}

type Solved = ReturnType<typeof solve>;

/** Those on which the texts disagree under most concepts first, then those held under most. */
function listed(keys: readonly string[], solved: readonly Solved[]): readonly string[] {
  const weights = new Map(
    keys.map((key) => {
      const masks = solved.map(({ held }) => held.get(key) ?? 0);
      const some = masks.reduce((all, mask) => all | mask);
      const every = masks.reduce((all, mask) => all & mask);
      return [key, (CONCEPTS.length + 1) * bits(some & ~every) + bits(some)] as const;
    }),
  );
  return [...keys]
    .sort((a, b) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1))
    .slice(0, LISTED);
}

/** The equilibria of a model by the options taken, and a way to name a state of it. */
function solve(model: ConflictModel, watch: Watch) {
  const prepared = prepare(model);
  const { space, game, sortedOptions } = prepared;
  const { verdicts } = judge(game, CONCEPTS, watch);
  const { naming } = prepared;
  const held = new Map<string, number>();
  for (let s = 0; s < space.size; s++) {
    let mask = 0;
    CONCEPTS.forEach((concept, c) => {
      if (verdicts.get(concept)!.every((stable) => stable[s] === 1)) mask |= 1 << c;
    });
    if (mask !== 0) held.set(takenIn(prepared, s).join(' '), mask);
  }
  return {
    held,
    /** Null where it is no state of the model. */
    shown: (taken: readonly string[]): StateShown | null => {
      const options = sortedOptions.filter(({ id }) => taken.includes(id));
      if (options.length < taken.length) return null;
      const s = space.indexOf(options.reduce((code, { bit }) => code | bit, 0));
      return s < 0 ? null : naming.state(s);
    },
  };
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
