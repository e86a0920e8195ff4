import { openDefaultBrowser } from '../adapters/node/sign-in.ts';
import { say } from '../i18n/say.ts';
import type { Report } from '../kernel/report.ts';
import { findsNothing, handOffs, letterTo } from '../report/handoff/hand-offs.ts';
import type { Receiver } from '../report/handoff/receivers.ts';
import { mailLink } from '../report/handoff/letter.ts';
import { asksForSupport } from '../report/handoff/owner-message.ts';
import { fieldsToTell, withTold } from '../report/handoff/told-more.ts';
import { trackerIssue, type TrackerIssue } from '../report/handoff/tracker-issue.ts';
import { trackerForms } from '../standards/tracker-forms.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { RawHandOffOptions } from './hand-off-command.ts';
import { issueJson, issueText, letterJson, letterText, type PrintedLetter } from './hand-off-text.ts';
import { openReport } from './open-report.ts';
import { ok, problem, type Read } from './read.ts';
import { reportSource } from './run-request.ts';
import { asShared, readSharing } from './sharing-options.ts';
import type { Terminal } from './terminal.ts';

/** Prints what is to be handed on, and opens it only where that was asked for; 0, or 2 with why there is nothing. */
export async function handOff(
  word: string | null,
  options: RawHandOffOptions,
  terminal: Terminal,
  now: () => number = Date.now,
): Promise<ExitCode> {
  const report = await preparedReport(word, options, terminal);
  const made = report.ok ? handedOn(report.value, options, now()) : report;
  if (!made.ok) return failed(made.problem, terminal);
  const printed = await terminal.print(textOf(made.value, options, terminal.width, now()));
  if (!printed.ok) return failed(printed.problem, terminal);
  if (options.open === true) await openIt(made.value, terminal);
  return exitCodes.fine;
}

type Made =
  | { readonly kind: 'issue'; readonly issue: TrackerIssue; readonly cannotChange: boolean }
  | { readonly kind: 'letter'; readonly letter: PrintedLetter; readonly report: Report };

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

async function preparedReport(
  word: string | null,
  options: RawHandOffOptions,
  terminal: Terminal,
): Promise<Read<Report>> {
  if (word === null || word === '') {
    return problem(say('hand-off needs the file of a report, a link that holds one, or - for standard input.'));
  }
  const preparation = readSharing(options);
  if (!preparation.ok) return preparation;
  const report = await openReport(reportSource(word));
  return report.ok ? ok(await asShared(report.value, preparation.value, { terminal })) : report;
}

function handedOn(report: Report, options: RawHandOffOptions, now: number): Read<Made> {
  const told = withTold(report, options.answers);
  const to = receiverFor(told, options.to);
  if (!to.ok) return to;
  if (to.value === 'tracker') return issueOf(report, options, now);
  const takes = fieldsToTell(to.value, asksForSupport(told));
  const foreign = Object.keys(options.answers).find((field) => !takes.some((each) => each === field));
  if (foreign !== undefined) return problem(notTakenWords(foreign, takes));
  const { own, english } = letterTo(to.value, report, options.answers);
  const letter = english ?? own;
  return ok({
    kind: 'letter',
    letter: { to: to.value, ...letter, mail: to.value === 'support' ? null : mailLink(letter) },
    report: told,
  });
}

function notTakenWords(field: string, takes: readonly string[]): string {
  return takes.length === 0
    ? say('--{field} is for the tracker: this message has no room for it.', { field })
    : say('--{field} is for the tracker: this message takes {options}.', {
        field,
        options: takes.map((each) => `--${each}`).join(', '),
      });
}

/** Whom somebody names has to be one of those for whom there is something to say. */
function receiverFor(report: Report, wanted: Receiver | undefined): Read<Receiver> {
  const offered = handOffs(report).map(({ to }) => to);
  const always: readonly (Receiver | undefined)[] =
    report.subject === 'connector' ? ['tracker', 'vendor', 'support'] : ['support'];
  if (wanted !== undefined && (offered.includes(wanted) || always.includes(wanted))) return ok(wanted);
  const [first] = offered;
  if (wanted === undefined && first !== undefined && findsNothing(report)) {
    return problem(
      say(
        'Nothing wrong was found, so nobody can be told what to change. If Claude fails all the same, say what it shows with --error-details, or name somebody with --to: {names}.',
        { names: offered.join(', ') },
      ),
    );
  }
  if (wanted === undefined && first !== undefined) return ok(first);
  if (first === undefined)
    return problem(say('There is nobody to hand this report to: what was found is yours to change.'));
  return problem(say('This report has nothing for them. It can go to: {names}.', { names: offered.join(', ') }));
}

function issueOf(report: Report, { form, answers }: RawHandOffOptions, now: number): Read<Made> {
  const issue = trackerIssue(report, { ...(form !== undefined && { form }), answers, now });
  const refused = trackerForms[issue.form].fields.find(({ id, options }) => {
    const answer = answers[id];
    return options !== undefined && answer !== undefined && answer !== '' && !options.includes(answer);
  });
  if (refused === undefined) {
    const cannotChange = handOffs(report).some((offer) => offer.to === 'tracker' && offer.cannotChange);
    return ok({ kind: 'issue', issue, cannotChange });
  }
  return problem(
    say('--{field} takes one of these, letter by letter: {options}.', {
      field: refused.id,
      options: (refused.options ?? []).map((option) => `“${option}”`).join(', '),
    }),
  );
}

function textOf(made: Made, { format }: RawHandOffOptions, width: number, now: number): string {
  if (made.kind === 'issue')
    return format === 'json' ? issueJson(made.issue) : issueText(made.issue, made.cannotChange, width);
  return format === 'json' ? letterJson(made.letter) : letterText(made.letter, made.report, width, now);
}

async function openIt(made: Made, terminal: Terminal): Promise<void> {
  const url = made.kind === 'issue' ? made.issue.url : (made.letter.mail?.href ?? null);
  if (url === null) {
    terminal.say(say('Claude’s support is reached within Claude: there is nothing to open.'));
    return;
  }
  await openDefaultBrowser(url).catch(() => {
    terminal.say(say('It could not be opened from here: use the address above.'));
  });
}
