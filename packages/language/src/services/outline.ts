import { GRAPH } from '@standoff/model';
import { occurrencesIn } from '../occurrences.js';
import { isDeclaring, isEnding, type DeclaringWord } from '../kinds.js';
import type { Occurrence } from '../occurrences.js';
import { tokenize } from '../parser.js';
import { readTree } from '../read-situation.js';

export type DeclaredKind = DeclaringWord;

/** What stands inside an actor; everything else that has a name stands at the top. */
const INSIDE: ReadonlySet<string> = new Set(['option', 'faction']);

/** Something that a text gives a name. Offsets in UTF-16 units. */
export interface Declared {
  readonly kind: DeclaredKind;
  readonly name: string;
  /** "NK.suspend" for an option or a faction, otherwise the name. */
  readonly id: string;
  /** The actor in whose braces it stands; null: at the top. */
  readonly actor: string | null;
  readonly label: string | null;
  /** The name alone. */
  readonly at: { readonly from: number; readonly to: number };
  /** All of it, from its first word. */
  readonly from: number;
  readonly to: number;
  /** As written: "@cogan:P7", "inferred from @cogan:P7". */
  readonly evidence: readonly string[];
  readonly because: readonly string[];
  /** The parties of an agreement, or the members that vote on an option. */
  readonly parties: readonly string[];
}

export interface Word {
  readonly image: string;
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** A text as far as it can be read. */
export interface Outline {
  readonly words: readonly Word[];
  readonly declared: readonly Declared[];
  /** Every name and what it stands for; null where the text cannot be read as a whole. */
  readonly occurrences: readonly Occurrence[] | null;
}

export function isName({ type, image }: Word): boolean {
  return type === 'ID' || /^[a-z]+$/.test(image);
}

export function isText(word: Word | undefined): boolean {
  return word !== undefined && /TEXT$/.test(word.type);
}

/** Whether the next name in an agreement or an offer is that of a party. */
function isPartyBehind(kind: DeclaredKind, before: string): boolean {
  if (kind === 'offer') return ['by', 'to', ','].includes(before);
  return kind === 'agreement' && ['between', 'of', ','].includes(before);
}

/** Words behind which the members of an actor are named. */
const BEFORE_MEMBER: ReadonlySet<string> = new Set(['with', 'of', ',']);

/** Those that the actor before this word acts with, as far as they are named. */
function membersIn(words: readonly Word[], actor: number): string[] {
  const members: string[] = [];
  let acts = false;
  for (let k = actor + 2; k < words.length && words[k].image !== '{'; k++) {
    acts ||= words[k].image === 'acts' && words[k + 1]?.image === 'with';
    if (acts && words[k].image === 'among') break;
    if (acts && isName(words[k]) && BEFORE_MEMBER.has(words[k - 1].image))
      members.push(words[k].image.normalize('NFC'));
  }
  return members;
}

function unquoted(image: string): string {
  return image.slice(1, /["\u201D\u00BB]$/.test(image) ? -1 : undefined).replace(/\\(.)/g, '$1');
}

/** Reads what can be read of any text. Never throws. */
export function outlineOf(text: string): Outline {
  const words = tokenize(text).tokens.map(({ image, tokenType, startOffset }) => ({
    image,
    type: tokenType.name,
    from: startOffset,
    to: startOffset + image.length,
  }));
  const { tree } = readTree(text);
  const occurrences = tree === null ? null : occurrencesIn(tree);
  const declared = new Survey(words).declared;
  if (occurrences === null) return { words, declared, occurrences };
  // Words of the language may be names too: the tree knows where they are none.
  const given = new Set(occurrences.flatMap(({ from, declares }) => (declares ? [from] : [])));
  return { words, declared: declared.filter(({ at }) => given.has(at.from)), occurrences };
}

/** Finds the declarations among the words, whatever stands between them. */
class Survey {
  readonly declared: Declared[] = [];
  readonly #words: readonly Word[];

  constructor(words: readonly Word[]) {
    this.#words = words;
    let depth = 0;
    let actor: string | null = null;
    let members: readonly string[] = [];
    let chooses = false;
    let places = false;
    for (const [i, word] of words.entries()) {
      // What is typed may leave a brace open; nothing but an element begins a line so.
      if (word.image === 'actor' && this.#begins(i, 'actor')) [depth, actor] = [0, null];
      if (word.image === '{') {
        depth += 1;
        chooses = words[i - 2]?.image === 'one' && words[i - 1].image === 'of';
        places = depth === 1 && this.#isGraph(i);
      } else if (word.image === '}') depth = Math.max(0, depth - 1);
      if (actor !== null && depth === 2 && chooses && this.#isSaidHere(i))
        this.declared.push(this.#read(i - 1, 'option', actor, members));
      if (depth === 1 && places && isName(word) && ['{', ','].includes(words[i - 1].image))
        this.declared.push(this.#read(i - 1, 'option', GRAPH));
      if (depth === 0 && word.image === '}') actor = null;
      const { image: kind } = word;
      if (!isDeclaring(kind)) continue;
      const inside = INSIDE.has(kind);
      if (inside ? depth !== 1 || actor === null : depth !== 0) continue;
      if (!this.#begins(i, kind)) continue;
      const found = this.#read(i, kind, inside ? actor : null, kind === 'option' ? members : []);
      this.declared.push(found);
      if (kind === 'actor') [actor, members] = [found.name, membersIn(words, i)];
    }
  }

  /** Whether a choice says an option here: the first or a further one in its braces, with a label. */
  #isSaidHere(i: number): boolean {
    const words = this.#words;
    return isName(words[i]) && isText(words[i + 1]) && ['{', ','].includes(words[i - 1].image);
  }

  /** Whether the states of a graph stand behind this brace. */
  #isGraph(i: number): boolean {
    const words = this.#words;
    if (words[i - 1]?.image !== 'of') return false;
    return words[i - 3]?.image === 'graph' || words[i - 4]?.image === 'graph';
  }

  /** Whether a name is given behind this word. */
  #begins(i: number, kind: DeclaredKind): boolean {
    const words = this.#words;
    const [before, name, next] = [words[i - 1], words[i + 1], words[i + 2]];
    if (before?.image === '.' || (before !== undefined && isDeclaring(before.image))) return false;
    if (name === undefined || !isName(name) || next?.image === '.') return false;
    switch (kind) {
      case 'situation':
      case 'source':
      case 'claim':
        return isText(next);
      case 'scenario':
      case 'state':
        return next?.image === '=' || isText(next);
      case 'offer':
        return next?.image === 'by' || isText(next);
      case 'agreement':
        return next?.image === 'between' || isText(next);
      case 'promise':
      case 'threat':
      case 'assurance':
      case 'demand':
        return next?.image === ':' || (isText(next) && words[i + 3]?.image === ':');
      default:
        return true;
    }
  }

  #read(
    i: number,
    kind: DeclaredKind,
    actor: string | null,
    members: readonly string[] = [],
  ): Declared {
    const words = this.#words;
    const at = words[i + 1];
    const name = at.image.normalize('NFC');
    const evidence: string[] = [];
    const because: string[] = [];
    const parties: string[] = [...members];
    let depth = 0;
    let last = i + 1;
    for (let k = i + 2; k < words.length; k++) {
      const word = words[k];
      if (depth === 0 && (word.image === '}' || (words[i].image !== kind && word.image === ',')))
        break;
      if (depth === 0 && this.#endsAt(k)) break;
      if (word.image === '{') depth += 1;
      else if (word.image === '}') depth -= 1;
      else if (depth === 0) {
        const before = words[k - 1].image;
        if (word.type === 'EVIDENCE')
          evidence.push(before === 'from' ? `inferred from ${word.image}` : word.image);
        else if (isText(word) && before === 'because') because.push(unquoted(word.image));
        else if (isPartyBehind(kind, before)) {
          if (isName(word)) parties.push(word.image.normalize('NFC'));
        }
      }
      last = k;
    }
    const label = words[i + 2];
    return {
      kind,
      name,
      id: actor === null ? name : `${actor}.${name}`,
      actor,
      label: label !== undefined && isText(label) ? unquoted(label.image) : null,
      at: { from: at.from, to: at.to },
      from: words[i].image === kind ? words[i].from : at.from,
      to: words[last].to,
      evidence,
      because,
      parties,
    };
  }

  #endsAt(k: number): boolean {
    const word = this.#words[k];
    if (this.#words[k - 1]?.image === '.') return false;
    if (isEnding(word.image) || this.#words[k + 1]?.image === 'perceives') return true;
    if (!isDeclaring(word.image)) return false;
    return isText(this.#words[k + 1]) || this.#begins(k, word.image);
  }
}
