import type { Format, Read, ReadOptions } from './format.js';

/** The forms, by the name that stands on the command line. What reads and writes one is loaded when it is asked for. */
export const FORMATS: readonly Format[] = [
  {
    name: 'gmcr',
    ending: 'gmcr',
    what: 'the files of GMCR+',
    holds: 'text',
    reader: async () => (await import('./formats/gmcr-read.js')).readGmcr,
    writer: async () => (await import('./formats/gmcr-write.js')).writeGmcr,
  },
  {
    name: 'csv',
    ending: 'csv',
    what: 'a table of options by states, with rankings',
    holds: 'text',
    reader: async () => (await import('./formats/csv.js')).readCsv,
    writer: async () => (await import('./formats/csv.js')).writeCsv,
  },
  {
    name: 'xlsx',
    ending: 'xlsx',
    what: 'a workbook of a spreadsheet with such a table',
    holds: 'bytes',
    reader: async () => (await import('./formats/xlsx.js')).readXlsx,
    writer: async () => (await import('./formats/xlsx.js')).writeXlsx,
  },
  {
    name: 'json',
    ending: 'json',
    what: 'the model in JSON, as "standoff model" prints it',
    holds: 'text',
    reader: async () => (await import('./formats/json.js')).readJson,
    writer: async () => (await import('./formats/json.js')).writeJson,
  },
  {
    name: 'nfg',
    ending: 'nfg',
    what: 'a strategic form of Gambit, payoffs read as ranks',
    holds: 'text',
    reader: async () => (await import('./formats/nfg-read.js')).readNfg,
    writer: async () => (await import('./formats/nfg-write.js')).writeNfg,
  },
  {
    name: 'efg',
    ending: 'efg',
    what: 'an extensive form of Gambit with perfect information, read by what the players plan',
    holds: 'text',
    reader: async () => (await import('./formats/efg.js')).readEfg,
    writer: null,
  },
  {
    name: 'graph',
    ending: 'graph',
    what: 'a model in graph form: states, moves and rankings in JSON',
    holds: 'text',
    reader: async () => (await import('./formats/graph-form-read.js')).readGraphForm,
    writer: async () => (await import('./formats/graph-form-write.js')).writeGraphForm,
  },
  {
    name: 'dot',
    ending: 'dot',
    what: 'the graph of states and moves, for Graphviz',
    holds: 'text',
    reader: null,
    writer: async () => (await import('./formats/dot.js')).writeDot,
  },
  {
    name: 'graphml',
    ending: 'graphml',
    what: 'the graph of states and moves, for Gephi, yEd, NetworkX, igraph',
    holds: 'text',
    reader: null,
    writer: async () => (await import('./formats/graphml.js')).writeGraphml,
  },
  {
    name: 'latex',
    ending: 'tex',
    what: 'tables of states, ranks and stability for a paper',
    holds: 'text',
    reader: null,
    writer: async () => (await import('./formats/latex.js')).writeLatex,
  },
];

/** The form of that name; undefined where there is none. */
export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}

/** The form that a file is in, by the end of its name. */
export function formatOf(file: string): Format | undefined {
  const ending = /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase();
  return FORMATS.find((format) => format.ending === ending);
}

/** A form whose files can be read. */
export type ReadableFormat = Format & { readonly reader: NonNullable<Format['reader']> };

export function isReadable(format: Format): format is ReadableFormat {
  return format.reader !== null;
}

/**
 * Reads a file of that form.
 * @param decoded its text, asked for where the form is one
 * @returns what it comes to, and the form that it turned out to be in
 */
export async function readAs(
  format: ReadableFormat,
  { bytes, decoded }: { readonly bytes: Uint8Array; readonly decoded: () => string },
  options: ReadOptions,
): Promise<{ readonly format: Format; readonly read: Read }> {
  if (format.holds === 'bytes') return { format, read: (await format.reader())(bytes, options) };
  const text = decoded();
  // GMCR+ files are JSON, and are sent around as such.
  if (format.name === 'json' && /"decisionMakers"\s*:/.test(text)) {
    // What names its states is in graph form; GMCR+ has none.
    if (/"states"\s*:/.test(text)) {
      const { readGraphForm } = await import('./formats/graph-form-read.js');
      return { format: formatNamed('graph')!, read: readGraphForm(text, options) };
    }
    const { readGmcr } = await import('./formats/gmcr-read.js');
    return { format: formatNamed('gmcr')!, read: readGmcr(text, options) };
  }
  return { format, read: (await format.reader())(text, options) };
}
