import type { Words } from '@standoff/questions';
import type { Lesson, LessonStep } from '../../answers/lesson.js';

/** What the body of a step is told from. */
export interface BodyProps<Step extends LessonStep> {
  readonly step: Step;
  readonly lesson: Lesson;
  readonly words: Words;
}
