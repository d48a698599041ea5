import type { StateName, StateShown, Step } from '@standoff/situation';
import { GRAPH, type Evidence, type OptionId } from '@standoff/model';
import { withinSentence } from './article.js';
import { figure, listed, possessive } from './english.js';

/** What is needed to speak of actors, options and agreements: a ConflictModel or an AnalysisResult. */
export interface Vocabulary {
  readonly actors: readonly { readonly id: string; readonly label: string }[];
  readonly options: readonly {
    readonly id: OptionId;
    readonly label: string;
    readonly owner: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly agreements: readonly {
    readonly id: string;
    readonly label: string;
    readonly parties: readonly string[];
    /** Missing: it takes all of them. */
    readonly needs?: number;
    /** Those without whom the others are never enough. */
    readonly always?: readonly string[];
    /** The actor whose act it is, its members voting for it. */
    readonly actOf?: string;
  }[];
}

/** What takes the consent of several, with the option by which each of them gives it. */
type Joint = Vocabulary['agreements'][number] & { readonly consents: readonly OptionId[] };

/** Of a situation without a decision maker. */
export const NOBODY_MOVES = 'Nobody can move: no actor has an option.';

/** Says states and steps in the words that the author gave the options. */
export class Words {
  readonly #actors: ReadonlyMap<string, string>;
  readonly #options: ReadonlyMap<OptionId, Vocabulary['options'][number]>;
  readonly #agreements: readonly Joint[];

  /** Labels that several options have. */
  readonly #shared: ReadonlySet<string>;

  constructor(vocabulary: Vocabulary) {
    const labels = vocabulary.options.map(({ label }) => label);
    this.#shared = new Set(labels.filter((label, k) => labels.indexOf(label) !== k));
    this.#actors = new Map(vocabulary.actors.map(({ id, label }) => [id, label]));
    this.#options = new Map(vocabulary.options.map((option) => [option.id, option]));
    this.#agreements = vocabulary.agreements.map((agreement) => ({
      ...agreement,
      consents: agreement.parties.map((party) => `${party}.${agreement.id}`),
    }));
  }

  /** Whether there is no option that anybody could take. */
  get nobodyMoves(): boolean {
    return this.#options.size === 0;
  }

  /** As it stands within a sentence: "the United States"; blocks that begin with it begin with a capital. */
  actor(id: string): string {
    return withinSentence(this.name(id));
  }

  /** As the author wrote it: "United States", for a head of a table or in parentheses. */
  name(id: string): string {
    return this.#actors.get(id) ?? id;
  }

  actors(ids: readonly string[]): string {
    return listed(ids.map((id) => this.actor(id)));
  }

  /** Whether an actor's name begins with the word. */
  isActor(word: string): boolean {
    return [...this.#actors.values()].some((label) => label.split(' ')[0] === word);
  }

  option(id: OptionId): string {
    return this.#options.get(id)?.label ?? id;
  }

  /** "“Sign” (Ann)"; a consent: "Ann’s consent to “Treaty”". */
  optionOf(id: OptionId): string {
    const owner = this.#options.get(id)?.owner ?? id;
    if (this.isPlace(id)) return `“${this.option(id)}”`;
    return this.isConsent(id)
      ? `${possessive(this.actor(owner))} ${this.isVote(id) ? 'vote for' : 'consent to'} “${this.option(id)}”`
      : `“${this.option(id)}” (${this.name(owner)})`;
  }

  /** The same, where whose it is is told only of consents and of labels that several have. */
  named(id: OptionId): string {
    const label = this.option(id);
    return this.isConsent(id) || this.#shared.has(label) ? this.optionOf(id) : `“${label}”`;
  }

  /** Whether an option is a party's consent to an agreement. */
  isConsent(id: OptionId): boolean {
    return this.#agreements.some(({ consents }) => consents.includes(id));
  }

  /** Whether it is a member's vote for what an actor does with its members. */
  isVote(id: OptionId): boolean {
    return this.#agreements.some(
      ({ consents, actOf }) => actOf !== undefined && consents.includes(id),
    );
  }

  /** "2 of 3 parties, Aland among them": how many it takes. */
  quorum({
    parties,
    needs = parties.length,
    always,
    actOf,
  }: Vocabulary['agreements'][number]): string {
    const of = actOf === undefined ? 'parties' : 'members';
    const among = always === undefined ? '' : `, ${this.actors(always)} among them`;
    return `${figure(needs)} of ${figure(parties.length)} ${of}${among}`;
  }

  /** Whether something several have to consent to is in force where these options are taken. */
  #isInForce(
    { consents, parties, needs = parties.length, always = [] }: Joint,
    taken: ReadonlySet<OptionId>,
  ): boolean {
    const has = (_: string, k: number): boolean => taken.has(consents[k]);
    return (
      parties.filter(has).length >= needs &&
      parties.every((party, k) => has(party, k) || !always.includes(party))
    );
  }

  /** Whether it is a state of a graph: nobody's option, which one moves to. */
  isPlace(id: OptionId): boolean {
    return this.#options.get(id)?.owner === GRAPH;
  }

  /** What options rest on, together. */
  evidence(ids: readonly OptionId[]): Evidence[] {
    return ids.flatMap((id) => this.#options.get(id)?.evidence ?? []);
  }

  /** "United States takes up “Meet Kim” and gives up “Attack”". */
  step(step: Step): string {
    const { actor, takes, drops } = step;
    return `${this.actor(actor)} ${this.deed(takes, drops)}${this.following(step)}`;
  }

  /** "; then, by itself, “War” (United States) comes": what follows of a step; empty: nothing does. */
  following({ follows }: Pick<Step, 'follows'>): string {
    if (follows === undefined) return '';
    return `; then, by itself, ${this.comes(follows.takes, follows.drops)}`;
  }

  /** "“War” (United States) begins and “Talks” (China) ends": what is nobody's deed. */
  comes(takes: readonly OptionId[], drops: readonly OptionId[]): string {
    return listed([
      ...(takes.length === 0 ? [] : [`${listed(takes.map((id) => this.optionOf(id)))} begins`]),
      ...(drops.length === 0 ? [] : [`${listed(drops.map((id) => this.optionOf(id)))} ends`]),
    ]);
  }

  /** "takes up “Meet Kim” and gives up “Attack”". */
  deed(takes: readonly OptionId[], drops: readonly OptionId[]): string {
    return this.#does(takes, drops, ['moves to', 'votes for', 'takes up', 'gives up']);
  }

  /** "take up “Meet Kim” and give up “Attack”". */
  toDo(takes: readonly OptionId[], drops: readonly OptionId[]): string {
    return this.#does(takes, drops, ['move to', 'vote for', 'take up', 'give up']);
  }

  /** A state of a graph is moved to; that the one before is left, is said with it. */
  #does(
    takes: readonly OptionId[],
    drops: readonly OptionId[],
    [moves, voting, taking, giving]: readonly [string, string, string, string],
  ): string {
    const own = (ids: readonly OptionId[]): OptionId[] =>
      ids.filter((id) => !this.isPlace(id) && !this.isVote(id));
    const votes = (ids: readonly OptionId[]): OptionId[] => ids.filter((id) => this.isVote(id));
    return listed(
      [
        this.#quoted(
          moves,
          takes.filter((id) => this.isPlace(id)),
        ),
        this.#quoted(taking, own(takes)),
        this.#quoted(voting, votes(takes)),
        this.#quoted(giving, own(drops)),
        this.#quoted(`no longer ${voting}`, votes(drops)),
      ].filter(Boolean),
    );
  }

  /**
   * A set of options taken, as phrases: one for each owner, in parentheses, and one for each
   * agreement that holds in it.
   */
  taken(ids: readonly OptionId[]): string[] {
    return this.added(ids, ids);
  }

  /** What is new in a state. `taken` is all that is taken in it. */
  added(added: readonly OptionId[], taken: readonly OptionId[]): string[] {
    const rest = new Set(added);
    const all = new Set(taken);
    const agreed = this.#agreements.flatMap((agreement) => {
      const { label, consents, parties, actOf } = agreement;
      const signing = consents.filter((id) => rest.has(id));
      if (signing.length === 0) return [];
      for (const id of signing) rest.delete(id);
      if (consents.every((id) => all.has(id)))
        return [
          `${label} (${actOf === undefined ? 'agreed by all parties' : 'all members for it'})`,
        ];
      const signers = parties.filter(
        (_, k) => rest.has(consents[k]) || signing.includes(consents[k]),
      );
      const who = this.actors(signers);
      if (this.#isInForce(agreement, all)) {
        const by = this.actors(parties.filter((_, k) => all.has(consents[k])));
        return [`${label} (${actOf === undefined ? `agreed by ${by}` : `${by} for it`})`];
      }
      return [
        `${label} (${actOf === undefined ? `consent of ${who} only` : `only ${who} for it`})`,
      ];
    });
    return [...this.#byOwner([...rest]), ...agreed];
  }

  /** What is no longer taken in a state. `before` is all that was taken. */
  dropped(dropped: readonly OptionId[], before: readonly OptionId[]): string[] {
    const rest = new Set(dropped.filter((id) => !this.isPlace(id)));
    const all = new Set(before);
    const left = new Set(before.filter((id) => !dropped.includes(id)));
    const ended = this.#agreements.flatMap((agreement) => {
      const { label, consents, parties, actOf } = agreement;
      const leaving = parties.filter((_, k) => rest.has(consents[k]));
      if (leaving.length === 0) return [];
      for (const id of consents) rest.delete(id);
      const who = this.actors(leaving);
      if (this.#isInForce(agreement, all) && !this.#isInForce(agreement, left))
        return [`${label} (ended by ${who})`];
      return [`${label} (${actOf === undefined ? `consent of ${who}` : `${who} for it`})`];
    });
    return [...this.#byOwner([...rest]), ...ended];
  }

  /** A state against the status quo: "New: …. No longer: …." */
  against(name: Pick<StateName, 'added' | 'dropped'>, taken: readonly OptionId[]): string {
    const before = [...taken.filter((id) => !name.added.includes(id)), ...name.dropped];
    const news = this.added(name.added, taken);
    const gone = this.dropped(name.dropped, before);
    if (news.length + gone.length === 0) return 'As today.';
    return [
      news.length > 0 ? `New: ${news.join('; ')}.` : '',
      gone.length > 0 ? `No longer: ${gone.join('; ')}.` : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** A state by its label; today's, or one without a label, by what is different from today. */
  called({
    name,
    taken,
  }: Pick<StateShown, 'taken'> & {
    readonly name: Pick<StateName, 'label' | 'added' | 'dropped'>;
  }): string {
    if (name.label !== null) return name.label;
    const [first, second, ...more] = [
      ...this.added(name.added, taken),
      ...this.dropped(name.dropped, name.dropped).map((gone) => `no longer ${gone}`),
    ] as (string | undefined)[];
    if (first === undefined) return 'today’s state';
    if (second === undefined) return first;
    return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} more`;
  }

  /** A state in a word or two, with a space after them: its label, if it has one. */
  short({ added, dropped, label }: StateName): string {
    if (added.length + dropped.length === 0) return 'today’s state ';
    return label === null ? '' : `“${label}” `;
  }

  /** "Meet Kim, Lift sanctions (United States)": a phrase for each owner. */
  #byOwner(ids: readonly OptionId[]): string[] {
    const labels = new Map<string, string[]>();
    for (const id of ids) {
      const owner = this.#options.get(id)?.owner ?? id;
      labels.set(owner, [...(labels.get(owner) ?? []), this.option(id)]);
    }
    return [...labels].map(([owner, own]) =>
      owner === GRAPH ? own.join(', ') : `${own.join(', ')} (${this.name(owner)})`,
    );
  }

  #quoted(verb: string, ids: readonly OptionId[]): string {
    if (ids.length === 0) return '';
    return `${verb} ${listed(ids.map((id) => `“${this.option(id)}”`))}`;
  }
}
