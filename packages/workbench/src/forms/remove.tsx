import {
  removeElement,
  removeWithUses,
  usesOf,
  type Target,
  type Use,
} from '@standoff/language/edit';
import { counted } from '@standoff/questions';
import { Trash2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useWords } from '../answers/use-answer.js';
import { Button } from '../design/button.js';
import { useEdit } from '../document/use-edit.js';
import { go, useHref } from '../routes.js';
import { useText, useWorkbench } from '../workbench.js';
import { sectionsOf } from './entries.js';
import styles from './forms.module.css';
import { useForms } from './situation.js';
import { sound } from './sound.js';
import { inWordsOf } from './spoken-of.js';

const BECOMES: Readonly<Record<Use['becomes'], string>> = {
  gone: 'goes too',
  less: 'stays, without speaking of it',
  open: 'cannot go by itself: change it first',
};

/** Takes an element out; where others speak of it, together with what they say of it, if one wants to. */
export function Remove({ target, name }: { readonly target: Target; readonly name: string }) {
  const { document } = useWorkbench();
  const { make, refusal } = useEdit();
  const [asking, ask] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const remove = (withUses: boolean): void => {
    const edit = withUses
      ? sound((text) => removeWithUses(text, target))
      : (text: string) => removeElement(text, target);
    const used = !withUses && usesOf(document.text, target).length > 0;
    if (used) {
      ask(true);
      return;
    }
    // The focus stays near what is gone: at the head of its section.
    const head = place.current?.closest('section')?.querySelector('button');
    if (!make(edit, withUses ? `removed ${name} and what speaks of it` : `removed ${name}`)) return;
    go({ element: null }, 'replace');
    head?.focus();
  };
  return (
    <div ref={place} className={styles.remove}>
      <Button isDisabled={asking} onPress={() => remove(false)}>
        <Trash2 size={15} aria-hidden /> Remove {name}
      </Button>
      {asking && (
        <Uses
          target={target}
          name={name}
          onRemove={() => remove(true)}
          onCancel={() => ask(false)}
        />
      )}
      {refusal !== null && (
        <p className={styles.problem} role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}

/** What speaks of an element, each with what becomes of it. */
function Uses({
  target,
  name,
  onRemove,
  onCancel,
}: {
  readonly target: Target;
  readonly name: string;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}) {
  const text = useText();
  const { model } = useForms();
  const words = useWords();
  const href = useHref();
  const uses = useMemo(() => usesOf(text, target), [text, target]);
  const sections = useMemo(() => sectionsOf(model), [model]);
  const inWords = inWordsOf(model, sections, words);
  const open = uses.some(({ becomes }) => becomes === 'open');
  return (
    <div className={styles.uses} role="group" aria-label={`What speaks of ${name}`}>
      <p role="status">
        {uses.length === 0
          ? `Nothing speaks of ${name} any more.`
          : `${counted(uses.length, 'element')} ${uses.length === 1 ? 'speaks' : 'speak'} of ${name}, or of what goes with it:`}
      </p>
      <ul className={styles.usesList} tabIndex={0} aria-label={`Elements that speak of ${name}`}>
        {uses.map((use, k) => {
          const { address, said } = inWords(use);
          return (
            <li key={k} data-becomes={use.becomes}>
              {address === null ? said : <a href={href({ element: address })}>{said}</a>}{' '}
              <span className={styles.soft}>{BECOMES[use.becomes]}</span>
            </li>
          );
        })}
      </ul>
      <div className={styles.acts}>
        {!open && (
          <Button look="primary" autoFocus onPress={onRemove}>
            Remove {name}
            {uses.length > 0 && ' and what speaks of it'}
          </Button>
        )}
        <Button {...(open ? { autoFocus: true } : {})} onPress={onCancel}>
          Keep it
        </Button>
      </div>
    </div>
  );
}
