import {
  type CourseMap,
  type Figure,
  type MapGap,
  type MapOutcome,
  type MapStep,
  courseMapSvg,
} from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import type { Step } from '@standoff/situation';
import { contentWords } from './content-words.js';
import { movesContent } from '../mediate/move-words.js';
import { wouldDo } from '../told/deeds.js';
import { capitalised, counted } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { BriefingResult, BriefOutcome, EndOutcome, WayStep } from './answer.js';
import { ways } from '../told/shares.js';
import { shortName } from '../told/end-words.js';
import { HOLDS, partiesOf, tellWays, toldWays, unlessWords } from './ways.js';

/**
 * Where it leads from today, to be drawn; null: nothing moves and nothing is wished for.
 * @param together whether the joint step is taken as made; not, when left out
 */
export function courseMap(
  words: Words,
  model: ConflictModel,
  result: BriefingResult,
  { together = false }: { readonly together?: boolean } = {},
): CourseMap | null {
  const { common, ways: told } = toldWays(result);
  const gap = gapOf(words, model, result);
  const wished =
    together && result.together.length > 0
      ? gap && { ...gap, title: 'then, together:', done: true }
      : gap;
  if (told.length === 0 && wished === null) return null;
  const outcome = outcomeIn(words, result);
  const step = stepIn(words);
  const { name } = result.today.state;
  return {
    today: {
      id: String(name.decimal),
      name: name.label === null ? 'Today' : `Today: ${name.label}`,
      note:
        result.today.hold === null
          ? ''
          : result.today.hold === 'none'
            ? 'holds firmly'
            : `holds ${HOLDS[result.today.hold]}`,
      better: [],
      worse: [],
    },
    common: common.map(step),
    ways: told.map(({ end, steps }) => ({
      steps: steps.map(step),
      end: outcome(end, endNote(end, told.length)),
    })),
    wished,
  };
}

/** The map as a figure of a document, with the same as a list. */
export function mapFigure(words: Words, model: ConflictModel, result: BriefingResult): Figure[] {
  const map = courseMap(words, model, result);
  if (map === null) return [];
  return [
    {
      block: 'figure',
      id: 'figure-map',
      title: MAP_WORDS.title,
      caption: [
        'Steps from today to where the course ends. Broken lines: what it does not lead to.',
      ],
      draw: (width) => courseMapSvg(map, { id: 'map', ...MAP_WORDS, width }),
      words: tellWays(words, result),
    },
  ];
}

/** What the map is, to those who do not see it. */
export const MAP_WORDS = {
  title: 'Where it leads',
  description:
    'The steps from today to where the course ends, and what is missing for an outcome that it does not lead to. The same stands as a list beside it.',
};

function outcomeIn(
  words: Words,
  result: BriefingResult,
): (one: BriefOutcome, note: string, name?: string) => MapOutcome {
  const parties = partiesOf(result);
  return (one, note, name = shortName(words, one)) => {
    const those = (fares: string): string[] =>
      parties.filter((id) => one.against[id] === fares).map((id) => words.name(id));
    return {
      id: String(one.state.name.decimal),
      name,
      note,
      better: those('better'),
      worse: those('worse'),
    };
  };
}

const stepIn =
  (words: Words) =>
  ({ step, stoppedBy }: WayStep): MapStep => ({
    ...deedOf(words, step),
    unless: unlessWords(words, stoppedBy),
  });

function deedOf(words: Words, { actor, takes, drops }: Step): Omit<MapStep, 'unless'> {
  return { who: capitalised(words.actor(actor)), deed: `would ${wouldDo(words, takes, drops)}` };
}

function endNote({ round, hold, pull }: EndOutcome, count: number): string {
  const share = count > 1 ? `; ${ways(pull)}` : '';
  if (round > 0) return `goes round in ${counted(round, 'state')}${share}`;
  return `${hold === null ? 'does not hold' : `holds ${HOLDS[hold]}`}${share}`;
}

/** The best joint step, else the cheapest change. */
function gapOf(words: Words, model: ConflictModel, result: BriefingResult): MapGap | null {
  const [joint] = result.together;
  const { change, elsewhere } = result;
  const outcome = outcomeIn(words, result);
  if (joint !== undefined) {
    const from = toldWays(result).ways.findIndex(
      ({ end }) => end.state.name.decimal === joint.from.name.decimal,
    );
    return {
      from: from < 0 ? null : from,
      title: 'together, as nobody gains by going first alone:',
      missing: joint.steps.map((step) => ({ ...deedOf(words, step), unless: '' })),
      outcome: outcome(joint, joint.hold === null ? '' : `would hold ${HOLDS[joint.hold]}`),
      done: false,
    };
  }
  const wished = elsewhere.find(({ id }) => id === change?.scenario);
  if (change === null || wished === undefined) return null;
  return {
    from: null,
    title: 'what would have to change:',
    missing: [{ who: '', deed: contentWords(movesContent(words, model, change)), unless: '' }],
    outcome: outcome(wished, 'would then hold', wished.label),
    done: false,
  };
}
