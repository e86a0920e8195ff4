import { msg, say } from '../../i18n/say.ts';
import { isJsonObject, stringMember } from '../../kernel/json.ts';

/** What a JSON value is that is no report, and what to ask for, in one or two sentences. */
export function otherJsonWords(value: unknown): string {
  if (Array.isArray(value) && value.some(isReport)) return severalWords();
  const own = ownThings.find(([schema]) => stringMember(value, 'schema')?.startsWith(`${schema}@`));
  if (own) return say(own[1]);
  if (isHar(value)) {
    return say('It is a HAR file, a record of requests, and not a report: ask for the JSON or HTML file.');
  }
  if (isSarif(value)) {
    return say('It is a SARIF file, made for tools that show code, and not a report: ask for the JSON or HTML file.');
  }
  return say('It is JSON, but not a report of Connector Doctor (the member “schema” does not say so).');
}

/** Several reports in one text. */
export function severalWords(): string {
  return say('It holds more than one report: open each of them by itself.');
}

/** What a text is that holds no report, and what to ask for, in one or two sentences; null for a text of no known kind. */
export function otherTextWords(text: string): string | null {
  const start = text.slice(0, 400);
  const kind = otherTexts.find(([sign]) => sign.test(start));
  if (kind !== undefined) return say(kind[1]);
  return lastLine.test(text.slice(-300))
    ? say('It is a report as text, made to be read by people: ask for the JSON or HTML file of the same check.')
    : null;
}

/** The line with which reports end that are written for people. */
const lastLine = /\bConnector Doctor \d+\.\d+\.\d+ · /;

/** What this program writes besides reports. */
const ownThings: readonly (readonly [schema: string, words: string])[] = [
  [
    'connector-doctor/comparison',
    msg('It is a comparison of two reports: ask for the reports themselves, and compare them again.'),
  ],
  [
    'connector-doctor/readiness',
    msg('It is a checklist for the directory, and not the report that it was filled in from: ask for that one.'),
  ],
  [
    'connector-doctor/preview',
    msg('It is a preview of what Claude will show, and not the report that it was drawn from: ask for that one.'),
  ],
  ['connector-doctor/install-link', msg('It is a link that adds a connector, and not a report.')],
];

/** Bytes that are no text stand in it as U+FFFD. */
const otherTexts: readonly (readonly [sign: RegExp, words: string])[] = [
  [
    /^(?:\uFFFDPNG|\uFFFD{3,4}[^]{0,8}(?:JFIF|Exif)|GIF8|RIFF[^]{0,12}WEBP|<svg\b)/i,
    msg('It is a picture, of which nothing can be judged: ask for the JSON or HTML file.'),
  ],
  [/^%PDF-/, msg('It is a PDF, made to be read and printed: ask for the JSON or HTML file.')],
  [
    /^PK\p{Cc}\p{Cc}/u,
    msg(
      'It is a ZIP archive: unpack it, and open the JSON or HTML file in it. A bundle (.mcpb) is no report, and is looked into by itself.',
    ),
  ],
  [/^\p{Cc}[\u008B\uFFFD]/u, msg('It is compressed (gzip): unpack it first.')],
  [
    /^(?:<\?xml\b[^>]*>\s*)?<testsuites?\b/,
    msg('It is a JUnit file, made for programs that count tests, and not a report: ask for the JSON or HTML file.'),
  ],
  [
    /^\s*<(?:!doctype\s+html|html|head|body|meta)\b/i,
    msg(
      'It is a web page without a report in it: ask for the HTML file as Connector Doctor saved it, not for a copy of the page.',
    ),
  ],
  [
    /^<?https?:\/\/\S*>?$/i,
    msg(
      'It is an address without a report in it, and nothing is fetched from there: ask for the whole link, with all that stands behind “#”, or for the file.',
    ),
  ],
];

function isReport(value: unknown): boolean {
  return stringMember(value, 'schema')?.startsWith('connector-doctor/report@') ?? false;
}

function isHar(value: unknown): boolean {
  const log = isJsonObject(value) ? value['log'] : undefined;
  return isJsonObject(log) && Array.isArray(log['entries']);
}

function isSarif(value: unknown): boolean {
  return (
    isJsonObject(value) && Array.isArray(value['runs']) && stringMember(value, 'version')?.startsWith('2.') === true
  );
}
