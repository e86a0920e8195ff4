import { surfaceWords } from '../../help/explanation-words.ts';
import { msg, say } from '../../i18n/say.ts';
import type { Plan, Role } from '../../kernel/account.ts';
import { stringMember } from '../../kernel/json.ts';
import type { Report, Stop } from '../../kernel/report.ts';
import { claudeShowed } from '../words/claude-showed.ts';
import { saidFinding } from '../words/finding-words.ts';
import { forOthers } from '../words/for-others.ts';
import { minuteOf, passedWords } from '../words/run-words.ts';
import { stepMarks } from '../words/step-marks.ts';
import { stepName } from '../words/step-names.ts';
import { stopName, summarize } from '../words/summary.ts';
import { aboutConnector } from './about-connector.ts';
import { letterOf, line, noteLines, type Letter } from './letter.ts';
import { failedAtWords } from './told-more.ts';

/**
 * What Claude’s own support needs: the sentence, the reference and the time, where it happened, the plan and role where they were told, the
 * connector, what was checked and found fine, and what points to Claude’s side.
 */
export function supportSummary(report: Report): Letter {
  const { host } = aboutConnector(report);
  const subject =
    report.subject === 'browser'
      ? say('Claude does not work in my browser')
      : host === null
        ? say('A connector does not work in Claude')
        : say('The connector {host} does not work in Claude', { host });
  return letterOf(subject, [[say('Hello,')], noteLines(report), [`${subject}.`], ...supportLines(report)]);
}

/** The same without a greeting, for whoever asks in the person’s place. */
export function supportLines(report: Report): readonly (readonly string[])[] {
  return [shownLines(report), checkedLines(report), pointingLines(report)];
}

function shownLines(report: Report): readonly string[] {
  const { url } = aboutConnector(report);
  const showed = claudeShowed(report);
  const surface = stringMember(report.claude, 'surface');
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    [say('Claude shows'), showed?.sentence ?? null],
    [say('Reference'), showed?.reference ?? null],
    [say('Claude’s page said'), showed?.marks ?? null],
    [say('When'), failedAtWords(report)],
    [say('Where'), surface === undefined || !isSurface(surface) ? null : say(surfaceWords[surface])],
    [say('Plan'), accountWords(report)],
    [say('Address of the server'), url],
    [say('Browser and system'), browserWords(report)],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [row(label, value)]));
}

function checkedLines(report: Report): readonly string[] {
  const time = line(minuteOf(report.createdAt));
  const version = line(report.tool.version);
  const head = say('Checked with Connector Doctor {version} on {time}, from outside Anthropic’s network:', {
    version,
    time,
  });
  if (report.subject !== 'connector') return [head, `- ${line(summarize(report).headline)}`];
  const passed = stepMarks(report).flatMap(({ step, state }) => (state === 'passed' ? [stepName(step)] : []));
  return [
    head,
    `- ${line(summarize(report).headline)}; ${line(passedWords(report))}`,
    ...(passed.length === 0 ? [] : [`- ${say('Found fine: {steps}.', { steps: passed.join(', ') })}`]),
    ...(report.stop === null ? [] : [`- ${stopWords(report.stop, report)}`]),
  ];
}

function stopWords(stop: Stop, report: Report): string {
  const name = line(stopName(stop, report));
  return stop.step === 0
    ? say('Claude stops before it connects: {step}.', { step: name })
    : say('Claude stops at step {number} of 12: {step}.', { number: stop.step, step: name });
}

/** What speaks for Claude’s side, or against it. */
function pointingLines(report: Report): readonly string[] {
  const cause = summarize(report).cause?.finding;
  if (cause !== undefined) {
    const { title, detail } = saidFinding(cause, report);
    return cause.who === 'anthropic'
      ? [say('What points to Claude’s side:'), `- ${line(`${title}. ${forOthers(detail)}`)}`]
      : [say('What was found:'), `- ${line(`${title}. ${forOthers(detail)}`)}`];
  }
  const points = [
    ...(report.verdict === 'ready' || report.verdict === 'sign-in-needed'
      ? [
          report.subject === 'browser'
            ? say('Nothing in this browser was seen to stand in Claude’s way.')
            : say('Nothing wrong was seen at the server.'),
        ]
      : []),
    ...(report.account?.serverLog === 'nothing'
      ? [say('The server’s log shows no request from Claude at that time.')]
      : []),
    ...(report.account?.serverLog === 'requests'
      ? [say('The server’s log shows requests from Claude at that time.')]
      : []),
  ];
  return points.length === 0 ? [] : [say('What points to Claude’s side:'), ...points.map((point) => `- ${point}`)];
}

const planNames: Readonly<Record<Plan, string>> = {
  free: msg('Free'),
  pro: msg('Pro'),
  max: msg('Max'),
  team: msg('Team'),
  enterprise: msg('Enterprise'),
};

const roleNames: Readonly<Record<Role, string | null>> = {
  alone: null,
  member: msg('Member'),
  owner: msg('Owner'),
  'library-manager': msg('Role that may manage libraries'),
};

function accountWords({ account }: Report): string | null {
  const plan = account?.plan ?? null;
  if (plan === null || !Object.hasOwn(planNames, plan)) return null;
  const role = account?.role === undefined || account.role === null ? null : roleNames[account.role];
  return role === null ? say(planNames[plan]) : `${say(planNames[plan])}, ${say(role)}`;
}

function browserWords({ environment }: Report): string | null {
  if (environment === null || environment.browser === null) return null;
  return [environment.browser, environment.os].filter((part) => part !== null).join(', ');
}

function isSurface(name: string): name is keyof typeof surfaceWords {
  return Object.hasOwn(surfaceWords, name);
}

function row(label: string, value: string): string {
  return say('{label}: {value}', { label, value: line(value) });
}
