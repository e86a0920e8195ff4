import { msg } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { Format } from '../../lib/report/formats/formats.ts';

/** A form in which a report leaves. */
export interface FormatOffer {
  readonly format: Format;
  /** The same in every language, but for those that are words. */
  readonly name: string;
  readonly ending: string;
  /** MIME type. */
  readonly type: string;
  /** Who wants it. */
  readonly use: string;
}

/** The forms that people read, the plainest one first. */
export const readableFormats: readonly FormatOffer[] = [
  {
    format: 'text',
    name: msg('plain text'),
    ending: 'txt',
    type: 'text/plain',
    use: msg('For a ticket or a mail that takes no formatting; the shortest.'),
  },
  {
    format: 'html',
    name: msg('a page (HTML)'),
    ending: 'html',
    type: 'text/html',
    use: msg('One file for everybody: it opens in any browser, prints well, and can be opened here again.'),
  },
  {
    format: 'markdown',
    name: 'Markdown',
    ending: 'md',
    type: 'text/markdown',
    use: msg('For an issue, a mail or a chat.'),
  },
  {
    format: 'json',
    name: 'JSON',
    ending: 'json',
    type: 'application/json',
    use: msg('For support that looks closely: everything is in it, for this page and for the command line.'),
  },
];

/** The forms that programs read. */
export const programFormats: readonly FormatOffer[] = [
  {
    format: 'junit',
    name: 'JUnit',
    ending: 'xml',
    type: 'application/xml',
    use: msg('For build servers, which list it among their tests.'),
  },
  {
    format: 'sarif',
    name: 'SARIF',
    ending: 'sarif',
    type: 'application/sarif+json',
    use: msg('For GitHub’s code scanning and other programs that collect findings.'),
  },
  {
    format: 'har',
    name: 'HAR',
    ending: 'har',
    type: 'application/json',
    use: msg('The exchanges alone, for the network panel of a browser’s developer tools.'),
  },
];

/** One of the forms. */
export function offerOf(format: Format): FormatOffer {
  const offer = [...readableFormats, ...programFormats].find((each) => each.format === format);
  if (offer === undefined) throw new RangeError(format);
  return offer;
}

/** False where a form would be empty: it is made of the exchanges alone. */
export function hasContent({ format }: FormatOffer, { exchanges }: Report): boolean {
  return format !== 'har' || exchanges.length > 0;
}
