import {
  CONCEPTS,
  type AgreementAnswer,
  type PartyAnswer,
  type StateShown,
} from '@standoff/analysis';
import { counted, figure, holdOf, listed, type Words } from '@standoff/report';
import type { ReactNode } from 'react';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, Badge, EvidenceChips, StateName } from '../../design/names.js';
import { exampleAgreement } from '../../document/examples.js';
import { useHref } from '../../routes.js';
import styles from './agreements.module.css';

/** For each agreement: who would sign it and from where, who would leave it, what holds it together. */
export default function Agreements() {
  const answer = useAnswer('agreements');
  const words = useWords();
  const model = useModel();
  return (
    <Card title="What agreements would be worth">
      <Answered answer={answer}>
        {({ agreements }) =>
          agreements.length === 0
            ? model !== null && (
                <p>
                  There is no agreement. <code>{exampleAgreement(model)}</code> in the text of the
                  situation would be one.
                </p>
              )
            : words !== null && (
                <ul className={styles.agreements}>
                  {agreements.map((one) => (
                    <Agreement key={one.id} agreement={one} words={words} />
                  ))}
                </ul>
              )
        }
      </Answered>
      <Note>
        An agreement holds where every party consents. A party would sign where a move with its
        consent is better for it than to stay. It leaves where a move without it is better and
        nothing that the others would want to answer deters it (SEQ).
      </Note>
    </Card>
  );
}

function Agreement({
  agreement: { id, label, evidence, states, equilibria, reachable, best, parties },
  words,
}: {
  readonly agreement: AgreementAnswer;
  readonly words: Words;
}) {
  const href = useHref();
  const hold = best && holdOf(best.concepts);
  const leaving = parties.filter(({ leaves }) => leaves > 0).map(({ actor }) => actor);
  const held = parties.filter(({ deterred }) => deterred > 0).map(({ actor }) => actor);
  return (
    <li className={styles.agreement}>
      <h4 className={styles.name}>
        <a href={href({ element: id })}>{label}</a> <EvidenceChips evidence={evidence} />
      </h4>
      {states === 0 ? (
        <p>In no state of the model do all parties consent.</p>
      ) : (
        <>
          <p className={styles.lead}>
            <Badge verdict={hold === null ? 'fails' : hold.firm ? 'holds' : 'price'}>
              {hold === null ? 'would not last' : hold.firm ? 'can hold' : 'can hold at a price'}
            </Badge>{' '}
            <Badge verdict={reachable.improvements ? 'holds' : 'open'}>
              {reachable.improvements
                ? 'improvements lead there'
                : reachable.moves
                  ? 'only moves against interest lead there'
                  : 'no moves lead there'}
            </Badge>
          </p>
          <p>
            All parties consent in {counted(states, 'state')}.{' '}
            {best === null || hold === null ? (
              'None of them would hold under any concept.'
            ) : (
              <>
                Of these would hold{' '}
                {listed(
                  CONCEPTS.filter((concept) => equilibria[concept] > 0).map(
                    (concept) => `${figure(equilibria[concept])} under ${concept}`,
                  ),
                )}
                . Firmest is <StateName state={best.state} />: it would hold {hold.clause}.
              </>
            )}
          </p>
          <p>{together(words, leaving, held)}</p>
        </>
      )}
      <ul className={styles.parties}>
        {parties.map((party) => (
          <Party key={party.actor} party={party} states={states} words={words} />
        ))}
      </ul>
    </li>
  );
}

/** What holds an agreement together, in a sentence. */
function together(words: Words, leaving: readonly string[], held: readonly string[]): string {
  const would = (ids: readonly string[]): string => (ids.length === 1 ? 'has' : 'have');
  if (leaving.length === 0 && held.length === 0)
    return 'Interest alone holds it together: nowhere in it has any party a reason to leave.';
  if (leaving.length === 0)
    return `Answers of the others hold it together: ${words.actors(held)} ${would(held)} a reason to leave somewhere in it, and ${held.length === 1 ? 'is' : 'are'} deterred.`;
  return `Nothing holds it together everywhere: ${words.actors(leaving)} would leave it from some states${held.length > 0 ? `; answers of the others hold back ${words.actors(held)} in some` : ''}.`;
}

function Party({
  party: { actor, couldSign, wouldSign, signs, content, deterred, leaves, defects, held },
  states,
  words,
}: {
  readonly party: PartyAnswer;
  readonly states: number;
  readonly words: Words;
}) {
  return (
    <li className={styles.party}>
      <p>
        <ActorName id={actor} />
      </p>
      <div>
        <h5 className={styles.label}>Would sign</h5>
        <p>
          {couldSign === 0
            ? 'There is no state in which it could.'
            : wouldSign === 0
              ? `In none of the ${counted(couldSign, 'state')} in which it could.`
              : `In ${figure(wouldSign)} of the ${counted(couldSign, 'state')} in which it could.`}
        </p>
        {signs !== null && (
          <Example lead={isToday(signs.state) ? 'Already in' : 'Nearest:'} {...signs} words={words}>
            it {words.deed(signs.step.takes, signs.step.drops)}.
          </Example>
        )}
      </div>
      <div>
        {states > 0 && <h5 className={styles.label}>In the agreement</h5>}
        {states > 0 && (
          <dl className={styles.counts}>
            <Count n={content} all={states} verdict="holds" word="no reason to leave" />
            <Count n={deterred} all={states} verdict="price" word="held back" />
            <Count n={leaves} all={states} verdict="fails" word="would leave" />
          </dl>
        )}
        {held !== null && (
          <Example lead="Held back, for one, in" {...held} words={words} actor={actor}>
            it would do better by a step that {words.deed(held.step.takes, held.step.drops)}, but{' '}
            {words.actors(held.by)} would answer.
          </Example>
        )}
        {defects !== null && (
          <Example
            lead={
              isToday(defects.state) ? 'It would leave already in' : 'It would leave, for one, in'
            }
            {...defects}
            words={words}
            actor={actor}
          >
            it {words.deed(defects.step.takes, defects.step.drops)}.
          </Example>
        )}
      </div>
    </li>
  );
}

function Count({
  n,
  all,
  verdict,
  word,
}: {
  readonly n: number;
  readonly all: number;
  readonly verdict: 'holds' | 'price' | 'fails';
  readonly word: string;
}) {
  return (
    <div data-none={n === 0}>
      <dt>
        <Badge verdict={n === 0 ? 'quiet' : verdict}>{word}</Badge>
      </dt>
      <dd>
        {figure(n)} of {figure(all)}
      </dd>
    </div>
  );
}

function Example({
  lead,
  state,
  step,
  words,
  actor = null,
  children,
}: {
  readonly lead: string;
  readonly state: StateShown;
  readonly step: PartyStep;
  readonly words: Words;
  /** Set: the panel opens at why it stays or leaves. */
  readonly actor?: string | null;
  readonly children: ReactNode;
}) {
  return (
    <p className={styles.soft}>
      {lead} <StateName state={state} actor={actor} concept={actor === null ? null : 'SEQ'} />:{' '}
      {children} <EvidenceChips evidence={words.evidence([...step.takes, ...step.drops])} />
    </p>
  );
}

type PartyStep = NonNullable<PartyAnswer['signs']>['step'];

function isToday({ name }: StateShown): boolean {
  return name.added.length + name.dropped.length === 0;
}
