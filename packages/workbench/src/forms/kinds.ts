import type { Kind } from './entries.js';

/** What the forms have to know of a kind of element. */
interface KindOfElement {
  /** With an article before it: "a scenario". */
  readonly called: string;
  /** Whether it has a label or a title: none, one that may be left out, or one without which it is nothing. */
  readonly label: 'none' | 'free' | 'needed';
  /** Whether it has a name: none, one that is used nowhere else in the text, or one by which others speak of it. */
  readonly name: 'none' | 'unused' | 'used';
}

export const KINDS: Readonly<Record<Kind, KindOfElement>> = {
  actor: { called: 'actor', label: 'free', name: 'used' },
  agreement: { called: 'agreement', label: 'free', name: 'used' },
  offer: { called: 'offer', label: 'free', name: 'used' },
  constraint: { called: 'constraint', label: 'none', name: 'none' },
  choice: { called: 'choice of one among several', label: 'free', name: 'unused' },
  graph: { called: 'graph of states', label: 'free', name: 'unused' },
  'cannot-move': { called: 'move that is not allowed', label: 'none', name: 'none' },
  'can-move': { called: 'move that is given', label: 'none', name: 'none' },
  scenario: { called: 'scenario', label: 'free', name: 'used' },
  state: { called: 'state with a name', label: 'free', name: 'used' },
  extreme: { called: 'worst or best case', label: 'none', name: 'none' },
  commitment: { called: 'promise, threat or demand', label: 'free', name: 'used' },
  consequence: { called: 'consequence', label: 'none', name: 'none' },
  deadline: { called: 'deadline', label: 'none', name: 'none' },
  chance: { called: 'chance', label: 'free', name: 'used' },
  event: { called: 'event', label: 'needed', name: 'none' },
  claim: { called: 'claim', label: 'needed', name: 'used' },
  relation: { called: 'relation', label: 'none', name: 'none' },
  source: { called: 'source', label: 'needed', name: 'used' },
  'left-out': { called: 'note of what is left out', label: 'none', name: 'none' },
};
