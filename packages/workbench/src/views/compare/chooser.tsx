import { ArrowLeftRight, FolderOpen, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { Button, IconButton } from '../../design/button.js';
import { Choice } from '../../design/choice.js';
import { StandardChoice } from '../../design/standard-choice.js';
import { go } from '../../routes.js';
import { useWorkbench } from '../../workbench.js';
import { fileSide, type Side } from './sides.js';
import styles from './compare.module.css';

/** So many texts are shown side by side at most. */
const MOST = 4;

/** Chooses the texts that are compared, and the standard; all of it stands in the address. */
export function Chooser({
  sides,
  chosen,
}: {
  readonly sides: readonly Side[];
  /** Ids, the first two and then those beside them. */
  readonly chosen: readonly string[];
}) {
  const { variants } = useWorkbench();
  const options = sides.map(({ id, name }) => ({ id, label: name }));
  const unused = sides.filter(({ id }) => !chosen.includes(id));
  const choose = (ids: readonly string[]): void => {
    const [from, to, ...also] = ids;
    go({ from, to, also: also.length === 0 ? null : also.join(' ') }, 'replace');
  };
  return (
    <div className={styles.chooser}>
      {chosen.map((id, k) => (
        <div key={k} className={styles.side}>
          <Choice
            label={k === 0 ? 'From' : k === 1 ? 'To' : `Then (${k + 1})`}
            options={known(options, id)}
            value={id}
            onChange={(wished) => choose(chosen.with(k, wished))}
          />
          {k > 1 && (
            <IconButton
              icon={X}
              label={`Leave out text ${k + 1}`}
              onPress={() => choose(chosen.toSpliced(k, 1))}
            />
          )}
        </div>
      ))}
      <StandardChoice />
      <div className={styles.actions}>
        {chosen.length === 2 && (
          <IconButton
            icon={ArrowLeftRight}
            label="Swap the two texts"
            onPress={() => choose([chosen[1], chosen[0]])}
          />
        )}
        <FileTrigger
          acceptedFileTypes={['.standoff', 'text/plain']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file)
              void file.text().then((text) => {
                variants.take(file.name, text.replace(/\r\n?/g, '\n'));
                choose(chosen.with(1, fileSide(file.name)));
              });
          }}
        >
          <Button>
            <FolderOpen size={15} aria-hidden /> A file…
          </Button>
        </FileTrigger>
        {chosen.length < MOST && unused.length > 0 && (
          <Button onPress={() => choose([...chosen, unused[0].id])}>One more beside them</Button>
        )}
      </div>
    </div>
  );
}

/** With what the address names and is not at hand, so that it can be told. */
function known(
  options: readonly { readonly id: string; readonly label: string }[],
  id: string,
): readonly { readonly id: string; readonly label: string }[] {
  return options.some((one) => one.id === id)
    ? options
    : [...options, { id, label: 'Not at hand' }];
}
