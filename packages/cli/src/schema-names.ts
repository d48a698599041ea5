/** The names that `standoff schema` knows. */
export const SCHEMA_NAMES = [
  'model',
  'analysis',
  'large-analysis',
  'explanation',
  'explanations',
  'foresight',
  'states',
  'outlook',
  'scenarios',
  'grounds',
  'factions',
  'robustness',
  'elicitation',
  'sensitivity',
  'perceive',
  'check',
  'format',
  'new',
  'error',
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];
