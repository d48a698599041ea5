/** A situation with nothing in it but its title, its sources and, as comments, what comes next. */
export function newSituation(title: string, sources: readonly string[] = []): string {
  const words = title.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&');
  return [`situation "${words}"`, ...sources.flatMap((block) => ['', block.trimEnd()]), NEXT].join(
    '\n',
  );
}

const NEXT = `
# source name "Title of the text" { author "…" published 2024-03-01 }

# actor name "Label" {
#   option name "What it can do"  @source:P1
#   prefers {
#     what it wants most  @source:P2
#     what it wants next
#   }
# }

# scenario name "What people talk about" = actor.option and not other.option
`;

/** The name of a source made from that of its file: "Fire and Fury.txt" is Fire_and_Fury. */
export function sourceNameOf(file: string): string {
  const name = file
    .replace(/(?<=.)\.[^.]*$/u, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
  return /^[A-Za-z]/u.test(name) ? name : `text${name}`;
}
