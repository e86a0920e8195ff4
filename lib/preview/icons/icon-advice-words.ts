import { msg, say } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { saidFinding } from '../../report/words/finding-words.ts';
import type { IconAddition, IconAdvice, IconReason } from '../preview.ts';

/** What is wrong with the icon, why it is so and what to do. Texts may hold what a server wrote. */
export interface IconAdviceWords {
  readonly title: string;
  readonly text: string;
}

/** Says an advice; null where its finding is not in the report. */
export function iconAdviceWords(
  { finding: id, reason }: IconAdvice,
  report: Pick<Report, 'findings' | 'vantage' | 'subject'>,
): IconAdviceWords | null {
  const finding = report.findings.find((each) => each.id === id);
  const said = finding && saidFinding(finding, report);
  if (reason === null) return said ? { title: said.title, text: said.fix } : null;
  if (said) return { title: said.title, text: reasonWords(reason) };
  return id === null
    ? { title: say('People see another icon than the one of the connector'), text: reasonWords(reason) }
    : null;
}

/** What to do with what is to be added. */
export function additionWords(addition: IconAddition): string {
  if (addition.kind === 'tag') return say('Put this into the head of the page at {page}:', { page: addition.page });
  return say('Make this file, a square picture of 128 pixels:');
}

/** What is to be done in Claude once the icon is mended. */
export const afterIconChange = msg(
  'Google needs some days to see a change. Then remove the connector in Claude and add it again: Claude keeps the icon of the day when it was added.',
);

function reasonWords(reason: IconReason): string {
  switch (reason.kind) {
    case 'elsewhere':
    case 'elsewhere-and-silent':
    case 'other-at-google':
    case 'host-unknown':
      return hostWords(reason);
    case 'none':
      return say('No icon was seen at {domain}. Put one there that loads without a sign-in.', reason);
    case 'silent':
      return say(
        '{domain} did not answer. Let a web site answer there, with an icon that loads without a sign-in.',
        reason,
      );
    case 'named-missing':
      return missingWords(reason);
    case 'not-named':
      return say('{url} is there, and the page at https://{domain}/ does not name it.', shown(reason));
    case 'is-there':
      return say(
        'There is an icon already: {url}. Nothing has to be added; see to it that Google’s crawlers get the page and the icon (no sign-in, no bot challenge, no robots.txt that forbids them).',
        shown(reason),
      );
    case 'large-is-there':
      return say(
        'There is a large icon already: {url}. Nothing has to be added; Google has not seen it yet.',
        shown(reason),
      );
    case 'too-small':
      return say('The largest icon of {domain} has {side} pixels: {url}. Put a larger one beside it.', {
        ...shown(reason),
        side: reason.side,
      });
  }
}

type AtHost = Extract<IconReason, { readonly host: string }>;

function hostWords({ kind, domain, host }: AtHost): string {
  const values = { domain, host };
  if (kind === 'host-unknown') {
    return say(
      'Nothing to mend: Claude asks for {domain}, and Google has an icon there. {host} is another name.',
      values,
    );
  }
  if (kind === 'other-at-google') {
    return say(
      'Claude shows what Google has for {domain}. The icon at {host} is another one, and Claude does not ask for it. Put it at {domain} to have it shown.',
      values,
    );
  }
  return kind === 'elsewhere'
    ? say(
        'The icon stands at {host}. Claude asks Google for {domain}, and none was seen there. Put the same icon there.',
        values,
      )
    : say(
        'The icon stands at {host}. Claude asks Google for {domain}, and {domain} did not answer. Let a web site answer there, with the same icon.',
        values,
      );
}

function missingWords({
  domain,
  url,
  status,
  instead,
}: Extract<IconReason, { readonly kind: 'named-missing' }>): string {
  const outcome =
    status === null ? say('no answer') : status >= 300 ? say('HTTP status {status}', { status }) : say('no picture');
  const values = { domain, url: inOneLine(url, longest), outcome, instead: inOneLine(instead ?? '', longest) };
  return instead === null
    ? say(
        'The page at https://{domain}/ names an icon that does not load: {url} ({outcome}). Put a picture there, or name one that loads.',
        values,
      )
    : say(
        'The page at https://{domain}/ names an icon that does not load: {url} ({outcome}). The one at {instead} loads: name that.',
        values,
      );
}

const longest = 160;

function shown({ domain, url }: { readonly domain: string; readonly url: string }) {
  return { domain, url: inOneLine(url, longest) };
}
