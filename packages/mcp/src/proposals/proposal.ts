import { STRENGTHS } from '@standoff/model';
import * as z from 'zod';

/** What a proposal needs besides its quote, by what is proposed. */
export const NEEDS = {
  actor: ['name', 'label'],
  can: ['actor', 'name', 'label'],
  wants: ['actor', 'what'],
  threatens: ['actor', 'what'],
  offers: ['actor', 'what'],
  promises: ['actor', 'what'],
  assures: ['actor', 'what'],
  demands: ['actor', 'what'],
  says: ['actor', 'name', 'label'],
  happened: ['date', 'label'],
  'left out': ['label', 'because'],
  element: ['line'],
} as const;

/** A statement of a source, as data. */
export const Proposal = z.object({
  kind: z.enum(Object.keys(NEEDS) as (keyof typeof NEEDS)[]).describe(
    `what the source says; besides source and quote: ${Object.entries(NEEDS)
      .map(([kind, needs]) => `${kind} needs ${needs.join(', ')}`)
      .join('; ')}`,
  ),
  source: z.string().describe('the id of the source'),
  quote: z.string().describe('the exact words of the source, within one paragraph'),
  paragraph: z.int().min(0).optional().describe('where the quote stands, if it stands twice'),
  actor: z.string().optional().describe('the id of who can, wants, says, threatens …'),
  by: z
    .string()
    .min(1)
    .optional()
    .describe('who says it, as the source names them, where it is not the actor itself'),
  name: z.string().optional().describe('a new name for it: letters, digits, _'),
  label: z.string().optional().describe('what readers are told, in a few words of your own'),
  what: z
    .string()
    .optional()
    .describe(
      'an expression of the language: what is wanted, threatened, promised, or was taken up; of a wish also with perhaps, strongly or red line before it',
    ),
  line: z
    .string()
    .optional()
    .describe(
      'anything else of the language, without what it rests on, which the quote becomes: agreement treaty "…" between A, B; a requires b; never …; choice …; scenario …; relation …; with actor a part of it, such as a faction',
    ),
  when: z.string().optional().describe('an expression: the condition of a threat, promise, …'),
  to: z.string().optional().describe('ids of the actors it is said to'),
  date: z.string().optional().describe('2018-04-27, 2018-04 or 2018'),
  taken: z.boolean().optional().describe('of an option: whether it is taken today'),
  how: z.enum(STRENGTHS).optional().describe('how surely it is said; stated when left out'),
  because: z
    .string()
    .optional()
    .describe(
      'your reason: of what is left out, why; otherwise what you infer from the quote, which does not say it itself',
    ),
});

export type Proposal = z.infer<typeof Proposal>;
