import fc from 'fast-check';

/** Something that takes input from outside, and what has to hold whatever the input is. */
export interface Target {
  readonly name: string;
  /** How many inputs `npm test` tries. */
  readonly runs: number;
  fuzz(options: FuzzOptions): Promise<Outcome>;
  close(): Promise<void>;
}

interface FuzzOptions {
  readonly seed: number;
  readonly runs: number;
  /** Of fast-check: begins at an input that was found before. */
  readonly path?: string;
  /** No input is begun later than that, in milliseconds. */
  readonly limit?: number;
  /** Told when an input is tried. */
  readonly watch?: Watch;
}

interface Watch {
  begins(): void;
  /** @throws Error where the input took too long for its length */
  ends(length: number): void;
}

interface Outcome {
  readonly tried: number;
  readonly finding: Finding | null;
}

interface Finding {
  readonly seed: number;
  /** With the seed: where the input is found again. */
  readonly path: string;
  /** The smallest input that was found. */
  readonly input: string;
  readonly what: string;
}

/** @param check throws where something does not hold */
export function target<T>(
  name: string,
  {
    runs,
    input,
    check,
    shown = (value) => JSON.stringify(value),
    close = () => Promise.resolve(),
  }: {
    readonly runs: number;
    readonly input: fc.Arbitrary<T>;
    readonly check: (value: T) => void | Promise<void>;
    /** The input in a finding. */
    readonly shown?: (value: T) => string;
    readonly close?: () => Promise<void>;
  },
): Target {
  return {
    name,
    runs,
    close,
    async fuzz({ seed, runs: numRuns, path, limit, watch }) {
      const property = fc.asyncProperty(input, async (value) => {
        watch?.begins();
        await check(value);
        watch?.ends(shown(value).length);
      });
      const details = await fc.check(property, {
        seed,
        numRuns,
        ...(path === undefined ? {} : { path }),
        // oxlint-disable-next-line typescript/no-deprecated -- the plugin in its place is not typed for what is drawn
        ...(limit === undefined ? {} : { interruptAfterTimeLimit: limit }),
      });
      const { failed, counterexample, counterexamplePath, errorInstance } = details;
      return {
        tried: details.numRuns + details.numShrinks,
        finding:
          failed && counterexample !== null
            ? {
                seed,
                path: counterexamplePath ?? '',
                input: shown(counterexample[0]),
                what: wordsOf(errorInstance),
              }
            : null,
      };
    },
  };
}

/** The error, and where it was thrown. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${error.message}`, ...places.slice(0, 4)].join('\n');
}

/** @throws Error that says what does not hold */
export function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
