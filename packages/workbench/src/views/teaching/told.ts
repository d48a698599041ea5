import type { Concept } from '@standoff/situation';
import type { Lesson, LessonStep } from '../../answers/lesson.js';

/** The heading of a step. */
export function titleOf(step: LessonStep, actor: string): string {
  switch (step.kind) {
    case 'state':
      return 'The state';
    case 'moves':
      return `What ${actor} can do by itself`;
    case 'compare':
      return `Is the move to #${step.to.name.decimal} an improvement?`;
    case 'answers':
      return `What the others can answer in #${step.to.name.decimal}`;
    case 'together':
      return `If others move while ${actor} moves to #${step.to.name.decimal}`;
    case 'escape':
      return `Is there an answer that ${actor} cannot escape?`;
    case 'verdict':
      return 'The verdict';
  }
}

/** What can be guessed before a step is told, and what is right; null: nothing. */
export function questionOf(
  step: LessonStep,
  { actor, concept }: { readonly actor: string; readonly concept: Concept },
): { readonly question: string; readonly answer: boolean } | null {
  switch (step.kind) {
    case 'state':
    case 'moves':
      return null;
    case 'compare':
      return {
        question: `Would it be an improvement for ${actor}?`,
        answer: step.is === 'better',
      };
    case 'answers':
      return {
        question: `Can the others answer${step.improving ? ', by improvements of their own only,' : ''} so that ${actor} ends no better off than in the state it left?`,
        answer: step.harmful > 0,
      };
    case 'together':
      return {
        question: `Can improvements of others at the same moment leave ${actor} no better off?`,
        answer: step.sanction !== null,
      };
    case 'escape':
      return {
        question: `Is there such an answer from which no further move of ${actor} helps it?`,
        answer: step.without > 0,
      };
    case 'verdict':
      return {
        question: `Is the state stable for ${actor} under ${concept}?`,
        answer: step.stable,
      };
  }
}

/** How many steps are shown, as the address says it. */
export function shownSteps({ steps }: Pick<Lesson, 'steps'>, step: string | null): number {
  if (step === 'all') return steps.length;
  const asked = Number(step ?? 1);
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), steps.length) : 1;
}
