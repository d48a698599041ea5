import type { Paragraph } from '@standoff/evidence';
import { counted } from '@standoff/questions';
import { Fragment, type KeyboardEvent } from 'react';
import { piecesOf, type Piece, type Placed, type Range } from './passage.js';
import type { TextRead } from './reading.js';
import { SuggestionList } from './suggestion-list.js';
import { UseChips } from './use-chips.js';
import type { Decided } from './use-suggestions.js';
import type { Use } from './uses.js';
import styles from './source-pane.module.css';

export interface ParagraphBlockProps {
  readonly measure: (element: HTMLElement | null) => void;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Its place in the text. */
  readonly index: number;
  /** Its place among the paragraphs that are shown. */
  readonly row: number;
  readonly text: TextRead;
  readonly block: Paragraph;
  readonly placed: readonly Placed[];
  /** What was looked for, where it stands. */
  readonly found: Range | null;
  /** Its sentences that are neither used nor left out. */
  readonly open: readonly Range[];
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
  readonly onSentence: (range: Range) => void;
}

/** A block of a text: its number, its words with the annotations in them, and what rests on it. */
export function ParagraphBlock(props: ParagraphBlockProps) {
  const { block, text, placed, uses, first, index, open } = props;
  const ending = placed.filter(({ end }) => end > block.start && end <= block.end);
  const counts = block.kind === 'body' || block.kind === 'heading' || block.kind === 'caption';
  const unused = counts && uses.length === 0;
  const opens = open.length > 0 ? `, ${counted(open.length, 'open sentence')}` : '';
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key as 'ArrowDown'];
    if (by === undefined) return;
    event.preventDefault();
    props.onMove(by, event.shiftKey);
  };
  return (
    <div
      ref={props.measure}
      data-index={props.row}
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
        aria-label={`${counts ? `P${block.number}` : block.kind}${unused ? ', not used' : ''}${opens}: choose`}
        onClick={(event) => props.onChoose(event.shiftKey)}
        onKeyDown={onKeyDown}
      >
        {first && block.number > 0 ? `P${block.number}` : '·'}
      </button>
      <div className={styles.words}>
        {!counts && <span className={styles.kind}>{block.kind}</span>}
        <p dir="auto">
          {piecesOf(block, placed, props.found, open).map((piece) => (
            <Fragment key={piece.start}>
              {piece.opens && (
                <span
                  className={styles.openMark}
                  title="Open: neither used nor left out"
                  aria-hidden
                  onClick={() => {
                    const sentence = open.find(({ start }) => start === piece.start);
                    if (sentence !== undefined) props.onSentence(sentence);
                  }}
                />
              )}
              <Words piece={piece} text={text.text} />
            </Fragment>
          ))}
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
        {((first && unused) || open.length > 0) && (
          <p className={styles.unused}>
            {[first && unused ? 'not used' : '', opens.slice(2)].filter(Boolean).join(', ')}
          </p>
        )}
        {props.suggestions.length > 0 && (
          <SuggestionList
            source={props.source}
            text={text}
            suggestions={props.suggestions}
            onDecided={props.onDecided}
          />
        )}
      </div>
    </div>
  );
}

function Words({
  piece: { start, end, annotations, found },
  text,
}: {
  readonly piece: Piece;
  readonly text: string;
}) {
  const words = text.slice(start, end);
  return found || annotations.length > 0 ? (
    <mark data-start={start} data-found={found || undefined} title={annotations.join(', ')}>
      {words}
    </mark>
  ) : (
    <span data-start={start}>{words}</span>
  );
}
