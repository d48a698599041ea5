import type { RobustnessResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { CONCEPT_MEANINGS } from '../concepts.js';
import { counted, figure } from '../english.js';
import { Page, type TextOptions } from '@standoff/document';
import { titleLine } from '../title.js';
import { Words } from '../words.js';
import { openWords, shareWords } from './worlds-words.js';

/** In which share of the worlds what would hold. */
export function robustnessText(
  model: ConflictModel,
  result: RobustnessResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  const { worlds, open, concept, states, scenarios, statusQuo, equilibria } = result;
  titleLine(page, result.situation, 'how much depends on what is not known');
  page.blank();
  if (open.length === 0)
    page.line(
      'Nothing is left open about any decision maker: no faction, nothing "perhaps", nothing in no order. There is one world, and this is what holds in it.',
    );
  else {
    page.line(
      worlds.method === 'all'
        ? `What is open can be settled in ${figure(BigInt(worlds.count))} ways: ${counted(worlds.looked, 'world')} with different rankings, all gone through.`
        : `What is open can be settled in ${figure(BigInt(worlds.count))} ways. ${counted(worlds.looked, 'world')} were drawn (seed ${worlds.seed}); behind each share stands where the true one lies with 95 % confidence.`,
    );
    for (const actor of open) page.line(openWords(words, actor), { indent: 2, hang: 2 });
  }
  page.heading('In which share of the worlds');
  page.pairs(
    [
      ['', 'would hold · improvements lead there'],
      ['Things as they are today', shareWords(statusQuo)],
      ...scenarios.map(({ label, holds, reached }): [string, string] => [
        label.length > 56 ? `${label.slice(0, 55)}…` : label,
        `${shareWords(holds)} · ${shareWords(reached)}`,
      ]),
    ],
    2,
  );
  page.heading('Single states');
  page.line(
    `Of ${counted(states.all + states.some + states.none, 'state')}, ${figure(states.all)} would hold in all worlds, ${figure(states.some)} in some, ${figure(states.none)} in none.${equilibria.length > 0 ? ' Those that improvements reach in most worlds, with the share in which they hold and are reached:' : ''}`,
    { indent: 2 },
  );
  for (const { state, holds, reached } of equilibria.slice(0, SHOWN))
    page.line(
      `${page.style.strong(state.name.label ?? 'A state without a name')}: holds in ${shareWords(holds)}, holds and is reached in ${shareWords(reached)}`,
      { indent: 4, hang: 2, margin: `#${state.name.decimal}` },
    );
  page.blank();
  page.line(
    page.style.quiet(
      `A state holds here under ${concept}: a decision maker stays if ${CONCEPT_MEANINGS[concept]}. Factions count equally, “perhaps” as half where no probability is given. “standoff ask ${options.caseName ?? 'CASE'}” says which answer would settle most.`,
    ),
  );
  return page.toString();
}

/** So many states are named. */
const SHOWN = 10;
