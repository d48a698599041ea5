import {
  cited,
  code,
  element,
  heading,
  item,
  list,
  note,
  paragraph,
  quiet,
  verdict,
  type Block,
  type Content,
} from '@standoff/document';
import { CONCEPTS, holdOf, USUAL_CONCEPT } from '@standoff/engine';
import type { AgreementAnswer, AgreementsResult, PartyAnswer } from './solve.js';
import type { ConflictModel, Count, Digits } from '@standoff/model';
import { counted, dateInWords, figure, listed } from '../told/english.js';
import { exampleAgreement } from '../told/examples.js';
import { actorInline, isToday, stateInline } from '../told/inlines.js';
import { tellLeftOpen } from '../told/left-open.js';
import type { Words } from '../told/words.js';

/** Who would sign each agreement, who would leave it, and what holds it together. */
export function tellAgreements(
  words: Words,
  { agreements, notKnown }: AgreementsResult,
  model: ConflictModel,
): Block[] {
  if (agreements.length === 0)
    return [
      paragraph(
        'There is no agreement. ',
        code(exampleAgreement(model)),
        ' in the text of the situation would be one.',
      ),
    ];
  return [
    ...agreements.flatMap((agreement) => tellAgreement(words, agreement)),
    ...tellLeftOpen(notKnown),
    note(
      `An agreement holds where every party consents. A party would sign where a move with its consent is better for it than to stay; it leaves where a move without it is better and nothing that the others would want to answer deters it (${USUAL_CONCEPT}).`,
    ),
  ];
}

function tellAgreement(words: Words, agreement: AgreementAnswer): Block[] {
  const { id, label, evidence, states, parties } = agreement;
  const head = heading(element(id, label), quiet(` (${id}) `), ...cited(evidence));
  const terms = offerTold(words, agreement);
  if (states === 0) return [head, ...terms, paragraph('It is in force in no state of the model.')];
  return [
    head,
    ...terms,
    paragraph(...holding(agreement)),
    paragraph(together(words, parties)),
    ...list(
      parties.map((party) =>
        item(
          standing(words, party, states),
          examples(words, party).map((one) => paragraph(...one)),
        ),
      ),
    ),
  ];
}

/** What an offer is about; of an agreement that needs some of its parties, who is pivotal. */
function offerTold(words: Words, { needs, offered, parties, states }: AgreementAnswer): Block[] {
  return [
    ...(offered === undefined
      ? []
      : [
          paragraph(
            `${words.actor(offered.by)} offers it${offered.until === null ? '' : `, until ${dateInWords(offered.until)}`}. In force only while ${listed(
              offered.terms.map(
                ({ option, taken }) => `${words.named(option)} is ${taken ? '' : 'not '}taken`,
              ),
            )}. In ${counted(offered.lapsed, 'state')} everybody has consented and that is not kept.`,
          ),
        ]),
    ...(needs === undefined
      ? []
      : [
          paragraph(
            `It takes ${figure(needs)} of ${counted(parties.length, 'party', 'parties')}. In force but not without it, of ${counted(states, 'state')}: ${listed(
              parties.map(({ actor, pivotal }) => `${words.actor(actor)} in ${figure(pivotal!)}`),
            )}.`,
          ),
        ]),
  ];
}

/** Whether it can hold, and whether anything leads to it. */
function holding({
  states,
  equilibria,
  best,
  reachable,
  needs,
  offered,
}: AgreementAnswer): Content {
  const hold = best && holdOf(best.concepts);
  const there = reachable.improvements
    ? 'Improvements lead there from today.'
    : reachable.moves
      ? 'From today it takes steps that are not improvements.'
      : reachable.moves === false
        ? 'No moves lead there from today.'
        : 'Whether moves lead there from today is not known.';
  const consent =
    needs === undefined && offered === undefined
      ? `All parties consent in ${counted(states, 'state')}. `
      : `It is in force in ${counted(states, 'state')}. `;
  const open = Object.values(equilibria).includes(null);
  if (hold === null && open)
    return [
      consent,
      verdict('partly', 'In each of them somebody has a better move;'),
      ` whether any would hold because it would be answered is left open. ${there}`,
    ];
  if (best === null || hold === null)
    return [consent, verdict('no', 'None of them would hold under any concept.'), ` ${there}`];
  const counts = CONCEPTS.flatMap((concept) => {
    const count = equilibria[concept];
    return count === null || count === 0 ? [] : [`${figure(count)} under ${concept}`];
  });
  return [
    consent,
    verdict(hold.firm ? 'yes' : 'partly', hold.firm ? 'It can hold:' : 'It can hold at a price:'),
    ` of these would hold ${listed(counts)}. Firmest is `,
    stateInline(best.state),
    `: it would hold ${hold.clause}. ${there}`,
  ];
}

/** What holds an agreement together, in a sentence. */
function together(words: Words, parties: readonly PartyAnswer[]): string {
  const leaving = ofParties(parties, ({ leaves, defects }) => leaves !== 0 && defects !== null);
  const held = ofParties(parties, ({ deterred, held: back }) => deterred !== 0 && back !== null);
  const open = ofParties(parties, ({ leaves }) => leaves === null);
  if (leaving.length === 0 && open.length > 0)
    return `Whether it holds together is left open: ${words.actors(open)} ${open.length === 1 ? 'has' : 'have'} a reason to leave somewhere in it, and whether that is deterred everywhere takes too long to say.`;
  if (leaving.length === 0 && held.length === 0)
    return 'Interest alone holds it together: nowhere in it has any party a reason to leave.';
  if (leaving.length === 0)
    return `Answers of the others hold it together: ${words.actors(held)} ${held.length === 1 ? 'has' : 'have'} a reason to leave somewhere in it, and ${held.length === 1 ? 'is' : 'are'} deterred.`;
  return `Nothing holds it together everywhere: ${words.actors(leaving)} would leave it from some states${held.length > 0 ? `; answers of the others hold back ${words.actors(held)} in some` : ''}.`;
}

function ofParties(
  parties: readonly PartyAnswer[],
  which: (party: PartyAnswer) => boolean,
): string[] {
  return parties.filter(which).map(({ actor }) => actor);
}

function standing(
  words: Words,
  { actor, couldSign, wouldSign, content, deterred, leaves }: PartyAnswer,
  states: Count | Digits,
): Content {
  const counts: Content[] = [
    ...(content !== 0
      ? [[verdict('yes', 'has no reason to leave'), ` in ${figure(content)}`]]
      : []),
    ...(deterred !== null && deterred !== 0
      ? [[verdict('partly', 'is held back'), ` in ${figure(deterred)}`]]
      : []),
    ...(leaves !== null && leaves !== 0
      ? [[verdict('no', 'would leave'), ` in ${figure(leaves)}`]]
      : []),
    ...(leaves === null
      ? [
          [
            verdict('partly', 'has a reason to leave'),
            `, deterred or not, in ${figure(BigInt(states) - BigInt(content))}`,
          ],
        ]
      : []),
  ];
  return [
    actorInline(words, actor),
    couldSign === 0
      ? ': there is no state in which it could sign'
      : ` would sign in ${wouldSign === 0 ? 'none' : figure(wouldSign)} of the ${counted(couldSign, 'state')} in which it could`,
    '. In the agreement it ',
    ...counts.flatMap((one, k) => [k === 0 ? '' : ', ', ...one]),
    ` of ${counted(states, 'state')}.`,
  ];
}

/** From where it would sign, why it stays and why it would leave, an example each. */
function examples(words: Words, { actor, signs, held, defects }: PartyAnswer): Content[] {
  const why = { actor, concept: USUAL_CONCEPT };
  type PartyStep = NonNullable<PartyAnswer['signs']>['step'];
  const deed = ({ takes, drops }: PartyStep): string => words.deed(takes, drops);
  const rests = ({ takes, drops }: PartyStep): Content => [
    ' ',
    ...cited(words.evidence([...takes, ...drops])),
  ];
  return [
    ...(signs === null
      ? []
      : [
          [
            isToday(signs.state) ? 'It would sign already in ' : 'It would sign, for one, in ',
            stateInline(signs.state),
            `: it ${deed(signs.step)}.`,
            ...rests(signs.step),
          ],
        ]),
    ...(held === null
      ? []
      : [
          [
            'It is held back, for one, in ',
            stateInline(held.state, why),
            `: it would do better by a step that ${deed(held.step)}, but ${held.by.length === 0 ? 'the others' : words.actors(held.by)} would answer.`,
            ...rests(held.step),
          ],
        ]),
    ...(defects === null
      ? []
      : [
          [
            isToday(defects.state) ? 'It would leave already in ' : 'It would leave, for one, in ',
            stateInline(defects.state, why),
            `: it ${deed(defects.step)}.`,
            ...rests(defects.step),
          ],
        ]),
  ];
}
