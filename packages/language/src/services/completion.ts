import { RESERVED } from '@standoff/model';
import { FORMS } from '../forms.js';
import { actorAt, operandsAt, optionsOf } from './names-in-reach.js';
import type { Name } from './names-in-reach.js';
import { isName, isText, outlineOf } from './outline.js';
import type { Declared, DeclaredKind, Outline, Word } from './outline.js';
import { blockAt, GROUNDS, JOINING, WORDS_AT_START, WORDS_BEHIND } from './words-in-place.js';

export interface Completion {
  /** What is to stand there. */
  readonly word: string;
  readonly kind: DeclaredKind | 'word';
  /** The label of what is named, or how a part that begins with the word is written. */
  readonly detail: string | null;
}

export interface Completions {
  /** What is replaced, as UTF-16 offsets; `to` is the place asked about. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

/** Words behind which an expression goes on. */
const BEFORE_OPERAND: ReadonlySet<string> = new Set(
  'not and or xor implies if unless iff requires never always ( when signals ranks > >> >>> >>>> ~'.split(
    ' ',
  ),
);

/** Words behind which an actor is named. */
const BEFORE_ACTOR: ReadonlySet<string> = new Set(
  'between by to for relation perceives with'.split(' '),
);

/** Words behind which a new name or a text is given. */
const BEFORE_NEW: ReadonlySet<string> = new Set(
  'situation source actor option chance choice offer faction agreement scenario state claim promise threat assurance aka'.split(
    ' ',
  ),
);

/**
 * What may be written at a place of a text, sources, options and names before words. Nothing inside
 * texts and comments, and where a new name is given. Never throws.
 * @param offset UTF-16 units; what lies outside the text is taken for its end.
 */
export function completionsAt(text: string, offset: number): Completions {
  const to = Math.max(0, Math.min(offset, text.length));
  const head = text.slice(0, to);
  const [begun = ''] = /[\p{L}\p{N}_]*$/u.exec(head) ?? [];
  const from = to - begun.length;
  const outline = outlineOf(text);
  const line = head.slice(Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1);
  if (isInTextOrComment(line)) return { from, to, items: [] };
  const words = outline.words.filter((w) => w.to <= from);
  return { from, to, items: unique(itemsAt(outline, words, from, head)) };
}

function itemsAt(
  outline: Outline,
  words: readonly Word[],
  from: number,
  head: string,
): Completion[] {
  const { declared } = outline;
  const kind = (...kinds: DeclaredKind[]): Completion[] =>
    declared.filter((d) => kinds.includes(d.kind)).map((d) => named({ name: d.name, of: d }));
  if (head[from - 1] === '@') return kind('source');
  if (/@\S*$/.test(head.slice(0, from))) return [];
  const [second, last] = [words.at(-2), words.at(-1)];
  if (last?.image === '.') {
    return second === undefined ? [] : optionsOf(outline, second.image).map(named);
  }
  const image = last?.image ?? '';
  const operands = (): Completion[] => [
    ...operandsAt(outline, from).map(named),
    ...wordsOf(['not', 'all of', 'none of', 'at least', 'at most', 'exactly']),
  ];
  if (image === 'on' && second?.image === 'rests') return kind('claim');
  if (image === 'prevails') {
    const actor = actorAt(outline, from);
    return declared
      .filter((d) => d.kind === 'faction' && d.actor === actor)
      .map((of) => named({ name: of.name, of }));
  }
  if (image === 'of' && second?.image === 'unaware') {
    return optionsOf(outline, actorAt(outline, from) ?? '').map(named);
  }
  if (image === 'is') return kind('scenario');
  if (image === 'from' && second?.image === 'move') return operands();
  if (image === 'can' || image === 'cannot') return wordsOf(['move from']);
  if (image === 'as' && !isText(second))
    return blockAt(words) === 'top' ? wordsOf(['one state']) : [];
  if (image === 'keeps') return kind('promise', 'threat', 'assurance');
  if (image === 'refuses') return kind('offer');
  if (image === 'from' && second?.image === 'kept') return kind('actor');
  if (image === 'of' && ['between', 'with'].includes(words.at(-5)?.image ?? ''))
    return kind('actor');
  if (image === 'them' && second?.image === 'among') return kind('actor');
  if (image === ',' && isListOfActors(words)) return kind('actor');
  const named_ = last !== undefined && second?.image === 'option' && isName(last);
  if (!named_ && (image === 'not' || BEFORE_OPERAND.has(image))) return operands();
  if (BEFORE_ACTOR.has(image)) {
    const move = image === 'to' && /\b(?:can|cannot)\s+move\b[^{}]*$/.test(head);
    return move ? operands() : kind('actor');
  }
  if (BEFORE_NEW.has(image) && !(second?.image === 'option' || second?.image === '.')) return [];
  if (image === 'demand' || image === 'promise') return operands();
  const block = blockAt(words);
  if (block === 'graph')
    return image === '{' || image === ',' ? [] : wordsOf(['taken', 'unknown', ...GROUNDS]);
  const start = WORDS_AT_START.get(block) ?? [];
  if (block === 'list') return image === '{' || image === ',' ? operands() : wordsOf(JOINING);
  if (image === '=' || image === ':') return operands();
  const goOn = (WORDS_BEHIND.get(elementBefore(words)) ?? []).filter((w) => w !== image);
  const holds = block === 'prefers' || block === 'weighs';
  const starting = image === '' || '{}'.includes(image) || /[\r\n]\s*$/.test(head.slice(0, from));
  if (!starting && !isText(last) && last?.type !== 'EVIDENCE') {
    return wordsOf([...goOn, ...(holds ? [...JOINING, ...GROUNDS] : [])]);
  }
  return [
    ...(holds && starting ? operands() : []),
    ...wordsOf([...(starting ? start : []), ...goOn, ...(holds ? GROUNDS : [])]),
  ];
}

/** Whether the place lies inside a text or a comment of its line. */
function isInTextOrComment(line: string): boolean {
  const [rest = ''] = /(?:"|#(?<!@\S*#)).*$/su.exec(line.replace(/"(?:\\.|[^"\\])*"/g, '')) ?? [];
  return rest !== '';
}

function isListOfActors(words: readonly Word[]): boolean {
  const k = words.findLastIndex(
    ({ image, type }, i) => image !== ',' && !(type === 'ID' && words[i - 1]?.image !== '.'),
  );
  if (words[k]?.image === 'of') return ['between', 'with'].includes(words[k - 4]?.image ?? '');
  return ['between', 'to', 'with', 'them'].includes(words[k]?.image ?? '');
}

/** The word that began the element around the place. */
function elementBefore(words: readonly Word[]): string {
  for (let k = words.length - 1; k >= 0; k--) {
    const { image } = words[k];
    const before = words[k - 1]?.image ?? '';
    if (image === '}' || image === '{') return '';
    if (WORDS_BEHIND.has(image) && before !== '.' && before !== 'option') return image;
  }
  return '';
}

function named({ name, of }: Name): Completion {
  return { word: name, kind: of.kind, detail: detailOf(of) };
}

function detailOf({ label, actor, kind }: Declared): string | null {
  return label ?? (kind === 'option' ? `option of ${actor ?? ''}` : null);
}

function wordsOf(words: readonly string[]): Completion[] {
  return words.map((word) => ({
    word,
    kind: 'word',
    detail: RESERVED.has(word) ? null : (FORMS.get(word)?.form ?? null),
  }));
}

function unique(items: readonly Completion[]): Completion[] {
  const seen = new Set<string>();
  return items.filter(({ word }) => !seen.has(word) && seen.add(word));
}
