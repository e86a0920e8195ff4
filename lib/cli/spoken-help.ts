import { Help, Option, type HelpConfiguration } from 'commander';
import { languages } from '../i18n/language.ts';
import { msg, say } from '../i18n/say.ts';
import { languageName } from './readers-language.ts';

/** Help whose own words are in the reader’s language; headings of groups are English messages and said here. */
export function spokenHelp(): HelpConfiguration {
  const usual = new Help();
  return {
    styleTitle: (title) => say(headings.get(title) ?? title),
    commandUsage: (command) => withMarks(usual.commandUsage(command)),
    subcommandTerm: (command) => withMarks(usual.subcommandTerm(command)),
    optionDescription: ({ description, argChoices, defaultValue }) => {
      if (argChoices === undefined) return description;
      const choices = argChoices.map((choice) => JSON.stringify(choice)).join(', ');
      return typeof defaultValue === 'string'
        ? say('{description} (choices: {choices}, default: {value})', {
            description,
            choices,
            value: JSON.stringify(defaultValue),
          })
        : say('{description} (choices: {choices})', { description, choices });
    },
  };
}

/** The option as every command takes it, for its help and for what is wrong with its value. */
export function languageOption(): Option {
  const description = say('the language to speak; without it, that of LC_ALL, LC_MESSAGES or LANG');
  return new Option(`${languageName} ${say('<language>')}`, description).choices(languages).helpGroup('Options:');
}

/** The headings that commander writes by itself. */
const headings: ReadonlyMap<string, string> = new Map([
  ['Usage:', msg('Usage:')],
  ['Arguments:', msg('Arguments:')],
  ['Options:', msg('Options:')],
  ['Commands:', msg('Commands:')],
]);

function withMarks(usage: string): string {
  return usage.replace('[options]', say('[options]')).replace('[command]', say('[command]'));
}
