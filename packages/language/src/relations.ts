/** The words of the language for how one actor stands to another. */
export const RELATIONS = [
  'allied with',
  'rival of',
  'hostile to',
  'depends on',
  'protects',
  'part of',
] as const;
