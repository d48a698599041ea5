// What a program that calls `run` sees of types. It is packed as it is compiled: nothing is imported here.

/** Where output goes. A stream of Node is one. */
export interface Output {
  write(text: string): unknown;
  /** The same without making anything of it visible, where nobody looks; `write` where it is not there. */
  readonly exactly?: (text: string) => unknown;
  /** Whether somebody looks at it. */
  readonly isTTY?: boolean;
  /** How wide it is then. */
  readonly columns?: number;
}

/** Where input comes from. A stream of Node is one. */
export interface Input extends AsyncIterable<Uint8Array> {
  readonly isTTY?: boolean;
}

/** What stands in place of the process and of the files beside the command; the rest is as it is there. */
export interface RunIo {
  /** The folder from which names of files are meant; that of the process. */
  readonly cwd?: string;
  /** The environment: colours, folders of the user; that of the process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What `-` reads; standard input. */
  readonly stdin?: Input;
  /** Where answers go; standard output. */
  readonly stdout?: Output;
  /** Where problems and progress go; standard error. */
  readonly stderr?: Output;
  /** The folder of the scripts that worker threads run; that of the command. */
  readonly threads?: URL;
  /** The folder of the JSON Schemas; that of the command. */
  readonly schemas?: URL;
  /** The folder of the workbench as it was built; that of the command. */
  readonly app?: URL;
  /** Settles when `standoff open` is to stop; at a signal to end. */
  stopped?(): Promise<void>;
}
