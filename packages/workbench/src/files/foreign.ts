import { formatOf, isReadable, readAs, type ExchangeNote } from '@standoff/exchange';
import { printSituation } from '@standoff/language/print';
import { parseSituation } from '@standoff/language/parse';
import { ModelFault } from '@standoff/model';

/** A file of another program as a situation, and what had to be chosen. */
export interface ForeignRead {
  readonly situation: string;
  readonly notes: readonly ExchangeNote[];
}

/**
 * Reads a file of another program.
 * @throws Error that names the place in the file
 */
export async function readForeign(file: File): Promise<ForeignRead> {
  const format = formatOf(file.name);
  if (format === undefined || !isReadable(format)) throw new Error(`${file.name} is not read here`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { default: schema } = await import('../../../model/generated/conflict-model-1.schema.json');
  const content = {
    bytes,
    decoded: () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  };
  const { read } = await readAs(format, content, {
    title: file.name.replace(/\.[^.]*$/, ''),
    modelSchema: () => schema,
  });
  const situation = printSituation(read.model);
  // What cannot be read again would be lost with the page.
  if (parseSituation(situation).model === null)
    throw new ModelFault('', 'a model that a situation can say', 'another');
  return { situation, notes: read.notes };
}
