import {
  BODIES,
  DISTRICT,
  HEAD_OF_STATE,
  NO_ACTORS,
  OF_A_STATE,
  OF_A_TRADER,
  ONLY_OF_A_NAME,
  PLACES,
  STATE_OFFICE,
  TITLES,
  TRADERS,
} from './actor-words.js';
import { officesBeside } from './actor-offices.js';
import { PHRASES, piecesOf, type Token } from './name-runs.js';
import { nameOfAdjective, recurringNames } from './recurring-names.js';
import { sentenceAt, type Passage } from './rule.js';

/** What is known of an actor while the text is read. */
interface Known {
  readonly kind: 'state' | 'person' | 'body' | 'name';
  /** The name that the actor is called by. */
  readonly name: string;
}

/** The names of the whole text, and which actor each stands for. */
export class Names {
  readonly #actors = new Map<string, Known>();
  /** Single words and whole names to actors. */
  readonly #by = new Map<string, string>();
  /** States that the model has, to its ids. */
  readonly #ids = new Map<string, string>();
  /** Names of persons. */
  readonly #personal = new Set<string>();
  /** Who is only described, by the whole description and by its noun. */
  readonly #described = new Map<string, string>();
  /** Persons with an office of state whose state was not named beside them. */
  readonly #unplaced: {
    readonly name: string;
    readonly family: string;
    readonly p: number;
    readonly at: number;
  }[] = [];
  /** Persons who may act for a body that is named beside their office. */
  readonly #persons: {
    readonly name: string;
    readonly family: string;
    readonly p: number;
    readonly start: number;
    readonly end: number;
  }[] = [];
  readonly #bodies: {
    readonly words: ReadonlySet<string>;
    readonly actor: string;
    readonly trades: boolean;
  }[] = [];

  constructor(
    passages: readonly Passage[],
    runs: readonly Token[][][],
    given: ReadonlyMap<string, string>,
  ) {
    for (const [name, id] of given) {
      const state = PHRASES.get(name);
      // Whom the model calls by one name of a state is meant by all of them.
      if (state !== undefined) this.#ids.set(state, id);
      this.#learn(name, id, state === undefined ? 'name' : 'state', name);
    }
    const lower = new Set(
      passages.flatMap(({ text }) => text.match(/(?<![\p{L}’'-])\p{Ll}{3,}/gu) ?? []),
    );
    passages.forEach((passage, p) => {
      for (const run of runs[p])
        for (const piece of piecesOf(run)) this.#collect(passage, p, piece, lower);
    });
    this.#single(passages, runs, lower);
    for (const one of this.#persons) this.#fold(one, passages[one.p], runs[one.p]);
    for (const one of this.#unplaced)
      if (this.#by.get(one.name) === one.name) this.#place(one, runs[one.p]);
  }

  of(actor: string): Known {
    return this.#actors.get(actor) ?? { kind: 'name', name: actor };
  }

  /** The name that each actor is called by. */
  names(): Map<string, string> {
    return new Map([...this.#actors].map(([actor, { name }]) => [actor, name]));
  }

  actorOf(name: string): string | undefined {
    return this.#by.get(name);
  }

  /** "The Council", where one body has it in its name: that body. */
  shortOf(piece: readonly Token[], text: string): string | undefined {
    const [{ word, start }] = piece as [Token];
    if (piece.length > 1 || !/\b[Tt]he $/u.test(text.slice(Math.max(0, start - 5), start)))
      return undefined;
    return this.#bodies.filter(({ actor }) => actor.endsWith(` ${word}`)).at(-1)?.actor;
  }

  /** Whom a description stands for; empty: nobody that is known. */
  described(words: string, last: { readonly state: string }): string {
    const noun = words.split(' ').at(-1)!;
    const fits = this.#bodies.filter((body) => body.words.has(noun.toLowerCase()));
    if (fits.length === 1) return fits[0].actor;
    if (fits.length > 1) return fits.at(-1)!.actor;
    if (OF_A_TRADER.test(words)) {
      const traders = this.#bodies.filter(({ trades }) => trades);
      if (traders.length === 1) return traders[0].actor;
    }
    if (ONLY_OF_A_NAME.test(words)) return '';
    if (OF_A_STATE.test(words) && last.state !== '') return last.state;
    // "The dismissed stewards" are "the stewards" afterwards.
    const own = this.#described.get(words === noun ? noun : words) ?? `the ${words}`;
    if (!this.#actors.has(own)) this.#actors.set(own, { kind: 'body', name: words });
    this.#described.set(words, own);
    this.#described.set(noun, own);
    return own;
  }

  isPerson(name: string): boolean {
    return this.#personal.has(name);
  }

  #learn(name: string, actor: string, kind: Known['kind'], called: string): void {
    if (!this.#actors.has(actor)) this.#actors.set(actor, { kind, name: called });
    if (this.#by.has(name)) return;
    this.#by.set(name, actor);
    if (kind === 'person') this.#personal.add(name);
  }

  #collect(passage: Passage, p: number, piece: Token[], lower: ReadonlySet<string>): void {
    const words = piece.map(({ word }) => word);
    const name = words.join(' ');
    if (this.#by.has(name)) return;
    const state = PHRASES.get(name);
    if (state !== undefined) {
      this.#learn(name, this.#ids.get(state) ?? state, 'state', state);
      return;
    }
    const first = piece[0];
    const final = words.at(-1)!;
    const before = passage.text.slice(Math.max(0, first.start - 60), first.start);
    if (
      final.includes(' ') ||
      (piece.length > 1 && (BODIES.has(final.replace(/[’']$/u, '')) || DISTRICT.test(name)))
    ) {
      this.#learn(name, name, 'body', name);
      this.#bodies.push({
        words: new Set(name.toLowerCase().split(' ')),
        actor: name,
        trades: TRADERS.has(final),
      });
      const after = passage.text.slice(piece.at(-1)!.end, piece.at(-1)!.end + 14);
      const letters = /^ \(([\p{Lu}]{2,8})\)/u.exec(after)?.[1] ?? initials(name);
      if (letters.length > 1) this.#learn(letters, name, 'body', name);
      return;
    }
    if (NO_ACTORS.has(final) || /\d/u.test(final)) return;
    const titled = TITLES.has((/([\p{L}-]+) $/u.exec(before)?.[1] ?? '').toLowerCase());
    if (piece.length > 1 && piece.length < 5 && (titled || !/\b[Tt]he $/u.test(before))) {
      const opening = piece.length === 2 && lower.has(words[0].toLowerCase());
      if (opening) return;
      if (PLACES.test(name)) {
        this.#learn(name, name, 'body', name);
        return;
      }
      const office = before.slice(Math.max(0, before.search(/[^.!?;]*$/u)));
      const actor = titled && STATE_OFFICE.test(office) ? (this.#stateIn(office) ?? name) : name;
      this.#learn(name, actor, 'person', name);
      // A family name stands last as a rule, first where a hyphen marks a given name behind it.
      const family = /-/u.test(final) ? words[0] : final;
      // "Ms Lund", before her whole name.
      if (this.#by.get(family) === family && this.#personal.has(family))
        this.#by.set(family, actor);
      this.#learn(family, actor, 'person', name);
      if (actor === name)
        this.#persons.push({ name, family, p, start: first.start, end: piece.at(-1)!.end });
      if (actor === name && titled && HEAD_OF_STATE.test(office))
        this.#unplaced.push({ name, family, p, at: first.start });
    } else if (piece.length === 1 && titled && first.start > 0 && !lower.has(name.toLowerCase())) {
      this.#learn(name, name, 'person', name);
      this.#persons.push({ name, family: name, p, start: first.start, end: first.end });
    }
  }

  /** A person in office acts for the state named before it in the paragraph. */
  #place(
    { name, family, at }: { name: string; family: string; at: number },
    runs: readonly Token[][],
  ): void {
    const before = runs
      .flatMap(piecesOf)
      .filter((piece) => piece[0].start < at)
      .map((piece) => this.#by.get(piece.map(({ word }) => word).join(' ')))
      .filter((actor) => actor !== undefined && ['state', 'name'].includes(this.of(actor).kind));
    const times = new Map<string, number>();
    for (const one of before) times.set(one!, (times.get(one!) ?? 0) + 1);
    // The one named most often, of several the last.
    const actor = [...times].reduce<readonly [string | undefined, number]>(
      (best, one) =>
        one[1] > best[1] ||
        (one[1] === best[1] && before.lastIndexOf(one[0]) > before.lastIndexOf(best[0]))
          ? one
          : best,
      [undefined, 0],
    )[0];
    if (actor === undefined) return;
    this.#by.set(name, actor);
    if (this.#by.get(family) === name) this.#by.set(family, actor);
  }

  /** A person acts for the body, state or other name that the words beside speak of as the one of the office. */
  #fold(
    { name, family, start, end }: { name: string; family: string; start: number; end: number },
    passage: Passage,
    runs: readonly Token[][],
  ): void {
    if (this.#by.get(name) !== name) return;
    const sentence = sentenceAt(passage, start);
    for (const { from, to } of officesBeside(passage.text, sentence, start, end)) {
      const actor = this.#namedWithin(runs, from, to) ?? this.#meantWithin(passage, runs, from, to);
      if (actor === undefined || actor === name) continue;
      this.#by.set(name, actor);
      if (this.#by.get(family) === name) this.#by.set(family, actor);
      return;
    }
  }

  /** The actor that is no person and is named last in a stretch. */
  #namedWithin(runs: readonly Token[][], from: number, to: number): string | undefined {
    return runs
      .flatMap(piecesOf)
      .filter((piece) => piece[0].start >= from && piece.at(-1)!.end <= to)
      .map((piece) => this.#by.get(piece.map(({ word }) => word).join(' ')))
      .filter((actor) => actor !== undefined && this.of(actor).kind !== 'person')
      .at(-1);
  }

  /** Who is meant by "the union’s" or "its" in a stretch: the body it describes, or who was named before. */
  #meantWithin(
    passage: Passage,
    runs: readonly Token[][],
    from: number,
    to: number,
  ): string | undefined {
    const words = passage.text.slice(from, to);
    const noun = /\b[Tt]he (?:\p{Ll}+ )?(\p{Ll}+)[’']s? /u.exec(words)?.[1];
    if (noun !== undefined) {
      const fits = this.#bodies.filter((body) => body.words.has(noun));
      if (fits.length > 0) return fits.at(-1)!.actor;
    }
    if (!/^\s*(?:[Ii]ts|[Tt]heir) /u.test(words)) return undefined;
    const before = sentenceAt(passage, Math.max(0, sentenceAt(passage, from).start - 2));
    return before.end <= from
      ? runs
          .flatMap(piecesOf)
          // Its subject: near its beginning.
          .filter((piece) => piece[0].start >= before.start && piece[0].start < before.start + 6)
          .map((piece) => this.#by.get(piece.map(({ word }) => word).join(' ')))
          .find((actor) => actor !== undefined && this.of(actor).kind !== 'person')
      : undefined;
  }

  /** The state named last in the words before a person. */
  #stateIn(words: string): string | null {
    const named = words.match(/\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*/gu) ?? [];
    for (const one of named.reverse()) {
      const parts = one.replace(/[’']s?$/u, '').split(' ');
      for (let from = 0; from < parts.length; from++)
        for (let to = parts.length; to > from; to--) {
          const state = PHRASES.get(parts.slice(from, to).join(' '));
          if (state !== undefined) return this.#ids.get(state) ?? state;
        }
    }
    return null;
  }

  /** Single words that come again in the middle of sentences, and act; adjectives of them are the same. */
  #single(
    passages: readonly Passage[],
    runs: readonly Token[][][],
    lower: ReadonlySet<string>,
  ): void {
    const { names, words } = recurringNames(passages, runs, lower, (word) => this.#by.has(word));
    const of = (word: string): string | undefined =>
      nameOfAdjective(word, this.#by, (actor) => this.of(actor).kind === 'body');
    for (const word of names) {
      if (this.#by.has(word)) continue;
      this.#learn(word, of(word) ?? word, 'name', word);
    }
    for (const word of words)
      if (!this.#by.has(word) && /(?:i|ian|an|ese|ish|ean)s?$/u.test(word)) {
        const actor = of(word);
        if (actor !== undefined) this.#learn(word, actor, 'name', word);
      }
  }
}

function initials(name: string): string {
  return (name.match(/\p{Lu}/gu) ?? []).join('');
}
