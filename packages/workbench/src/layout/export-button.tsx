import { FORMATS, type ExchangeNote, type Format } from '@standoff/exchange';
import { Share } from 'lucide-react';
import { useState } from 'react';
import { useModel } from '../answers/use-answer.js';
import { Button, IconButton } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { download } from '../files/download.js';
import { useWorkbench } from '../workbench.js';
import styles from './header.module.css';

/** What came of the last file: notes, or why there is none. */
type Outcome =
  | { readonly file: string; readonly notes: readonly ExchangeNote[] }
  | { readonly problem: string };

/** The model for other programs and papers, in every form that is written, and the case as one file. */
export function ExportButton() {
  const { store } = useWorkbench();
  const model = useModel();
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const open = (is: boolean): void => {
    setOpen(is);
    setOutcome(null);
  };
  const write = async ({ writer, ending }: Format): Promise<void> => {
    try {
      const { content, notes } = (await writer!())(model!, {});
      const file = `${store.name}.${ending}`;
      download(file, new Blob([content as BlobPart]));
      setOutcome({ file, notes });
    } catch (error) {
      setOutcome({ problem: error instanceof Error ? error.message : String(error) });
    }
  };
  const pack = async (texts: boolean): Promise<void> => {
    try {
      const { packStored } = await import('../files/case-package.js');
      const { content, without } = await packStored(store, texts);
      const file = `${store.name}.zip`;
      download(file, new Blob([content as BlobPart]));
      const message = texts
        ? 'There is no such text here: it is not in the package'
        : 'Left out; who has the same text puts it in that place';
      setOutcome({ file, notes: without.map((place) => ({ place, message })) });
    } catch (error) {
      setOutcome({ problem: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <>
      <IconButton icon={Share} label="Export for other programs" onPress={() => open(true)} />
      <Dialog title="Export for other programs" isOpen={isOpen} onClose={() => open(false)}>
        <ul className={styles.forms}>
          {FORMATS.filter(({ writer }) => writer !== null).map((format) => (
            <li key={format.name}>
              <Button isDisabled={model === null} onPress={() => void write(format)}>
                .{format.ending}
              </Button>{' '}
              {format.what}
            </li>
          ))}
          <li>
            <Button onPress={() => void pack(true)}>.zip</Button> the case as one file, with the
            texts of its sources
          </li>
          <li>
            <Button onPress={() => void pack(false)}>.zip, no texts</Button> the same without the
            texts, which are somebody else’s
          </li>
        </ul>
        {outcome !== null && (
          <div role="status">
            <p>
              {'problem' in outcome
                ? `Nothing is written: ${outcome.problem}.`
                : `Saved as ${outcome.file}.`}
            </p>
            <ul>
              {'notes' in outcome &&
                outcome.notes.map(({ place, message }) => (
                  <li key={`${place} ${message}`}>
                    {place === null ? message : `${place}: ${message}`}.
                  </li>
                ))}
            </ul>
          </div>
        )}
      </Dialog>
    </>
  );
}
