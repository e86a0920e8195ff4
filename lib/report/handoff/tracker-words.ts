import { msg, say } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import type { TrackerFieldId, TrackerFormName } from '../../standards/tracker-forms.ts';
import { minuteOf } from '../words/run-words.ts';
import { addressKeyWords } from './address-key.ts';
import { referenceWords } from './reference-age.ts';
import type { TrackerIssue } from './tracker-issue.ts';

/** How each field is called here, and what belongs there where that is not plain; English, to be said. */
export const fieldWords: Readonly<
  Record<TrackerFieldId | 'title', { readonly label: string; readonly hint: string | null }>
> = {
  title: { label: msg('Title'), hint: null },
  'server-url': { label: msg('Address of the server'), hint: msg('One server for each issue.') },
  'connection-method': { label: msg('How you connect to it'), hint: null },
  where: { label: msg('Where it happens'), hint: null },
  transport: {
    label: msg('Transport'),
    hint: msg('The check saw no MCP session, so it does not know. Most servers of today speak streamable-http.'),
  },
  'client-registration': {
    label: msg('How Claude is registered as a client'),
    hint: msg(
      'The form has no answer for client ID metadata documents (CIMD): choose what comes nearest, and say so below.',
    ),
  },
  'sse-fallback': {
    label: msg('For SSE alone: does a POST get 400, 404 or 405?'),
    hint: null,
  },
  timestamp: { label: msg('When it last failed in Claude'), hint: null },
  'browser-os': { label: msg('Browser and system'), hint: null },
  description: { label: msg('What happened'), hint: null },
  'error-details': {
    label: msg('What Claude showed'),
    hint: msg('Its words, and the reference that begins with “ofid_”.'),
  },
  expected: { label: msg('What should happen'), hint: null },
  'server-logs': {
    label: msg('Log of your server at that time'),
    hint: msg('With time stamps. Secrets that are recognized are taken out; look through it nevertheless.'),
  },
  additional: { label: msg('What was checked'), hint: null },
};

/** What belongs in a field, with what the report adds to that; null where nothing need be said. */
export function hintOf(field: TrackerFieldId | 'title', report: Report, isEmpty: boolean): string | null {
  if (field === 'timestamp') {
    return say(
      'With the time zone. The check was made on {time}, which is not when Claude failed; both forms ask to let it fail once more before you write.',
      {
        time: minuteOf(report.createdAt),
      },
    );
  }
  const { hint } = fieldWords[field];
  if ((field === 'client-registration' || field === 'transport') && !isEmpty) return null;
  return hint === null ? null : say(hint);
}

/** For whom each form is; English, to be said. */
export const formWords: Readonly<Record<TrackerFormName, string>> = {
  user: msg('I use the connector'),
  developer: msg('I run the server'),
};

/** That the tracker is public, and what stands in it then; always said. */
export function publicWords({ search }: Pick<TrackerIssue, 'search'>): string {
  return search === null
    ? say(
        'The tracker is public: everybody can read what you send there, for good, under your name on GitHub. All that is sent is what you see here.',
      )
    : say(
        'The tracker is public: everybody can read what you send there, for good, under your name on GitHub. It names the server {host}. All that is sent is what you see here.',
        {
          host: search.host,
        },
      );
}

/** That those who read the tracker cannot change what was found. */
export function cannotChangeWords(): string {
  return say('Anthropic cannot change what was found here: an issue about it alone will probably be closed.');
}

/** What else has to be known before it is sent, each a sentence; empty where there is nothing. */
export function trackerRemarks(issue: TrackerIssue): readonly string[] {
  const { missing, reference, left, hidesKey } = issue;
  return [
    ...(hidesKey ? [addressKeyWords()] : []),
    ...(reference === null ? [] : [referenceWords(reference)]),
    ...lackWords(issue),
    ...(missing.length === 0
      ? []
      : [
          say('The form demands these, and they are empty: {fields}.', { fields: missing.map(nameOfField).join(', ') }),
        ]),
    ...(left === null
      ? []
      : [
          say(
            'Not all of it fits into the address that opens the form. This is for the clipboard, to be pasted there: {fields}.',
            {
              fields: left.fields
                .map(({ name, isRest }) =>
                  isRest ? say('the rest of “{field}”', { field: nameOfField(name) }) : nameOfField(name),
                )
                .join(', '),
            },
          ),
        ]),
  ];
}

function lackWords({ lacks, fields }: TrackerIssue): readonly string[] {
  const server = fields.find(({ id }) => id === 'server-url');
  if (server?.from === 'person') return [];
  switch (lacks) {
    case 'host':
      return [
        say(
          'You left out the host, and the form demands the server’s address: fill it in if you want it to be read by everybody.',
        ),
      ];
    case 'path':
      return [say('You left out paths, so the address stands there without its own.')];
    case 'private':
      return [say('The server has a name that only a private network knows, so it was not filled in.')];
    case null:
      return [];
  }
}

function nameOfField(name: string): string {
  return Object.hasOwn(fieldWords, name) ? say(fieldWords[name as keyof typeof fieldWords].label) : name;
}
