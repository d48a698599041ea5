/** Of the schemas made of the types of answers, put in by the bundler. */
declare const STANDOFF_SCHEMAS: readonly string[];

/** The names that `standoff schema` knows: those of all answers. */
export const SCHEMA_NAMES = STANDOFF_SCHEMAS;
