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
import { go, useRoute } from '../routes.js';
import { useCaseSources, useWorkbench } from '../workbench.js';
import { AnnotationForm } from './annotation-form.js';
import type { Chosen } from './passage.js';
import type { TextRead } from './reading.js';
import styles from './source-pane.module.css';

/** What can be done with what is chosen in a text: note something on it, rest an element on it. */
export function PassageBar({
  source,
  text,
  chosen,
  onClose,
}: {
  readonly source: string;
  readonly text: TextRead;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}) {
  const { document } = useWorkbench();
  const sources = useCaseSources();
  const model = useModel();
  const { element } = useRoute();
  const [noting, setNoting] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const elements = model === null ? [] : linkable(model);
  const selected = elements.find(({ id }) => id === element)?.id ?? null;
  const range = chosen.what === 'passage' ? chosen.range : chosen.placed;
  const annotation = chosen.what === 'annotation' ? chosen.placed.id : null;
  const paragraphs =
    annotation === null ? paragraphsOf(text.paragraphs, range.start, range.end) : null;
  const reference = referenceText({ source, paragraphs, annotation });
  const link = async (id: string): Promise<void> => {
    const language = await import('@standoff/language/edit').catch(() => null);
    if (language === null) {
      setTold('Not linked: the page needs its server for that. Try again when it is back.');
      return;
    }
    const edit = language.attachEvidence(document.text, id, reference);
    const name = elements.find((one) => one.id === id)?.label ?? id;
    if (edit.ok) document.edit(edit.edits, `rested ${name} on ${reference}`);
    setTold(
      edit.ok
        ? `${name} now rests on ${reference}.`
        : `Not linked: ${edit.refusal.message}${edit.refusal.hint === undefined ? '' : `; ${edit.refusal.hint}`}.`,
    );
  };
  const put = (anchor: Anchor): Promise<boolean> =>
    sources.annotate((file) => withAnchor(file, anchor));
  const drop = ({ id }: Anchor): Promise<boolean> =>
    sources.annotate((file) => withoutAnchor(file, id));
  return (
    <section className={styles.bar} aria-label="What is chosen">
      <div className={styles.barHead}>
        <code>{reference}</code>
        <IconButton icon={X} label="Choose nothing" onPress={onClose} />
      </div>
      {chosen.what === 'annotation' && chosen.placed.anchor.comment !== null && (
        <p>{chosen.placed.anchor.comment}</p>
      )}
      {noting ? (
        <AnnotationForm
          words={text.text.slice(range.start, range.end)}
          onCancel={() => setNoting(false)}
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
              .then((stored) => {
                setNoting(false);
                setTold(stored ? `Kept as @${source}#${id}.` : null);
              });
          }}
        />
      ) : (
        <div className={styles.barActions}>
          {chosen.what === 'passage' && (
            <Button onPress={() => setNoting(true)}>
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
        </div>
      )}
      <p role="status">{told}</p>
    </section>
  );
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
