import { Option, type Command } from 'commander';
import { say } from '../i18n/say.ts';

export const faqFormats = ['text', 'json'] as const;

/** How an answer is printed. */
export type FaqFormat = (typeof faqFormats)[number];

/** The command that answers a question. */
export function addFaqCommand(program: Command): Command {
  return program
    .command('faq')
    .description(say('answer a question about connectors, in your own words'))
    .argument(say('[question...]'), say('what you want to know'))
    .addOption(new Option(say('--format <name>'), say('how to print it')).choices(faqFormats).default('text'))
    .addHelpText('after', closingWords());
}

const examples = `  $ connector-doctor faq 'how do I remove an integration'
  $ connector-doctor faq AADSTS53003
  $ connector-doctor faq 'ip addresses of Claude' --format json`;

function closingWords(): string {
  return [
    `\n${say('Examples:')}\n${examples}\n`,
    say('Exit status: 0 something was found, 1 nothing was found, 2 bad usage.'),
    say('It is looked up here; nothing is sent anywhere.'),
  ].join('\n');
}
