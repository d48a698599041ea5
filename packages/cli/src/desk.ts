import path from 'node:path';
import { fillFolder, Folder, kindOf, writeFiles } from '@standoff/case';
import {
  ANNOTATIONS_FILE,
  NO_ANNOTATIONS,
  NO_SOURCES,
  printAnnotations,
  readAnnotations,
  readSourceRecords,
  SOURCES_FILE,
  type SourceRecords,
} from '@standoff/evidence/records';
import { LARGEST_FILE } from '@standoff/evidence';
import { reportFile, type ReportParts } from '@standoff/questions';
import type { AnchoredText } from '@standoff/evidence/anchor';
import type { Desk, NamedText, TextGiven, TextOnDesk } from '@standoff/mcp';
import { beginCase, withSource } from './begin-case.js';
import { openCase, readBeside, textOf, textOnDisk, type TextsRead } from './case-files.js';
import { reportPartsOf } from './report-made.js';
import { sentencesOf } from './commands/text.js';
import { failureOf } from './errors-shown.js';
import { EXIT, Failure, usage } from './failure.js';
import { placeOf, type Io } from './io.js';
import { answerOf, type QuestionFlags } from './question.js';
import { flagsOf, usualFlags } from './question-options.js';
import { modelOf, type Situation } from './situation.js';
import { readSituationText, type SituationText } from './situation-file.js';
import { checkReferences, referenceProblem } from './references-checked.js';
import { recordSource } from './source-recorded.js';
import { textProblem } from './source-text-shown.js';
import { TEMPLATES } from './templates.js';
import { textWarnings } from './text-checks.js';
import { textOptions } from './terminal.js';

/** How deep in a folder cases are looked for: cases in it, and later ones in these. */
const DEEPEST = 2;

/** The cases of a folder, for a server of tools. */
export function deskOf(io: Io, folder: string, writes: boolean): Desk {
  const usual = usualFlags();
  const textsRead: TextsRead = new Map();
  /** The last report that was asked for: its parts and figures are asked for one after the other. */
  let reported: { name: string; text: string; parts: Promise<ReportParts> } | null = null;
  const sourceOf = (name: string): Promise<SituationText> => {
    const file = casesIn(io, folder).get(name);
    if (file === undefined) throw usage('not-found', `there is no case ${name} any more`);
    return readSituationText(io, file);
  };
  const situationOf = async (of: NamedText): Promise<Situation> => {
    const { name, text, called = name, annotations } = of;
    const source = { ...(await sourceOf(name)), name: called, text };
    const { model, diagnostics } = modelOf(io, source);
    if (model === null) throw new Failure(EXIT.modelErrors, 'model-errors', `${name} has errors`);
    return { ...source, model, diagnostics, annotations };
  };
  const recordsOf = async (name: string): Promise<{ beside: Folder; records: SourceRecords }> => {
    const { folder: beside } = (await sourceOf(name)).origin!;
    const { content } = readBeside(beside, SOURCES_FILE, readSourceRecords, NO_SOURCES);
    return { beside, records: content };
  };
  const texts = async (name: string): Promise<TextOnDesk[]> => {
    const { beside, records } = await recordsOf(name);
    const read: TextOnDesk[] = [];
    for (const record of records.records) {
      const found = await textOnDisk(io, beside, record, textsRead);
      const { text, anchored } = found;
      read.push({ source: record.id, wrong: textProblem(found), text, anchored });
    }
    return read;
  };
  const anchoredOf = async (name: string): Promise<ReadonlyMap<string, AnchoredText>> =>
    new Map(
      (await texts(name)).flatMap(({ source, anchored }) =>
        anchored === null ? [] : [[source, anchored] as const],
      ),
    );
  /** The bytes of a text, and the name of the file that they are in. */
  const bytesOf = (source: string, given: TextGiven): { file: string; bytes: Buffer } => {
    if ('words' in given) return { file: `${source}.txt`, bytes: Buffer.from(given.words) };
    const file = path.basename(given.file);
    // Nothing outside of the folder that the user named, whatever path is asked for.
    const bytes = new Folder(placeOf(io, folder), folder).read(given.file, LARGEST_FILE);
    if (bytes !== null) return { file, bytes };
    throw usage(
      'not-found',
      `there is no file ${file} in the folder`,
      'its path is told from the folder that the server was started for',
    );
  };
  return {
    writes,
    cases: () => [...casesIn(io, folder).keys()],
    open: async (name) => {
      const { text, origin } = await sourceOf(name);
      return { text, version: origin!.version };
    },
    save: async (name, situation, annotations) => {
      const { folder: into, file } = (await sourceOf(name)).origin!;
      const { content, version: basedOn } = situation;
      writeFiles(
        into,
        ...(annotations === null
          ? []
          : [
              {
                name: ANNOTATIONS_FILE,
                content: printAnnotations(annotations.content),
                basedOn: annotations.version,
              },
            ]),
        { name: file, content, basedOn, undo: true },
      );
    },
    annotations: async (name) => {
      const { folder: beside } = (await sourceOf(name)).origin!;
      return readBeside(beside, ANNOTATIONS_FILE, readAnnotations, NO_ANNOTATIONS);
    },
    texts,
    addText: async (name, source, given) => {
      const at = casesIn(io, folder).get(name);
      if (at === undefined) throw usage('not-found', `there is no case ${name} any more`);
      const files = await openCase(io, at);
      const { file, bytes } = bytesOf(source, given);
      const read = await textOf(io, bytes, file, { records: files.records.records });
      recordSource(files, source, read, { name: file, declare: true, inPlace: null });
      return read.text;
    },
    begin: async (name, title, source, given) => {
      if (kindOf(placeOf(io, folder), folder) === 'file')
        throw usage(
          'no-folder',
          `${folder} is one case, not a folder`,
          'there is room for no other',
        );
      const { file, bytes } = bytesOf(source, given);
      const read = await textOf(io, bytes, file, {});
      const place = path.join(folder, name);
      fillFolder(
        placeOf(io, place),
        (into) => {
          const text = TEMPLATES.empty(title);
          const made = withSource(into, text, { id: source, file, read });
          beginCase(into, { name, otherwise: 'give it another name', ...made });
        },
        place,
      );
      return read.text;
    },
    brokenReferences: async (of) => {
      const { model } = await situationOf(of);
      const anchored = await anchoredOf(of.name);
      return checkReferences(model, anchored, of.annotations).flatMap(
        ({ reference, source, resolved }) => {
          const problem = referenceProblem(resolved, anchored.get(source));
          return problem === null ? [] : [{ reference, problem }];
        },
      );
    },
    textWarnings: async (of) => {
      const { model } = await situationOf(of);
      const { records } = await recordsOf(of.name);
      const right = (await texts(of.name)).filter(({ wrong }) => wrong === null);
      const anchored = right.flatMap(({ source, anchored: text }) =>
        text === null ? [] : [[source, text] as const],
      );
      return textWarnings(model, new Map(anchored), records);
    },
    sentences: async (of) => {
      const situation = await situationOf(of);
      return [...(await anchoredOf(of.name))].flatMap(([source, text]) =>
        sentencesOf({ situation, annotations: of.annotations }, source, text).flatMap(
          ({ name, words, use }) => (use === null ? [] : [{ source, name, words, use }]),
        ),
      );
    },
    ask: async ({ question, of, given }) => {
      const situations: Situation[] = [];
      for (const one of of) situations.push(await situationOf(one));
      const flags: QuestionFlags = { ...usual, ...flagsOf(question, given) };
      const { answer, told } = await answerOf(question, io, situations, flags);
      return { answer, text: await told({ ...textOptions(io, of[0].name), colour: false }) };
    },
    report: async (name, text, format) => {
      if (reported?.name !== name || reported.text !== text) {
        const situation = await situationOf({ name, text, annotations: NO_ANNOTATIONS });
        reported = { name, text, parts: reportPartsOf(io, situation, { ...usual, seed: 1 }) };
      }
      const { parts } = reported;
      try {
        return reportFile(await parts, format);
      } catch (error) {
        reported = null;
        throw error;
      }
    },
    failure: (error) => {
      const failure = failureOf(error);
      return (
        failure && {
          code: failure.code,
          why: failure.message,
          do: failure.more.hint ?? 'see the resource standoff://guide',
        }
      );
    },
  };
}

/** The situations of a folder and of those in it: by name, how each is found. */
function casesIn(io: Io, folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const look = (at: string, depth: number): void => {
    const here = new Folder(placeOf(io, at), at);
    const files = here.names().filter((name) => name.endsWith('.standoff'));
    for (const file of files) {
      const name = path.relative(folder, files.length === 1 ? at : path.join(at, file));
      found.set(
        name === '' ? path.basename(here.path) : name.split(path.sep).join('/'),
        path.join(at, file),
      );
    }
    if (depth === DEEPEST) return;
    for (const name of here.names()) {
      const inside = path.join(at, name);
      if (!name.startsWith('.') && name !== 'node_modules' && isFolder(io, inside))
        look(inside, depth + 1);
    }
  };
  if (kindOf(placeOf(io, folder), folder) === 'file')
    return new Map([[path.basename(folder), folder]]);
  look(folder, 0);
  return found;
}

function isFolder(io: Io, place: string): boolean {
  return kindOf(placeOf(io, place), place) === 'folder';
}
