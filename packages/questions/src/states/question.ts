import { concept, flag, full } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const states = questionOfSets({
  name: 'states',
  asks: 'the states as an option table in Y and N',
  title: 'The states',
  asked: 'its states',
  takes: {
    where: { kind: 'condition', description: 'where an expression of the language holds' },
    equilibria: flag('that would hold, under any concept or the one of --concept'),
    concept: concept('that would hold under this concept'),
    reachable: {
      kind: 'word',
      description: 'that can be reached from the status quo',
      words: ['improvements', 'moves'],
    },
    scenario: { kind: 'element', of: 'scenarios', description: 'in this scenario' },
    taken: { kind: 'conditions', description: 'with all of these options taken' },
    notTaken: { kind: 'conditions', description: 'with none of these options taken' },
    full: full(),
    limit: {
      kind: 'whole',
      description: 'at most so many (60 in the table; no limit with --json)',
      least: 1,
      told: 60,
    },
  },
  examples: [
    'harbour',
    'harbour --equilibria --reachable improvements',
    "harbour --where 'strike and not Company.replace'",
  ],
  lane: 'view',
  solve: async () => (await import('./solve.js')).states,
  tell: async () => (await import('./tell.js')).tellStates,
});
