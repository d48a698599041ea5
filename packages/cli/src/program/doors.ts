import { Option, type Command } from 'commander';
import { portNumber } from '../arguments.js';
import { add, type Runs } from './command.js';

/** Where somebody else asks: the page in a browser, an assistant, an editor. */
export function addDoors(program: Command, runs: Runs): void {
  add(
    program,
    'open <case>',
    'look at a case and change it in the browser: the workbench, served to this machine alone',
    [
      new Option(
        '--port <n>',
        'the port; the one the case had last, or any that is free, when left out',
      ).argParser(portNumber),
      new Option('--no-browser', 'only print the address'),
      new Option('--json', 'print the address as one line of JSON, and open no browser'),
    ],
    [
      'standoff open cases/korea-2018',
      'standoff open harbour --no-browser      print the address only',
      'standoff open harbour --port 8000       at this port',
    ],
  ).action(runs(async () => (await import('../commands/open.js')).open));

  add(
    program,
    'mcp [folder]',
    'tools for an assistant over the cases of a folder: a server of the Model Context Protocol',
    [
      new Option('--write', 'write what the assistant applies into the files'),
      new Option(
        '--port <n>',
        'serve this machine over HTTP, with a token; over standard input and output when left out',
      ).argParser(portNumber),
    ],
    [
      'standoff mcp cases                 what an assistant starts, over standard input and output',
      'standoff mcp cases --write         it may change the situations',
      'standoff mcp cases --port 8100     for clients that speak HTTP',
    ],
  ).action(runs(async () => (await import('../commands/mcp.js')).serveTools));

  add(
    program,
    'lsp',
    'serve the language to an editor, by the Language Server Protocol on standard streams',
    // What editors say of themselves: there is no other way, and when they are gone the input ends.
    [new Option('--stdio').hideHelp(), new Option('--clientProcessId <number>').hideHelp()],
    ['standoff lsp                       what an editor starts; docs/editors.md says how'],
  ).action(runs(async () => (await import('../commands/lsp.js')).lsp));
}
