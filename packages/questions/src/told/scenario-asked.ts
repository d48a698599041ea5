import type { Count, Digits } from '@standoff/model';
import { lead, element, type Block } from '@standoff/document';
import { countOf, type By, type ScenarioMeant } from '@standoff/situation';
import { counted } from './english.js';

/** A scenario of several states that was asked about where a state is asked for. */
export interface ScenarioAsked {
  /** The id of the scenario. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** How many states it has. */
  readonly states: Count | Digits;
  /** What leads from today to the state asked about, the nearest of them; null: nothing does. */
  readonly by: By | null;
  /**
   * Which of its states would hold under the most concepts: the one asked about, another, or none; open where
   * there are so many states that which hold by the answers to better moves is not found.
   */
  readonly firmest: 'nearest' | 'another' | 'none' | 'open';
}

/** The scenario that was asked about, as an answer shows it. */
export function scenarioAsked({
  scenario: { id, label },
  states,
  by,
  nearest,
  firmest,
  leftOpen,
}: ScenarioMeant): ScenarioAsked {
  return {
    id,
    label,
    states: countOf(states),
    by,
    firmest:
      firmest === null ? (leftOpen ? 'open' : 'none') : firmest === nearest ? 'nearest' : 'another',
  };
}

const LEADS: Readonly<Record<By | 'nothing', string>> = {
  improvements: 'that improvements lead to from today',
  moves: 'to which only moves that are not all improvements lead from today',
  nothing: 'though no moves lead to any from today',
};

/** Which states of a scenario are told, and why these. */
export function tellScenarioAsked({ id, label, states, by, firmest }: ScenarioAsked): Block {
  return lead(
    element(id, `“${label}”`),
    ` is ${counted(states, 'state')}. Told is the nearest, ${LEADS[by ?? 'nothing']}, ${
      {
        nearest: 'which is the firmest too.',
        another: 'and after it the firmest, which would hold under the most concepts.',
        none: 'and none of them would hold under any concept.',
        open: 'and in each of them somebody has a better move; whether any would hold because that would be answered is left open, for finding out takes long.',
      }[firmest]
    }`,
  );
}
