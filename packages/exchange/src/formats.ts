import type { Format } from './format.js';

/** The forms, by the name that stands on the command line. What reads and writes one is loaded when it is asked for. */
export const FORMATS: readonly Format[] = [
  {
    name: 'gmcr',
    ending: 'gmcr',
    what: 'the files of GMCR+',
    reader: async () => (await import('./formats/gmcr-read.js')).readGmcr,
    writer: async () => (await import('./formats/gmcr-write.js')).writeGmcr,
  },
  {
    name: 'csv',
    ending: 'csv',
    what: 'a table of options by states, with rankings',
    reader: async () => (await import('./formats/csv.js')).readCsv,
    writer: async () => (await import('./formats/csv.js')).writeCsv,
  },
  {
    name: 'json',
    ending: 'json',
    what: 'the model in JSON, as "standoff model" prints it',
    reader: async () => (await import('./formats/json.js')).readJson,
    writer: async () => (await import('./formats/json.js')).writeJson,
  },
  {
    name: 'nfg',
    ending: 'nfg',
    what: 'a strategic form of Gambit, payoffs read as ranks',
    reader: async () => (await import('./formats/nfg-read.js')).readNfg,
    writer: async () => (await import('./formats/nfg-write.js')).writeNfg,
  },
  {
    name: 'dot',
    ending: 'dot',
    what: 'the graph of states and moves, for Graphviz',
    reader: null,
    writer: async () => (await import('./formats/dot.js')).writeDot,
  },
  {
    name: 'graphml',
    ending: 'graphml',
    what: 'the graph of states and moves, for Gephi, yEd, NetworkX, igraph',
    reader: null,
    writer: async () => (await import('./formats/graphml.js')).writeGraphml,
  },
  {
    name: 'latex',
    ending: 'tex',
    what: 'tables of states, ranks and stability for a paper',
    reader: null,
    writer: async () => (await import('./formats/latex.js')).writeLatex,
  },
];

/** The form of that name; undefined where there is none. */
export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}

/** The form that a file is in, by the end of its name and, for JSON, by what stands in it. */
export function formatOf(file: string, text: string): Format | undefined {
  const ending = /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase();
  // GMCR+ files are JSON, and are sent around as such.
  if (ending === 'json' && /"decisionMakers"\s*:/.test(text)) return formatNamed('gmcr');
  return FORMATS.find((format) => format.ending === ending);
}
