import { ReadError } from '@standoff/evidence';
import { sourceBlock, sourceNameOf } from '@standoff/evidence/records';
import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../design/button.js';
import { refusalText } from '../document/use-edit.js';
import { go } from '../routes.js';
import { useCaseSources, useWorkbench } from '../workbench.js';
import { TEXT_TYPES } from './open-text.js';
import { readInWorker } from './reading.js';
import styles from './source-pane.module.css';

/** Declares a text as the source of a situation that names none, and keeps it with the case. */
export function AddSource() {
  const { document } = useWorkbench();
  const sources = useCaseSources();
  const [told, setTold] = useState<string | null>(null);
  const add = async (file: File): Promise<string | null> => {
    const language = await import('./insertion.js').catch(() => null);
    if (language === null)
      return 'Not added: the page needs its server for that. Try again when it is back.';
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = await readInWorker(file.name, bytes);
    const id = sourceNameOf(file.name);
    const line = sourceBlock(id, text.metadata, file.name);
    const result = language.insertionOf(line)(document.text);
    if (!result.ok) return refusalText(result.refusal);
    await sources.keep(id, text, bytes);
    document.edit(result.edits, `added the source ${id}`);
    go({ paragraph: id });
    return null;
  };
  return (
    <div className={styles.open}>
      <FileTrigger
        acceptedFileTypes={TEXT_TYPES}
        onSelect={(files) => {
          const file = files?.[0];
          if (file === undefined) return;
          setTold(`Reading ${file.name} …`);
          void add(file).then(setTold, (error: unknown) => setTold(wordsOf(error)));
        }}
      >
        <Button>
          <FilePlus2 size={15} aria-hidden /> Add a source
        </Button>
      </FileTrigger>
      {told !== null && <p role="status">{told}</p>}
    </div>
  );
}

function wordsOf(error: unknown): string {
  if (error instanceof ReadError) return [error.message, error.hint].filter(Boolean).join(' ');
  return `Not added: ${error instanceof Error ? error.message : String(error)}`;
}
