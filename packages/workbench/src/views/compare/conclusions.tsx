import {
  comparedSections,
  counted,
  countsOf,
  statesUnlisted,
  type ComparedRow,
  type ComparedRows,
  type Mark,
} from '@standoff/questions';
import { ArrowRight, Minus, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useModel } from '../../answers/use-answer.js';
import { Switch } from '../../design/switch.js';
import { Card, Note } from '../../design/card.js';
import { useHref } from '../../routes.js';
import type { Comparison } from '../../variants/comparison.js';
import plain from '../../design/plain.module.css';
import styles from './compare.module.css';

const MARKS = {
  changed: { word: 'changed', icon: ArrowRight },
  new: { word: 'new', icon: Plus },
  gone: { word: 'gone', icon: Minus },
} as const;

/** What the texts come to, side by side, with what is different first. */
export function Conclusions({
  compared,
  names,
  present,
  children,
}: {
  readonly compared: Extract<Comparison, { can: true }>;
  /** Of the texts, in the order of the result. */
  readonly names: readonly string[];
  /** Which of them is the text as it stands, whose states can be asked about; -1: none. */
  readonly present: number;
  /** Said above them. */
  readonly children?: ReactNode;
}) {
  const [all, setAll] = useState(false);
  const sections = comparedSections(compared.models, compared.result);
  const { differing, alike } = countsOf(sections);
  return (
    <Card
      title="What they come to"
      more={
        <Switch isSelected={all} onChange={setAll}>
          What is the same too
        </Switch>
      }
    >
      <p>
        {differing === 0
          ? `No conclusion differs: all ${alike} are the same.`
          : `${counted(differing, 'conclusion')} ${differing === 1 ? 'differs' : 'differ'}, ${alike} ${alike === 1 ? 'is' : 'are'} the same.`}
      </p>
      {children}
      {sections.map((section) => {
        const { title, rows } = section;
        const shown = all ? rows : rows.filter(({ mark }) => mark !== 'same');
        if (shown.length === 0) return null;
        return (
          <section key={title} className={styles.section}>
            <h4 className={styles.heading}>{title}</h4>
            <div className={plain.scroll} tabIndex={0} role="group" aria-label={title}>
              <table className={`${plain.table} ${styles.table}`}>
                <thead>
                  <tr>
                    <th scope="col">
                      <span className="visually-hidden">Conclusion</span>
                    </th>
                    {names.map((name, k) => (
                      <th key={k} scope="col">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {shown.map((row) => (
                    <ConclusionRow key={row.key} row={row} present={present} />
                  ))}
                </tbody>
              </table>
            </div>
            <StateCounts section={section} />
          </section>
        );
      })}
    </Card>
  );
}

/** How many states there are, where not all are rows. */
function StateCounts({ section }: { readonly section: ComparedRows }) {
  const said = statesUnlisted(section);
  return said === null ? null : <Note>{said}</Note>;
}

function ConclusionRow({
  row: { label, detail, about, cells, mark },
  present,
}: {
  row: ComparedRow;
  present: number;
}) {
  const href = useHref();
  const model = useModel();
  const decimal = about !== null && 'decimals' in about ? (about.decimals[present] ?? null) : null;
  const link =
    decimal !== null
      ? href({ state: String(decimal) })
      : about !== null && 'element' in about && model !== null && hasElement(model, about.element)
        ? href({ element: about.element })
        : null;
  return (
    <tr data-mark={mark}>
      <th scope="row">
        <span className={styles.told}>
          {link === null ? label : <a href={link}>{label}</a>}
          {decimal !== null && <span className={styles.decimal}>#{decimal}</span>}
          <MarkWord mark={mark} />
        </span>
        {detail !== null && <span className={styles.detail}>{detail}</span>}
      </th>
      {cells.map((cell, k) => (
        <td key={k}>{cell}</td>
      ))}
    </tr>
  );
}

function MarkWord({ mark }: { readonly mark: Mark }) {
  if (mark === 'same') return <span className={styles.same}>same</span>;
  const { word, icon: Icon } = MARKS[mark];
  return (
    <span className={styles.turned} data-mark={mark}>
      <Icon size={13} strokeWidth={2.25} aria-hidden />
      {word}
    </span>
  );
}

function hasElement(model: NonNullable<ReturnType<typeof useModel>>, id: string): boolean {
  return [model.options, model.scenarios, model.commitments].some((list) =>
    list.some((one) => one.id === id),
  );
}
