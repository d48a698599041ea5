import { FORMATS, TEXT_FORMATS } from '@standoff/evidence';
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../design/button.js';
import { useDrop } from '../design/drop.js';
import { roving } from '../design/roving.js';
import { useCaseSources } from '../workbench.js';
import styles from './source-pane.module.css';

/** The endings of files that are read as texts. */
export const TEXT_TYPES = TEXT_FORMATS.flatMap((format) => FORMATS[format].endings);

/** A button that opens the text of a source. */
export function OpenText({ source, label }: { readonly source: string; readonly label: string }) {
  const sources = useCaseSources();
  return (
    <FileTrigger
      acceptedFileTypes={TEXT_TYPES}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) void sources.add(source, file);
      }}
    >
      <Button>
        <FileText size={15} aria-hidden /> {label}
      </Button>
    </FileTrigger>
  );
}

/** Takes a file that is dropped on it as the text of a source. */
export function DropText({
  source,
  children,
}: {
  readonly source: string;
  readonly children: ReactNode;
}) {
  const sources = useCaseSources();
  const dropping = useDrop(({ files: [file] }) => void sources.add(source, file));
  return (
    <div ref={roving} className={styles.drop} {...dropping}>
      {children}
    </div>
  );
}
