import { dateInWords, sha256 } from '@standoff/report';
import { useMemo, useState } from 'react';
import { Button } from '../../design/button.js';
import { Card, Note } from '../../design/card.js';
import { useText, useVariants, useWorkbench } from '../../workbench.js';
import { KeepForm } from '../../variants/keep-form.js';
import type { Variant } from '../../variants/variants.js';
import { VariantItem } from './variant-item.js';
import styles from './compare.module.css';

/** What was done last here, and how to take it back. */
interface Done {
  readonly what: string;
  readonly undo: (() => void) | null;
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
  const open = (variant: Variant): void => {
    document.replace(variant.text, `opened the variant “${variant.name}”`);
    variants.opened(variant);
    setDone({
      what: `“${variant.name}” is now the text of the situation.`,
      undo: () => document.undo(),
    });
  };
  const remove = async (variant: Variant, place: number): Promise<void> => {
    if (!(await variants.remove(variant.id))) return;
    setDone({
      what: `“${variant.name}” is removed.`,
      undo: () => void variants.putBack(variant, place),
    });
  };
  return (
    <Card title="Variants kept beside the case">
      <KeepForm onKept={({ name }) => setDone({ what: `Kept as “${name}”.`, undo: null })} />
      <div aria-live="polite">
        {done !== null && (
          <p className={styles.done}>
            {done.what}{' '}
            {done.undo !== null && (
              <Button
                onPress={() => {
                  done.undo?.();
                  setDone(null);
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
