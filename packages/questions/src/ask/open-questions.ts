import { statementsOf } from '@standoff/model';
import { mayPrevail, openRules, partOf, type Prepared, type World } from '@standoff/situation';
import type { OpenQuestion, StatementShown } from './answer.js';
import { chancesIn } from './chance.js';
import { weightOf, type Run, type Verdicts } from './verdicts.js';

/** Whether each rule in doubt holds, and whether what is left to chance comes about. */
export function settledQuestions(
  prepared: Prepared,
  runs: readonly Run[],
  verdicts: Verdicts,
): OpenQuestion[] {
  const whole = weightOf(runs);
  const open = [
    ...openRules(prepared.model).map((rule) => ({ about: 'rule' as const, of: shown(rule) })),
    ...chancesIn(prepared).map(({ id, label, evidence }) => ({
      about: 'chance' as const,
      of: { id, text: label, evidence },
    })),
  ];
  return open.map(({ about, of }) => {
    const answers = [true, false]
      .map((holds) => runs.filter(({ settled }) => settled.get(of.id) === holds))
      .filter((own) => own.length > 0);
    return {
      actor: null,
      about,
      statements: [of],
      arises: 1,
      information: verdicts.information(answers),
      answers: answers.map((own) => ({
        answer: own[0].settled.get(of.id) === true ? 'yes' : 'no',
        probability: partOf(weightOf(own), whole),
        undecided: verdicts.undecided(own),
        ends: verdicts.ends(own),
        decides: verdicts.decided(own, runs),
      })),
    };
  });
}

export function openQuestions(
  prepared: Prepared,
  runs: readonly Run[],
  verdicts: Verdicts,
): OpenQuestion[] {
  const whole = weightOf(runs);
  return prepared.deciders.flatMap((actor, mover) => {
    const statements = new Map(
      statementsOf(actor.preference).map((statement) => [statement.id, shown(statement)]),
    );
    const labels = new Map(actor.factions.map(({ id, label }) => [id, label]));
    const asked = new Map<string, { about: OpenQuestion['about']; ids: readonly string[] }>();
    const answerOf = (world: World, key: string): string | null => {
      const own = world.actors[mover];
      if (key === 'faction') return own.faction && (labels.get(own.faction) ?? own.faction);
      for (const choice of own.choices) {
        if (choice.kind === 'perhaps' && key === choice.statement)
          return choice.present ? 'yes' : 'no';
        const { about, ids: pair } = asked.get(key)!;
        if (choice.kind !== 'order' || about !== 'order') continue;
        const own = choice.statements.filter((id) => pair.includes(id));
        if (own.length === pair.length)
          return [...new Set(own.map((id) => statements.get(id)!.text))].join(', then ');
      }
      return null;
    };
    if (mayPrevail(actor).length > 1) asked.set('faction', { about: 'faction', ids: [] });
    for (const { world } of runs)
      for (const choice of world.actors[mover].choices)
        if (choice.kind === 'perhaps')
          asked.set(choice.statement, { about: 'perhaps', ids: [choice.statement] });
        else
          for (const ids of pairsOf([...choice.statements].sort(), statements))
            asked.set(ids.join(), { about: 'order', ids });
    return [...asked].map(([key, { about, ids }]): OpenQuestion => {
      const byAnswer = new Map<string, Run[]>();
      for (const run of runs) {
        const answer = answerOf(run.world, key);
        // Under another faction the question may not arise.
        if (answer !== null) byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), run]);
      }
      const groups = [...byAnswer.values()];
      const arisen = groups.flat();
      const among = weightOf(arisen);
      const arises = partOf(among, whole);
      const { told, states } = verdicts.information(groups);
      return {
        actor: actor.id,
        about,
        statements: ids.map((id) => statements.get(id)!),
        arises,
        information: { told: arises * told, states: arises * states },
        answers: [...byAnswer].map(([answer, own]) => ({
          answer,
          probability: partOf(weightOf(own), among),
          undecided: verdicts.undecided(own),
          ends: verdicts.ends(own),
          decides: verdicts.decided(own, arisen),
        })),
      };
    });
  });
}

/**
 * Which of two wishes matters more, for each two of those in no order: of n there are n! orders, which
 * nobody can be asked to choose from. A wish that was written twice is one; of just two wishes all that
 * was written stands in the question.
 */
function pairsOf(
  ids: readonly string[],
  statements: ReadonlyMap<string, StatementShown>,
): (readonly string[])[] {
  const wishes = [...new Map(ids.map((id) => [statements.get(id)!.text, id])).values()];
  return wishes.length === 2
    ? [ids]
    : wishes.flatMap((one, k) => wishes.slice(k + 1).map((other) => [one, other]));
}

export function shown({ id, text, evidence }: StatementShown): StatementShown {
  return { id, text, evidence };
}
