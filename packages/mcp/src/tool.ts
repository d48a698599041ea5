import * as z from 'zod';
import { jsonWithin, linesWithin, MOST_TOKENS, tokensIn, USUAL_TOKENS } from './budget.js';
import type { Cases } from './cases.js';

/** What every tool takes. */
export const COMMON = {
  more: z
    .int()
    .min(USUAL_TOKENS)
    .max(MOST_TOKENS)
    .optional()
    .describe(
      `how many tokens the answer may have, to ${MOST_TOKENS}; ${USUAL_TOKENS} when left out`,
    ),
};

/** Which case is meant. */
export const CASE = z
  .string()
  .optional()
  .describe('the name of the case; the only one when left out');

/** What a tool answers: lines to be read, or a value; cut where it is longer than asked for. */
export type ToolAnswer =
  | {
      readonly lines: string;
      /** How to get the rest in parts. */
      readonly how?: string;
      /** Whether a part of it is of no use. */
      readonly whole?: true;
    }
  | { readonly value: object; readonly how?: string };

/** A tool of the server. */
export interface Tool<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string;
  /** What it does, for whoever chooses among tools. */
  readonly description: string;
  readonly takes: Shape;
  /** Whether it may change a situation. */
  readonly changes?: true;
  readonly run: (
    cases: Cases,
    given: z.output<z.ZodObject<Shape>>,
  ) => ToolAnswer | Promise<ToolAnswer>;
}

/** A tool with the types of what it takes. */
export function tool<Shape extends z.ZodRawShape>(one: Tool<Shape>): Tool {
  return one as unknown as Tool;
}

/** An answer as it is sent. */
export function written(answer: ToolAnswer, room: number): string {
  const how = (whole: number): string => {
    const toGetIt =
      whole > MOST_TOKENS
        ? (answer.how ?? 'ask for a part of it')
        : `ask again with more: ${whole + ROOM_FOR_NOTE}${answer.how === undefined ? '' : `, or ${answer.how}`}`;
    return `the whole answer has ${whole} tokens; ${toGetIt}`;
  };
  if ('value' in answer) return jsonWithin(answer.value, room, how);
  const { lines, whole = false } = answer;
  const size = tokensIn(lines);
  return whole && size > room ? `[left out: ${how(size)}]` : linesWithin(lines, room, how);
}

/** What the word on data, said before each answer, takes of the room. */
const ROOM_FOR_NOTE = 40;
