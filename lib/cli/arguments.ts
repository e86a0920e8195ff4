import { Command, CommanderError } from 'commander';
import { toolName, toolVersion } from '../kernel/tool-version.ts';
import { addCheckCommand } from './check-command.ts';
import type { RawCheckOptions } from './check-request.ts';
import { addExplainCommand, explainFormats, type ExplainFormat } from './explain-command.ts';
import type { OutputWord } from './outputs.ts';

/** What the command line asks for. `print` is help or the version. */
export type Invocation =
  | { readonly kind: 'check'; readonly url: string | null; readonly options: RawCheckOptions }
  /** Without a text, or with “-”, it comes from standard input. */
  | { readonly kind: 'explain'; readonly text: string | null; readonly format: ExplainFormat }
  | { readonly kind: 'schema' }
  | { readonly kind: 'print'; readonly text: string }
  /** `command` is the one whose help tells more. */
  | { readonly kind: 'usage'; readonly problem: string; readonly command: HelpfulCommand };

type HelpfulCommand = 'check' | 'explain';

/** Reads the words after the program's name. Pure; never ends the process. */
export function readArguments(words: readonly string[]): Invocation {
  let invocation = usage('Say what to do, for example: connector-doctor check URL', words);
  let printed = '';
  const outputs: OutputWord[] = [];
  const program = new Command(toolName)
    .description('Finds out why a Claude connector (a remote MCP server) does not work, and says what to do about it.')
    .version(toolVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      // Problems are told by us, in one sentence that repeats no value.
      writeErr: () => undefined,
    })
    .addHelpText('after', programExamples);
  addCheckCommand(program, outputs).action((url: string | undefined, options: Omit<RawCheckOptions, 'outputs'>) => {
    invocation = { kind: 'check', url: url ?? null, options: { ...options, outputs } };
  });
  addExplainCommand(program).action((text: string | undefined, { format }: { readonly format: ExplainFormat }) => {
    invocation = { kind: 'explain', text: text === undefined || text === '-' ? null : text, format };
  });
  program
    .command('schema')
    .description('print the JSON Schema of reports')
    .action(() => {
      invocation = { kind: 'schema' };
    });
  try {
    program.parse(words, { from: 'user' });
    return invocation;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: printed };
    return usage(usageProblem(error, words, optionsOf(program, words[0])), words);
  }
}

function usage(problem: string, words: readonly string[]): Invocation {
  return { kind: 'usage', problem, command: words[0] === 'explain' ? 'explain' : 'check' };
}

function optionsOf(program: Command, name: string | undefined): readonly string[] {
  const command = program.commands.find((each) => each.name() === name);
  return command?.options.flatMap(({ long }) => long ?? []) ?? [];
}

/** Only names of options come from the typed words: anything else in them may be a secret. */
function usageProblem(error: CommanderError, words: readonly string[], known: readonly string[]): string {
  const option = /'(?:-\w, )?(--?[A-Za-z][\w-]*)/.exec(error.message)?.[1] ?? 'an option';
  const similar = /Did you mean (--[\w-]+)\?/.exec(error.message)?.[1];
  switch (error.code) {
    case 'commander.unknownOption':
      // Commander takes an option with a value that it must not have for another one.
      if (known.includes(option)) return `${option} takes no value.`;
      return `There is no option ${option}${similar ? ` (did you mean ${similar}?)` : ''}.`;
    case 'commander.optionMissingArgument':
      return `${option} needs a value.`;
    case 'commander.excessArguments':
      return excessWords(words[0]);
    case 'commander.invalidArgument':
      return `${option} takes ${words[0] === 'explain' ? explainFormats.join(' or ') : 'another value'}.`;
    case 'commander.unknownCommand':
      return /:\/\//.test(words.join(' '))
        ? 'To check a connector, write: connector-doctor check URL'
        : 'There is no such command: use check, explain or schema.';
    case 'commander.help':
      return 'Say what to do, for example: connector-doctor check URL';
    default:
      return 'These arguments cannot be understood.';
  }
}

function excessWords(command: string | undefined): string {
  if (command === 'schema') return 'schema takes no arguments.';
  if (command === 'explain') return 'explain takes one text: put quotes around it.';
  return 'check takes one URL: put quotes around a text with spaces.';
}

const programExamples = `
Examples:
  $ connector-doctor check https://mcp.example.com/mcp
  $ connector-doctor check --help
  $ connector-doctor explain 'Couldn’t reach the MCP server.'
  $ connector-doctor schema > report-1.json`;
