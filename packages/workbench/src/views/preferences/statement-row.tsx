import { removeStatement, setDegree, setPerhaps, supposeOpposite } from '@standoff/language/edit';
import { degreeOfStatement, degreeWord, isWhatIf } from '@standoff/model';
import { percent } from '@standoff/questions';
import { ArrowDown, ArrowUp, EllipsisVertical, GripVertical } from 'lucide-react';
import {
  Button as AriaButton,
  GridListItem,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { IconButton } from '../../design/button.js';
import { Badge, EvidenceChips } from '../../design/names.js';
import { useHref, useRoutePart } from '../../routes.js';
import styles from './preferences.module.css';
import type { Act, StatementRow as Row } from './statements.js';

/** One statement of the list. */
export function StatementRow({
  id,
  place,
  row: { statement, group },
  begins,
  faction,
  words,
  act,
  step,
  edit,
}: {
  readonly id: string;
  /** Its number in the list, from 1. */
  readonly place: number;
  readonly row: Row;
  /** The first of those whose order is not known. */
  readonly begins: boolean;
  readonly faction: string | null;
  readonly words: string;
  readonly act: Act;
  readonly step: (by: 1 | -1) => void;
  readonly edit: () => void;
}) {
  const href = useHref();
  const element = useRoutePart('element');
  const { id: name, perhaps, because, evidence, redLine, label } = statement;
  const strong = degreeWord(degreeOfStatement(statement));
  return (
    <GridListItem
      id={id}
      textValue={words}
      className={styles.statement}
      data-group={group !== null}
      data-chosen={element === name}
    >
      <AriaButton slot="drag" className={styles.handle} aria-label={`Move statement ${place}`}>
        <GripVertical size={16} aria-hidden />
      </AriaButton>
      <span className={styles.number}>{place}</span>
      <div className={styles.statementBody}>
        {begins && <span className={styles.group}>in no known order</span>}
        <span className={styles.words}>{label === undefined ? words : `“${label}”: ${words}`}</span>
        <span className={styles.about}>
          {perhaps !== null && (
            <Badge verdict="open">
              perhaps{perhaps.probability !== null && `, ${percent(perhaps.probability)}`}
            </Badge>
          )}
          {redLine && <Badge verdict="price">red line</Badge>}
          {isWhatIf({ because, evidence }) && <Badge verdict="price">what if, uncited</Badge>}
          {strong !== '' && <Badge verdict="quiet">{strong}</Badge>}
          <a href={href({ element: name })} title="Where the text has it">
            {name}
          </a>
          {faction !== null && <span>only “{faction}”</span>}
          <EvidenceChips evidence={evidence} />
        </span>
        {because !== null && <span className={styles.because}>because {because}</span>}
      </div>
      <div className={styles.acts}>
        <IconButton
          icon={ArrowUp}
          label={`Move statement ${place} up`}
          keys="Alt ↑"
          onPress={() => step(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={`Move statement ${place} down`}
          keys="Alt ↓"
          onPress={() => step(1)}
        />
        <MenuTrigger>
          <IconButton icon={EllipsisVertical} label={`Change statement ${place}`} />
          <Popover className={styles.menuPlace}>
            <Menu className={styles.menu}>
              <MenuItem className={styles.menuItem} onAction={edit}>
                Edit …
              </MenuItem>
              <MenuItem
                className={styles.menuItem}
                onAction={() =>
                  act((text) => supposeOpposite(text, name), `negated ${name}, as a what-if`)
                }
              >
                What if it wanted the opposite?
              </MenuItem>
              <MenuItem
                className={styles.menuItem}
                onAction={() =>
                  act(
                    (text) => setPerhaps(text, name, perhaps === null ? { percent: null } : null),
                    perhaps === null ? `put ${name} in doubt` : `took ${name} as certain`,
                  )
                }
              >
                {perhaps === null ? 'Perhaps: it is not certain' : 'It is certain'}
              </MenuItem>
              <MenuItem
                className={styles.menuItem}
                onAction={() =>
                  act(
                    (text) => setDegree(text, name, strong === '' ? 2 : 1),
                    `said how much ${name} is wanted`,
                  )
                }
              >
                {strong === '' ? 'Strongly: much preferred' : 'Not strongly'}
              </MenuItem>
              <MenuItem
                className={styles.menuItem}
                onAction={() => act((text) => removeStatement(text, name), `removed ${name}`)}
              >
                Remove
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
    </GridListItem>
  );
}
