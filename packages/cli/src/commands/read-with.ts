import { undoName, writeFiles } from '@standoff/case';
import {
  ANNOTATIONS_FILE,
  printAnnotations,
  type AnnotationFile,
} from '@standoff/evidence/records';
import {
  actorOf,
  checkProposals,
  draftProposals,
  Refusal,
  withAddition,
  wordsOf,
  type Accepted,
} from '@standoff/mcp/proposals';
import { Page } from '@standoff/document';
import type { Count } from '@standoff/model';
import { counted } from '@standoff/questions';
import type { CaseFiles, FileRead } from '../case-files.js';
import { EXIT, usage } from '../failure.js';
import type { Io } from '../io.js';
import { expectText } from '../situation-file.js';
import { print, printAnswer, textOptions, warn } from '../terminal.js';

/** The answer of `standoff read --with --json`. */
export interface ReadWithAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/read-with/2';
  /** The name that references to the text begin with. */
  readonly source: string;
  /** The address of the server that drafted. */
  readonly server: string;
  /** Proposals whose quotes stand in the text and whose lines can be read, in the order of the server. */
  readonly right: readonly ProposedLine[];
  /** Those that are not taken, and why. */
  readonly refused: readonly RefusedProposal[];
  /** How many things the server said that are no proposals. */
  readonly unusable: Count;
  /** Whether the lines were put into the situation. */
  readonly written: boolean;
  /** The file that keeps the situation as it was before; null: it was not changed. */
  readonly before: string | null;
}

/** A line of the language that was proposed. */
export interface ProposedLine {
  /** The line, with the reference to the passage of its quote. */
  readonly line: string;
  /** The actor in whose braces it stands; null: none. */
  readonly within: string | null;
}

/** A proposal that is not taken. */
export interface RefusedProposal {
  /** Its place among what the server proposed, from 1. */
  readonly n: Count;
  /** Stable and short: "quote-nowhere". */
  readonly code: string;
  /** What is wrong with it. */
  readonly why: string;
}

/** What `read` has of its options for this. */
export interface WithFlags {
  readonly with: string;
  readonly model?: string;
  readonly write?: true;
  readonly json?: true;
}

/** A server on a user's machine may take long for a part of a text; more than five minutes fetch does not wait. */
const PATIENCE = 5 * 60_000 - 1000;

/** `standoff read --with`: a server drafts, and what it says is checked like anybody's. */
export async function readWith(
  io: Io,
  files: CaseFiles,
  source: string,
  { text, hashes }: FileRead,
  flags: WithFlags,
): Promise<number> {
  const { situation, annotations } = files;
  const { model, name } = situation;
  if (!model.sources.some(({ id }) => id === source))
    throw usage(
      'unknown-source',
      `${name} has no source ${source}, to which the lines refer`,
      `standoff source add ${name} ${source} TEXT --declare, or name another with --source`,
    );
  if (flags.write === true) expectText(situation);
  const url = addressOf(io, flags.with);
  const anchored = { ...text, version: hashes.text };
  const { proposals, unusable } = await draftProposals(
    { url, model: flags.model, patience: () => AbortSignal.timeout(PATIENCE), fetch },
    source,
    anchored,
    model,
  ).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw usage(error.code, error.message, error.hint);
  });
  const {
    right,
    refused,
    annotations: marked,
  } = checkProposals(
    situation.text,
    [{ source, wrong: null, text, anchored }],
    proposals,
    annotations,
  );
  const before = flags.write === true && right.length > 0 ? written(files, right, marked) : null;
  const answer: ReadWithAnswer = {
    schema: 'standoff/read-with/2',
    source,
    server: url,
    right: right.map((one) => ({ line: wordsOf(one), within: actorOf(one) ?? null })),
    refused: refused.map(({ n, code, why }) => ({ n, code, why })),
    unusable,
    written: before !== null,
    before,
  };
  if (flags.json) printAnswer(io, answer);
  else print(io, told(io, answer));
  return EXIT.fine;
}

/** @returns the file that keeps the situation as it was */
function written(
  { situation, folder, annotationsVersion }: CaseFiles,
  right: readonly Accepted[],
  annotations: AnnotationFile,
): string {
  const { file, version } = situation.origin!;
  const content = right.reduce(withAddition, situation.text);
  writeFiles(
    folder,
    {
      name: ANNOTATIONS_FILE,
      content: printAnnotations(annotations),
      basedOn: annotationsVersion,
    },
    { name: file, content, basedOn: version, undo: true },
  );
  return undoName(situation.path!);
}

const OWN_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The address, with a word on standard error where the text leaves this machine. */
function addressOf(io: Io, address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw usage('address', `${address} is no address`, 'such as http://localhost:11434');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw usage('address', `${address} is no address of the web`, 'such as http://localhost:11434');
  if (!OWN_MACHINE.has(url.hostname))
    warn(io, `${url.host} is not this machine: the text is sent there.`);
  return url.href;
}

function told(io: Io, answer: ReadWithAnswer): string {
  const { right, refused, unusable, before } = answer;
  const page = new Page(textOptions(io));
  page.line(
    `${counted(right.length, 'proposal')} of ${answer.server} ${right.length === 1 ? 'stands' : 'stand'} in the text`,
  );
  for (const { line, within } of right)
    page.line(within === null ? line : `${within}: ${line}`, { indent: 2, hang: 4 });
  if (refused.length + unusable > 0) {
    page.blank();
    page.line(
      `${refused.length + unusable} not taken${unusable > 0 ? `, ${unusable} of them no proposals` : ''}`,
    );
    for (const { n, why } of refused) page.line(`${n}. ${why}`, { indent: 2, hang: 4 });
  }
  page.blank();
  page.line(
    before === null
      ? 'Words of a model: that a quote stands in the text does not make the line right. Nothing was written; --write puts the lines above into the situation.'
      : `Put into the situation; the text before is kept in ${before}. Words of a model: that a quote stands in the text does not make a line right.`,
  );
  return page.toString();
}
