import {
  cited,
  code,
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
} from '@standoff/document';
import { holdOf } from '@standoff/engine';
import { STANDARDS, type Standard } from '@standoff/situation';
import type { AgreementAnswer, AgreementsResult, PartyAnswer } from './answer.js';
import type { ConflictModel, Count, Digits } from '@standoff/model';
import { ways } from '../told/shares.js';
import { standardNote } from '../told/course-words.js';
import { capitalised, counted, dateInWords, figure, listed } from '../told/english.js';
import { exampleAgreement } from '../told/examples.js';
import { actorInline, isToday, stateCalled } from '../told/inlines.js';
import { tellLeftOpen } from '../told/left-open.js';
import type { Words } from '../told/words.js';

/** A share below this is none. */
const LEAST = 1e-9;

/** Who would sign each agreement, who would leave it, and what holds it together. */
export function tellAgreements(
  words: Words,
  result: AgreementsResult,
  model: ConflictModel,
): Block[] {
  const { agreements, notKnown } = result;
  if (agreements.length === 0)
    return [
      paragraph(
        'There is no agreement. ',
        code(exampleAgreement(model)),
        ' in the text of the situation would be one.',
      ),
    ];
  return [
    lead(finding(agreements)),
    ...agreements.flatMap((agreement) => tellAgreement(words, agreement, asked(result))),
    ...tellLeftOpen(notKnown, result.atFirst),
    note(
      `An agreement holds where every party consents, or as many of them as it takes. A party would sign where a move with its consent is better for it than to stay; it leaves where a move without it is better and no answer of the others deters it from that.`,
    ),
    standardNote(result),
  ];
}

/** The standard by which it is said who would leave. */
function asked({ standard, insteadOf }: AgreementsResult): Standard {
  return insteadOf ?? standard;
}

/** Which of the agreements are in force where the course ends. */
function finding(agreements: readonly AgreementAnswer[]): string {
  const named = (those: readonly AgreementAnswer[]): string =>
    listed(
      those.map(
        ({ label, pull }) => `“${label}”${pull === null || pull < LEAST ? '' : ` (${ways(pull)})`}`,
      ),
    );
  const open = agreements.filter(({ onCourse, pull }) => pull === null && onCourse !== false);
  const ending = agreements.filter(({ pull }) => pull !== null && pull >= LEAST);
  const through = agreements.filter(
    (one) => one.onCourse === true && one.pull !== null && !ending.includes(one),
  );
  const never = agreements.filter(({ onCourse }) => onCourse === false);
  return [
    ending.length > 0
      ? `Where the course ends, ${named(ending)} ${ending.length === 1 ? 'is' : 'are'} in force.`
      : '',
    through.length > 0
      ? `The course passes ${named(through)} and leaves ${through.length === 1 ? 'it' : 'them'} again.`
      : '',
    never.length > 0
      ? `The course does not lead to ${listed(
          never.map(({ label }) => `“${label}”`),
          'or',
        )}.`
      : '',
    open.length > 0
      ? `Whether ${named(open)} ${open.length === 1 ? 'is' : 'are'} in force where the course ends is left open.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function tellAgreement(words: Words, agreement: AgreementAnswer, standard: Standard): Block[] {
  const { id, label, evidence, states, parties } = agreement;
  const head = heading(element(id, label), quiet(` (${id}) `), ...cited(evidence));
  const terms = offerTold(words, agreement);
  if (states === 0) return [head, ...terms, paragraph('It is in force in no state of the model.')];
  return [
    head,
    ...terms,
    paragraph(...holding(words, agreement)),
    paragraph(together(words, parties)),
    ...list(
      parties.map((party) =>
        item(
          standing(words, party, states),
          examples(words, party, standard).map((one) => paragraph(...one)),
        ),
      ),
    ),
  ];
}

/** What an offer is about; of an agreement that needs some of its parties, who is pivotal. */
function offerTold(words: Words, agreement: AgreementAnswer): Block[] {
  const { needs, actOf, offered, parties, states } = agreement;
  const quorum = words.quorum({ ...agreement, parties: parties.map(({ actor }) => actor) });
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
    ...(actOf === undefined
      ? []
      : [paragraph(`${capitalised(words.actor(actOf))} does it with the votes of its members.`)]),
    ...(needs === undefined
      ? []
      : [
          paragraph(
            `It takes ${quorum}. In force but not without it, of ${counted(states, 'state')}: ${listed(
              parties.map(({ actor, pivotal }) => `${words.actor(actor)} in ${figure(pivotal!)}`),
            )}.`,
          ),
        ]),
  ];
}

/** Whether it can hold, and whether anything leads to it. */
function holding(words: Words, agreement: AgreementAnswer): Content {
  const { states, equilibria, best, reachable, onCourse, pull, needs, offered } = agreement;
  const hold = best && holdOf(best.concepts);
  const there =
    pull !== null && pull >= LEAST
      ? `The course from today ends in it${pull > 0.995 ? '' : `, ${ways(pull)}`}.`
      : onCourse === true
        ? `The course from today leads there${pull === null ? '' : ', and on from there'}.`
        : onCourse === null
          ? 'Whether the course leads there from today is not known.'
          : reachable.moves === false
            ? 'No moves lead there from today.'
            : 'The course from today does not lead there.';
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
  const counts = Object.values(STANDARDS).flatMap(({ concept, name }) => {
    const count = equilibria[concept];
    return count === null || count === 0 ? [] : [`${figure(count)} judged ${name}`];
  });
  return [
    consent,
    verdict(hold.firm ? 'yes' : 'partly', hold.firm ? 'It can hold:' : 'It can hold at a price:'),
    counts.length === 0 ? ' firmest is ' : ` of these would hold ${listed(counts)}. Firmest is `,
    stateCalled(words, best.state),
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
function examples(
  words: Words,
  { actor, signs, held, defects }: PartyAnswer,
  standard: Standard,
): Content[] {
  const why = { actor, concept: STANDARDS[standard].concept };
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
            stateCalled(words, signs.state),
            `: it ${deed(signs.step)}.`,
            ...rests(signs.step),
          ],
        ]),
    ...(held === null
      ? []
      : [
          [
            'It is held back, for one, in ',
            stateCalled(words, held.state, why),
            `: it would do better by a step that ${deed(held.step)}, but ${held.by.length === 0 ? 'the others' : words.actors(held.by)} would answer.`,
            ...rests(held.step),
          ],
        ]),
    ...(defects === null
      ? []
      : [
          [
            isToday(defects.state) ? 'It would leave already in ' : 'It would leave, for one, in ',
            stateCalled(words, defects.state, why),
            `: it ${deed(defects.step)}.`,
            ...rests(defects.step),
          ],
        ]),
  ];
}
