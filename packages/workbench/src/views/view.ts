import type { QuestionName } from '@standoff/questions';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/** What views are about, in the order of the navigation. */
export const GROUPS = [
  { id: 'outcomes', title: 'Outcomes' },
  { id: 'parties', title: 'Parties' },
  { id: 'change', title: 'What if' },
  { id: 'grounds', title: 'What it rests on' },
  { id: 'explain', title: 'Explain' },
] as const;

/**
 * A view of the answers: a folder views/<id> with a component that asks questions with `useAnswer`.
 * It is shown at #/<id> and has its line in views/index.ts.
 */
export interface ViewDefinition {
  /** In addresses: the name of the question that it answers, or what it puts together of several. */
  readonly id: QuestionName | 'overview' | 'report';
  /** In the navigation: one word or two. */
  readonly title: string;
  readonly group: (typeof GROUPS)[number]['id'];
  readonly icon: LucideIcon;
  /** The state of the address is what the view itself is about: no panel opens beside it. */
  readonly usesState?: true;
  /** Made with `view`, so that it is loaded when it is first opened. */
  readonly component: ComponentType;
}
