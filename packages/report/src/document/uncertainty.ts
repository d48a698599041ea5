import type { Change, RobustnessResult, SensitivityResult, Share } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, figure } from '../english.js';
import { effectSentence, sensitivitySummary, tellsOn } from '../questions/sensitivity-text.js';
import { openWords, percent, shareWords } from '../questions/worlds-words.js';
import {
  type Bar,
  type Block,
  type Section,
  barsSvg,
  cited,
  column,
  item,
  lead,
  list,
  note,
  paragraph,
  strong,
} from '@standoff/document';
import type { Words } from '../words.js';

/** Changes of a statement that are told. */
const TOLD = 10;

/** In which share of the worlds what holds, and which single statement matters most. */
export function uncertaintySection(
  words: Words,
  model: ConflictModel,
  robustness: RobustnessResult | undefined,
  sensitivity: SensitivityResult | null,
): Section {
  return {
    id: 'uncertainty',
    title: 'What depends on what nobody knows',
    blocks: [
      ...(robustness
        ? worldBlocks(words, robustness)
        : [
            lead(
              'The model leaves nothing open about any decision maker: no faction, nothing “perhaps”, nothing in no order.',
            ),
          ]),
      ...(sensitivity ? changeBlocks(words, model, sensitivity) : []),
    ],
  };
}

function worldBlocks(
  words: Words,
  { worlds, open, statusQuo, scenarios, states, concept }: RobustnessResult,
): Block[] {
  const rows = [
    { label: 'Things as they are today', holds: statusQuo, reached: null },
    ...scenarios,
  ];
  const { svg, width } = barsSvg(
    rows.map(({ label, holds, reached }) => ({
      label,
      shares: [bar(holds), reached && bar(reached)],
    })),
    ['would hold', 'improvements lead there'],
    {
      id: 'worlds',
      title: 'In which share of the worlds',
      description:
        'For each scenario the share of the worlds in which some state of it would hold, and in which improvements lead to it. The table below has the figures.',
    },
  );
  return [
    lead(
      `Today’s state would hold in ${shareWords(statusQuo)} of the worlds; ${states.some === 0 ? 'which states would hold does not depend on what is open' : `${counted(states.some, 'state')} would hold in some worlds and not in others, ${figure(states.all)} in all`}.`,
    ),
    paragraph(
      worlds.method === 'all'
        ? `What is open can be settled in ${figure(BigInt(worlds.count))} ways: ${counted(worlds.looked, 'world')} with different rankings, all gone through.`
        : `What is open can be settled in ${figure(BigInt(worlds.count))} ways. ${counted(worlds.looked, 'world')} were drawn (seed ${worlds.seed!}); in parentheses stands where the true share lies with 95 % confidence.`,
    ),
    ...list(open.map((actor) => item([openWords(words, actor)]))),
    {
      block: 'figure',
      id: 'figure-worlds',
      title: 'In which share of the worlds',
      caption: [
        `The share of the worlds in which some state of a scenario would hold (${concept}; plain bar), and in which improvements lead to it (hatched).`,
      ],
      drawing: svg,
      least: width,
      words: [
        {
          block: 'table',
          caption: 'Shares of the worlds',
          columns: [
            column(''),
            column('Would hold', 'end'),
            column('Improvements lead there', 'end'),
          ],
          groups: [
            {
              title: '',
              rows: rows.map(({ label, holds, reached }) => [
                [label],
                [shareWords(holds)],
                [reached === null ? '–' : shareWords(reached)],
              ]),
            },
          ],
        },
      ],
    },
  ];
}

function bar(share: Share): Bar {
  return { ...share, text: shareWords(share) };
}

function changeBlocks(words: Words, model: ConflictModel, result: SensitivityResult): Block[] {
  const { base, changes, concept } = result;
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const telling = changes
    .filter(({ effect }) => effect.distance > 0 || tellsOn(effect))
    .slice(0, TOLD)
    .sort((a, b) => b.effect.distance - a.effect.distance);
  const intro = paragraph(
    `As the model stands, ${counted(base.equilibria, 'state')} would hold under ${concept}. ${sensitivitySummary(result)}`,
  );
  if (telling.length === 0) return [intro];
  const name = ({ actor, text, edit }: Change): string => `${words.actor(actor)}: ${text}, ${edit}`;
  const { svg, width } = barsSvg(
    telling.map((change) => ({
      label: change.text,
      detail: `${words.actor(change.actor)}, ${change.edit}`,
      shares: [
        {
          share: change.effect.distance,
          low: null,
          high: null,
          text: percent(change.effect.distance),
        },
      ],
    })),
    ['what would hold that is different'],
    {
      id: 'tornado',
      title: 'Which single statement matters most',
      description:
        'For the most telling changes of one preference statement, how much of what would hold is different. The list below has the figures and what else changes.',
    },
  );
  return [
    intro,
    {
      block: 'figure',
      id: 'figure-statements',
      title: 'Which single statement matters most',
      caption: [
        `Which single statement matters most: the ${counted(telling.length, 'most telling change')} of one statement, those first that change what becomes of a scenario. A bar is the share of states that would hold only before or only after the change, of all that hold before or after (${concept}).`,
      ],
      drawing: svg,
      least: width,
      words: list(
        telling.map((change) =>
          item([
            strong(name(change)),
            ` (${percent(change.effect.distance)}): ${effectSentence(change.effect, labels)} `,
            ...cited(change.evidence),
          ]),
        ),
      ),
    },
    note('“Perhaps” counts as half where no probability is given; factions count equally.'),
  ];
}
