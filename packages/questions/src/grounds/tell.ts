import {
  cited,
  element,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  verdict,
  type Block,
  type Content,
  type Inline,
} from '@standoff/document';
import { DEFINITIONS, holdOf } from '@standoff/engine';
import type { Ground, GroundsResult, PassageGround } from './solve.js';
import type { ConflictModel } from '@standoff/model';
import { counted } from '../told/english.js';
import { actorInline, stateInline } from '../told/inlines.js';
import { meaningOf } from '../told/statement-words.js';
import { NOBODY_MOVES, type Words } from '../told/words.js';

/** What it rests on that a state would hold. */
export function tellGrounds(words: Words, result: GroundsResult, model: ConflictModel): Block[] {
  const { concept, holds } = result;
  return [
    ...tellConclusion(words, result, model),
    ...(holds ? tellPairs(words, result) : []),
    ...(holds && concept !== null ? [groundsNote(concept)] : []),
  ];
}

/** The same without pairs, and without how to read it. */
export function tellConclusion(words: Words, result: GroundsResult, model: ConflictModel): Block[] {
  const { state, concept, holds } = result;
  const hold = holds && concept !== null ? holdOf([concept]) : null;
  return [
    lead(
      stateInline(state),
      ' ',
      ...(hold === null
        ? [
            verdict('no', 'would not hold'),
            ` under ${concept ?? 'any concept'}: there is nothing it rests on. “standoff explain” says who has a reason to leave it.`,
          ]
        : [
            hold.firm ? verdict('yes', 'would hold') : verdict('partly', 'would hold at a price'),
            ` under ${concept}, ${hold.clause}.`,
          ]),
    ),
    paragraph(words.against(state.name, state.taken)),
    ...(holds
      ? [
          ...tellStaying(words, result),
          ...tellSingles(words, model, result),
          ...tellBehind(words, result),
        ]
      : []),
  ];
}

/** How to read grounds under a concept. */
export function groundsNote(concept: NonNullable<GroundsResult['concept']>): Block {
  return note(
    `Under ${concept} a decision maker stays if ${DEFINITIONS[concept].meaning}. Swaps count exchanges of neighbouring places in an actor’s ranking of the states: the fewer it takes, the sooner the verdict turns. A statement is a ground if the outcome fails where it is left out, or where its opposite stands in its place, for who does not know it has to reckon with both; a constraint, where it is left out.`,
  );
}

const STAYS: Readonly<Record<GroundsResult['actors'][number]['kind'], string>> = {
  'no move': 'has no move',
  'no better move': 'has no better move',
  deterred: 'has a better move, but is deterred from it',
  unstable: 'would move',
};

function tellStaying(words: Words, { state, concept, actors }: GroundsResult): Block[] {
  return [
    heading('Why each stays'),
    ...(actors.length === 0 ? [paragraph(NOBODY_MOVES)] : []),
    ...list(
      actors.map(({ actor, kind, slack }) =>
        item([
          actorInline(words, actor),
          // Leads to what deters it.
          ...(kind === 'deterred' && concept !== null
            ? [
                ' has a better move, but ',
                verdict('partly', 'is deterred from it', {
                  state: String(state.name.decimal),
                  actor,
                  concept,
                }),
              ]
            : [` ${STAYS[kind]}`]),
          ...swaps(words, slack),
          '.',
        ]),
      ),
    ),
  ];
}

function swaps(words: Words, slack: GroundsResult['actors'][number]['slack']): Content {
  if (!slack) return [];
  const others = (slack.others ?? []).flatMap(({ actor: other, swaps: count }) =>
    count === null ? [] : [`${counted(count, 'swap')} in that of ${words.actor(other)}`],
  );
  return [
    ...(slack.swaps === null || slack.change === null
      ? ['; no other ranking of its own would make it move']
      : [
          `; ${counted(slack.swaps, 'swap')} in its ranking would unsettle it, towards `,
          stateInline(slack.change.past),
        ]),
    others.length > 0 ? `; by the rankings of others, ${others.join(', ')}` : '',
  ];
}

function tellSingles(
  words: Words,
  model: ConflictModel,
  { single, tried }: GroundsResult,
): Block[] {
  const all = counted(tried, 'statement and constraint', 'statements and constraints');
  return [
    heading('What it takes'),
    paragraph(
      tried === 0
        ? 'The situation has neither statements nor constraints. What its rankings and weights decide is told by swaps.'
        : single.length === 0
          ? `None of the ${all} alone: whichever is left out or reversed, the outcome still holds.`
          : `Of ${all}, ${single.length === 1 ? 'this one' : `each of these ${single.length}`}: without it the outcome need not hold.`,
    ),
    ...list(
      single.map((ground) =>
        item(
          [
            ...groundContent(words, ground),
            `: ${ground.how === 'left out' ? 'left out' : 'with its opposite'}, ${unsettled(words, ground)} would move. `,
            ...cited(ground.evidence),
          ],
          said(words, model, ground),
        ),
      ),
    ),
  ];
}

function unsettled(words: Words, { unsettles, actor }: Ground): string {
  return unsettles.length === 1 && unsettles[0] === actor ? 'it' : words.actors(unsettles);
}

function groundContent(words: Words, { id, actor, text }: Ground): Inline[] {
  return [
    ...(actor === null ? [quiet('constraint ')] : [actorInline(words, actor), ': ']),
    element(id, text),
  ];
}

/** A statement or constraint in the words of its options. */
function said(words: Words, model: ConflictModel, { id, actor }: Ground): Block[] {
  const meant = meaningOf(words, model, id);
  if (meant === null) return [];
  return [paragraph(`${actor === null ? 'It must be so:' : 'It wants:'} ${meant}.`)];
}

/** Pairs: one of the two may be missing, not both. Nothing where they were not asked for. */
export function tellPairs(words: Words, { pairs, pairsComplete }: GroundsResult): Block[] {
  if (pairsComplete === null) return [];
  return [
    heading('What it takes in pairs'),
    paragraph(
      pairs.length === 0
        ? 'No two of the other statements and constraints together.'
        : 'One of the two may be missing, not both:',
    ),
    ...list(
      pairs.map(([a, b]) =>
        item([
          ...groundContent(words, a),
          ' and ',
          ...groundContent(words, b),
          `: ${a.how === 'left out' ? 'both left out' : 'with their opposites'}, ${words.actors(a.unsettles)} would move. `,
          ...cited([...a.evidence, ...b.evidence]),
        ]),
      ),
    ),
    ...(pairsComplete ? [] : [paragraph('There were too many pairs to try them all.')]),
  ];
}

function tellBehind(words: Words, { passages, claims }: GroundsResult): Block[] {
  const head = heading('The passages and claims behind it');
  if (passages.length + claims.length === 0)
    return [
      head,
      paragraph('No passage and no claim alone: without any one of them the outcome still holds.'),
    ];
  return [
    head,
    ...list([
      ...passages.map((passage) =>
        item([
          'On it alone ',
          ...resting(passage.elements),
          `; ${passage.how === 'left out' ? 'left out' : 'with the opposite'}, ${words.actors(passage.unsettles)} would move. `,
          ...cited([evidenceOf(passage)]),
        ]),
      ),
      ...claims.map(({ id, label, elements }) =>
        item(['On the claim ', element(id, `“${label}”`), ' ', ...resting(elements), '.']),
      ),
    ]),
  ];
}

function resting(ids: readonly string[]): Content {
  return [
    ids.length === 1 ? 'rests ' : 'rest ',
    ...ids.flatMap((id, k) => [...(k > 0 ? [', '] : []), element(id, id)]),
  ];
}

function evidenceOf({ source, paragraph: number }: PassageGround) {
  return {
    source,
    paragraphs: number === null ? null : { from: number, to: number },
    annotation: null,
  };
}
