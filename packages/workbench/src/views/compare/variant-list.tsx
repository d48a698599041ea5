import { dateInWords, sha256 } from '@standoff/questions';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../design/button.js';
import { Card, Note } from '../../design/card.js';
import { useText, useVariants, useWorkbench } from '../../workbench.js';
import { KeepForm } from '../../variants/keep-form.js';
import type { Variant } from '../../variants/variants.js';
import { VariantItem } from './variant-item.js';
import styles from './compare.module.css';

/** What was done last here. */
interface Done {
  readonly what: string;
  readonly undo?: {
    readonly back: () => void;
    /** What is said once it is taken back. */
    readonly then: string;
    /** The text that has to stand for this: another change of it would be undone. Null: none has to. */
    readonly text: string | null;
  };
  /** The button that was pressed is gone, or does nothing more: what was done takes the focus. */
  readonly takesFocus: boolean;
}

/** The variants that are kept beside the case, and a place to keep the text as it stands. */
export function VariantList({
  opened,
  onCompare,
}: {
  /** The text as it was opened. */
  readonly opened: string;
  readonly onCompare: (id: string) => void;
}) {
  const { document, variants } = useWorkbench();
  const text = useText();
  const kept = useVariants((state) => state.variants);
  const broken = useVariants((state) => state.broken);
  const [done, setDone] = useState<Done | null>(null);
  const made = useMemo(() => madeWords(kept, opened), [kept, opened]);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done?.takesFocus) told.current?.focus();
  }, [done]);
  const undo =
    done?.undo && (done.undo.text === null || done.undo.text === text) ? done.undo : null;
  const open = (variant: Variant): void => {
    document.replace(variant.text, `opened the variant “${variant.name}”`);
    variants.opened(variant);
    setDone({
      what: `“${variant.name}” is now the text of the situation.`,
      undo: {
        back: () => document.undo(),
        then: 'The text is as it was before.',
        text: variant.text,
      },
      takesFocus: true,
    });
  };
  const remove = async (variant: Variant, place: number): Promise<void> => {
    if (!(await variants.remove(variant.id))) return;
    setDone({
      what: `“${variant.name}” is removed.`,
      undo: {
        back: () => void variants.putBack(variant, place),
        then: `“${variant.name}” is back.`,
        text: null,
      },
      takesFocus: true,
    });
  };
  return (
    <Card title="Variants kept beside the case">
      <KeepForm onKept={({ name }) => setDone({ what: `Kept as “${name}”.`, takesFocus: false })} />
      <div aria-live="polite">
        {done !== null && (
          <p ref={told} tabIndex={-1} className={styles.done}>
            {done.what}{' '}
            {undo !== null && (
              <Button
                onPress={() => {
                  undo.back();
                  setDone({ what: undo.then, takesFocus: true });
                }}
              >
                Undo
              </Button>
            )}
          </p>
        )}
      </div>
      {kept.length === 0 && broken === null ? (
        <Note>
          None yet. Keep the text before you try something out, or keep what you tried: each variant
          is a whole text, in <code>variants.json</code> beside the situation, to be compared,
          opened, or taken away as a file.
        </Note>
      ) : (
        <ul className={styles.variants}>
          {kept.map((variant, place) => (
            <VariantItem
              key={variant.id}
              variant={variant}
              made={made[place]}
              isPresent={variant.text === text}
              onCompare={() => onCompare(variant.id)}
              onOpen={() => open(variant)}
              onRemove={() => void remove(variant, place)}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** When each was kept and what it was made from: the first text of that content, if there is one. */
function madeWords(kept: readonly Variant[], opened: string): string[] {
  const origins = new Map([[sha256(opened), 'the text as it was opened']]);
  return kept.map(({ text, name, madeFrom, kept: at }) => {
    const own = sha256(text);
    const origin = origins.get(madeFrom) ?? 'a text that is not kept';
    if (!origins.has(own)) origins.set(own, `“${name}”`);
    return `${whenWords(at)}${own === madeFrom ? '' : ` · made from ${origin}`}`;
  });
}

/** "25 November 2026, 18:40", where the reader is. */
function whenWords(kept: string): string {
  const at = new Date(kept);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${dateInWords(day)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}
