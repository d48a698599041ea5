import {
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  type Block,
  type Content,
  type ListItem,
} from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { STANDARDS } from '@standoff/situation';
import { tellAsked } from '../ask/tell.js';
import { tellCalendar } from '../told/calendar.js';
import { counted, figure, longFigure } from '../told/english.js';
import { restingText } from '../told/resting.js';
import type { Words } from '../told/words.js';
import { tellForks } from './forks.js';
import type { BriefingResult, PullOverWorlds } from './answer.js';
import { leftOutWords } from './left-out.js';
import { tellLeftOpen } from './left-open.js';
import { leversOf, type Lever } from './levers.js';
import { MAP_WORDS, mapFigure } from './map.js';
import { tellOutcomes } from './matrix.js';
import { ways } from '../told/shares.js';
import { briefName, isToday } from '../told/end-words.js';
import { sentences } from './sentences.js';

/** Combinations of factions told. */
const FACTIONS = 2;

/** The point of a situation in sentences, its course, its outcomes by party, and what would change them. */
export function tellBriefing(words: Words, result: BriefingResult, model: ConflictModel): Block[] {
  const [first, ...others] = sentences(words, model, result);
  return [
    ...(first ? [lead(...first)] : []),
    ...others.map((content) => paragraph(...content)),
    ...mapBlocks(words, model, result),
    ...tellForks(words, result.forks),
    ...tellCalendar(words, result, model),
    ...tellOutcomes(words, result),
    ...tellLevers(words, model, result),
    ...tellLeftOpen(words, model, result),
    note(...rests(result)),
  ];
}

/** Where it leads, drawn and as a list. */
function mapBlocks(words: Words, model: ConflictModel, result: BriefingResult): Block[] {
  const figure = mapFigure(words, model, result);
  return figure.some((one) => one.words.length > 0)
    ? [heading(MAP_WORDS.title), ...figure]
    : figure;
}

/** What would lead elsewhere, and what to find out. */
function tellLevers(words: Words, model: ConflictModel, result: BriefingResult): Block[] {
  const { factions } = result;
  const levers = leversOf(words, model, result);
  const told = (kind: Lever['kind'], from = 0, to?: number): ListItem[] =>
    levers
      .filter((one) => one.kind === kind)
      .slice(from, to)
      .map((one) => item(one.told));
  const items: ListItem[] = [
    ...told('together'),
    ...told('change'),
    // The first of these stands among the sentences; of another standard where there are none.
    ...told('factions', 1, FACTIONS),
    ...told('standard', factions.length > 0 ? 0 : 1),
    ...besideLevers(words, model, result),
  ];
  return items.length === 0 ? [] : [heading('What would change it'), ...list(items)];
}

/**
 * What stands beside the levers: how far joint steps were looked for, open wishes, what to find out.
 * @param asked whether what to find out is among it, and not among the levers
 */
export function besideLevers(
  words: Words,
  model: ConflictModel,
  { togetherComplete, factions, combinations, worlds, worthAsking }: BriefingResult,
  { asked = true }: { readonly asked?: boolean } = {},
): ListItem[] {
  return [
    ...(togetherComplete
      ? []
      : [item(['Not all pairs and trios were looked at for what they could do together.'])]),
    ...(worlds === null ? [] : [item(overWorlds(words, worlds, BigInt(combinations) > 1n))]),
    // Who prevails is said already.
    ...(!asked || worthAsking === null || (factions.length > 0 && worthAsking.about === 'faction')
      ? []
      : [item(['Worth finding out: ', ...tellAsked(words, worthAsking, model)])]),
  ];
}

/** "Open wishes settled either way (4 worlds), 7 ways in 10 end in “War”." */
function overWorlds(
  words: Words,
  { count, looked, seed, ends }: PullOverWorlds,
  divided: boolean,
): Content {
  const [first] = ends;
  const worlds =
    seed === null
      ? `${longFigure(count)} worlds`
      : `${figure(looked)} drawn of ${longFigure(count)} worlds`;
  const all = first.pull > 0.995;
  const come = first.round
    ? `${all ? 'goes' : 'go'} round without an end`
    : isToday(first)
      ? `${all ? 'leaves' : 'leave'} everything as it is today`
      : `${all ? 'ends' : 'end'} in ${briefName(words, first)}`;
  // Who prevails is told above, and stands here as assumed.
  const settled =
    divided && seed === null
      ? 'Same factions, open wishes either way: '
      : `Open wishes settled either way (${worlds}), `;
  return [`${settled}${ways(first.pull)} ${come}.`];
}

/** What it rests on, and by what it is judged. */
export function rests({ rests: on, standard, ends, leftOut }: BriefingResult): Content {
  const { elements, checks, misfits } = on;
  if (elements.count === 0) return ['Nothing is said yet that could rest on anything.'];
  const fit =
    misfits === 0
      ? `all ${counted(checks, 'check')} fit`
      : `${misfits} of ${counted(checks, 'check')} ${misfits === 1 ? 'does' : 'do'} not fit`;
  const drawn = ends.some(({ interval }) => interval !== null)
    ? 'on walks that are drawn evenly'
    : 'by an even draw';
  return [
    `Judged by ${STANDARDS[standard].name}. ${restingText(elements)}${checks === 0 ? '' : `; ${fit}`}. Ways are counted ${drawn}: no probabilities, and no forecast.${leftOut === undefined ? '' : leftOutWords(leftOut)}`,
  ];
}
