/** The cases of the repository, bundled with the app, for the gallery. */
const files = import.meta.glob<string>('../../../../cases/*/*.standoff', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface BundledCase {
  readonly name: string;
  readonly title: string;
  readonly asOf: string | null;
  readonly actors: number;
  readonly options: number;
  readonly situation: string;
}

/** Told from the text alone, so that the gallery needs no parser. */
export const BUNDLED: readonly BundledCase[] = Object.entries(files)
  .map(([path, situation]) => {
    const [, title = '', asOf = null] =
      /^situation\s+(?:\w+\s+)?"([^"]*)"(?:\s+as of\s+([\d-]+))?/m.exec(situation) ?? [];
    return {
      name: path.split('/').at(-2)!,
      title,
      asOf,
      actors: (situation.match(/^actor\s/gm) ?? []).length,
      options: (situation.match(/^\s*option\s/gm) ?? []).length,
      situation,
    };
  })
  .sort((a, b) => b.situation.length - a.situation.length);
