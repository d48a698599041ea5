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
  inTerminal,
} from '@standoff/document';
import { DEFINITIONS, holdOf } from '@standoff/engine';
import { tellScenarioAsked } from '../told/scenario-asked.js';
import type { Ground, Grounded, GroundsResult, PassageGround } from './answer.js';
import type { ConflictModel } from '@standoff/model';
import { statementsInForce, type StateShown } from '@standoff/situation';
import { swapWords } from '../explain/tell-slack.js';
import { counted } from '../told/english.js';
import { actorInline, joined, stateCalled } from '../told/inlines.js';
import { meaningOf } from '../told/statement-words.js';
import { NOBODY_MOVES, type Words } from '../told/words.js';

/** What it rests on that a state would hold. */
export function tellGrounds(words: Words, result: GroundsResult, model: ConflictModel): Block[] {
  return [
    ...tellConclusions(words, result, model),
    ...tellAllPairs(words, result, model),
    ...groundsNotes(result),
  ];
}

/** The conclusion on the state asked about, or those on the states that stand for a scenario. */
export function tellConclusions(
  words: Words,
  result: GroundsResult,
  model: ConflictModel,
): Block[] {
  const { scenario } = result;
  return [
    ...(scenario ? [tellScenarioAsked(scenario)] : []),
    ...eachIn(result).flatMap((one) => tellConclusion(words, one, model)),
  ];
}

/** The pairs of each state asked about that would hold. */
export function tellAllPairs(words: Words, result: GroundsResult, model: ConflictModel): Block[] {
  return eachIn(result).flatMap((one) => (one.holds ? tellPairs(words, one, model) : []));
}

function groundsNotes(result: GroundsResult): Block[] {
  const concepts = eachIn(result).flatMap(({ holds, concept }) =>
    holds && concept !== null ? [concept] : [],
  );
  return [...new Set(concepts)].map(groundsNote);
}

function eachIn(result: GroundsResult): readonly Grounded[] {
  return result.firmest === undefined ? [result] : [result, result.firmest];
}

/** The same without pairs, and without how to read it. */
export function tellConclusion(words: Words, result: Grounded, model: ConflictModel): Block[] {
  const { state, concept, holds } = result;
  const hold = holds && concept !== null ? holdOf([concept]) : null;
  return [
    lead(
      stateCalled(words, state),
      ' ',
      ...(hold === null
        ? [
            verdict('no', 'would not hold'),
            ` under ${concept ?? 'any concept'}: there is nothing it rests on.`,
            inTerminal(
              ` “standoff explain CASE --state '#${state.name.decimal}'” says who has a reason to leave it.`,
            ),
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
          ...tellBehind(words, model, result),
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

function tellStaying(words: Words, { state, concept, actors }: Grounded): Block[] {
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
          ...swaps(words, state, slack),
          '.',
        ]),
      ),
    ),
  ];
}

function swaps(
  words: Words,
  state: StateShown,
  slack: Grounded['actors'][number]['slack'],
): Content {
  if (!slack) return [];
  const others = (slack.others ?? []).flatMap(({ actor: other, swaps: count }) =>
    count === null ? [] : [`${counted(count, 'swap')} in that of ${words.actor(other)}`],
  );
  return [
    ...(slack.swaps === null || slack.change === null
      ? ['; no other ranking of its own would make it move']
      : [
          `; ${counted(slack.swaps, 'swap')} in its ranking would unsettle it: `,
          ...swapWords(slack.change, state),
        ]),
    others.length > 0 ? `; by the rankings of others, ${others.join(', ')}` : '',
  ];
}

function tellSingles(words: Words, model: ConflictModel, { single, tried }: Grounded): Block[] {
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
        item([
          ...groundContent(words, model, ground),
          `; ${ground.how === 'left out' ? 'were that left out' : 'with its opposite'}, ${unsettled(words, ground)} would move. `,
          ...cited(ground.evidence),
        ]),
      ),
    ),
  ];
}

function unsettled(words: Words, { unsettles, actor }: Ground): string {
  return unsettles.length === 1 && unsettles[0] === actor ? 'it' : words.actors(unsettles);
}

/** Whose wish it is and what it says, or what must be so. */
function groundContent(words: Words, model: ConflictModel, { id, actor, text }: Ground): Inline[] {
  return [
    ...(actor === null ? [quiet('constraint ')] : [actorInline(words, actor), ' wants ']),
    element(id, meaningOf(words, model, id) ?? text),
  ];
}

/** Pairs: one of the two may be missing, not both. Nothing where they were not asked for. */
function tellPairs(
  words: Words,
  { pairs, pairsComplete }: Grounded,
  model: ConflictModel,
): Block[] {
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
          ...groundContent(words, model, a),
          ' and ',
          ...groundContent(words, model, b),
          `: ${a.how === 'left out' ? 'both left out' : 'with their opposites'}, ${words.actors(a.unsettles)} would move. `,
          ...cited([...a.evidence, ...b.evidence]),
        ]),
      ),
    ),
    ...(pairsComplete ? [] : [paragraph('There were too many pairs to try them all.')]),
  ];
}

function tellBehind(words: Words, model: ConflictModel, { passages, claims }: Grounded): Block[] {
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
          ...resting(words, model, passage.elements),
          `; ${passage.how === 'left out' ? 'left out' : 'with the opposite'}, ${words.actors(passage.unsettles)} would move. `,
          ...cited([evidenceOf(passage)]),
        ]),
      ),
      ...claims.map(({ id, label, elements }) =>
        item([
          'On the claim ',
          element(id, `“${label}”`),
          ' ',
          ...resting(words, model, elements),
          '.',
        ]),
      ),
    ]),
  ];
}

/** "rest 2 wishes of South Korea and a constraint". */
function resting(words: Words, model: ConflictModel, ids: readonly string[]): Content {
  const whose = new Map<string | null, string[]>();
  for (const id of ids) {
    const owner = model.actors.find((one) => statementsInForce(one).some((own) => own.id === id));
    whose.set(owner?.id ?? null, [...(whose.get(owner?.id ?? null) ?? []), id]);
  }
  return [
    ids.length === 1 ? 'rests ' : 'rest ',
    ...joined(
      [...whose].map(([owner, [first, ...others]]) => {
        const count = others.length + 1;
        return [
          element(
            first,
            owner === null
              ? counted(count, 'constraint')
              : `${counted(count, 'wish', 'wishes')} of ${words.actor(owner)}`,
          ),
        ];
      }),
    ),
  ];
}

function evidenceOf({ source, paragraph: number }: PassageGround) {
  return {
    source,
    paragraphs: number === null ? null : { from: number, to: number },
    annotation: null,
  };
}
