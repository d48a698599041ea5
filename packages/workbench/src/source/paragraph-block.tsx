import type { Paragraph, SourceText } from '@standoff/evidence';
import type { KeyboardEvent } from 'react';
import { piecesOf, type Placed, type Range } from './passage.js';
import { SuggestionList } from './suggestion-list.js';
import { UseChips } from './use-chips.js';
import type { Decided } from './use-suggestions.js';
import type { Use } from './uses.js';
import styles from './source-pane.module.css';

export interface ParagraphBlockProps {
  readonly measure: (element: HTMLElement | null) => void;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly index: number;
  readonly text: SourceText;
  readonly block: Paragraph;
  readonly placed: readonly Placed[];
  /** What was looked for, where it stands. */
  readonly found: Range | null;
  readonly uses: readonly Use[];
  readonly source: string;
  readonly suggestions: readonly Decided[];
  /** Whether it is the first block of its number. */
  readonly first: boolean;
  readonly addressed: boolean;
  readonly chosen: boolean;
  readonly isCurrent: boolean;
  readonly onChoose: (extend: boolean) => void;
  readonly onMove: (by: -1 | 1, extend: boolean) => void;
  /** After a suggestion was decided on, which may be gone with the focus in it. */
  readonly onDecided: () => void;
  readonly onAnnotation: (placed: Placed) => void;
}

/** A block of a text: its number, its words with the annotations in them, and what rests on it. */
export function ParagraphBlock(props: ParagraphBlockProps) {
  const { block, text, placed, uses, first, index } = props;
  const ending = placed.filter(({ end }) => end > block.start && end <= block.end);
  const counts = block.kind === 'body' || block.kind === 'heading' || block.kind === 'caption';
  const unused = counts && uses.length === 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key as 'ArrowDown'];
    if (by === undefined) return;
    event.preventDefault();
    props.onMove(by, event.shiftKey);
  };
  return (
    <div
      ref={props.measure}
      data-index={index}
      role="listitem"
      className={styles.block}
      data-kind={block.kind}
      data-used={uses.length > 0}
      data-addressed={props.addressed}
      data-chosen={props.chosen}
      aria-current={props.addressed ? 'location' : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <button
        type="button"
        className={styles.number}
        data-number={index}
        tabIndex={props.isCurrent ? 0 : -1}
        aria-pressed={props.chosen}
        aria-label={`${counts ? `P${block.number}` : block.kind}${unused ? ', not used' : ''}: choose`}
        onClick={(event) => props.onChoose(event.shiftKey)}
        onKeyDown={onKeyDown}
      >
        {first && block.number > 0 ? `P${block.number}` : '·'}
      </button>
      <div className={styles.words}>
        {!counts && <span className={styles.kind}>{block.kind}</span>}
        <p dir="auto">
          {piecesOf(block, placed, props.found).map(({ start, end, annotations, found }) => {
            const words = text.text.slice(start, end);
            return found ? (
              <mark key={start} data-start={start} data-found title={annotations.join(', ')}>
                {words}
              </mark>
            ) : annotations.length === 0 ? (
              <span key={start} data-start={start}>
                {words}
              </span>
            ) : (
              <mark key={start} data-start={start} title={annotations.join(', ')}>
                {words}
              </mark>
            );
          })}
        </p>
        {ending.length > 0 && (
          <ul className={styles.chips} aria-label="Annotations">
            {ending.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className={styles.annotation}
                  data-roving
                  onClick={() => props.onAnnotation(one)}
                >
                  #{one.id}
                </button>
              </li>
            ))}
          </ul>
        )}
        {first && uses.length > 0 && <UseChips uses={uses} />}
        {first && unused && <p className={styles.unused}>not used</p>}
        {props.suggestions.length > 0 && (
          <SuggestionList
            source={props.source}
            suggestions={props.suggestions}
            onDecided={props.onDecided}
          />
        )}
      </div>
    </div>
  );
}
