import { say } from '../i18n/say.ts';
import type { Report } from '../kernel/report.ts';
import { wrap } from '../report/formats/layout.ts';
import { plainBlock } from '../report/formats/plain.ts';
import { unknowableWords } from '../report/handoff/about-connector.ts';
import { addressKeyOf, addressKeyWords } from '../report/handoff/address-key.ts';
import type { LetterReceiver } from '../report/handoff/receivers.ts';
import type { Letter, mailLink } from '../report/handoff/letter.ts';
import { referenceAge, referenceWords } from '../report/handoff/reference-age.ts';
import type { TrackerIssue } from '../report/handoff/tracker-issue.ts';
import { cannotChangeWords, fieldWords, publicWords, trackerRemarks } from '../report/handoff/tracker-words.ts';

/** Of `--format json`. */
export const handOffSchema = 'connector-doctor/hand-off@1';

/** A letter with the way to the mail program; null where there is none. */
export interface PrintedLetter extends Letter {
  readonly to: LetterReceiver;
  readonly mail: ReturnType<typeof mailLink> | null;
}

/** An issue for people at a terminal: what to know first, every field, what has to be pasted, the addresses. */
export function issueText(issue: TrackerIssue, cannotChange: boolean, width: number): string {
  const { title, fields, left, search, url } = issue;
  const blocks = [
    ...[...(cannotChange ? [cannotChangeWords()] : []), publicWords(issue), ...trackerRemarks(issue)].map((sentence) =>
      wrap(sentence, width),
    ),
    ...[{ id: 'title' as const, value: title }, ...fields].map(({ id, value }) => fieldLines(id, value)),
    ...(left === null ? [] : [[say('To be pasted there:'), '', ...plainBlock(left.text).split('\n')]]),
    ...(search === null
      ? []
      : [[say('Search first (this tells GitHub the name {host}):', { host: search.host }), search.url]]),
    [say('The filled-in form:'), url],
  ];
  return joined(blocks);
}

/** The same for programs. */
export function issueJson({
  form,
  url,
  title,
  fields,
  sent,
  missing,
  left,
  search,
  reference,
  withheld,
  removed,
}: TrackerIssue): string {
  const said = fields.map(({ id, required, value, from }) => ({ id, required, value, from }));
  return json({
    to: 'tracker',
    form,
    url,
    title,
    fields: said,
    sent,
    missing,
    left,
    search,
    reference,
    withheld,
    removed,
  });
}

/** A letter for people at a terminal. */
export function letterText(
  { to, subject, body, mail }: PrintedLetter,
  report: Report,
  width: number,
  now: number,
): string {
  const age = referenceAge(report, now);
  const unknowable = to === 'vendor' || to === 'support' ? unknowableWords(report) : null;
  const isNamed = age !== null && body.includes(age.reference);
  return joined([
    ...(addressKeyOf(report).isThere ? [wrap(addressKeyWords(), width)] : []),
    ...(unknowable === null ? [] : [wrap(unknowable, width)]),
    ...(isNamed ? [wrap(referenceWords(age), width)] : []),
    [say('Subject: {subject}', { subject })],
    body.trimEnd().split('\n'),
    ...(mail === null
      ? []
      : [mail.left === null ? [say('For the mail program:'), mail.href] : wrap(tooLongWords(), width)]),
  ]);
}

function tooLongWords(): string {
  return say('It is too long for a link to the mail program: copy it from here.');
}

/** The same for programs; `mail` opens the mail program, `left` is what did not fit into it. */
export function letterJson({ to, subject, body, mail }: PrintedLetter): string {
  return json({ to, subject, body, mail });
}

function fieldLines(id: keyof typeof fieldWords, value: string): readonly string[] {
  const label = say(fieldWords[id].label);
  if (value === '') return [say('{label}: (empty)', { label })];
  const lines = plainBlock(value).split('\n');
  return lines.length === 1 ? [`${label}: ${lines.join('')}`] : [`${label}:`, ...lines.map((line) => `  ${line}`)];
}

function joined(blocks: readonly (readonly string[])[]): string {
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function json(members: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ schema: handOffSchema, ...members }, undefined, 2)}\n`;
}
