import type { OptionId } from '@standoff/model';
import type { StateShown } from '@standoff/situation';
import type { Words } from '@standoff/questions';
import { useModel } from '../../answers/use-answer.js';
import { ActorMarkOf } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from './teaching.module.css';

/** States as columns of Y and N, one row an option. */
export function Columns({
  states,
  options,
  words,
  label,
}: {
  readonly states: readonly { readonly state: StateShown; readonly head?: string }[];
  readonly options: readonly OptionId[];
  readonly words: Words;
  readonly label: string;
}) {
  const href = useHref();
  const model = useModel();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label} data-scrolls>
      <table className={styles.notation}>
        <thead>
          <tr>
            <th scope="col">Option</th>
            {states.map(({ state, head }) => (
              <th key={state.name.decimal} scope="col" className={styles.cell}>
                {head}
                <span className={styles.decimal}>#{state.name.decimal}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.map((id) => {
            const owner = model?.options.find((option) => option.id === id)?.owner;
            return (
              <tr key={id}>
                <th scope="row">
                  {owner !== undefined && <ActorMarkOf id={owner} />}{' '}
                  <a href={href({ element: id })}>{words.option(id)}</a>
                </th>
                {states.map(({ state }, k) => {
                  const yes = state.taken.includes(id);
                  const changed = k > 0 && yes !== states[0].state.taken.includes(id);
                  return (
                    <td key={state.name.decimal} className={styles.cell} data-changed={changed}>
                      {yes ? 'Y' : 'N'}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The options in which some of the states differ, in the order given. */
export function differing(states: readonly StateShown[], options: readonly OptionId[]): OptionId[] {
  return options.filter(
    (id) =>
      states.some(({ taken }) => taken.includes(id)) &&
      states.some(({ taken }) => !taken.includes(id)),
  );
}
