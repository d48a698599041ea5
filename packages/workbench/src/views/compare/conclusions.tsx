import { counted } from '@standoff/report';
import { ArrowRight, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useModel } from '../../answers/use-answer.js';
import { Switch } from '../../design/choice.js';
import { Card, Note } from '../../design/card.js';
import { useHref } from '../../routes.js';
import type { Comparison } from '../../variants/comparison.js';
import { conclusionSections, differing, type Mark, type Row } from './conclusion-rows.js';
import { NOW } from './sides.js';
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
}: {
  readonly compared: Extract<Comparison, { can: true }>;
  /** Of the texts, in the order of the result. */
  readonly names: readonly string[];
}) {
  const [all, setAll] = useState(false);
  const sections = conclusionSections(compared);
  const count = differing(sections);
  const alike = sections.reduce((sum, { rows }) => sum + rows.length, 0) - count;
  const now = compared.result.models.findIndex(({ name }) => name === NOW);
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
        {count === 0
          ? `No conclusion differs: all ${alike} are the same.`
          : `${counted(count, 'conclusion')} ${count === 1 ? 'differs' : 'differ'}, ${alike} ${alike === 1 ? 'is' : 'are'} the same.`}
      </p>
      {sections.map(({ title, rows, more }) => {
        const shown = all ? rows : rows.filter(({ mark }) => mark !== 'same');
        if (shown.length === 0) return null;
        return (
          <section key={title} className={styles.section}>
            <h4 className={styles.heading}>{title}</h4>
            <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
              <table className={styles.table}>
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
                    <th scope="col">
                      <span className="visually-hidden">Difference</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((row) => (
                    <ConclusionRow key={row.key} row={row} now={now} />
                  ))}
                </tbody>
              </table>
            </div>
            {more !== null && <Note>{more}</Note>}
          </section>
        );
      })}
    </Card>
  );
}

function ConclusionRow({
  row: { label, detail, about, cells, mark },
  now,
}: {
  row: Row;
  now: number;
}) {
  const href = useHref();
  const model = useModel();
  const link =
    about === null
      ? null
      : 'element' in about
        ? model !== null && hasElement(model, about.element)
          ? href({ element: about.element })
          : null
        : now >= 0 && about.decimals[now] !== null
          ? href({ state: String(about.decimals[now]) })
          : null;
  return (
    <tr data-mark={mark}>
      <th scope="row">
        {link === null ? label : <a href={link}>{label}</a>}
        {detail !== null && <span className={styles.detail}>{detail}</span>}
      </th>
      {cells.map((cell, k) => (
        <td key={k}>{cell}</td>
      ))}
      <td className={styles.mark}>
        <MarkWord mark={mark} />
      </td>
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
