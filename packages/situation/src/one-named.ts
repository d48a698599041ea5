import { AnalysisError, type AnalysisErrorCode } from './errors.js';

interface Named {
  readonly id: string;
  readonly label: string;
}

/**
 * The one that a name means: by its id, else by its label as written, else by its label in any case.
 * Null: none is called so.
 * @throws AnalysisError with the code where several are called alike, and none is so more exactly.
 */
export function oneNamed<T extends Named>(
  all: readonly T[],
  name: string,
  code: AnalysisErrorCode,
): T | null {
  const lower = name.toLowerCase();
  for (const isCalled of [
    ({ id }: Named) => id === name,
    ({ label }: Named) => label === name,
    ({ label }: Named) => label.toLowerCase() === lower,
  ]) {
    const found = all.filter(isCalled);
    if (found.length > 1)
      throw new AnalysisError(
        code,
        `${found.length === 2 ? 'two' : 'several'} are called “${name}”: ${found.map(({ id }) => id).join(', ')}`,
        'name the one that is meant by its id',
      );
    if (found.length === 1) return found[0];
  }
  return null;
}
