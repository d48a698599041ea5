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
import { counted, listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { BriefingResult, BriefOutcome } from './answer.js';
import { tellLeftOpen } from './left-open.js';
import { MAP_WORDS, mapFigure } from './map.js';
import {
  endsWords,
  prevailing,
  sentences,
  shortName,
  tellingOtherwise,
  tenths,
  whyNot,
} from './sentences.js';
import { HOLDS, partiesOf } from './ways.js';

/** Rows of the table of outcomes. */
const ROWS = 4;
/** With more parties than these it says who gains and who loses, instead of a column for each. */
const COLUMNS = 8;
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

function tellOutcomes(words: Words, result: BriefingResult): Block[] {
  const { ends, together, elsewhere } = result;
  const parties = partiesOf(result);
  const faring = ({ against }: BriefOutcome, how: 'better' | 'worse'): string =>
    words.actors(parties.filter((id) => against[id] === how)) || 'nobody';
  const row = (name: string, hold: string, pull: string, one: BriefOutcome): Content[] => [
    [name],
    [hold],
    [pull],
    ...(parties.length > COLUMNS
      ? [[faring(one, 'better')], [faring(one, 'worse')]]
      : parties.map((id): Content => [one.against[id]])),
  ];
  const joint = together.slice(0, 1);
  const others = alike(
    elsewhere.filter(
      ({ label, hold }) => hold !== null && !joint.some((one) => shortName(words, one) === label),
    ),
    ({ hold, against }) => `${hold} ${parties.map((id) => against[id]).join()}`,
  );
  const rows = [
    ...ends.map((one) =>
      row(
        shortName(words, one),
        one.round > 0 ? 'goes round' : holdWord(one),
        ends.length === 1 ? 'all' : tenths(one.pull),
        one,
      ),
    ),
    ...joint.map((one) => row(shortName(words, one), holdWord(one), 'together', one)),
    ...others.map(([one, ...same]) =>
      row(
        `${one.label}${same.length > 0 ? ` (and ${same.length} alike)` : ''}`,
        holdWord(one),
        'none',
        one,
      ),
    ),
  ];
  return [
    heading('Outcomes, and how each party fares against today'),
    {
      block: 'table',
      caption: 'How each outcome holds, and how each party fares in it against today',
      columns: [
        { head: ['Outcome'], align: 'start' },
        { head: ['Holds'], align: 'start' },
        { head: ['Ways there'], align: 'start' },
        ...(parties.length > COLUMNS
          ? ['Better for', 'Worse for']
          : parties.map((id) => words.actor(id))
        ).map((head) => ({ head: [head], align: 'start' as const })),
      ],
      groups: [{ title: '', rows: rows.slice(0, ROWS) }],
    },
  ];
}

function holdWord({ hold }: BriefOutcome): string {
  return hold === null ? 'no' : HOLDS[hold];
}

/** Those of one key side by side, in the order of the first of each. */
function alike<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
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
    ...(worthAsking === null
      ? []
      : [item(['Worth finding out: ', ...tellAsked(words, worthAsking)])]),
  ];
  return items.length === 0 ? [] : [heading('What would change it'), ...list(items)];
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
  const drawn = ends.some(({ interval }) => interval !== null) ? 'on some walks, ' : '';
  return [
    `Judged by ${STANDARDS[standard].name}. ${cite}; ${fit}. Ways are counted ${drawn}by an even draw, no probabilities. What the model says, not a forecast.`,
  ];
}
