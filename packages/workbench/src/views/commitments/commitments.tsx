import type { CommitmentAnswer, CommitmentExample, CommitmentReading } from '@standoff/analysis';
import { counted, figure, percent, propositionWords, type Words } from '@standoff/report';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, Badge, EvidenceChips, StateName } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from '../plain.module.css';

/** Whose promises, threats and assurances can be believed, and which demands would be met. */
export default function Commitments() {
  const answer = useAnswer('commitments');
  return (
    <Card title="Whose word can be believed">
      <Answered answer={answer}>
        {({ commitments }) =>
          commitments.length === 0 ? (
            <p>Nobody promises, threatens, assures or demands anything.</p>
          ) : (
            <ul className={styles.items}>
              {commitments.map((one) => (
                <Commitment key={one.id} commitment={one} />
              ))}
            </ul>
          )
        }
      </Answered>
      <Note>
        A commitment is due where its condition holds. It is kept where the actor’s best state with
        it, by its own moves, is at least as good for the actor as its best one without.
      </Note>
    </Card>
  );
}

function Commitment({ commitment }: { readonly commitment: CommitmentAnswer }) {
  const words = useWords();
  const model = useModel();
  const href = useHref();
  if (words === null || model === null) return null;
  const { id, label, kind, by, to, content, when, due, readings, evidence } = commitment;
  const labels = new Map(
    [...model.scenarios, ...model.agreements, ...model.states].map((one) => [one.id, one.label]),
  );
  const what = `${propositionWords(content, words, labels)}${
    when === null ? '' : `, when ${propositionWords(when, words, labels)}`
  }.`;
  return (
    <li className={styles.item}>
      <h4 className={styles.name}>
        <a href={href({ element: id })}>{label}</a> <span className={styles.kind}>{kind}</span>
      </h4>
      <p>
        {kind === 'demand'
          ? `${to.length === 0 ? 'Of' : `${words.actors(to)} of`} ${words.actors(by)}: ${what}`
          : `${words.actors(by)}${to.length === 0 ? '' : ` to ${words.actors(to)}`}: ${what}`}
      </p>
      {due === 0 && <p>It can never be due: its condition holds in no state of the model.</p>}
      {due > 0 && readings.length === 0 && (
        <p>{words.actors(by)} has no options, so that it cannot do anything about it.</p>
      )}
      {readings.map((reading) => (
        <Reading
          key={`${reading.actor} ${reading.faction?.id ?? ''}`}
          kind={kind}
          reading={reading}
          words={words}
        />
      ))}
      <EvidenceChips evidence={evidence} />
    </li>
  );
}

function Reading({
  kind,
  reading: { actor, faction, assumed, all, byImprovements, temptation, kept },
  words,
}: {
  readonly kind: CommitmentAnswer['kind'];
  readonly reading: CommitmentReading;
  readonly words: Words;
}) {
  const reached = byImprovements.due > 0;
  const { credible, due } = reached ? byImprovements : all;
  const done = kind === 'threat' ? 'carried out' : kind === 'demand' ? 'met' : 'kept';
  return (
    <div>
      <p>
        <ActorName id={actor} />
        {faction !== null && ` “${faction.label}”${assumed ? ' (assumed to prevail)' : ''}`}{' '}
        <Badge verdict={credible === due ? 'holds' : credible === 0 ? 'fails' : 'price'}>
          would be {done} in{' '}
          {credible === due ? 'all' : credible === 0 ? 'none' : percent(credible / due)}
        </Badge>{' '}
        of the {counted(due, 'state')} {reached ? 'that improvements reach' : 'there are'} in which
        it is due; in {figure(all.credible)} of all {figure(all.due)}.
      </p>
      {temptation !== null && (
        <Example lead="Not in" would="it would rather" shown={temptation} words={words} />
      )}
      {kept !== null && all.credible < all.due / 2 && (
        <Example lead="But in" would="it would" shown={kept} words={words} />
      )}
    </div>
  );
}

function Example({
  lead,
  would,
  shown: { state, step, due, because, reachable },
  words,
}: {
  readonly lead: string;
  readonly would: string;
  readonly shown: CommitmentExample;
  readonly words: Words;
}) {
  return (
    <p className={styles.soft}>
      {lead} <StateName state={state} />
      {reachable === 'not'
        ? ' (out of reach)'
        : reachable === 'moves'
          ? ' (off the course of improvements)'
          : ''}
      : {would}{' '}
      {step === null
        ? 'stay as it is'
        : words
            .deed(step.takes, step.drops)
            .replace(/^takes/, 'take')
            .replace(/^gives/, 'give')
            .replaceAll(' and gives up', ' and give up')}
      {because !== null && `, because it wants “${because}”`}
      {!due && '; it is then no longer due'}.
    </p>
  );
}
