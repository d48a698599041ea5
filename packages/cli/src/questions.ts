import type { Option } from 'commander';

/** A command that asks one question of a situation; see docs/questions. */
export interface QuestionCommand {
  readonly name: string;
  readonly description: string;
  /** Besides --opponents, --memory and --json, which all of them take. */
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  /** What runs it; loaded when it is called, so that `--help` is quick. */
  readonly load: () => Promise<(argument: string, flags: never) => Promise<number>>;
}

/** In the order in which `standoff --help` lists them. */
export const QUESTIONS: readonly QuestionCommand[] = [];
