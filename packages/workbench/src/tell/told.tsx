import type { Block, Content, Figure, Inline, ListItem, Table, Verdict } from '@standoff/document';
import { Fragment, memo } from 'react';
import { Isolated } from '../design/isolated.js';
import { ActorName, Badge, EvidenceChips, NumberedState } from '../design/names.js';
import { Term } from '../design/term.js';
import { useHref } from '../routes.js';
import { useWorkbench } from '../workbench.js';
import { Drawn } from './drawn.js';
import { meaningOf } from './glossary.js';
import styles from '../design/plain.module.css';

/** Blocks as a view shows them: what stands under a heading is an item of its own. The same are drawn once. */
export const Told = memo(function Told({ blocks }: { readonly blocks: readonly Block[] }) {
  return runsOf(blocks).map((run, k) =>
    run.headed.length === 0 ? (
      <Blocks key={k} blocks={run.plain} />
    ) : (
      <ul key={k} className={styles.items}>
        {run.headed.map(({ heading, below }, n) => (
          <li key={n} className={styles.item}>
            <h4 className={styles.name}>
              <Inlines content={heading} />
            </h4>
            <Blocks blocks={below} />
          </li>
        ))}
      </ul>
    ),
  );
});

interface Headed {
  readonly heading: Content;
  readonly below: Block[];
}

/** Either blocks without a heading, or headings that follow each other with what stands under them. */
interface Run {
  readonly plain: Block[];
  readonly headed: Headed[];
}

function runsOf(blocks: readonly Block[]): Run[] {
  const runs: Run[] = [];
  const open = (headed: boolean): Run => {
    const last = runs.at(-1);
    if (last && last.headed.length > 0 === headed) return last;
    const run: Run = { plain: [], headed: [] };
    runs.push(run);
    return run;
  };
  for (const block of blocks) {
    const apart = block.block === 'paragraph' && block.role !== 'text';
    const under = runs.at(-1)?.headed.at(-1);
    if (block.block === 'heading') open(true).headed.push({ heading: block.content, below: [] });
    else if (under && !apart) under.below.push(block);
    else open(false).plain.push(block);
  }
  return runs;
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, k) => {
    switch (block.block) {
      case 'paragraph':
        return (
          <p key={k} className={block.role === 'note' ? styles.soft : undefined}>
            <Inlines content={block.content} />
          </p>
        );
      case 'list':
        return <Items key={k} ordered={block.ordered} items={block.items} />;
      case 'table':
        return <OneTable key={k} table={block} />;
      case 'figure':
        return <OneFigure key={k} figure={block} />;
      default:
        throw new Error(`a ${block.block} is not told in a view`);
    }
  });
}

function Items({
  ordered,
  items,
}: {
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={ordered ? styles.steps : styles.told}>
      {items.map(({ content, below }, k) => (
        <li key={k}>
          <p>
            <Inlines content={content} />
          </p>
          <div className={styles.soft}>
            <Blocks blocks={below} />
          </div>
        </li>
      ))}
    </List>
  );
}

function OneFigure({ figure: { id, title, caption, draw, words } }: { readonly figure: Figure }) {
  const { store } = useWorkbench();
  return (
    <figure>
      <Drawn title={title} file={`${store.name}-${id.replace('figure-', '')}`} draw={draw}>
        {words.length > 0 ? <Blocks blocks={words} /> : undefined}
      </Drawn>
      <figcaption className={styles.kind}>
        <Inlines content={caption} />
      </figcaption>
    </figure>
  );
}

function OneTable({ table: { caption, columns, groups } }: { readonly table: Table }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption} data-scrolls>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ head }, k) =>
              // What heads nothing is read out as no heading.
              head.every((part) => part === '') ? (
                <td key={k} />
              ) : (
                <th key={k} scope="col">
                  <Inlines content={head} />
                </th>
              ),
            )}
          </tr>
        </thead>
        {groups.map(({ title, rows }, g) => (
          <tbody key={g}>
            {title !== '' && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length}>
                  {title}
                </th>
              </tr>
            )}
            {rows.map((row, r) => (
              <tr key={r}>
                {row.map((content, k) =>
                  k === 0 ? (
                    <th key={k} scope="row">
                      <Inlines content={content} />
                    </th>
                  ) : (
                    <td key={k}>
                      <Inlines content={content} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Content in a line. */
export function Inlines({ content }: { readonly content: Content }) {
  return content.map((inline, k) => <One key={k} inline={inline} />);
}

const BADGES = { yes: 'holds', partly: 'price', no: 'fails' } as const satisfies Record<
  Verdict,
  string
>;

function One({ inline }: { readonly inline: Inline }) {
  const href = useHref();
  if (typeof inline === 'string') return <Isolated text={inline} />;
  switch (inline.inline) {
    case 'strong':
      return (
        <strong>
          <Isolated text={inline.text} />
        </strong>
      );
    case 'terminal':
      return null;
    case 'quiet':
      return (
        <span className={styles.kind}>
          <Isolated text={inline.text} />
        </span>
      );
    case 'term':
      return <Explained text={inline.text} />;
    case 'code':
      return <code>{inline.text}</code>;
    case 'verdict':
      return inline.of === null ? (
        <Badge verdict={BADGES[inline.verdict]}>
          <Isolated text={inline.text} />
        </Badge>
      ) : (
        <a href={href({ ...inline.of })}>
          <Badge verdict={BADGES[inline.verdict]}>
            <Isolated text={inline.text} />
          </Badge>
        </a>
      );
    case 'fares':
      return (
        <>
          <span className={styles[inline.fares]}>{inline.fares}</span>{' '}
          {inline.also !== '' && <span className={styles.kind}>{inline.also}</span>}
        </>
      );
    case 'references':
      return <EvidenceChips evidence={inline.evidence} />;
    case 'actor':
      return <ActorName id={inline.id} />;
    case 'share':
      return (
        <>
          {inline.text}
          <span className={styles.track} aria-hidden>
            <span style={{ width: `${100 * inline.share}%` }} />
          </span>
        </>
      );
    case 'element':
      return (
        <a href={href({ element: inline.id })}>
          <Isolated text={inline.text} />
        </a>
      );
    case 'state':
      return <NumberedState state={inline} />;
    case 'section':
    case 'link':
      return <Fragment>{inline.inline === 'link' ? inline.address : inline.text}</Fragment>;
  }
}

/** A word of the glossary with its meaning, where it has one. */
function Explained({ text }: { readonly text: string }) {
  const meaning = meaningOf(text);
  return meaning === undefined ? text : <Term meaning={meaning}>{text}</Term>;
}
