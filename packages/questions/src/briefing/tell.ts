import {
  element,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  strong,
  type Block,
  type Content,
  type ListItem,
} from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { STANDARDS } from '@standoff/situation';
import { tellAsked } from '../ask/tell.js';
import { movesContent } from '../mediate/tell.js';
import { wouldStep } from '../told/deeds.js';
import { counted, figure, listed, longFigure } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { BriefingResult, PullOverWorlds } from './answer.js';
import { tellLeftOpen } from './left-open.js';
import { MAP_WORDS, mapFigure } from './map.js';
import { tellOutcomes } from './matrix.js';
import {
  briefName,
  endsWords,
  isToday,
  prevailing,
  sentences,
  tellingOtherwise,
  ways,
  whyNot,
} from './sentences.js';

/** Combinations of factions told. */
const FACTIONS = 2;

/** The point of a situation in sentences, its course, its outcomes by party, and what would change them. */
export function tellBriefing(words: Words, result: BriefingResult, model: ConflictModel): Block[] {
  const [first, ...others] = sentences(words, model, result);
  return [
    ...(first ? [lead(...first)] : []),
    ...others.map((content) => paragraph(...content)),
    ...mapBlocks(words, result),
    ...tellOutcomes(words, result),
    ...tellLevers(words, model, result),
    ...tellLeftOpen(words, model, result),
    note(...rests(result)),
  ];
}

/** Where it leads, drawn and as a list. */
function mapBlocks(words: Words, result: BriefingResult): Block[] {
  const figure = mapFigure(words, result);
  return figure.some((one) => one.words.length > 0)
    ? [heading(MAP_WORDS.title), ...figure]
    : figure;
}

/** What would lead elsewhere: a joint step, a change, other factions, reckoning otherwise; what to find out. */
function tellLevers(words: Words, model: ConflictModel, result: BriefingResult): Block[] {
  const { together, togetherComplete, change, factions } = result;
  // The first of these stands among the sentences.
  const others = factions.length > 0 ? factions.slice(1, FACTIONS) : [];
  const worthAsking =
    factions.length > 0 && result.worthAsking?.about === 'faction' ? null : result.worthAsking;
  const otherwise = tellingOtherwise(result).slice(factions.length > 0 ? 0 : 1);
  const items: ListItem[] = [
    ...together
      .slice(0, 1)
      .map((one) =>
        item([
          strong(`${words.actors(one.members)} together`),
          `: ${listed(one.steps.map((step) => wouldStep(words, step)))}; ${whyNot(words, one)}`,
        ]),
      ),
    ...(togetherComplete
      ? []
      : [item(['Not all pairs and trios were looked at for what they could do together.'])]),
    ...(change === null
      ? []
      : [
          item([
            ...movesContent(words, change),
            ' would bring about ',
            element(change.scenario, `“${change.label}”`),
            change.others > 0
              ? ` (${counted(change.others, 'other change')} of this cost would do)`
              : '',
            '.',
          ]),
        ]),
    ...others.map(({ prevails, ends }) =>
      item([`With ${prevailing(words, model, prevails)} ${endsWords(words, ends)}.`]),
    ),
    ...otherwise.map(({ standard, ends }) =>
      item([`If ${STANDARDS[standard].reckons}, ${endsWords(words, ends)}.`]),
    ),
    ...(result.worlds === null ? [] : [item(overWorlds(words, result.worlds))]),
    ...(worthAsking === null
      ? []
      : [item(['Worth finding out: ', ...tellAsked(words, worthAsking)])]),
  ];
  return items.length === 0 ? [] : [heading('What would change it'), ...list(items)];
}

/** "Open wishes settled either way (4 worlds), 7 ways in 10 end in “War”." */
function overWorlds(words: Words, { count, looked, seed, ends }: PullOverWorlds): Content {
  const [first] = ends;
  const worlds =
    seed === null
      ? `${longFigure(count)} worlds`
      : `${figure(looked)} drawn of ${longFigure(count)} worlds`;
  const come = first.round
    ? 'go round without an end'
    : isToday(first)
      ? 'leave everything as it is today'
      : `end in ${briefName(words, first)}`;
  return [`Open wishes settled either way (${worlds}), ${ways(first.pull)} ${come}.`];
}

function rests({ rests: on, standard, ends }: BriefingResult): Content {
  const { elements, cited, passages, sources, checks, misfits } = on;
  const cite =
    cited === 0
      ? `None of ${counted(elements, 'element')} cites a passage`
      : `${cited} of ${counted(elements, 'element')} cite ${counted(passages, 'passage')} of ${counted(sources, 'source')}`;
  const fit =
    misfits === 0
      ? `all ${counted(checks, 'check')} fit`
      : `${misfits} of ${counted(checks, 'check')} ${misfits === 1 ? 'does' : 'do'} not fit`;
  const drawn = ends.some(({ interval }) => interval !== null)
    ? 'on walks that are drawn evenly'
    : 'by an even draw';
  return [
    `Judged by ${STANDARDS[standard].name}. ${cite}; ${fit}. Ways are counted ${drawn}, no probabilities. What the model says, not a forecast.`,
  ];
}
