import type { EditResult } from '@standoff/language';
import {
  addStatement,
  addToActor,
  insertElement,
  quoted,
  type Flag,
} from '@standoff/language/edit';
import type { StatementKind } from '@standoff/evidence/anchor';
import type { ConflictModel } from '@standoff/model';
import type { CommitmentDraft, Draft } from '../forms/drafts.js';
import { headOf } from '../forms/heads.js';
import { missingIn, whole } from '../forms/missing.js';
import { sound } from '../forms/sound.js';

/** What a passage can become. */
export type Making = 'actor' | 'option' | 'wish' | 'commitment' | 'event' | 'claim' | 'left out';

/** As buttons and the history call them. */
export const CALLED: Readonly<Record<Making, string>> = {
  actor: 'actor',
  option: 'option',
  wish: 'wish',
  commitment: 'promise or threat',
  event: 'event',
  claim: 'claim',
  'left out': 'left-out statement',
};

/** What stands in the form that makes an element of a passage. */
export interface MakingDraft {
  readonly making: Making;
  /** As people call it; of what is left out, what that is. */
  readonly label: string;
  /** In the text; empty where it needs none. */
  readonly name: string;
  /** Whose option or wish it is. */
  readonly actor: string;
  /** Whether an option is taken today. */
  readonly today: Flag;
  /** What is wished, in the language. */
  readonly wants: string;
  /** What the form of a commitment, an event or a claim has besides. */
  readonly more: Draft | null;
  /** Whether the source says it, or the analyst infers it. */
  readonly inferred: boolean;
  /** Why it is inferred, or left out. */
  readonly because: string;
}

const SAID: Readonly<Record<CommitmentDraft['is'], StatementKind>> = {
  promise: 'promises',
  threat: 'threatens',
  demand: 'demands',
  assurance: 'assures',
};

/** What the passage is as a statement of the ledger; null: it only names something, or is left out. */
export function statementKind({ making, more }: MakingDraft): StatementKind | null {
  switch (making) {
    case 'option':
      return 'can';
    case 'wish':
      return 'wants';
    case 'event':
      return 'happened';
    case 'claim':
      return 'says';
    case 'commitment':
      return more?.kind === 'commitment' ? SAID[more.is] : null;
    case 'actor':
    case 'left out':
      return null;
  }
}

/** The edit that makes the element, resting on a reference; refused where something has to be said yet. */
export function editOf(
  draft: MakingDraft,
  reference: string,
  model: ConflictModel,
): (text: string) => EditResult {
  const { making, name, actor, today, wants, more, inferred } = draft;
  const label = draft.label.trim();
  const because = draft.because.trim();
  const grounds = inferred
    ? `inferred from ${reference} because ${quoted(because)}`
    : making === 'left out'
      ? `${reference} because ${quoted(because)}`
      : reference;
  const said = label === '' ? null : label;
  const edit = (text: string): EditResult => {
    switch (making) {
      case 'actor':
        return insertElement(text, `actor ${name} ${quoted(label)} ${grounds}`);
      case 'option': {
        const flag = today === 'open' ? '' : ` ${today}`;
        return addToActor(text, actor, `option ${name} ${quoted(label)}${flag} ${grounds}`);
      }
      case 'wish': {
        const called = said === null ? '' : ` as ${quoted(said)}`;
        return addStatement(text, `${wants}${called} ${grounds}`, { lastOf: { actor } });
      }
      case 'left out':
        return insertElement(text, `left out ${quoted(label)} ${grounds}`);
      default:
        return insertElement(text, `${headOf(more!, name, said, model)} ${grounds}`);
    }
  };
  return whole(unsaid(draft), sound(edit));
}

function unsaid({ making, label, name, actor, wants, more, inferred, because }: MakingDraft) {
  const none = (words: string): boolean => words.trim() === '';
  if (none(label) && making !== 'wish' && making !== 'commitment')
    return making === 'left out' ? 'it is not said what is left out' : 'it needs a label';
  if ((making === 'actor' || making === 'option' || making === 'claim') && none(name))
    return 'it needs a name';
  if ((making === 'option' || making === 'wish') && actor === '')
    return 'it is not said which actor’s it is';
  if (making === 'wish' && none(wants)) return 'it is not said what is wished';
  if (making === 'left out' && none(because)) return 'it is not said why it is left out';
  if (inferred && none(because)) return 'it is not said why you infer it';
  return more && missingIn(more);
}
