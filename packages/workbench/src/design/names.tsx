import type { StateShown } from '@standoff/situation';
import type { StateInline } from '@standoff/document';
import type { Evidence } from '@standoff/model';
import { Check, CircleDashed, Minus, Scale, X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useModel, useWords } from '../answers/use-answer.js';
import { useHref } from '../routes.js';
import { actorMarks, type ActorMark } from './actors.js';
import { Isolated } from './isolated.js';
import styles from './names.module.css';

export function useActorMarks(): ReadonlyMap<string, ActorMark> {
  const model = useModel();
  return useMemo(() => (model ? actorMarks(model) : new Map()), [model]);
}

/** The class that sets --actor to the colour of a decision maker. */
export function actorClass(mark: ActorMark | undefined): string {
  return (mark && styles[`actor${mark.colour}`]) ?? '';
}

/** An actor's mark alone, where its name is near; read out as the name. */
function ActorMarkOf({ id }: { readonly id: string }) {
  const mark = useActorMarks().get(id);
  return (
    <span className={`${styles.mark} ${actorClass(mark)}`} aria-hidden>
      {mark?.letters ?? id}
    </span>
  );
}

/** Mark and name, linked to where the text has the actor. */
export function ActorName({ id }: { readonly id: string }) {
  const href = useHref();
  const label = useModel()?.actors.find((actor) => actor.id === id)?.label ?? id;
  return (
    <a className={styles.actor} href={href({ element: id })}>
      <ActorMarkOf id={id} />
      <bdi>{label}</bdi>
    </a>
  );
}

/** A state by its name, linked to the panel that says why it holds or not. */
export function StateName({
  state,
  actor = null,
  concept = null,
}: {
  readonly state: StateShown;
  /** Set: the panel opens at this verdict. */
  readonly actor?: string | null;
  readonly concept?: string | null;
}) {
  const href = useHref();
  const words = useWords();
  const { name } = state;
  const today = name.added.length + name.dropped.length === 0;
  return (
    <a
      className={styles.state}
      href={href({ state: String(name.decimal), actor, concept })}
      title="Why it holds or not"
    >
      {today ? (
        'today’s state'
      ) : (
        <em>
          <Isolated text={name.label ?? words?.called(state) ?? ''} />
        </em>
      )}{' '}
      <span className={styles.decimal}>#{name.decimal}</span>
    </a>
  );
}

/** A state told of by a telling: its words, linked to the same panel. */
export function NumberedState({
  state: { decimal, text, verdict },
}: {
  readonly state: StateInline;
}) {
  const href = useHref();
  return (
    <a
      className={styles.state}
      href={href({
        state: decimal,
        actor: verdict?.actor ?? null,
        concept: verdict?.concept ?? null,
        step: null,
      })}
      title="Why it holds or not"
    >
      <Isolated text={text} />{' '}
      {!text.endsWith(`#${decimal}`) && <span className={styles.decimal}>#{decimal}</span>}
    </a>
  );
}

/** References to passages, each once: `@cogan:P7`. */
export function EvidenceChips({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const href = useHref();
  const references = [...new Map(evidence.map((one) => [referenceOf(one), one])).entries()];
  if (references.length === 0) return null;
  return (
    <span className={styles.chips}>
      {references.map(([reference, one]) => (
        <a
          key={reference}
          className={styles.chip}
          href={href({ paragraph: passageOf(one) })}
          title="The passage it rests on"
        >
          @{reference}
        </a>
      ))}
    </span>
  );
}

/** "cogan:P7-P9", "cogan#bank", "cogan". */
export function referenceOf({ source, paragraphs, annotation }: Evidence): string {
  const span =
    paragraphs === null
      ? ''
      : paragraphs.from === paragraphs.to
        ? `:P${paragraphs.from}`
        : `:P${paragraphs.from}-P${paragraphs.to}`;
  return `${source}${span}${annotation === null ? '' : `#${annotation}`}`;
}

/** As addresses have it: the source and the first paragraph, or the annotation. */
function passageOf({ source, paragraphs, annotation }: Evidence): string {
  if (paragraphs !== null) return `${source}:P${paragraphs.from}`;
  return annotation === null ? source : `${source}#${annotation}`;
}

export type Verdict = 'holds' | 'price' | 'fails' | 'quiet' | 'open';

const ICONS = { holds: Check, price: Scale, fails: X, quiet: Minus, open: CircleDashed } as const;

/** A verdict in a word or two, with a shape and a colour. */
export function Badge({
  verdict,
  children,
}: {
  readonly verdict: Verdict;
  readonly children: ReactNode;
}) {
  const Icon = ICONS[verdict];
  return (
    <span className={`${styles.badge} ${styles[verdict] ?? ''}`}>
      <Icon size={13} strokeWidth={2.25} aria-hidden />
      {children}
    </span>
  );
}
