import type { Answer } from './answer.js';

/** The names that `standoff schema` knows: those of all answers. */
export type SchemaName = Answer['schema'] extends infer Id
  ? Id extends `standoff/${infer Name}/1`
    ? Name
    : never
  : never;

/** Of the schemas made of the types of answers, put in by the bundler. */
declare const STANDOFF_SCHEMAS: readonly SchemaName[];

export const SCHEMA_NAMES = STANDOFF_SCHEMAS;
