import { elementsOf } from '@standoff/situation';
import { createAnchor, paragraphsOf, referenceText, type Anchor } from '@standoff/evidence/anchor';
import { withAnchor, withoutAnchor } from '@standoff/evidence/records';
import type { ConflictModel } from '@standoff/model';
import { Link2, MessageSquarePlus, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useModel } from '../answers/use-answer.js';
import { Button, IconButton } from '../design/button.js';
import { Choice } from '../design/choice.js';
import { placedElements } from '../document/elements.js';
import { later } from '../layout/later.js';
import { go, useRoutePart } from '../routes.js';
import { useCaseSources, useWorkbench } from '../workbench.js';
import { AnnotationForm } from './annotation-form.js';
import { makeStep } from './ledger-steps.js';
import type { Making } from './makings.js';
import { keptAs, marked } from './marking.js';
import type { Chosen } from './passage.js';
import type { TextRead } from './reading.js';
import styles from './source-pane.module.css';

const MakeElement = later(async () => (await import('./make-element.js')).MakeElement, 'at once');

const MAKINGS = [
  { making: 'actor', label: 'Actor' },
  { making: 'option', label: 'Option' },
  { making: 'wish', label: 'Wish' },
  { making: 'commitment', label: 'Promise or threat' },
  { making: 'event', label: 'Event' },
  { making: 'claim', label: 'Claim' },
  { making: 'left out', label: 'Leave out' },
] as const satisfies readonly { readonly making: Making; readonly label: string }[];

/** What can be done with what is chosen in a text: make an element of it, rest one on it, note something. */
export function PassageBar({
  source,
  text,
  chosen,
  onNext,
  onClose,
}: {
  readonly source: string;
  readonly text: TextRead;
  readonly chosen: Chosen;
  /** Goes on to the next open sentence; null: none is open. */
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
}) {
  const { document } = useWorkbench();
  const sources = useCaseSources();
  const [doing, setDoing] = useState<Making | 'note' | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const range = chosen.what === 'passage' ? chosen.range : chosen.placed;
  const annotation = chosen.what === 'annotation' ? chosen.placed.id : null;
  const paragraphs =
    annotation === null ? paragraphsOf(text.paragraphs, range.start, range.end) : null;
  const reference = referenceText({ source, paragraphs, annotation });
  const put = (anchor: Anchor): Promise<boolean> =>
    sources.annotate((file) => withAnchor(file, anchor));
  const drop = ({ id }: Anchor): Promise<boolean> =>
    sources.annotate((file) => withoutAnchor(file, id));
  const done = (words: string | null): void => {
    setDoing(null);
    setTold(words);
  };
  return (
    <section className={styles.bar} aria-label="What is chosen">
      <div className={styles.barHead}>
        <code>{reference}</code>
        <IconButton icon={X} label="Choose nothing" onPress={onClose} />
      </div>
      {chosen.what === 'annotation' && chosen.placed.anchor.comment !== null && (
        <p dir="auto">{chosen.placed.anchor.comment}</p>
      )}
      {doing === 'note' ? (
        <AnnotationForm
          words={text.text.slice(range.start, range.end)}
          onCancel={() => setDoing(null)}
          onSave={({ id, comment, keep }) => {
            const anchor = createAnchor(text, {
              id,
              source,
              ...range,
              comment,
              keep,
              created: new Date().toISOString(),
            });
            void document
              .editBeside([], `annotated ${reference}`, {
                make: () => put(anchor),
                takeBack: () => drop(anchor),
              })
              .then((stored) => done(stored ? `Kept as @${source}#${id}.` : null));
          }}
        />
      ) : doing !== null ? (
        <MakeElement
          key={doing}
          making={doing}
          source={source}
          text={text}
          range={range}
          onMade={done}
          onCancel={() => setDoing(null)}
        />
      ) : (
        <>
          {chosen.what === 'passage' && (
            <div className={styles.barActions} role="group" aria-label="Make of it">
              {MAKINGS.map(({ making, label }) => (
                <Button
                  key={making}
                  onPress={() => {
                    setTold(null);
                    setDoing(making);
                  }}
                >
                  {label}
                </Button>
              ))}
            </div>
          )}
          <div className={styles.barActions}>
            {chosen.what === 'passage' && (
              <Button onPress={() => setDoing('note')}>
                <MessageSquarePlus size={15} aria-hidden /> Annotate
              </Button>
            )}
            {chosen.what === 'annotation' && (
              <Button
                onPress={() => {
                  const { anchor } = chosen.placed;
                  void document
                    .editBeside([], `removed the annotation ${anchor.id}`, {
                      make: () => drop(anchor),
                      takeBack: () => put(anchor),
                    })
                    .then(onClose);
                }}
              >
                <Trash2 size={15} aria-hidden /> Remove
              </Button>
            )}
            <LinkTo
              source={source}
              text={text}
              chosen={chosen}
              plain={reference}
              onTold={setTold}
            />
          </div>
        </>
      )}
      <div className={styles.barActions}>
        <p role="status">{told}</p>
        {told !== null && onNext !== null && <Button onPress={onNext}>Next open sentence</Button>}
      </div>
    </section>
  );
}

/** Rests an element that is there on what is chosen: on its words, or on paragraphs that are chosen whole. */
function LinkTo({
  source,
  text,
  chosen,
  plain,
  onTold,
}: {
  readonly source: string;
  readonly text: TextRead;
  readonly chosen: Chosen;
  /** The reference without the words. */
  readonly plain: string;
  readonly onTold: (told: string) => void;
}) {
  const workbench = useWorkbench();
  const sources = useCaseSources();
  const model = useModel();
  const element = useRoutePart('element');
  const elements = model === null ? [] : linkable(model);
  const selected = elements.find(({ id }) => id === element)?.id ?? null;
  const link = async (id: string): Promise<void> => {
    const language = await import('@standoff/language/edit').catch(() => null);
    if (language === null) {
      onTold('Not linked: the page needs its server for that. Try again when it is back.');
      return;
    }
    const { annotations } = sources.state.getState();
    const mark =
      chosen.what === 'annotation' || isWhole(chosen.range, text)
        ? null
        : marked(text, annotations, {
            source,
            range: chosen.range,
            statement: null,
            keep: keptAs(annotations, source),
          });
    if (typeof mark === 'string') {
      onTold(mark);
      return;
    }
    const reference = mark?.reference ?? plain;
    const name = elements.find((one) => one.id === id)?.label ?? id;
    const refused = await makeStep(workbench, sources, {
      what: `rested ${name} on ${reference}`,
      edit: (situation) => language.attachEvidence(situation, id, reference),
      mark,
    });
    onTold(refused ?? `${name} now rests on ${reference}.`);
  };
  return (
    <>
      {elements.length > 0 && (
        <Choice
          label="Element that rests on it"
          hideLabel
          options={[{ id: '', label: 'Choose an element' }, ...elements]}
          value={selected ?? ''}
          onChange={(id) => go({ element: id || null }, 'replace')}
        />
      )}
      <Button
        look="primary"
        isDisabled={selected === null}
        onPress={() => selected !== null && void link(selected)}
      >
        <Link2 size={15} aria-hidden /> Link
      </Button>
    </>
  );
}

/** Whether a range is paragraphs from the first word to the last. */
function isWhole(
  range: { readonly start: number; readonly end: number },
  { paragraphs }: TextRead,
): boolean {
  const touched = paragraphs.filter((one) => one.start < range.end && one.end > range.start);
  return touched.at(0)?.start === range.start && touched.at(-1)?.end === range.end;
}

/** What can rest on a passage, by its words and what it is; no source rests on a text. */
function linkable(model: ConflictModel): { readonly id: string; readonly label: string }[] {
  const known = new Map(elementsOf(model).map((element) => [element.id, element]));
  return placedElements(model).flatMap(({ id }) => {
    const element = known.get(id);
    if (element?.kind === 'source') return [];
    return { id, label: element ? `${element.text} (${element.kind} ${id})` : id };
  });
}
