import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel } from '@standoff/model';

/** The model of a text that must be in order. */
export function modelOf(text: string): ConflictModel {
  const { model, diagnostics } = parseSituation(text);
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return model;
}

export const PRISONERS = `
situation "Two prisoners" as of 1950-01-01
actor A "Anna" { option c "Anna keeps silent"  prefers { B.c  not c } }
actor B "Ben"  { option c "Ben keeps silent"   prefers { A.c  not c } }
actor W "The warden" { prefers { not (A.c and B.c) } }
scenario silence "Both keep silent" = A.c and B.c
scenario betrayal "Both talk" = not A.c and not B.c
worst for W is silence
`;

/** Two drivers: to swerve is best answered by going on. */
export const CHICKEN = `
situation "Two drivers"
actor A { option swerve "A swerves"
  ranks bWins2 > both > aYields > crash }
actor B { option swerve "B swerves"
  ranks aYields > both > bWins2 > crash }
state crash "Crash" = { }
state aYields "A swerves alone" = { A.swerve }
state bWins2 "B swerves alone" = { B.swerve }
state both "Both swerve" = { A.swerve, B.swerve }
`;
