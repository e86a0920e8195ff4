import type { Command, CommanderError } from 'commander';
import { say } from '../i18n/say.ts';
import { languageName } from './readers-language.ts';

/** What is wrong with the typed words, in one sentence. Only names of options come from them: anything else may be a secret. */
export function usageProblem(error: CommanderError, words: readonly string[], program: Command): string {
  const option = /'(?:-\w, )?(--?[A-Za-z][\w-]*)/.exec(error.message)?.[1] ?? say('an option');
  const similar = /Did you mean (--[\w-]+)\?/.exec(error.message)?.[1];
  const command = commandIn(words);
  switch (error.code) {
    case 'commander.unknownOption':
      // Commander takes an option with a value that it must not have for another one.
      if (optionsOf(program, command).some(({ long }) => long === option)) {
        return say('{option} takes no value.', { option });
      }
      return similar === undefined
        ? say('There is no option {option}.', { option })
        : say('There is no option {option} (did you mean {similar}?).', { option, similar });
    case 'commander.optionMissingArgument':
      return say('{option} needs a value.', { option });
    case 'commander.excessArguments':
      return excessWords(command);
    case 'commander.invalidArgument':
      return choiceWords(option, program, command);
    case 'commander.unknownCommand':
      return /:\/\//.test(words.join(' '))
        ? say('To check a connector, write: connector-doctor check URL')
        : say('There is no such command: connector-doctor --help lists them.');
    case 'commander.help':
      return say('Say what to do, for example: connector-doctor check URL');
    default:
      return say('These arguments cannot be understood.');
  }
}

/** The first word, which names the command; only `--language` may stand before it. */
export function commandIn([first, ...rest]: readonly string[]): string | undefined {
  if (first === languageName) return commandIn(rest.slice(1));
  return first?.startsWith(`${languageName}=`) ? commandIn(rest) : first;
}

function optionsOf(program: Command, name: string | undefined): Command['options'] {
  return (program.commands.find((each) => each.name() === name) ?? program).options;
}

function choiceWords(option: string, program: Command, command: string | undefined): string {
  const choices = [...optionsOf(program, command), ...program.options].find(({ long }) => long === option)?.argChoices;
  return choices === undefined
    ? say('{option} takes another value.', { option })
    : say('{option} takes {choices}.', {
        option,
        choices: choices.reduce((first, second) => say('{first} or {second}', { first, second })),
      });
}

function excessWords(command: string | undefined): string {
  if (command === 'schema') return say('schema takes no arguments.');
  if (command === 'bundle') return say('bundle takes one file: put quotes around a name with spaces.');
  if (command === 'hand-off') return say('hand-off takes one report: put quotes around a name with spaces.');
  if (command === 'open') return say('open takes one report: put quotes around a name with spaces.');
  if (command === 'explain') return say('explain takes one text: put quotes around it.');
  if (command === 'compare') return say('compare takes two: put quotes around a text with spaces.');
  if (command === 'install-link') return say('install-link takes one URL: put quotes around a name with spaces.');
  return say('check takes one URL: put quotes around a text with spaces.');
}
