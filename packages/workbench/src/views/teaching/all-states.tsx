import type { OptionTable } from '../../answers/option-table.js';
import { useModel, useWords } from '../../answers/use-answer.js';
import { ActorMarkOf, ActorName } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from './teaching.module.css';

/** Every state as a column of Y and N, with the moves of each decision maker from it. */
export function AllStates({
  table: { states },
  chosen,
}: {
  readonly table: OptionTable;
  readonly chosen: number;
}) {
  const model = useModel();
  const words = useWords();
  const href = useHref();
  if (model === null || words === null) return null;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="All states">
      <table className={styles.notation}>
        <thead>
          <tr>
            <th scope="col">Option</th>
            {states.map(({ decimal, label, today }) => (
              <th
                key={decimal}
                scope="col"
                className={styles.cell}
                data-chosen={decimal === chosen}
                title={label ?? undefined}
              >
                <a href={href({ state: String(decimal), step: null })}>#{decimal}</a>
                {decimal === chosen && <span className={styles.decimal}>here</span>}
                {today && <span className={styles.decimal}>today</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.options.map(({ id, owner }, k) => (
            <tr key={id}>
              <th scope="row">
                <ActorMarkOf id={owner} /> <a href={href({ element: id })}>{words.option(id)}</a>
              </th>
              {states.map(({ decimal, column }) => (
                <td key={decimal} className={styles.cell} data-chosen={decimal === chosen}>
                  {column[k]}
                </td>
              ))}
            </tr>
          ))}
          {Object.keys(states[0]?.moves ?? {}).map((actor) => (
            <tr key={actor} className={styles.moves}>
              <th scope="row">
                <ActorName id={actor} /> can move to
              </th>
              {states.map(({ decimal, moves }) => (
                <td key={decimal} className={styles.cell} data-chosen={decimal === chosen}>
                  {moves[actor].length === 0
                    ? '–'
                    : moves[actor].map(({ to, improves }) => (
                        <span key={to} className={styles.target}>
                          {improves ? <b>{to}*</b> : to}
                        </span>
                      ))}
                </td>
              ))}
            </tr>
          ))}
          {Object.keys(states[0]?.place ?? {}).map((actor) => (
            <tr key={actor}>
              <th scope="row">
                <ActorName id={actor} /> ranks it
              </th>
              {states.map(({ decimal, place }) => (
                <td key={decimal} className={styles.cell} data-chosen={decimal === chosen}>
                  {place[actor]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
