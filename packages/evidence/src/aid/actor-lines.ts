import type { Suggestion } from '../suggestion.js';
import type { actorsIn, Mention } from './actors.js';
import type { Ids } from './ids.js';
import { quoted, text } from './labels.js';
import type { KnownActor } from './parties.js';
import { fingerprint, passageAt, type Place } from './places.js';

/** Behind these words a name is of a place. */
const PLACE =
  /(?<!\p{L})(?:in|at|near|outside|around|across|via|into|over|towards?|through|(?:way|came|flew|arrived|imported|shipped) from|(?:flew|fly|flies|flown|travel\p{Ll}*|went|go|sail\p{Ll}*|journey|trips?|way) to)(?: the)? $/iu;

/**
 * A line for each actor, with all places where it is named. Who is only described ("the ministry"), once,
 * and neither speaks nor is spoken to is none; nor is what is only named as the place of something.
 */
export function actorLines(
  places: readonly Place[],
  {
    actors: { mentions, names },
    heard,
    known,
    ids,
  }: {
    readonly actors: ReturnType<typeof actorsIn>;
    /** Who speaks, or is spoken to. */
    readonly heard: ReadonlySet<string | null>;
    readonly known: readonly KnownActor[];
    readonly ids: Ids;
  },
): Suggestion[] {
  const isKnown = new Set(known.map(({ id }) => id));
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.actor);
    if (group) group.push(mention);
    else groups.set(mention.actor, [mention]);
  }
  const isPlace = ({ at, start, rule }: Mention): boolean =>
    (rule === 'actor-person' || rule === 'actor-body' || rule === 'actor-state') &&
    PLACE.test(places[at].passage.text.slice(Math.max(0, start - 20), start));
  return [...groups]
    .filter(
      ([actor, all]) =>
        isKnown.has(actor) ||
        heard.has(actor) ||
        !(all.every(isPlace) || (all.length === 1 && all[0].rule === 'actor-description')),
    )
    .map(([actor, [first, ...others]]) => {
      const words = ({ at, start, end }: Mention): string =>
        places[at].passage.text.slice(start, end);
      const all = [first, ...others];
      const told = [...new Set(all.filter(({ rule }) => rule !== 'actor-description').map(words))];
      const name = names.get(actor) ?? actor;
      return {
        id: fingerprint(`actor|${actor}`),
        kind: 'actor' as const,
        rule: first.rule,
        passage: passageAt(places[first.at], first),
        also: others.map((one) => passageAt(places[one.at], one)),
        ...actorProposal({
          name,
          words: told,
          times: all.length,
          paragraph: places[first.at].paragraph,
          known: isKnown.has(actor) ? actor : null,
          ids,
        }),
      };
    });
}

/** The finding and the line for an actor. */
function actorProposal({
  name,
  words,
  times,
  paragraph,
  known,
  ids,
}: {
  readonly name: string;
  readonly words: readonly string[];
  readonly times: number;
  readonly paragraph: number;
  readonly known: string | null;
  readonly ids: Ids;
}): Pick<Suggestion, 'finding' | 'proposal' | 'known'> {
  const others = words.filter((one) => one !== name);
  const also = others.length > 0 ? `, also ${others.slice(0, 6).map(quoted).join(', ')}` : '';
  const often = times === 1 ? 'once' : `${times} times`;
  const finding = `${name}${also}: named ${often}.`;
  if (known !== null) return { finding: `${known}: ${finding}`, proposal: null, known };
  // "Belmorian government" is a name with a noun, no further name.
  const names = others.filter((one) => !/(?:^| )\p{Ll}[\p{L}-]*$/u.test(one)).slice(0, 8);
  const aka = names.length > 0 ? ` aka ${names.map(text).join(', ')}` : '';
  return {
    finding,
    proposal: `actor ${ids.take(shortName(name))} ${text(name)}${aka}  ${ids.reference(paragraph)}`,
  };
}

/** "North Korea" → NK, "Ferrol Yards" → FY, "Deshan" → Deshan. */
function shortName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 ]/gu, '')
    .split(' ')
    .filter(Boolean);
  const capitals = words.filter((word) => /^[A-Z]/u.test(word));
  if (capitals.length > 1) return capitals.map((word) => word[0]).join('');
  const joined = words.join('_');
  return /^[A-Za-z]/u.test(joined) ? joined : `actor${joined}`;
}
