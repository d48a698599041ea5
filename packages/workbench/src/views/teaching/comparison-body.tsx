import type { ReactNode } from 'react';
import type { CompareStep } from '../../answers/lesson.js';
import type { Comparison, Held } from '../../answers/comparison.js';
import { useModel } from '../../answers/use-answer.js';
import { ActorName, Badge, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import { Columns, differing } from './notation.js';
import type { BodyProps } from './body-props.js';
import styles from './teaching.module.css';

/** Here and there, by the decision maker's own preferences. */
export function ComparisonBody({ step, lesson, words }: BodyProps<CompareStep>) {
  const { comparison, is } = step;
  return (
    <>
      <Difference step={step} lesson={lesson} words={words} />
      <Compared comparison={comparison} />
      <p className={styles.result}>
        <Badge verdict={is === 'better' ? 'holds' : is === 'worse' ? 'fails' : 'quiet'}>
          {is === 'better' ? 'an improvement' : 'no improvement'}
        </Badge>{' '}
        {is === 'same'
          ? 'It would be as well off there as here.'
          : `It would be ${is} off there than here.`}
      </p>
    </>
  );
}

/** The move, and the options in which the two states differ. */
export function Difference({
  step: { to, step },
  lesson: { state, actor },
  words,
}: BodyProps<CompareStep>) {
  const options = useModel()?.options.map(({ id }) => id) ?? [];
  return (
    <>
      <p>
        <ActorName id={actor} /> {words.deed(step.takes, step.drops)}. What differs:
      </p>
      <Columns
        label="The options that differ"
        states={[
          { state, head: 'here' },
          { state: to, head: 'there' },
        ]}
        options={differing([state, to], options)}
        words={words}
      />
    </>
  );
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const href = useHref();
  switch (comparison.form) {
    case 'none':
      return <p>Nothing is said of what it wants: it is indifferent among all states.</p>;
    case 'ranking':
      return (
        <p>
          In its ranking here stands in place {comparison.places.here} ({comparison.said.here}),
          there in place {comparison.places.there} ({comparison.said.there}); 1 is the best.
        </p>
      );
    case 'weights':
      return (
        <>
          <p>The weights of what holds are added up; the larger sum is better.</p>
          <Held
            label="The weights of both states"
            rows={comparison.weights.map((one, k) => ({
              ...one,
              key: String(k),
              name: one.said,
              cells: [one.here ? figured(one.weight) : '–', one.there ? figured(one.weight) : '–'],
            }))}
            sums={comparison.sums}
          />
        </>
      );
    case 'statements': {
      const { statements, decided, unread } = comparison;
      return (
        <>
          <p>
            Its statements are read one by one, the most important first. The first that is true in
            one of the two states only decides.
          </p>
          <Held
            label="Its statements in both states"
            rows={statements.map((one, k) => ({
              ...one,
              key: one.id,
              name: (
                <>
                  <a className={styles.code} href={href({ element: one.id })}>
                    {one.text}
                  </a>{' '}
                  <EvidenceChips evidence={one.evidence} />
                  <span className={styles.said}>{one.said}</span>
                </>
              ),
              cells: [one.here ? 'true' : 'false', one.there ? 'true' : 'false'],
              decides: decided && k === statements.length - 1,
            }))}
          />
          <p className={styles.soft}>
            {!decided
              ? 'None of them tells the two apart.'
              : unread > 0
                ? `The ${unread === 1 ? 'one' : unread} less important need not be read any more.`
                : ''}
          </p>
        </>
      );
    }
  }
}

/** What holds here and there, row by row. */
function Held({
  rows,
  label,
  sums,
}: {
  readonly rows: readonly (Held & {
    readonly key: string;
    readonly name: ReactNode;
    readonly cells: readonly [string, string];
    readonly decides?: boolean;
  })[];
  readonly label: string;
  readonly sums?: { readonly here: string; readonly there: string };
}) {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label} data-scrolls>
      <table className={styles.notation}>
        <thead>
          <tr>
            <th scope="col">It wants</th>
            <th scope="col" className={styles.cell}>
              here
            </th>
            <th scope="col" className={styles.cell}>
              there
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, decides = false }) => (
            <tr key={key} data-decides={decides}>
              <th scope="row">
                {name}
                {decides && <Badge verdict="open">decides</Badge>}
              </th>
              {cells.map((cell, k) => (
                <td key={k} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {sums !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">Sum</th>
              <td className={styles.cell}>{figured(sums.here)}</td>
              <td className={styles.cell}>{figured(sums.there)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function figured(decimal: string): string {
  return decimal.replace('-', '−');
}
