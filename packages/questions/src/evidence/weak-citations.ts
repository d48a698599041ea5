import type { ConflictModel, Evidence } from '@standoff/model';
import { elementsOf, type Element } from '@standoff/situation';

/**
 * A reference to a paragraph that has none of the words by which a text would speak of the element; or,
 * with a source as its element and no reference, a source whose text has none for most of what is cited to
 * it.
 */
export interface WeakCitation {
  readonly element: Element;
  readonly reference: Evidence | null;
}

/** The words of a source, a paragraph a number; null: its text is not at hand. */
export type ParagraphsOf = (source: string) => ReadonlyMap<number, string> | null;

/**
 * References to paragraphs in which neither the element nor what it speaks of is named: no word of its
 * label, of the options in it, of their owners and their other names. Words count as the same where one of
 * them, or of longer ones the first five letters, begins the other, so that "denuclearise" is found in
 * "denuclearisation", and where they mean the same in talk of conflicts ("talks", "summit").
 *
 * A word that stands in most paragraphs ("Korea", in a text on Korea) says nothing for one of them: where
 * other paragraphs have rarer words of an element, that alone does not do. Scenarios, relations and other
 * elements whose labels are the analyst’s own abstractions are not held to that. What is inferred is not
 * expected to be named, and what is marked is checked by its words.
 *
 * Where most elements that rest on a text have no word anywhere in it, their words cannot be compared with
 * it: it is in another language than the model, or another text. That is said once, of the source.
 *
 * @param alsoCalled further names of an actor that everybody knows: its capital, its people
 */
export function weakCitations(
  model: ConflictModel,
  paragraphsOf: ParagraphsOf,
  alsoCalled: (name: string) => readonly string[] = () => [],
): WeakCitation[] {
  const named = namesIn(model, alsoCalled);
  const texts = new Map<string, Paragraphs | null>();
  const textOf = (source: string): Paragraphs | null => {
    let text = texts.get(source);
    if (text === undefined) {
      const words = paragraphsOf(source);
      text = words === null ? null : new Paragraphs(words);
      texts.set(source, text);
    }
    return text;
  };
  const elements = elementsOf(model);
  const compared = elements.flatMap((element) => {
    if (element.kind === 'source' || element.kind === 'situation') return [];
    const own = stemsOf(wordsOf(element, named));
    if (own.size === 0) return [];
    return element.grounds.evidence.filter(isPlain).flatMap((reference) => {
      const text = textOf(reference.source);
      return text === null ? [] : [{ element, reference, own, text }];
    });
  });
  const strange = new Set(
    [...texts].flatMap(([source, text]) =>
      text !== null && isStrange(compared.filter((one) => one.text === text)) ? [source] : [],
    ),
  );
  return [
    ...elements
      .filter(({ kind, id }) => kind === 'source' && strange.has(id))
      .map((element) => ({ element, reference: null })),
    ...compared
      .filter(
        ({ element, reference, own, text }) =>
          !(strange.has(reference.source) && text.hasNone(own)) &&
          text.isWeak(own, reference.paragraphs!, !ABSTRACT.has(element.kind)),
      )
      .map(({ element, reference }) => ({ element, reference })),
  ];
}

/** Of fewer elements nothing is said of their text. */
const FEWEST_STRANGE = 4;

/** Whether most of what is cited to a text is called by words that it does not have. */
function isStrange(
  cited: readonly {
    readonly element: Element;
    readonly own: ReadonlySet<string>;
    readonly text: Paragraphs;
  }[],
): boolean {
  const citing = new Set(cited.map(({ element }) => element));
  const without = new Set(
    cited.filter(({ own, text }) => text.hasNone(own)).map(({ element }) => element),
  );
  return without.size >= FEWEST_STRANGE && without.size * 2 > citing.size;
}

/** Kinds whose labels name what the analyst sees in the text, in words of his own. */
const ABSTRACT: ReadonlySet<Element['kind']> = new Set([
  'scenario',
  'relation',
  'faction',
  'extreme',
  'named state',
]);

/** A word in more than this share of the paragraphs says nothing for one of them. */
const COMMON = 0.45;
/** In a text of fewer paragraphs no word is common. */
const FEWEST = 8;

/** The words of a text by paragraph. */
class Paragraphs {
  readonly #stems: ReadonlyMap<number, ReadonlySet<string>>;
  /** Of a word, the paragraphs that have it. */
  readonly #places = new Map<string, ReadonlySet<number>>();

  constructor(words: ReadonlyMap<number, string>) {
    this.#stems = new Map([...words].map(([number, text]) => [number, stemsOf(text)]));
  }

  /** Whether what these words speak of is not named there, by rare words where it `strictly` has to be. */
  isWeak(
    own: ReadonlySet<string>,
    { from, to }: { readonly from: number; readonly to: number },
    strictly: boolean,
  ): boolean {
    const body = this.#stems.size;
    const cited = (place: number): boolean => place >= from && place <= to;
    if (![...this.#stems].some(([number, stems]) => cited(number) && stems.size > 0)) return false;
    const places = [...own].map((stem) => this.#of(stem)).filter(({ size }) => size > 0);
    if (!places.some((of) => [...of].some(cited))) return true;
    if (!strictly || body < FEWEST) return false;
    const rare = places.filter(({ size }) => size <= COMMON * body);
    return rare.length > 0 && !rare.some((of) => [...of].some(cited));
  }

  /** Whether none of these words stands anywhere in it. */
  hasNone(words: ReadonlySet<string>): boolean {
    return [...words].every((stem) => this.#of(stem).size === 0);
  }

  #of(stem: string): ReadonlySet<number> {
    let places = this.#places.get(stem);
    if (places === undefined) {
      const alike = ALIKE.find((group) => group.some((one) => stem.startsWith(one))) ?? [];
      places = new Set(
        [...this.#stems].flatMap(([number, stems]) =>
          begins(stem, stems) || alike.some((one) => stems.has(one)) ? [number] : [],
        ),
      );
      this.#places.set(stem, places);
    }
    return places;
  }
}

function isPlain({ paragraphs, annotation, inferred }: Evidence): boolean {
  return paragraphs !== null && annotation === null && inferred === undefined;
}

/** What everything that has an id is called, with whose it is. */
function namesIn(
  model: ConflictModel,
  alsoCalled: (name: string) => readonly string[],
): ReadonlyMap<string, string> {
  const { actors, options, agreements, scenarios, claims } = model;
  const ofActor = (id: string): string => {
    const actor = actors.find((one) => one.id === id);
    if (actor === undefined) return '';
    const names = [actor.label, ...actor.aliases];
    return [...names, ...names.flatMap(alsoCalled)].join(' ');
  };
  return new Map([
    ...[...agreements, ...scenarios, ...claims].map(({ id, label }) => [id, label] as const),
    ...options.map(({ id, label, owner }) => [id, `${label} ${ofActor(owner)}`] as const),
    ...actors.map(({ id }) => [id, ofActor(id)] as const),
  ]);
}

/** The words of an element, and of all that it names. */
function wordsOf({ text, within, grounds }: Element, named: ReadonlyMap<string, string>): string {
  const words = [text, named.get(within ?? '') ?? ''];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') words.push(named.get(value) ?? '');
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit({ ...grounds, evidence: [] });
  return words.join(' ');
}

/** Whether one of two words begins the other. */
function begins(stem: string, others: ReadonlySet<string>): boolean {
  return [...others].some((other) => stem.startsWith(other) || other.startsWith(stem));
}

/** Beginnings of words that mean the same where people tell of conflicts. */
const ALIKE: readonly (readonly string[])[] = [
  'talk talks talki meet meeti met summi negot dialo confe discu',
  'war wars attac invad invas bomb strik fight hosti',
  'nucle atomi',
  'sanct embar block',
  'sign signe signi agree deal treat accor pact settl',
  'promi pledg vow vows assur guara commi',
  'tarif duty dutie',
  'army troop force soldi garri milit navy',
  'withd leave remov pull',
  'disar disma denuc',
  'compa firm firms corpo emplo',
  'sack sacke sacki dismi fired layof',
  'shop shops shopk store retai merch',
  'pay pays paid payin money wage wages fund fundi finan compe subsi',
].map((words) => words.split(' '));

const SMALL = new Set(
  'the and for not but all any can has had its was are who that this with from only their they them then than when what will would could should have been into over under about after before between both each more most some such very also because which while where there these those other others'.split(
    ' ',
  ),
);

/** The first five letters of the words that say something. */
function stemsOf(words: string): ReadonlySet<string> {
  return new Set(
    (words.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])
      .filter((word) => word.length > 2 && !SMALL.has(word))
      .map((word) => word.slice(0, 5)),
  );
}
