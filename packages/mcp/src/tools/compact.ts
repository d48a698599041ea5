import type { AnswerKind } from '@standoff/engine';
import { SHORT, type Words } from '@standoff/questions';
import type { StateShown, Step } from '@standoff/situation';

/**
 * An answer in few words: states and steps as people call them, fields that say nothing left out, actors
 * by name.
 */
export function compact(words: Words, answer: object): unknown {
  const walk = (value: unknown, field = ''): unknown => {
    if (field === 'hold') return value === null ? 'not' : SHORT[value as AnswerKind];
    if (typeof value === 'number') return Math.round(value * 1000) / 1000;
    if (typeof value === 'string') return NAMES_ACTORS.has(field) ? words.actor(value) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one) => walk(one, field));
    if (isState(value)) return words.called(value);
    if (isStep(value)) return words.step(value);
    if (field === 'against' && Object.values(value).every((one) => typeof one === 'string'))
      return sorted(words, value as Record<string, string>);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name, one]) => !PASSED_OVER.has(name) && saysSomething(one))
        .map(([name, one]) => [name, walk(one, name)]),
    );
  };
  return walk(answer);
}

/** Fields that hold ids of actors. */
const NAMES_ACTORS: ReadonlySet<string> = new Set([
  'actor',
  'deciders',
  'onlookers',
  'members',
  'exposed',
  'needCommitment',
]);

const PASSED_OVER: ReadonlySet<string> = new Set([
  'schema',
  'situation',
  'evidence',
  'interval',
  'shared',
  'decimal',
  'information',
]);

function saysSomething(value: unknown): boolean {
  if (value === null || value === false || value === '' || value === 0) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** By who fares how: "better": the names. */
function sorted(words: Words, against: Record<string, string>): Record<string, string[]> {
  const by: Record<string, string[]> = {};
  for (const [id, how] of Object.entries(against)) (by[how] ??= []).push(words.actor(id));
  return by;
}

const isState = (value: object): value is StateShown => 'taken' in value && 'name' in value;

const isStep = (value: object): value is Step =>
  'actor' in value && 'takes' in value && 'drops' in value && 'from' in value;
