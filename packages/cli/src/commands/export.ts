import { writeFiles } from '@standoff/case';
import { FORMATS, packCase, type ExchangeNote, type FileContent } from '@standoff/exchange';
import { REPORT_FORMATS } from '@standoff/exchange/report';
import { ModelFault } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import { filesToPack } from '../case-to-pack.js';
import { EXIT, Failure, usage } from '../failure.js';
import type { Io } from '../io.js';
import { outputPlace } from '../output-place.js';
import { askLong, loadSituation, mentionWarnings, type Situation } from '../situation.js';
import { print, printExactly, warn } from '../terminal.js';
import { noteLine } from './import.js';
import { reportDocumentOf } from '../report-made.js';

interface ExportFlags {
  readonly as: string;
  readonly out?: string;
  readonly figure?: string;
  /** False where they stay at home. */
  readonly texts: boolean;
  readonly opponents: NonNullable<PrepareOptions['opponentsRule']>;
  readonly memory: number;
}

interface Exported {
  readonly content: FileContent;
  readonly notes: readonly ExchangeNote[];
}

/** What `--as` can be: how it is called, how its files end, and how they are made. */
interface Export {
  readonly name: string;
  readonly ending: string;
  readonly what: string;
  readonly holds: 'text' | 'bytes';
  readonly make: (io: Io, situation: Situation, flags: ExportFlags) => Promise<Exported>;
}

const EXPORTS: readonly Export[] = [
  ...FORMATS.flatMap(({ writer, ...form }): Export[] =>
    writer === null
      ? []
      : [
          {
            ...form,
            async make(_io, { model }, { opponents, memory }) {
              return (await writer())(model, { opponentsRule: opponents, memory });
            },
          },
        ],
  ),
  ...REPORT_FORMATS.map(({ writer, ...form }): Export => ({
    ...form,
    async make(io, situation, { figure = null, ...flags }) {
      const report = await reportDocumentOf(io, situation, { ...flags, seed: 1 });
      const { rasterOf } = await import('../raster.js');
      return (await writer())(report, { raster: await rasterOf(io), figure });
    },
  })),
  {
    name: 'package',
    ending: 'zip',
    what: 'the case as one file',
    holds: 'bytes',
    make(_io, situation, { texts }) {
      const { notes, ...files } = filesToPack(situation, texts);
      return Promise.resolve({ content: packCase(files), notes });
    },
  },
];

/** `standoff export`. What the form has no room for is said on standard error. */
export async function exportCase(io: Io, argument: string, flags: ExportFlags): Promise<number> {
  const { as, out } = flags;
  const form = EXPORTS.find(({ name }) => name === as)!;
  if (form.holds === 'bytes' && (out === undefined || out === '-'))
    throw usage(
      'no-text',
      `${form.what}: that is no text to print`,
      `standoff export ${argument} --as ${as} --out NAME.${form.ending}`,
    );
  const situation = await loadSituation(io, argument);
  const { content, notes } = await made(io, form, situation, flags);
  if (out === undefined || out === '-') printExactly(io, content as string);
  else {
    const { folder, name } = outputPlace(io, out);
    writeFiles(folder, { name, content, basedOn: null });
    print(io, `wrote ${out}`);
  }
  for (const note of notes) warn(io, noteLine(note));
  mentionWarnings(io, situation);
  return EXIT.fine;
}

async function made(
  io: Io,
  form: Export,
  situation: Situation,
  flags: ExportFlags,
): Promise<Exported> {
  try {
    return await askLong(() => form.make(io, situation, flags));
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    throw new Failure(EXIT.modelErrors, 'not-exported', `${situation.name}: ${error.message}`, {
      hint: `it cannot be written as ${form.name}`,
    });
  }
}
