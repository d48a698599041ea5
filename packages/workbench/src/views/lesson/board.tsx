import { counted, tellSteps, type LessonResult } from '@standoff/questions';
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useModel, useWords } from '../../answers/use-answer.js';
import { Button } from '../../design/button.js';
import { Switch } from '../../design/switch.js';
import { go, useRoutePart } from '../../routes.js';
import { Inlines, Told } from '../../tell/told.js';
import { Elsewhere } from './elsewhere.js';
import styles from './lesson.module.css';

/** The steps so far, the last of them hidden until it is guessed where that is wished. */
export const Board = memo(function Board({ lesson }: { readonly lesson: LessonResult }) {
  const step = useRoutePart('step');
  const words = useWords();
  const model = useModel();
  const [guessing, setGuessing] = useState(true);
  const [guesses, setGuesses] = useState<Readonly<Record<number, boolean>>>({});
  const board = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLLIElement>(null);
  const shown = shownSteps(lesson, step);
  useEffect(() => {
    const place = last.current;
    if (place === null || step === null || step === 'all') return;
    // A long step is read from its beginning; a short one is brought in below what stands there.
    const long = place.offsetHeight > window.innerHeight / 2;
    place.scrollIntoView({ block: long ? 'start' : 'nearest' });
  }, [step, guesses]);
  const steps = useMemo(
    () => (words === null || model === null ? null : tellSteps(words, lesson, model)),
    [words, lesson, model],
  );
  if (steps === null) return null;
  const all = steps.length;
  const open = step !== 'all' && guessing && guesses[shown - 1] === undefined;
  const hidden = open ? steps[shown - 1].guess : null;
  const to = (next: number): void => {
    if (next < 1 || next > all) return;
    go({ step: String(next) });
    // Back or Next, which then does no more, would lose the focus, and the keys with it.
    if (next === 1 || next === all) keepFocus();
  };
  const keepFocus = (): void => board.current?.focus({ preventScroll: true });
  const guess = (yes: boolean): void => {
    setGuesses({ ...guesses, [shown - 1]: yes });
    keepFocus();
  };
  // Y and N work only while the board has the focus, as single keys should.
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    // The view around the board scrolls too, but not to the side.
    const scroller = target.closest('[data-scrolls]');
    if (scroller !== null && event.currentTarget.contains(scroller)) return;
    const key = event.key.toLowerCase();
    // From a link the arrows go to the next link.
    if (key.startsWith('arrow') && target.closest('a') !== null) return;
    if (key === 'arrowright') to(shown + 1);
    else if (key === 'arrowleft') to(shown - 1);
    else if (hidden !== null && (key === 'y' || key === 'n')) guess(key === 'y');
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={board}
      className={styles.board}
      role="group"
      aria-label="Lesson: the arrow keys go on and back, Y and N guess"
      tabIndex={0}
      data-autofocus
      onKeyDownCapture={onKey}
    >
      <ol className={styles.steps} aria-live="polite">
        {steps.slice(0, shown).map(({ title, given, guess: question, blocks }, k) => {
          const own = guesses[k];
          const asking = k === shown - 1 && hidden !== null;
          return (
            <li key={k} ref={k === shown - 1 ? last : null} className={styles.step}>
              <h4 className={styles.title}>
                <span className={styles.number}>{k + 1}</span> <Inlines content={title} />
              </h4>
              {question !== null && own !== undefined && !asking && (
                <p className={styles.guessed} data-right={own === question.answer}>
                  You said {own ? 'yes' : 'no'}, which is{' '}
                  {own === question.answer ? 'right' : 'not right'}.
                </p>
              )}
              <Told blocks={given} />
              {asking ? (
                <Guess question={hidden.question} onGuess={guess} />
              ) : (
                <>
                  <Told blocks={blocks} />
                  {k === all - 1 && <Elsewhere lesson={lesson} />}
                </>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.controls}>
        <Button isDisabled={shown === 1} onPress={() => to(shown - 1)}>
          Back
        </Button>
        <Button
          look={shown === all ? 'plain' : 'primary'}
          isDisabled={shown === all}
          onPress={() => to(shown + 1)}
        >
          Next
        </Button>
        <span className={styles.progress}>
          {shown === all ? `All ${counted(all, 'step')}` : `Step ${shown} of ${all}`}
        </span>
        {step === 'all' ? (
          <Button look="quiet" onPress={() => go({ step: null })}>
            Start again
          </Button>
        ) : (
          <Button look="quiet" onPress={() => go({ step: 'all' })}>
            Show all
          </Button>
        )}
        <Switch isSelected={guessing} onChange={setGuessing}>
          Guess first
        </Switch>
      </div>
    </div>
  );
});

/** How many steps are shown, as the address says it. */
function shownSteps({ steps }: LessonResult, step: string | null): number {
  if (step === 'all') return steps.length;
  const asked = Number(step ?? 1);
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), steps.length) : 1;
}

function Guess({
  question,
  onGuess,
}: {
  readonly question: string;
  readonly onGuess: (yes: boolean) => void;
}) {
  return (
    <div className={styles.guess}>
      <p className={styles.question}>{question}</p>
      <p className={styles.buttons}>
        <Button onPress={() => onGuess(true)}>Yes</Button>
        <Button onPress={() => onGuess(false)}>No</Button>
      </p>
    </div>
  );
}
