import { Command, CommanderError } from 'commander';
import { say } from '../i18n/say.ts';
import { toolName, toolVersion } from '../kernel/tool-version.ts';
import { addBundleCommand, type RawBundleOptions } from './bundle-command.ts';
import { addCheckCommand } from './check-command.ts';
import type { RawCheckOptions } from './check-request.ts';
import { addCompareCommand, type RawCompareOptions } from './compare-command.ts';
import { addExplainCommand, type ExplainFormat } from './explain-command.ts';
import { addFaqCommand, type FaqFormat } from './faq-command.ts';
import { addHandOffCommand, type RawHandOffOptions } from './hand-off-command.ts';
import { addInstallLinkCommand, type RawInstallOptions } from './install-link-command.ts';
import { addOpenCommand, type RawOpenOptions } from './open-command.ts';
import type { OutputWord } from './outputs.ts';
import { addPreviewCommand, type RawPreviewOptions } from './preview-command.ts';
import { addReadinessCommand, type RawReadinessOptions } from './readiness-command.ts';
import { languageOption, spokenHelp } from './spoken-help.ts';
import { commandIn, usageProblem } from './usage-problem.ts';

/** What the command line asks for. `print` is help or the version. */
export type Invocation =
  | { readonly kind: 'check'; readonly url: string | null; readonly options: RawCheckOptions }
  /** Without a text, or with “-”, it comes from standard input. */
  | { readonly kind: 'explain'; readonly text: string | null; readonly format: ExplainFormat }
  /** What is asked, its words joined by spaces; empty where nothing is. */
  | { readonly kind: 'faq'; readonly query: string; readonly format: FaqFormat }
  | {
      readonly kind: 'compare';
      readonly sides: readonly [string | null, string | null];
      readonly options: RawCompareOptions;
    }
  | { readonly kind: 'install-link'; readonly url: string | null; readonly options: RawInstallOptions }
  | { readonly kind: 'preview'; readonly url: string | null; readonly options: RawPreviewOptions }
  | { readonly kind: 'readiness'; readonly url: string | null; readonly options: RawReadinessOptions }
  | { readonly kind: 'bundle'; readonly file: string | null; readonly options: RawBundleOptions }
  | { readonly kind: 'hand-off'; readonly report: string | null; readonly options: RawHandOffOptions }
  | { readonly kind: 'open'; readonly report: string | null; readonly options: RawOpenOptions }
  | { readonly kind: 'schema' }
  | { readonly kind: 'print'; readonly text: string }
  /** `command` is the one whose help tells more. */
  | { readonly kind: 'usage'; readonly problem: string; readonly command: HelpfulCommand };

const helpfulCommands = [
  'check',
  'explain',
  'faq',
  'compare',
  'install-link',
  'preview',
  'readiness',
  'bundle',
  'open',
  'hand-off',
] as const;

type HelpfulCommand = (typeof helpfulCommands)[number];

/** Reads the words after the program's name, in the language that is spoken. Never ends the process. */
export function readArguments(words: readonly string[]): Invocation {
  const command = helpfulCommands.find((each) => each === commandIn(words)) ?? 'check';
  const nothing = say('Say what to do, for example: connector-doctor check URL');
  let invocation: Invocation = { kind: 'usage', problem: nothing, command };
  let printed = '';
  const outputs: OutputWord[] = [];
  const program = createProgram((text) => {
    printed += text;
  });
  addCheckCommand(program, outputs).action((url: string | undefined, options: Omit<RawCheckOptions, 'outputs'>) => {
    invocation = { kind: 'check', url: url ?? null, options: { ...options, outputs } };
  });
  addExplainCommand(program).action((text: string | undefined, { format }: { readonly format: ExplainFormat }) => {
    invocation = { kind: 'explain', text: text === undefined || text === '-' ? null : text, format };
  });
  addFaqCommand(program).action((asked: readonly string[], { format }: { readonly format: FaqFormat }) => {
    invocation = { kind: 'faq', query: asked.join(' '), format };
  });
  addCompareCommand(program).action(
    (before: string | undefined, after: string | undefined, options: RawCompareOptions) => {
      invocation = { kind: 'compare', sides: [before ?? null, after ?? null], options };
    },
  );
  addInstallLinkCommand(program).action((url: string | undefined, options: RawInstallOptions) => {
    invocation = { kind: 'install-link', url: url ?? null, options };
  });
  addPreviewCommand(program).action((url: string | undefined, options: RawPreviewOptions) => {
    invocation = { kind: 'preview', url: url ?? null, options };
  });
  addReadinessCommand(program).action((url: string | undefined, options: RawReadinessOptions) => {
    invocation = { kind: 'readiness', url: url ?? null, options };
  });
  addBundleCommand(program, outputs).action((file: string | undefined, options: Omit<RawBundleOptions, 'outputs'>) => {
    invocation = { kind: 'bundle', file: file ?? null, options: { ...options, outputs } };
  });
  addOpenCommand(program, outputs).action((report: string | undefined, options: Omit<RawOpenOptions, 'outputs'>) => {
    invocation = { kind: 'open', report: report ?? null, options: { ...options, outputs } };
  });
  addHandOffCommand(program, (report, options) => {
    invocation = { kind: 'hand-off', report: report ?? null, options };
  });
  program
    .command('schema')
    .description(say('print the JSON Schema of reports'))
    .action(() => {
      invocation = { kind: 'schema' };
    });
  for (const command of [program, ...program.commands]) command.addOption(languageOption());
  try {
    program.parse(words, { from: 'user' });
    return invocation;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: printed };
    return { kind: 'usage', problem: usageProblem(error, words, program), command };
  }
}

function createProgram(print: (text: string) => void): Command {
  return new Command(toolName)
    .description(
      say('Finds out why a Claude connector (a remote MCP server) does not work, and says what to do about it.'),
    )
    .version(toolVersion, '-V, --version', say('print the version'))
    .helpOption('-h, --help', say('print help'))
    .helpCommand(false)
    .configureHelp(spokenHelp())
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: print,
      // Problems are told by us, in one sentence that repeats no value.
      writeErr: () => undefined,
    })
    .addHelpText('after', `\n${say('Examples:')}\n${examples}`);
}

const examples = `  $ connector-doctor check https://mcp.example.com/mcp
  $ connector-doctor check --help
  $ connector-doctor explain 'Couldn’t reach the MCP server.'
  $ connector-doctor faq 'how do I remove an integration'
  $ connector-doctor compare before.json https://mcp.example.com/mcp
  $ connector-doctor install-link https://mcp.example.com/mcp --name 'Example Notes'
  $ connector-doctor preview https://mcp.example.com/mcp --output preview.html
  $ connector-doctor readiness https://mcp.example.com/mcp --listing listing.json
  $ connector-doctor bundle example.mcpb
  $ connector-doctor open report.html
  $ connector-doctor hand-off report.json --to vendor
  $ connector-doctor schema > report-1.json`;
