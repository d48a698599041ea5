import type { ComparedDifference, CompareResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import {
  aloneWords,
  changeWords,
  comparedLabels,
  differenceWords,
  figure,
  listed,
  Words,
} from '@standoff/report';
import { useModel } from '../../answers/use-answer.js';
import { Badge } from '../../design/names.js';
import { NOTHING_SELECTED, useHref } from '../../routes.js';
import styles from './compare.module.css';

/** What two models differ in, and which of the differences changes a conclusion. */
export function Differences({
  step: { differences, changes, told },
  models,
}: {
  readonly step: CompareResult['steps'][number];
  /** The first and the second. */
  readonly models: readonly [ConflictModel, ConflictModel];
}) {
  const words = new Words(models[1]);
  const labels = comparedLabels(models);
  const order = [...differences].sort((a, b) => weight(b) - weight(a));
  return (
    <>
      {differences.length === 0 && <p>The models are the same in all that counts.</p>}
      <ul className={styles.differences}>
        {order.map((difference, k) => {
          const { what, how } = differenceWords(difference, words, labels);
          return (
            <li key={k} className={styles.difference}>
              <p>
                <ElementLink difference={difference}>{what}</ElementLink>{' '}
                <Weight difference={difference} />
              </p>
              <p className={styles.how}>{how}</p>
              <p className={styles.alone}>
                <Alone difference={difference} labels={labels} />
              </p>
            </li>
          );
        })}
      </ul>
      {differences.length > 1 && (
        <p className={styles.together}>
          {changes.length === 0
            ? 'All together they change no conclusion.'
            : `All together: ${changeWords(changes, labels)}`}
        </p>
      )}
      {told.length > 0 && (
        <p className={`${styles.together} ${styles.alone}`}>
          Besides, without effect on any result:{' '}
          {listed(
            told.map(
              ({ what, gone, added }) =>
                `${what} (${[added > 0 ? `${figure(added)} new` : '', gone > 0 ? `${figure(gone)} gone or changed` : ''].filter(Boolean).join(', ')})`,
            ),
          )}
          .
        </p>
      )}
    </>
  );
}

/** What changes a conclusion goes first, then what cannot be made alone. */
function weight({ kind, changes }: ComparedDifference): number {
  return kind === 'perception' ? 0 : changes === null ? 1 : changes.length === 0 ? 0 : 2;
}

function Weight({ difference }: { readonly difference: ComparedDifference }) {
  return [
    <Badge key="0" verdict="quiet">
      changes no conclusion
    </Badge>,
    <Badge key="1" verdict="open">
      cannot be made alone
    </Badge>,
    <Badge key="2" verdict="price">
      changes a conclusion
    </Badge>,
  ][weight(difference)];
}

function Alone({
  difference,
  labels,
}: {
  readonly difference: ComparedDifference;
  readonly labels: ReturnType<typeof comparedLabels>;
}) {
  const href = useHref();
  if (difference.kind !== 'perception') return aloneWords(difference, labels);
  return (
    <>
      Changes none of these conclusions; the view{' '}
      <a href={href({ ...NOTHING_SELECTED, view: 'perceive' })}>Perception</a> asks about it.
    </>
  );
}

/** Linked to the text where the text as it stands has the element. */
function ElementLink({
  difference: { kind, of },
  children,
}: {
  readonly difference: ComparedDifference;
  readonly children: string;
}) {
  const model = useModel();
  const href = useHref();
  const elements: readonly { readonly id: string }[] =
    model === null
      ? []
      : [...model.actors, ...model.options, ...model.scenarios, ...model.commitments];
  const id =
    kind === 'constraint'
      ? model?.constraints.find(({ text }) => text === of)?.id
      : elements.find((one) => one.id === of)?.id;
  return id === undefined ? (
    <strong className={styles.what}>{children}</strong>
  ) : (
    <a className={styles.what} href={href({ element: id })}>
      {children}
    </a>
  );
}
