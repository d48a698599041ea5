import { resolveAnchor } from '@standoff/evidence/anchor';
import { counted } from '@standoff/questions';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { Segments } from '../design/segments.js';
import { useLongList } from '../layout/long-list.js';
import { useRoute } from '../routes.js';
import { useCaseSources, useSources } from '../workbench.js';
import { EncodingChoice } from './encoding-choice.js';
import { FindInText } from './find-in-text.js';
import { OpenText } from './open-text.js';
import { Orphans, type OrphanShown } from './orphans.js';
import { ParagraphBlock } from './paragraph-block.js';
import { PassageBar } from './passage-bar.js';
import { numberIn, selectedWithin, type Chosen, type Placed } from './passage.js';
import type { TextRead } from './reading.js';
import { useFind } from './use-find.js';
import { useSuggestions, type SuggestionsShown } from './use-suggestions.js';
import type { Use, Uses } from './uses.js';
import styles from './source-pane.module.css';

const UNUSED: readonly Use[] = [];

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
  const sources = useCaseSources();
  const { paragraph } = useRoute();
  const number = numberIn(paragraph, source);
  const scroll = useRef<HTMLDivElement>(null);
  const [picked, setChosen] = useState<Chosen | null>(null);
  // Only one number is reached with Tab; the arrows go from one to the next.
  const [current, setCurrent] = useState(0);
  const [aid, setAid] = useState<SuggestionsShown>('none');
  const suggestions = useSuggestions(source, text, aid);
  const { placed, orphans } = usePlaced(source, text);
  // An annotation may be gone since, by Undo too.
  const isThere = picked?.what !== 'annotation' || placed.some(({ id }) => id === picked.placed.id);
  const chosen = isThere ? picked : null;
  const list = useRef<HTMLDivElement>(null);
  const {
    rows: blocks,
    height,
    shift,
  } = useLongList(scroll, {
    count: text.paragraphs.length,
    estimateSize: () => 110,
    overscan: 30,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const scrollTo = (index: number): void => {
    setCurrent(index);
    blocks.scrollToIndex(index, { align: 'center' });
  };
  const finding = useFind(text.text, scroll, ({ start }) =>
    scrollTo(text.paragraphs.findIndex(({ end }) => end > start)),
  );
  const found = finding.places[finding.at] ?? null;
  // A scroll is wanted once for each address, not whenever the list is measured anew.
  const scrollOnce = useEffectEvent(scrollTo);
  useEffect(() => {
    const index = text.paragraphs.findIndex((one) => one.number === number && number !== null);
    if (index < 0) return;
    const body = text.paragraphs.findIndex((one) => one.number === number && one.kind === 'body');
    scrollOnce(Math.max(index, body));
  }, [number, paragraph, text]);
  const noted = placed.find(({ id }) => paragraph === `${source}#${id}`);
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
  const focusOn = (index: number): void => {
    if (index < 0 || index >= text.paragraphs.length) return;
    setCurrent(index);
    blocks.scrollToIndex(index);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-number="${index}"]`)?.focus(),
    );
  };
  const used = new Set(
    text.paragraphs.map((one) => one.number).filter((one) => uses.paragraphs.has(one)),
  );
  const all = new Set(text.paragraphs.map((one) => one.number).filter((one) => one > 0)).size;
  return (
    <>
      <div ref={scroll} className={styles.scroll} tabIndex={-1}>
        {children}
        <p className={styles.summary}>
          {counted(all, 'paragraph')}, {used.size} used by the model.{' '}
          <OpenText source={source} label="Another text" />
        </p>
        <FindInText {...finding} />
        <div className={styles.summary}>
          <Segments
            label="Suggestions of the reading aid"
            options={[
              { id: 'none', label: 'No suggestions' },
              { id: 'open', label: 'Open' },
              { id: 'all', label: 'All' },
            ]}
            value={aid}
            onChange={setAid}
          />
          {aid !== 'none' && (
            <span role="status">
              {suggestions === null
                ? 'Reading …'
                : `${counted(suggestions.length, 'suggestion')} by rules, some of them wrong`}
            </span>
          )}
        </div>
        {text.warnings.map((warning) => (
          <p key={warning} className={styles.facts}>
            {warning}
          </p>
        ))}
        {text.encoding !== undefined && (
          <EncodingChoice
            known={text.encoding}
            onRead={(encoding) => void sources.readAs(source, encoding)}
          />
        )}
        <Orphans
          orphans={orphans}
          onShow={(near) => {
            setChosen({ what: 'passage', range: near });
            scrollTo(text.paragraphs.findIndex(({ end }) => end > near.start));
          }}
        />
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
          {blocks.getVirtualItems().map(({ index, start }) => {
            const block = text.paragraphs[index];
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
                text={text}
                block={block}
                placed={placed}
                found={found}
                uses={uses.paragraphs.get(block.number) ?? UNUSED}
                first={text.paragraphs[index - 1]?.number !== block.number}
                addressed={block.number === number}
                chosen={range !== null && block.start < range.end && block.end > range.start}
                isCurrent={index === current}
                onChoose={(extend) => choose(index, extend)}
                onMove={(by, extend) => {
                  if (extend && text.paragraphs[index + by]) choose(index + by, true);
                  focusOn(index + by);
                }}
                source={source}
                suggestions={here}
                onDecided={() => focusOn(index)}
                onAnnotation={(one) => setChosen({ what: 'annotation', placed: one })}
              />
            );
          })}
        </div>
      </div>
      {chosen !== null && (
        <PassageBar
          source={source}
          text={text}
          chosen={chosen}
          onClose={() => {
            setChosen(null);
            getSelection()?.removeAllRanges();
          }}
        />
      )}
    </>
  );
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
