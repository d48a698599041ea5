import { Names } from './actor-names.js';
import { BODY_NOUNS, DESCRIPTIONS, NO_ACTORS } from './actor-words.js';
import { piecesOf, runsOf, type Token } from './name-runs.js';
import type { Stretch } from '../sentences.js';
import type { Passage, Rule } from './rule.js';

export const ACTORS: readonly Rule[] = [
  {
    id: 'actor-state',
    kind: 'actor',
    finds:
      'a state by its name, capital, adjective or people, alone or with "government", "army" and the like',
  },
  {
    id: 'actor-person',
    kind: 'actor',
    finds: 'a person with an office or two names; later the family name alone',
  },
  {
    id: 'actor-body',
    kind: 'actor',
    finds:
      'an organisation by a capitalised noun ("… Council"), its letters in brackets, and its letters alone',
  },
  {
    id: 'actor-name',
    kind: 'actor',
    finds: 'a capitalised name that comes again and acts; adjectives made of it count as the same',
  },
  {
    id: 'actor-description',
    kind: 'actor',
    finds: '"the regime", "the union", "the ministry" for the party last named that it fits',
  },
];

/** A place where an actor is named. */
export interface Mention extends Stretch {
  /** Index of the paragraph. */
  readonly at: number;
  readonly rule: string;
  /** The actor: all its mentions carry the same. */
  readonly actor: string;
  /** Whether it is the name of a person, who may act for a body. */
  readonly person: boolean;
}

/**
 * The actors of a text and where they are named. Names are collected from the whole text first, so that
 * a family name is known before the paragraph that gives it in full.
 * @param known names already in a model, by the id they stand for
 */
export function actorsIn(
  passages: readonly Passage[],
  known: readonly { readonly id: string; readonly names: readonly string[] }[] = [],
): { readonly mentions: readonly Mention[]; readonly names: ReadonlyMap<string, string> } {
  const given = new Map(known.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));
  const runs = passages.map((passage) => runsOf(passage));
  const book = new Names(passages, runs, given);
  const mentions: Mention[] = [];
  // Whose turn it was: descriptions stand for the last that fits.
  const last = { state: '' };
  passages.forEach((passage, at) => {
    const here = [...namedIn(passage, at, runs[at], book), ...describedIn(passage, at)].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
    let end = 0;
    for (const mention of here) {
      if (mention.start < end) continue;
      const actor =
        mention.actor || book.described(passage.text.slice(mention.start, mention.end), last);
      if (actor === '') continue;
      end = mention.end;
      mentions.push({ ...mention, actor });
      const { kind } = book.of(actor);
      if (kind === 'state' || kind === 'name') last.state = actor;
    }
  });
  return { mentions, names: book.names() };
}

function* namedIn(
  passage: Passage,
  at: number,
  runs: readonly Token[][],
  book: Names,
): Iterable<Mention> {
  for (const run of runs)
    for (const piece of piecesOf(run)) {
      const name = piece.map(({ word }) => word).join(' ');
      const actor = book.actorOf(name) ?? book.shortOf(piece, passage.text);
      if (actor === undefined) continue;
      // "Korean War", "Belmor Gap": the name is of something else.
      const final = piece.at(-1)!;
      const next = run[run.indexOf(final) + 1];
      if (next !== undefined && NO_ACTORS.has(run.at(-1)!.word) && !NO_ACTORS.has(final.word))
        continue;
      const { kind } = book.of(actor);
      const noun =
        kind === 'person' || kind === 'body'
          ? null
          : BODY_NOUNS.exec(passage.text.slice(final.end, final.end + 40));
      yield {
        at,
        start: piece[0].start,
        end: final.end + (noun?.[0].length ?? 0),
        actor,
        rule: `actor-${kind}`,
        person: book.isPerson(name),
      };
    }
}

function* describedIn(passage: Passage, at: number): Iterable<Mention> {
  for (const match of passage.text.matchAll(DESCRIPTIONS))
    yield {
      at,
      start: match.index,
      end: match.index + match[1].length,
      actor: '',
      rule: 'actor-description',
      person: false,
    };
}
