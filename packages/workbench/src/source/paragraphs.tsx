import { resolveAnchor } from '@standoff/evidence/anchor';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLongList } from '../layout/long-list.js';
import { useRoutePart } from '../routes.js';
import { useSources } from '../workbench.js';
import { askedAid } from './asked-aid.js';
import { FindInText } from './find-in-text.js';
import { OpenSentences } from './open-sentences.js';
import { Orphans, type OrphanShown } from './orphans.js';
import { ParagraphBlock } from './paragraph-block.js';
import { PassageBar } from './passage-bar.js';
import { numberIn, selectedWithin, type Chosen, type Placed, type Range } from './passage.js';
import type { TextRead } from './reading.js';
import { AidChoice, TextHead } from './text-head.js';
import { useFind } from './use-find.js';
import { openFrom, useSentences } from './use-sentences.js';
import { useSuggestions, type SuggestionsShown } from './use-suggestions.js';
import type { Use, Uses } from './uses.js';
import styles from './source-pane.module.css';

const UNUSED: readonly Use[] = [];
const NONE_OPEN: readonly Range[] = [];

/** A text as numbered paragraphs. Only those near what is seen are in the page. */
export function Paragraphs({
  source,
  text,
  uses,
  children,
}: {
  readonly source: string;
  readonly text: TextRead;
  readonly uses: Uses;
  readonly children: ReactNode;
}) {
  const paragraph = useRoutePart('paragraph');
  const number = numberIn(paragraph, source);
  const scroll = useRef<HTMLDivElement>(null);
  const [picked, setChosen] = useState<Chosen | null>(null);
  // Only one number is reached with Tab; the arrows go from one to the next.
  const [current, setCurrent] = useState(0);
  const [aid, setAid] = useState<SuggestionsShown>(askedAid);
  const suggestions = useSuggestions(source, text, aid);
  const { placed, orphans } = usePlaced(source, text);
  const sentences = useSentences(source, text);
  const [onlyOpen, setOnlyOpen] = useState(false);
  /** The paragraphs that are shown, by their place in the text. */
  const shown = useMemo(
    () =>
      text.paragraphs.flatMap(({ start }, index) =>
        !onlyOpen || sentences === null || sentences.inBlock.has(start) ? [index] : [],
      ),
    [text, onlyOpen, sentences],
  );
  // An annotation may be gone since, by Undo too.
  const isThere = picked?.what !== 'annotation' || placed.some(({ id }) => id === picked.placed.id);
  const chosen = isThere ? picked : null;
  const list = useRef<HTMLDivElement>(null);
  const {
    rows: blocks,
    height,
    shift,
  } = useLongList(scroll, {
    count: shown.length,
    estimateSize: () => 110,
    overscan: 30,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (row) => shown[row],
  });
  const [wanted, setWanted] = useState<number | null>(null);
  const scrollTo = (index: number): void => {
    setCurrent(index);
    const row = shown.indexOf(index);
    if (row >= 0) blocks.scrollToIndex(row, { align: 'center' });
    else {
      // What is not shown for the filter is shown for being looked for.
      setOnlyOpen(false);
      setWanted(index);
    }
  };
  const scrollOnce = useEffectEvent(scrollTo);
  useEffect(() => {
    if (wanted === null || onlyOpen) return;
    setWanted(null);
    scrollOnce(wanted);
  }, [wanted, onlyOpen]);
  const blockAt = (at: number): number => text.paragraphs.findIndex(({ end }) => end > at);
  const show = (range: Range): void => {
    setChosen({ what: 'passage', range: { start: range.start, end: range.end } });
    scrollTo(blockAt(range.start));
  };
  const finding = useFind(text.text, scroll, ({ start }) => scrollTo(blockAt(start)));
  const found = finding.places[finding.at] ?? null;
  // A scroll is wanted once for each address, not whenever the list is measured anew.
  useEffect(() => {
    const index = text.paragraphs.findIndex((one) => one.number === number && number !== null);
    if (index < 0) return;
    const body = text.paragraphs.findIndex((one) => one.number === number && one.kind === 'body');
    scrollOnce(Math.max(index, body));
  }, [number, paragraph, text]);
  const noted = placed.find(({ id }) => annotationIn(paragraph, source) === id);
  useEffect(() => {
    if (noted === undefined) return;
    setChosen({ what: 'annotation', placed: noted });
    scrollOnce(text.paragraphs.findIndex(({ end }) => end > noted.start));
  }, [noted, text]);
  const range = chosen === null ? null : chosen.what === 'passage' ? chosen.range : chosen.placed;
  const choose = (index: number, extend: boolean): void => {
    const { start, end } = text.paragraphs[index];
    setChosen({
      what: 'passage',
      range:
        extend && range !== null
          ? { start: Math.min(range.start, start), end: Math.max(range.end, end) }
          : { start, end },
    });
    setCurrent(index);
  };
  const focusOn = (row: number): void => {
    if (row < 0 || row >= shown.length) return;
    setCurrent(shown[row]);
    blocks.scrollToIndex(row);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-number="${shown[row]}"]`)?.focus(),
    );
  };
  const stepOpen = (by: -1 | 1): void => {
    const at = range?.start ?? text.paragraphs[current]?.start ?? null;
    const next = openFrom(sentences?.open ?? [], at, by);
    if (next !== null) show(next);
  };
  return (
    <>
      <div ref={scroll} className={styles.scroll} tabIndex={-1}>
        {children}
        <TextHead source={source} text={text} uses={uses}>
          <FindInText {...finding} onChoose={found === null ? null : () => show(found)} />
          {sentences !== null && (
            <OpenSentences
              sentences={sentences}
              only={onlyOpen}
              onOnly={setOnlyOpen}
              onStep={stepOpen}
            />
          )}
          <AidChoice aid={aid} suggestions={suggestions} onAid={setAid} />
        </TextHead>
        <Orphans orphans={orphans} onShow={show} />
        <div
          ref={list}
          className={styles.text}
          role="list"
          style={{ height }}
          onMouseUp={() => {
            const selected = selectedWithin(list.current!, getSelection());
            if (selected !== null) setChosen({ what: 'passage', range: selected });
          }}
        >
          {blocks.getVirtualItems().map(({ index: row, start }) => {
            const index = shown[row];
            const block = text.paragraphs[index];
            // The list may have been shortened since it was laid out.
            if (block === undefined) return null;
            const here =
              aid === 'none' || suggestions === null
                ? []
                : suggestions.filter(
                    ({ passage }) => passage.start >= block.start && passage.start < block.end,
                  );
            return (
              <ParagraphBlock
                key={index}
                measure={blocks.measureElement}
                top={start + shift}
                index={index}
                row={row}
                text={text}
                block={block}
                placed={placed}
                found={found}
                open={sentences?.inBlock.get(block.start) ?? NONE_OPEN}
                uses={uses.paragraphs.get(block.number) ?? UNUSED}
                first={text.paragraphs[index - 1]?.number !== block.number}
                addressed={block.number === number}
                chosen={range !== null && block.start < range.end && block.end > range.start}
                isCurrent={index === current}
                onChoose={(extend) => choose(index, extend)}
                onMove={(by, extend) => {
                  const next = shown[row + by];
                  if (extend && next !== undefined) choose(next, true);
                  focusOn(row + by);
                }}
                source={source}
                suggestions={here}
                onDecided={() => focusOn(row)}
                onAnnotation={(one) => setChosen({ what: 'annotation', placed: one })}
                onSentence={show}
              />
            );
          })}
        </div>
      </div>
      {chosen !== null && (
        <PassageBar
          key={`${chosen.what} ${range!.start} ${range!.end}`}
          source={source}
          text={text}
          chosen={chosen}
          onNext={sentences !== null && sentences.open.length > 0 ? () => stepOpen(1) : null}
          onClose={() => {
            setChosen(null);
            getSelection()?.removeAllRanges();
          }}
        />
      )}
    </>
  );
}

/** The annotation that an address names in a source: "cogan#s12", or with its paragraph "cogan:P7#s12". */
function annotationIn(address: string | null, source: string): string | null {
  const [, named, annotation] = /^([^:#]+)(?::P[\d-P]+)?#(.+)$/.exec(address ?? '') ?? [];
  return named === source ? annotation : null;
}

/** Where the annotations of a source stand in its text, and those that are not found. */
function usePlaced(
  source: string,
  text: TextRead,
): { readonly placed: readonly Placed[]; readonly orphans: readonly OrphanShown[] } {
  const { anchors } = useSources(({ annotations }) => annotations);
  return useMemo(() => {
    const placed: Placed[] = [];
    const orphans: OrphanShown[] = [];
    for (const anchor of anchors) {
      if (anchor.source !== source) continue;
      const found = resolveAnchor(anchor, text);
      if (found.found) placed.push({ id: anchor.id, anchor, start: found.start, end: found.end });
      else orphans.push({ anchor, orphan: found });
    }
    return { placed, orphans };
  }, [anchors, source, text]);
}
