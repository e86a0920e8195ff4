import { inEnglish } from '../../i18n/in-english.ts';
import type { Report, Withheld } from '../../kernel/report.ts';
import {
  githubAddressLimit,
  tracker,
  trackerForms,
  type TrackerFieldId,
  type TrackerFormField,
  type TrackerFormName,
} from '../../standards/tracker-forms.ts';
import { createRedactor, type Redactor } from '../redaction/redact.ts';
import { secretReasons } from '../redaction/redaction-words.ts';
import { readerOf, type ReportReader } from '../words/who-words.ts';
import { aboutConnector } from './about-connector.ts';
import { addressKeyOf, type AddressKey } from './address-key.ts';
import { fitAddress, type LeftPart, type Yielding } from './fit-address.ts';
import { referenceAge, type ReferenceAge } from './reference-age.ts';
import { titleText } from './tracker-texts.ts';
import { knownValue } from './tracker-values.ts';

/** What the person says in place of what the report knows, and what it does not know; an empty text takes it out. */
export type TrackerAnswers = Readonly<Partial<Record<TrackerFieldId | 'title', string>>>;

/** A field as it will be filled in. */
export interface TrackerField extends TrackerFormField {
  readonly value: string;
  /** Who says so; null where the field is empty. */
  readonly from: 'report' | 'person' | null;
}

export interface TrackerIssue {
  readonly form: TrackerFormName;
  /** Opens the form, filled in; nothing is sent before somebody presses its button there. */
  readonly url: string;
  readonly title: string;
  /** In the order of the form. */
  readonly fields: readonly TrackerField[];
  /** What the address carries of each; the rest stands in `left`. */
  readonly sent: Readonly<Record<string, string>>;
  /** Fields that the form demands and that are empty. */
  readonly missing: readonly TrackerFieldId[];
  /** What does not fit into the address: for the clipboard; null when all fits. */
  readonly left: { readonly fields: readonly LeftPart[]; readonly text: string } | null;
  /** A search among the issues there are, by the server’s host, which it tells GitHub; null where the host is not known. */
  readonly search: { readonly url: string; readonly host: string } | null;
  readonly reference: ReferenceAge | null;
  readonly withheld: readonly Withheld[];
  /** Secrets that were taken out of what the person typed. */
  readonly removed: Report['redactions'];
  /** The server’s address held what may be its key, and stands in nothing of this with it. */
  readonly hidesKey: boolean;
  /** Why the field for the server is empty or incomplete. */
  readonly lacks: 'host' | 'path' | 'private' | null;
}

/** The form for this reader. */
export function formFor(reader: ReportReader): TrackerFormName {
  return reader === 'author' ? 'developer' : 'user';
}

/**
 * A new issue in the public tracker, filled in from a prepared report. `now`, in Unix milliseconds, is for the age of the reference. A
 * dropdown’s value that is no option of the form is left out.
 * @see trackerForms
 */
export function trackerIssue(
  given: Report,
  {
    form = formFor(readerOf(given)),
    answers = {},
    now,
  }: { readonly form?: TrackerFormName; readonly answers?: TrackerAnswers; readonly now: number },
): TrackerIssue {
  const { template, fields: ofForm } = trackerForms[form];
  const redactor = createRedactor();
  const key = addressKeyOf(given);
  const { report } = key;
  const typed = (name: keyof TrackerAnswers): string | undefined => withoutSecrets(answers[name], redactor, key);
  const title = tidy(typed('title') ?? inEnglish(() => titleText(report))).replaceAll('\n', ' ');
  const fields = ofForm.map((field) => filledIn(field, report, form, typed(field.id)));
  const parts = Object.fromEntries([['title', title], ...fields.map(({ id, value }) => [id, value] as const)]);
  const fitted = fitAddress(parts, yielding, (sent) => addressOf(template, sent), survivesSignIn);
  const about = aboutConnector(report);
  return {
    form,
    url: fitted.address,
    title,
    fields,
    sent: fitted.sent,
    missing: fields.filter(({ required, value }) => required && value.trim() === '').map(({ id }) => id),
    left: fitted.left.length === 0 ? null : { fields: fitted.left, text: clipboardText(fitted.left, form) },
    search: searchFor(fields.find(({ id }) => id === 'server-url')?.value ?? ''),
    reference: referenceAge(report, now),
    withheld: report.withheld ?? [],
    removed: [...redactor.removed(), ...keysTyped(answers, key)],
    hidesKey: key.isThere,
    lacks: about.lacks ?? (about.isPrivate ? 'private' : null),
  };
}

/** The least important first. */
const yielding: readonly Yielding[] = [
  { name: 'additional', by: 'leaving' },
  { name: 'server-logs', by: 'leaving' },
  { name: 'description', by: 'shortening' },
  { name: 'error-details', by: 'shortening' },
  { name: 'expected', by: 'shortening' },
  { name: 'browser-os', by: 'leaving' },
  { name: 'title', by: 'shortening' },
  { name: 'timestamp', by: 'leaving' },
  { name: 'server-url', by: 'leaving' },
];

function filledIn(
  field: TrackerFormField,
  report: Report,
  form: TrackerFormName,
  answer: string | undefined,
): TrackerField {
  const said = answer === undefined ? undefined : tidy(answer);
  const known = tidy(said ?? inEnglish(() => knownValue(field.id, report, form)));
  const oneLine = field.kind === 'textarea' ? known : known.replaceAll('\n', ' ');
  const value = field.options === undefined || field.options.includes(oneLine) ? oneLine : '';
  return { ...field, value, from: value === '' ? null : said === undefined ? 'report' : 'person' };
}

/** Logs hold tokens. New marks have no number: one of the report’s own would say that the secrets were the same. */
function withoutSecrets(
  answer: string | undefined,
  redactor: Redactor,
  key: Pick<AddressKey, 'hide'>,
): string | undefined {
  if (answer === undefined || answer === '') return answer;
  const before = new Set(answer.match(anyMark));
  return redactor
    .text(key.hide(answer))
    .replace(anyMark, (mark, kind: string) => (before.has(mark) ? mark : `redacted-${kind}`));
}

/** In how many fields the key of the address was typed. */
function keysTyped(answers: TrackerAnswers, { hide }: AddressKey): Report['redactions'] {
  const times = Object.values(answers).filter((answer) => hide(answer) !== answer).length;
  const { what, why } = secretReasons.key;
  return times === 0 ? [] : [{ what: `${String(times)} × ${what}`, why }];
}

const anyMark = /redacted-([a-z]+)-\d+/g;

/** What an address can carry and a form can show: whole characters, line breaks of one kind, and no other control characters. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '');
}

function addressOf(template: string, parts: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams([['template', template], ...Object.entries(parts)]);
  return `${tracker.newIssue}?${query.toString()}`;
}

/** Who is not signed in comes to a page whose own address holds this one, encoded once more. */
function survivesSignIn(address: string): boolean {
  return `https://github.com/login?return_to=${encodeURIComponent(address)}`.length <= githubAddressLimit;
}

function clipboardText(left: readonly LeftPart[], form: TrackerFormName): string {
  const headings = new Map<string, string>(trackerForms[form].fields.map(({ id, heading }) => [id, heading]));
  return left
    .map(({ name, text, isRest }) => {
      const heading = headings.get(name) ?? 'Title';
      return `### ${heading}${isRest ? ' (continued)' : ''}\n\n${text}`;
    })
    .join('\n\n');
}

function searchFor(server: string): TrackerIssue['search'] {
  if (!URL.canParse(server)) return null;
  const { protocol, hostname } = new URL(server);
  if (!/^https?:$/.test(protocol) || hostname === '') return null;
  const query = new URLSearchParams([['q', `is:issue "${hostname}"`]]);
  return { url: `${tracker.issues}?${query.toString()}`, host: hostname };
}
