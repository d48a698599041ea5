import type { Actor } from '@standoff/model';
import { statementsIn } from '@standoff/situation';

/** What an actor wants, whatever it rests on. */
export function wishes({ preference, factions }: Actor): unknown {
  return [preference, factions.map(({ id, preference: own }) => [id, own])];
}

/** Statements, weights or cells as the author wrote them, as far as they have a text. */
export function written(actor: Actor): string[] {
  const { preference } = actor;
  if (preference.form === 'statements')
    return [null, ...actor.factions.map(({ id }) => id)].flatMap((faction) =>
      statementsIn(preference, faction)
        .filter((statement) => statement.faction === faction)
        .map(({ text, perhaps }) =>
          [faction === null ? '' : `${faction}: `, perhaps ? `perhaps (${text})` : text].join(''),
        ),
    );
  return [`by ${preference.form}`];
}

export function labelOf({ factions, prevails }: Actor): string[] {
  return factions.filter(({ id }) => id === prevails).map(({ label }) => label);
}

export function apart(
  first: readonly string[],
  second: readonly string[],
): { gone: string[]; added: string[] } {
  return {
    gone: first.filter((one) => !second.includes(one)),
    added: second.filter((one) => !first.includes(one)),
  };
}

/** What is the same is the same in every model: places in the text, grounds and ids given by order left out. */
export function content(value: unknown): string {
  return JSON.stringify(value, (name, field: unknown) =>
    GROUNDS.includes(name) || (name === 'id' && typeof field === 'string' && /\.\d+$/.test(field))
      ? undefined
      : field,
  );
}

const GROUNDS: readonly string[] = ['at', 'evidence', 'because', 'restsOn', 'grounds', 'text'];
