import { NODE, placeStates, wrapped, type Placed } from '@standoff/document';
import { counted, type CourseGraph } from '@standoff/questions';
import { useState } from 'react';
import { useModel, useWords } from '../../answers/use-answer.js';
import { Note } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { actorClass, StateName, useActorMarks } from '../../design/names.js';
import { useHref, useRoutePart } from '../../routes.js';
import styles from './outlook.module.css';
import { stepKey, waysTo } from './ways-to.js';

const MARGIN = 4;
const KINDS = {
  today: 'where things stand',
  end: 'the course ends here',
  holds: 'the course ends here: somebody is held back',
  passing: 'would not hold',
} as const;

/** The ways from today along the course, layer under layer; the same as a list. */
export function StateGraph({ graph }: { readonly graph: CourseGraph }) {
  const model = useModel();
  const words = useWords();
  const marks = useActorMarks();
  const href = useHref();
  const chosen = useRoutePart('state');
  const [way, setWay] = useState('');
  if (model === null || words === null) return null;
  const all = placeStates({
    nodes: graph.states.map(({ key, name, layer, kind }) => ({
      id: key,
      label: layer === 0 ? 'Today' : (name.label ?? words.short(name)),
      number: `#${name.decimal}`,
      layer,
      kind,
    })),
    edges: graph.steps.map(({ from, to, actor }) => ({
      from: from.join(' '),
      to: to.join(' '),
      actor,
      label: '',
    })),
  });
  const at = new Map(all.map((node) => [node.id, node]));
  const bright = way === '' ? null : waysTo(way, graph);
  const width = Math.max(...all.map(({ x }) => x)) + NODE.width + MARGIN;
  const height = Math.max(...all.map(({ y }) => y)) + NODE.height + MARGIN;
  const movers = model.actors.filter(({ id }) => graph.steps.some(({ actor }) => actor === id));
  return (
    <>
      <p>
        The course reaches {counted(graph.reached, 'other state')}. Drawn are the shortest ways to
        where it ends and to the scenarios: {counted(graph.states.length, 'state')}.
        {graph.hidden.length > 0 && ` Left out: ${graph.hidden.join(', ')}.`}
      </p>
      <Choice
        label="Ways to"
        options={[
          { id: '', label: 'all that is drawn' },
          ...all
            .filter(({ layer }) => layer > 0)
            .map(({ id, label, number }) => ({ id, label: `${label} ${number}` })),
        ]}
        value={way}
        onChange={setWay}
      />
      <div className={styles.drawing} tabIndex={0} role="region" aria-label="State graph">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="group"
          aria-label="States and steps; the list below says the same"
        >
          {graph.steps.map((step) => {
            const a = at.get(step.from.join(' '))!;
            const b = at.get(step.to.join(' '))!;
            const mark = marks.get(step.actor);
            const dim = bright !== null && !bright.has(stepKey(step));
            return (
              <g
                key={stepKey(step)}
                className={`${styles.edge} ${actorClass(mark)} ${dim ? styles.dim : ''}`}
                aria-hidden
              >
                <path d={curve(a, b)} strokeDasharray={mark?.dash} />
                <path className={styles.tip} d={tip(b)} />
                <text {...middle(a, b)}>{mark?.letters}</text>
              </g>
            );
          })}
          {all.map((node) => (
            <a
              key={node.id}
              href={href({ state: node.number.slice(1), actor: null, concept: null })}
              className={`${styles.node} ${styles[node.kind] ?? ''} ${bright !== null && !bright.has(node.id) ? styles.dim : ''}`}
              aria-description={KINDS[node.kind]}
              aria-current={chosen === node.number.slice(1) ? 'true' : undefined}
            >
              <Outline node={node} />
              <NodeText node={node} />
            </a>
          ))}
        </svg>
      </div>
      <ul className={styles.legend} aria-label="What lines and shapes mean">
        {movers.map(({ id, label }) => (
          <li key={id} className={actorClass(marks.get(id))}>
            <svg width="36" height="10" className={styles.edge} aria-hidden>
              <path d="M0 5h36" strokeDasharray={marks.get(id)?.dash} />
            </svg>
            {marks.get(id)?.letters}: {label}
          </li>
        ))}
        <li>Round: today</li>
        <li>Heavy: the course ends here</li>
        <li>Double: the course ends here, somebody held back</li>
        <li>Thin: would not hold</li>
      </ul>
      <details>
        <summary>The same as a list</summary>
        <ol className={styles.states}>
          {graph.states.map(({ key, name, kind }) => (
            <li key={key}>
              <StateName state={{ name, taken: key === '' ? [] : key.split(' ') }} />, {KINDS[kind]}
              <ul>
                {graph.steps
                  .filter(({ from }) => from.join(' ') === key)
                  .map((step) => (
                    <li key={step.to.join(' ')}>
                      {words.step(step)} → {at.get(step.to.join(' '))!.number}
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ol>
      </details>
      <Note>A state can be clicked: the panel says why it holds or not.</Note>
    </>
  );
}

function Outline({ node: { x, y, kind } }: { readonly node: Placed }) {
  const box = { x: x + 2, y: y + 2, width: NODE.width - 4, height: NODE.height - 4 };
  return (
    <>
      <rect {...box} rx={kind === 'today' ? NODE.height / 2 : 3} />
      {kind === 'holds' && (
        <rect
          className={styles.inner}
          x={x + 6}
          y={y + 6}
          width={NODE.width - 12}
          height={NODE.height - 12}
          rx={2}
        />
      )}
    </>
  );
}

function NodeText({ node: { x, y, label, number } }: { readonly node: Placed }) {
  const lines = [...wrapped(label, NODE.width - 28, 3, { bold: true }), number];
  const top = y + NODE.height / 2 - (lines.length - 1) * 7 + 4;
  return lines.map((line, k) => (
    <text key={k} x={x + NODE.width / 2} y={top + k * 14}>
      {`${line} `}
    </text>
  ));
}

/** From the lower edge of a state to the upper edge of another. */
function curve(a: Placed, b: Placed): string {
  const [x1, y1, x2, y2] = [a.x + NODE.width / 2, a.y + NODE.height, b.x + NODE.width / 2, b.y - 5];
  const half = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${half} ${x2} ${half} ${x2} ${y2}`;
}

function tip({ x, y }: Placed): string {
  const middleX = x + NODE.width / 2;
  return `M${middleX - 5} ${y - 8}L${middleX} ${y}L${middleX + 5} ${y - 8}Z`;
}

function middle(a: Placed, b: Placed): { readonly x: number; readonly y: number } {
  return { x: (a.x + b.x + NODE.width) / 2, y: (a.y + b.y + NODE.height) / 2 + 4 };
}
