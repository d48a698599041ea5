import { counted } from '@standoff/questions';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../../answers/use-answer.js';
import type { Lesson } from '../../answers/lesson.js';
import { Button } from '../../design/button.js';
import { Switch } from '../../design/switch.js';
import { go, useRoute } from '../../routes.js';
import { Difference } from './comparison-body.js';
import { StepBody } from './step-body.js';
import { questionOf, shownSteps, titleOf } from './told.js';
import styles from './teaching.module.css';

/** The steps so far, the last of them hidden until it is guessed where that is wished. */
export function Board({ lesson }: { readonly lesson: Lesson }) {
  const { step } = useRoute();
  const words = useWords();
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
  if (words === null) return null;
  const all = lesson.steps.length;
  const asked = { actor: words.actor(lesson.actor), concept: lesson.concept };
  const open = step !== 'all' && guessing && guesses[shown - 1] === undefined;
  const hidden = open ? questionOf(lesson.steps[shown - 1], asked) : null;
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
        {lesson.steps.slice(0, shown).map((one, k) => {
          const question = questionOf(one, asked);
          const own = guesses[k];
          return (
            <li key={k} ref={k === shown - 1 ? last : null} className={styles.step}>
              <h4 className={styles.title}>
                <span className={styles.number}>{k + 1}</span> {titleOf(one, asked.actor)}
              </h4>
              {k === shown - 1 && hidden !== null ? (
                <Guess question={hidden.question} onGuess={guess}>
                  {one.kind === 'compare' && (
                    <Difference step={one} lesson={lesson} words={words} />
                  )}
                </Guess>
              ) : (
                <>
                  {question !== null && own !== undefined && (
                    <p className={styles.guessed} data-right={own === question.answer}>
                      You said {own ? 'yes' : 'no'}, which is{' '}
                      {own === question.answer ? 'right' : 'not right'}.
                    </p>
                  )}
                  <StepBody step={one} lesson={lesson} words={words} />
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
}

function Guess({
  question,
  onGuess,
  children,
}: {
  readonly question: string;
  readonly onGuess: (yes: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.guess}>
      {children}
      <p className={styles.question}>{question}</p>
      <p className={styles.buttons}>
        <Button onPress={() => onGuess(true)}>Yes</Button>
        <Button onPress={() => onGuess(false)}>No</Button>
      </p>
    </div>
  );
}
