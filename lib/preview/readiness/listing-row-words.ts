import { msg, say, spokenLanguage } from '../../i18n/say.ts';
import type { Values } from '../../kernel/finding.ts';
import type { ListingRow, RowState } from './listing-rules.ts';

type Met = Extract<RowState, { readonly state: 'met' }>;
type Doubt = Extract<RowState, { readonly state: 'confirm' }>['because'];

/** How it was seen that a row is met: what came, and no more than that. */
export function metWords(row: ListingRow, met: Met): string {
  switch (met.seen) {
    case 'choice':
      return say('As many are chosen as may be.');
    case 'pictures':
      return say(
        'There are as many as are asked for, each a PNG and wide enough. Whether they show the right thing, only you see.',
      );
    case 'mail':
      return say('An e-mail address is named. Nobody has written to it.');
    case 'pdf':
      return say('An answer came, without an account: HTTP {status}, a PDF.', { status: met.status });
    case 'text':
    case 'page':
      return answerWords(row, met.seen, met.status);
  }
}

function answerWords(row: ListingRow, seen: 'text' | 'page', status: number): string {
  if (row === 'privacy') {
    return seen === 'page'
      ? say('An answer came, without an account: HTTP {status}, a page of text that speaks of privacy or data.', {
          status,
        })
      : say('An answer came, without an account: HTTP {status}, a plain text that speaks of privacy or data.', {
          status,
        });
  }
  return seen === 'page'
    ? say('An answer came, without an account: HTTP {status}, a page of text.', { status })
    : say('An answer came, without an account: HTTP {status}, a plain text.', { status });
}

/** Why it is left to the author to look; filled with the values of the row. */
export const doubtWords: Readonly<Record<Exclude<Doubt, 'untold'>, string>> = {
  unlooked: msg('Nobody has looked at the page yet.'),
  'not-seen': msg('The page could not be seen from here: a permission was missing, or the network was in the way.'),
  'programs-refused': msg('The site turns programs away. Open it in a private window to see what people see.'),
  scripted: msg('The page is drawn by a script, so that only a browser shows what stands on it.'),
  'other-kind': msg('An answer came that is no page of text ({type}). Open it to see what people see.'),
  absent: msg(
    'An answer came, and it seems to say that nothing is there: its title, its heading or its text speaks of it. Open it to see.',
  ),
  elsewhere: msg('The address leads on to another site, {host}. Open it and see whether what stands there is yours.'),
  'to-home': msg('The address leads on to the home page. Name the address of the page itself.'),
  'no-privacy': msg(
    'An answer came, without an account: HTTP {status}, a page of text. Nothing that was read of it speaks of privacy or data: see whether it is the policy.',
  ),
  unread: msg('An answer came, without an account: HTTP {status}, a PDF. Nobody has read what stands in it.'),
  'only-told': msg(
    'A file tells of the pictures; nobody has looked at them. Give the pictures themselves to have them looked at.',
  ),
  flat: msg(
    '“{name}” has {width} × {height} pixels, which is hardly a picture of a screen. See whether it is the right one.',
  ),
};

/** A number as it is written in the reader’s language. */
export function inFigures(count: number): string {
  return count.toLocaleString(spokenLanguage());
}

/** The numbers among the values so; a status is no number. */
export function valuesInFigures(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && name !== 'status' ? inFigures(value) : value,
    ]),
  );
}
