import { ENCODINGS } from '@standoff/evidence';
import { useState } from 'react';
import { Button } from '../design/button.js';
import { Choice } from '../design/choice.js';
import styles from './source-pane.module.css';

const OPTIONS = ENCODINGS.map((id) => ({ id, label: id }));

/** Names how the letters of a text are written, where nothing tells or what was told is wrong. */
export function EncodingChoice({
  known = ENCODINGS[0],
  onRead,
}: {
  /** As it was read. */
  readonly known?: string;
  readonly onRead: (encoding: string) => void;
}) {
  const [encoding, setEncoding] = useState(known);
  return (
    <div className={styles.encoding}>
      <Choice label="Encoding" options={OPTIONS} value={encoding} onChange={setEncoding} />
      <Button onPress={() => onRead(encoding)}>Read it so</Button>
    </div>
  );
}
