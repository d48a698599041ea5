import { lead, note, paragraph, type Block } from '@standoff/document';
import {
  answerLevers,
  besideLevers,
  courseMap,
  figure,
  hasMoreOutcomes,
  leversOf,
  MOST_DRAWN,
  QUESTIONS,
  rests,
  sentences,
  tellLeftOpen,
  tellOutcomes,
  Words,
  type BriefingResult,
} from '@standoff/questions';
import type { ConflictModel } from '@standoff/model';
import { memo, useMemo, useRef, useState, type ReactNode } from 'react';
import { useWordsOf } from '../../answers/use-answer.js';
import { useBriefing } from '../../answers/use-briefing.js';
import { Answered, Card, Note } from '../../design/card.js';
import { StandardChoice } from '../../design/standard-choice.js';
import { Switch } from '../../design/switch.js';
import { later } from '../../layout/later.js';
import { Told } from '../../tell/told.js';
import { BriefMap } from './brief-map.js';
import { Levers } from './levers.js';
import styles from './overview.module.css';
import { useLever } from './use-lever.js';
import { isWritable } from './writable.js';

/** It brings what lays graphs out. */
const WholeGraph = later(async () => (await import('./whole-graph.js')).WholeGraph, 'at once');

interface Shown {
  readonly words: Words;
  readonly model: ConflictModel;
  readonly result: BriefingResult;
}

/** The point of the situation, drawn: who would do what, where that leads, what would change it. */
export function Brief() {
  const answer = useBriefing();
  const { model } = answer;
  const words = useWordsOf(model);
  return (
    <Card title={QUESTIONS.briefing.title} more={CHOICE}>
      <Answered answer={answer}>
        {({ result, goesOn }) =>
          words !== null &&
          model !== null && (
            <WithLevers words={words} model={model} result={result} goesOn={goesOn} />
          )
        }
      </Answered>
    </Card>
  );
}

/** The same each time: it has nothing to do with the answer. */
const CHOICE = <StandardChoice />;

/** The briefing, beside it what a lever would make of it. Drawn anew only where one of these is another. */
const WithLevers = memo(function WithLevers({
  words,
  model,
  result,
  goesOn,
}: Shown & { readonly goesOn: boolean }) {
  const [on, setOn] = useState<string | null>(null);
  const { answers, levers } = useMemo(() => {
    const answers = answerLevers(words, model, result).filter((one) => isWritable(model, one));
    return { answers, levers: [...leversOf(words, model, result), ...answers] };
  }, [words, model, result]);
  const lever = levers.find(({ id }) => id === on) ?? null;
  const pulled = useLever(lever);
  const beside = useRef<HTMLDivElement>(null);
  const shown = { words, model, result };
  return (
    <>
      {lever === null ? (
        <Page {...shown} />
      ) : (
        <div ref={beside} className={styles.beside} tabIndex={-1}>
          <Side title="As it stands">
            <Page {...shown} file="map-before" side=", as it stands" />
          </Side>
          <Side title={/^If /.test(lever.name) ? lever.name : `With ${lever.name}`}>
            {pulled.refusal !== null && <p role="alert">It cannot be tried: {pulled.refusal}.</p>}
            {pulled.answer === null ? (
              <Page {...shown} together file="map-after" side={`, with ${lever.name}`} />
            ) : (
              <Answered answer={pulled.answer}>
                {(after) =>
                  after === null ? (
                    <p>With this change the text has errors.</p>
                  ) : (
                    <Page
                      words={words}
                      model={model}
                      result={after}
                      file="map-after"
                      side={`, with ${lever.name}`}
                    />
                  )
                }
              </Answered>
            )}
          </Side>
        </div>
      )}
      <Levers
        model={model}
        levers={levers}
        goesOn={goesOn}
        on={on}
        text={pulled.text}
        besides={besideLevers(words, model, result, { asked: answers.length === 0 })}
        onChange={setOn}
        onSee={() => {
          beside.current?.scrollIntoView();
          beside.current?.focus({ preventScroll: true });
        }}
      />
      <Told blocks={[...tellLeftOpen(words, model, result), note(...rests(result))]} />
    </>
  );
});

function Side({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.side} aria-label={title}>
      <h4 className={styles.sideTitle}>{title}</h4>
      {children}
    </section>
  );
}

/** Sentences, map and outcomes of one briefing. */
function Page({
  words,
  model,
  result,
  together = false,
  file = 'map',
  side = '',
}: Shown & {
  /** Whether the joint step is taken as made. */
  readonly together?: boolean;
  readonly file?: string;
  /** Where two stand beside each other, which of them it is, as those hear it who do not see it. */
  readonly side?: string;
}) {
  const [all, setAll] = useState(false);
  const map = courseMap(words, model, result, { together });
  return (
    <>
      <div className={styles.point}>
        <Told blocks={told(words, model, result)} />
      </div>
      {map !== null && <BriefMap words={words} result={result} map={map} file={file} side={side} />}
      {side === '' && <Whole words={words} model={model} count={BigInt(result.states)} />}
      <Told
        blocks={tellOutcomes(words, result, all ? 'all' : 'short').map((block) =>
          block.block === 'table' ? { ...block, caption: block.caption + side } : block,
        )}
      />
      {hasMoreOutcomes(result) && (
        <Switch isSelected={all} onChange={setAll}>
          All outcomes that have a name
        </Switch>
      )}
    </>
  );
}

/** The whole graph, on request, where that can be read. */
function Whole({
  words,
  model,
  count,
}: Pick<Shown, 'words' | 'model'> & { readonly count: bigint }) {
  const [whole, setWhole] = useState(false);
  if (count > MOST_DRAWN)
    return (
      <Note>
        All states and moves are drawn of situations with at most {MOST_DRAWN} states; this one has{' '}
        {figure(count)}.
      </Note>
    );
  return (
    <>
      <Switch isSelected={whole} onChange={setWhole}>
        All states and moves
      </Switch>
      {whole && <WholeGraph words={words} model={model} />}
    </>
  );
}

function told(words: Words, model: ConflictModel, result: BriefingResult): Block[] {
  const [first, ...others] = sentences(words, model, result);
  return [...(first ? [lead(...first)] : []), ...others.map((one) => paragraph(...one))];
}
