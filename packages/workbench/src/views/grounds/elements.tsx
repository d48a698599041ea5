import type { Ground, GroundsResult, PassageGround } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, propositionWords, type Words } from '@standoff/report';
import { useModel, useWords } from '../../answers/use-answer.js';
import { ActorName, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from './grounds.module.css';

/** The statements and constraints without which, one by one, it need not hold. */
export function Singles({ result: { single, tried } }: { readonly result: GroundsResult }) {
  const all = counted(tried, 'statement and constraint', 'statements and constraints');
  if (tried === 0)
    return (
      <p>
        The situation has neither statements nor constraints. What its rankings and weights decide
        is told above by swaps.
      </p>
    );
  if (single.length === 0)
    return (
      <p>None of the {all} alone: whichever is left out or reversed, the state would still hold.</p>
    );
  return (
    <>
      <p>
        Of {all}, {single.length === 1 ? 'this one' : `each of these ${single.length}`}: without it
        the state need not hold.
      </p>
      <ul className={styles.elements}>
        {single.map((ground) => (
          <li key={ground.id} className={styles.element}>
            <Element ground={ground} />
            <Unsettles how={ground.how} unsettles={ground.unsettles} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Pairs: one of the two may be missing, not both. */
export function Pairs({ result: { pairs, pairsComplete } }: { readonly result: GroundsResult }) {
  return (
    <>
      <p>
        {pairs.length === 0
          ? 'No two of the other statements and constraints together.'
          : 'One of the two may be missing, not both.'}
      </p>
      <ul className={styles.elements}>
        {pairs.map(([a, b]) => (
          <li key={`${a.id} ${b.id}`} className={styles.element}>
            <Element ground={a} />
            <p className={styles.and}>and</p>
            <Element ground={b} />
            <Unsettles how={a.how} unsettles={a.unsettles} both />
          </li>
        ))}
      </ul>
      {pairsComplete === false && <p>There were too many pairs to try them all.</p>}
    </>
  );
}

function Element({ ground: { id, actor, text, evidence } }: { readonly ground: Ground }) {
  const href = useHref();
  const words = useWords();
  const model = useModel();
  const said = words && model && saidOf(model, id, words);
  return (
    <>
      <p className={styles.text}>
        {actor === null ? (
          <span className={styles.soft}>Constraint</span>
        ) : (
          <ActorName id={actor} />
        )}{' '}
        <a className={styles.code} href={href({ element: id })}>
          {text}
        </a>{' '}
        <EvidenceChips evidence={evidence} />
      </p>
      {said !== null && (
        <p className={styles.soft}>
          {actor === null ? 'It must be so:' : 'It wants:'} {said}.
        </p>
      )}
    </>
  );
}

/** A statement or constraint in the words of its options; null where the model has it no more. */
function saidOf(model: ConflictModel, id: string, words: Words): string | null {
  const labels = new Map(
    [...model.scenarios, ...model.agreements, ...model.states].map((one) => [one.id, one.label]),
  );
  const wants = model.actors
    .flatMap(({ preference }) => (preference.form === 'statements' ? preference.items : []))
    .flatMap((item) => (item.item === 'statement' ? [item] : item.statements))
    .find((statement) => statement.id === id)?.wants;
  const said = wants ?? model.constraints.find((constraint) => constraint.id === id)?.must;
  return said === undefined ? null : propositionWords(said, words, labels);
}

function Unsettles({
  how,
  unsettles,
  both = false,
}: {
  readonly how: Ground['how'];
  readonly unsettles: readonly string[];
  readonly both?: boolean;
}) {
  const lead =
    how === 'left out'
      ? `${both ? 'Both left' : 'Left'} out`
      : both
        ? 'With their opposites'
        : 'With its opposite';
  return (
    <p>
      {lead},{' '}
      {unsettles.map((actor, k) => (
        <span key={actor}>
          {k > 0 && (k === unsettles.length - 1 ? ' and ' : ', ')}
          <ActorName id={actor} />
        </span>
      ))}{' '}
      would move.
    </p>
  );
}

/** Passages and claims without which, with all that rests on them alone, it need not hold. */
export function PassagesAndClaims({
  result: { passages, claims },
}: {
  readonly result: GroundsResult;
}) {
  const href = useHref();
  if (passages.length + claims.length === 0)
    return (
      <p>No passage and no claim alone: without any one of them the state would still hold.</p>
    );
  return (
    <ul className={styles.elements}>
      {passages.map((passage) => (
        <li key={`${passage.source} ${passage.paragraph}`} className={styles.element}>
          <p>
            <EvidenceChips evidence={[evidenceOf(passage)]} /> On it alone rest{' '}
            <Links ids={passage.elements} />.
          </p>
          <Unsettles
            how={passage.how}
            unsettles={passage.unsettles}
            both={passage.elements.length > 1}
          />
        </li>
      ))}
      {claims.map(({ id, label, elements }) => (
        <li key={id} className={styles.element}>
          <p>
            The claim <a href={href({ element: id })}>{label}</a>. On it rest{' '}
            <Links ids={elements} />.
          </p>
        </li>
      ))}
    </ul>
  );
}

function evidenceOf({ source, paragraph }: PassageGround) {
  return {
    source,
    paragraphs: paragraph === null ? null : { from: paragraph, to: paragraph },
    annotation: null,
  };
}

/** Elements by their ids: what they say stands above. */
function Links({ ids }: { readonly ids: readonly string[] }) {
  const href = useHref();
  return ids.map((id, k) => (
    <span key={id}>
      {k > 0 && ', '}
      <a href={href({ element: id })}>{id}</a>
    </span>
  ));
}
