import {
  type Block,
  type Content,
  type Inline,
  type ListItem,
  type Section,
} from '@standoff/report';
import { Fragment, useId } from 'react';
import { Badge, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from './blocks.module.css';

const VERDICTS = { yes: 'holds', partly: 'price', no: 'fails' } as const;

/** A section of the report, as a view: its blocks are those that the briefing prints. */
export function SectionView({ section }: { readonly section: Section }) {
  return (
    <article className={styles.section}>
      <h2 className={styles.title}>{section.title}</h2>
      <Blocks blocks={section.blocks} />
    </article>
  );
}

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, k) => <OneBlock key={k} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }) {
  const id = useId();
  switch (block.block) {
    case 'heading':
      return <h3 className={styles.heading}>{block.text}</h3>;
    case 'paragraph':
      return (
        <p className={styles[block.role]}>
          <Told content={block.content} />
        </p>
      );
    case 'list':
      return block.ordered ? (
        <ol className={styles.list}>
          <Items items={block.items} />
        </ol>
      ) : (
        <ul className={styles.list}>
          <Items items={block.items} />
        </ul>
      );
    case 'table':
      return (
        <div className={styles.wide} role="region" aria-labelledby={id} tabIndex={0}>
          <table className={styles.table}>
            <caption id={id}>{block.caption}</caption>
            <thead>
              <tr>
                {block.columns.map(({ head, align }, k) => (
                  <th key={k} scope="col" className={styles[align]}>
                    <Told content={head} />
                  </th>
                ))}
              </tr>
            </thead>
            {block.groups.map(({ title, rows }, g) => (
              <tbody key={g}>
                {title !== '' && (
                  <tr>
                    <th scope="rowgroup" colSpan={block.columns.length} className={styles.group}>
                      {title}
                    </th>
                  </tr>
                )}
                {rows.map((row, r) => (
                  <tr key={r}>
                    {row.map((cell, c) =>
                      c === 0 ? (
                        <th key={c} scope="row" className={styles[block.columns[c]!.align]}>
                          <Told content={cell} />
                        </th>
                      ) : (
                        <td key={c} className={styles[block.columns[c]!.align]}>
                          <Told content={cell} />
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
    case 'figure':
      return (
        <figure className={styles.figure}>
          {/* The drawing is made by the report: labels in it are escaped there. */}
          <div
            className={styles.drawing}
            role="region"
            aria-label={block.title}
            tabIndex={0}
            dangerouslySetInnerHTML={{ __html: block.drawing }}
          />
          <figcaption>
            <Told content={block.caption} />
          </figcaption>
          {block.words.length > 0 && (
            <details className={styles.words}>
              <summary>The figure in words</summary>
              <Blocks blocks={block.words} />
            </details>
          )}
        </figure>
      );
    case 'listing':
      return <pre className={styles.listing}>{block.text}</pre>;
    case 'bibliography':
      return (
        <ul className={styles.list}>
          {block.entries.map(({ source, content }) => (
            <li key={source}>
              <Told content={content} />
            </li>
          ))}
        </ul>
      );
  }
}

function Items({ items }: { readonly items: readonly ListItem[] }) {
  return items.map(({ content, below }, k) => (
    <li key={k}>
      <Told content={content} />
      <Blocks blocks={below} />
    </li>
  ));
}

function Told({ content }: { readonly content: Content }) {
  return content.map((part, k) => (
    <Fragment key={k}>
      <OnePart part={part} />
    </Fragment>
  ));
}

/** "#479463" is the number of a state: a link to why it holds or not. */
const STATE = /(#\d[\d,]*)/u;

function OnePart({ part }: { readonly part: Inline }) {
  const href = useHref();
  if (typeof part === 'string')
    return part.split(STATE).map((words, k) =>
      k % 2 === 1 ? (
        <a key={k} href={href({ state: words.replace(/[#,]/gu, '') })} title="Why it holds or not">
          {words}
        </a>
      ) : (
        words
      ),
    );
  switch (part.inline) {
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'quiet':
      return (
        <span className={styles.quiet}>
          <OnePart part={part.text} />
        </span>
      );
    case 'code':
      return <code>{part.text}</code>;
    case 'verdict':
      return <Badge verdict={VERDICTS[part.verdict]}>{part.text}</Badge>;
    case 'references':
      return <EvidenceChips evidence={part.evidence} />;
    case 'section':
      return part.text;
    case 'link':
      return <a href={part.address}>{part.address}</a>;
  }
}
