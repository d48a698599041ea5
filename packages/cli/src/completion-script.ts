import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

interface Described {
  readonly names: readonly string[];
  readonly description: string;
  readonly takesCase: boolean;
  /** Its words are commands of its own; any file may come after them. */
  readonly nested: boolean;
  /** The words that its argument may be. */
  readonly words: readonly string[];
  readonly options: readonly Option[];
}

/** A completion script made from the commands and options of a program, so that it cannot lag behind. */
export function completionScript(shell: Shell, program: Command): string {
  const commands = program.commands.map((command): Described => ({
    names: [command.name(), ...command.aliases()],
    description: command.description(),
    takesCase: command.registeredArguments.some((argument) => argument.name() === 'case'),
    nested: command.commands.length > 0,
    words: [
      ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
      ...command.commands.map((one) => one.name()),
    ],
    options: [command, ...command.commands]
      .flatMap(({ options }) => options)
      .filter(({ long }, k, all) => all.findIndex((one) => one.long === long) === k),
  }));
  return { bash, zsh, fish }[shell](commands);
}

function bash(commands: readonly Described[]): string {
  const cases = commands.map(({ names, options, takesCase, nested, words }) => {
    const values = options
      .filter(({ argChoices }) => argChoices)
      .map(
        (option) =>
          `      if [[ $previous == ${option.long} ]]; then COMPREPLY=($(compgen -W '${option.argChoices!.join(' ')}' -- "$word")); return; fi`,
      );
    return [
      `    ${names.join('|')})`,
      ...values,
      `      words='${[...flags(options), '--help'].join(' ')}'${words.length > 0 ? `; [[ $word != -* ]] && words='${words.join(' ')}'` : ''}`,
      nested
        ? '      files=2; [[ $COMP_CWORD -eq 2 ]] && files=0 ;;'
        : `      files=${takesCase ? 1 : 0} ;;`,
    ].join('\n');
  });
  return `# standoff completion for bash
_standoff() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words='' files=0 file
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '${commands.flatMap(({ names }) => names).join(' ')} help --help --version' -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  [[ $word == -* || $files -eq 0 ]] && COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [[ $word != -* && $files -gt 0 ]]; then
    while IFS= read -r file; do
      [[ -d $file || $files -eq 2 || $file == *.standoff ]] && COMPREPLY+=("$file")
    done < <(compgen -f -- "$word")
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _standoff standoff`;
}

function zsh(commands: readonly Described[]): string {
  const quote = (text: string): string => text.replaceAll("'", "'\\''");
  const listed = commands.flatMap(({ names, description }) =>
    names.map((name) => `    '${name}:${quote(description).replaceAll(':', '\\:')}'`),
  );
  const cases = commands.map(({ names, options, takesCase, nested, words }) => {
    const specs = options.map((option) => {
      const description = quote(option.description)
        .replaceAll(/[[\]]/g, '\\$&')
        .replaceAll(':', '\\:');
      const value = option.argChoices
        ? `:value:(${option.argChoices.join(' ')})`
        : option.required
          ? ':value: '
          : '';
      return `        '${option.long}[${description}]${value}' \\`;
    });
    const rest = takesCase
      ? `        '*:case:_files -g "*.standoff(-.) *(-/)"'`
      : words.length > 0
        ? `        '1:argument:(${words.join(' ')})'${nested ? " '*:file:_files'" : ''}`
        : `        '*:folder:_files -/'`;
    return [`    ${names.join('|')})`, '      _arguments \\', ...specs, rest, '      ;;'].join(
      '\n',
    );
  });
  return `#compdef standoff
_standoff() {
  local -a commands
  commands=(
${listed.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_standoff" ]; then _standoff "$@"; else compdef _standoff standoff; fi`;
}

function fish(commands: readonly Described[]): string {
  const quote = (text: string): string =>
    `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ names, description, options, takesCase, nested, words }) => {
    const within = `__fish_seen_subcommand_from ${names.join(' ')}`;
    return [
      ...names.map(
        (name) =>
          `complete -c standoff -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
      ),
      ...options.map((option) => {
        const values = option.argChoices
          ? ` -xa ${quote(option.argChoices.join(' '))}`
          : option.required
            ? ' -x'
            : '';
        return `complete -c standoff -n ${quote(within)} -l ${option.long!.slice(2)}${values} -d ${quote(option.description)}`;
      }),
      ...(takesCase
        ? [
            `complete -c standoff -n ${quote(within)} -a '(__fish_complete_suffix .standoff; __fish_complete_directories)'`,
          ]
        : []),
      ...(words.length > 0
        ? [
            `complete -c standoff -n ${quote(within)}${nested ? ' -F' : ''} -a ${quote(words.join(' '))}`,
          ]
        : []),
    ];
  });
  return ['# standoff completion for fish', 'complete -c standoff -f', ...lines].join('\n');
}

function flags(options: readonly Option[]): string[] {
  return options.flatMap(({ long }) => (long ? [long] : []));
}
