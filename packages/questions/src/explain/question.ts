import { EXTENSIONS } from '@standoff/engine';
import { actor, flag, full, stateOrScenario } from '../parameters.js';
import { questionOfSets } from '../question.js';
import { FORESIGHT_CHOICES } from './foresight-answer.js';

export const explain = questionOfSets({
  name: 'explain',
  asks: 'why a state is stable or not, for whom, under which concept',
  title: 'Why a state holds or not',
  asked: 'why a state holds or not',
  takes: {
    state: stateOrScenario(
      'options taken ("NK.suspend, US.meet"), changes to today ("+US.meet"), a label, a Y/N column, #12, or a scenario: its nearest and its firmest state',
    ),
    actor: actor('one actor; all when left out'),
    concept: {
      kind: 'anyConcept',
      description: `one concept; all stability concepts when left out; with two decision makers also ${FORESIGHT_CHOICES}`,
    },
    slack: flag('also how many swaps in a ranking would change each verdict'),
    extension: {
      kind: 'word',
      description: 'where preferences are not fully known: how those who do not know act',
      words: EXTENSIONS,
    },
    full: full(),
  },
  examples: [
    'harbour',
    "harbour --state '+Union.strike' --actor Company --concept SEQ",
    "harbour --state '#5'",
    'harbour --actor Union --slack',
    'cases/chicken --concept L3',
  ],
  lane: 'quick',
  solve: async () => (await import('./solve.js')).explain,
  tell: async () => (await import('./tell.js')).tellExplain,
});
