import { msg, say, spokenLanguage } from '../../i18n/say.ts';
import type { BreakKind, Comparison, FactChange, FactName, LoneFinding, Proviso } from './comparison.ts';

/** Why a change breaks what people do, as it stands behind the place. */
export const breakNames: Readonly<Record<BreakKind, string>> = {
  required: msg('must be given now'),
  'parameter-removed': msg('calls that give it are refused, or it is ignored'),
  'type-narrowed': msg('takes other or fewer types'),
  'values-narrowed': msg('takes fewer values'),
  'limit-narrowed': msg('takes less than before'),
};

/** The same where the schemas do not tell. */
export const unclearName = msg('whether calls that worked are still taken cannot be told from it');

/** What to bear in mind with this comparison, each a sentence. */
export function provisoWords({ provisos, before, after, tools }: Comparison): readonly string[] {
  return [
    ...provisos
      .filter((proviso) => !isApart(proviso))
      .map((proviso) => say(provisoSentences[proviso], { before: before.version, after: after.version })),
    ...listWords(tools),
  ];
}

/** Why the two do not stand for one thing at two times, as a sentence; null where they may. It stands before anything else is said. */
export function apartWords({ provisos }: Pick<Comparison, 'provisos'>): string | null {
  const apart = provisos.find(isApart);
  return apart === undefined ? null : say(apartSentences[apart]);
}

function isApart(proviso: Proviso): proviso is keyof typeof apartSentences {
  return proviso in apartSentences;
}

const apartSentences = {
  'other-subject': msg('The two reports are about different kinds of things, so little of them can be compared.'),
  'other-address': msg(
    'The two reports are about different addresses: that the findings differ is no change, for better or worse.',
  ),
} as const;

const provisoSentences: Readonly<Record<Exclude<Proviso, keyof typeof apartSentences>, string>> = {
  'other-vantage': msg(
    'One was made by the extension, the other by the command line: each sees things that the other cannot.',
  ),
  'other-version': msg(
    'They were made by different versions of Connector Doctor ({before} and {after}): a finding can be new because it was not known before.',
  ),
  'other-depth': msg(
    'One of them looked further than the other, so a finding can be new without anything having changed.',
  ),
  'before-cut-short': msg('The first one did not come to its end.'),
  'after-cut-short': msg('The second one did not come to its end.'),
};

function listWords({ count, whole }: Comparison['tools']): readonly string[] {
  if (count.before === null && count.after === null)
    return [say('Neither holds a list of tools, so tools cannot be compared.')];
  if (count.before === null) return [say('The first one holds no list of tools, so tools cannot be compared.')];
  if (count.after === null) return [say('The second one holds no list of tools, so tools cannot be compared.')];
  return whole.before && whole.after
    ? []
    : [say('A list of tools was not read to its end: a tool that seems to be new or gone may be there in both.')];
}

/** What became of a finding’s check in the other report, in a few words; null where nothing is known of it. */
export function elsewhereWords({ elsewhere }: LoneFinding, other: 'before' | 'after'): string | null {
  const words = elsewhereNames[elsewhere];
  return words === null ? null : say(words[other]);
}

const elsewhereNames: Readonly<Record<LoneFinding['elsewhere'], Readonly<Record<'before' | 'after', string>> | null>> =
  {
    passed: { before: msg('its check passed before'), after: msg('its check passes now') },
    'not-looked-at': { before: msg('it was not looked at before'), after: msg('it could not be looked at this time') },
    'found-otherwise': {
      before: msg('found about something else before'),
      after: msg('found about something else now'),
    },
    unknown: null,
  };

/** The name of a fact. */
export const factNames: Readonly<Record<FactName, string>> = {
  'server-name': msg('Name'),
  'server-title': msg('Title'),
  'server-version': msg('Version'),
  protocol: msg('Protocol versions'),
  transport: msg('Transport'),
  'sign-in': msg('Sign-in'),
  'sign-in-service': msg('Sign-in service'),
  registration: msg('Client registration'),
  scopes: msg('Scopes'),
  instructions: msg('Length of the instructions'),
  tokens: msg('Tokens of all tools (about)'),
  resources: msg('Resources'),
  prompts: msg('Prompts'),
};

/** One side of a fact as it is shown, foreign text not yet made harmless. */
export function factValue({ what }: FactChange, value: string | number | null): string {
  if (value === null) return say('nothing');
  if (what === 'sign-in' && typeof value === 'string') return say(signInNames[value] ?? value);
  return typeof value === 'number' ? value.toLocaleString(spokenLanguage()) : value;
}

const signInNames: Readonly<Record<string, string>> = {
  none: msg('none'),
  oauth: 'OAuth',
  partial: msg('OAuth, for some tools'),
  static: msg('a fixed credential'),
};
