import type { Element } from 'hast';
import { h } from 'hastscript';
import { msg, say } from '../../i18n/say.ts';
import type { Report, Stop } from '../../kernel/report.ts';
import type { StepMark } from '../../kernel/step-mark.ts';
import { claudeShowed } from '../words/claude-showed.ts';
import { noteLines } from '../words/note-lines.ts';
import { judgedAgainWords, minuteOf } from '../words/run-words.ts';
import { stepMarks } from '../words/step-marks.ts';
import { stepName } from '../words/step-names.ts';
import { stepStateWords } from '../words/step-state-words.ts';
import { quoted, stopName, type Summary } from '../words/summary.ts';
import { shownVerdict } from '../words/told-stop.ts';
import { withheldWords } from '../words/withheld-words.ts';
import { code, foreign, part, rows, words } from './elements.ts';
import { stepMark, verdictMark } from './marks.ts';

/** The verdict and what it is about; where no cause is told below, with what to do next. */
export function headPart(report: Report, summary: Summary): Element {
  const { headline, about, asTyped, cutShort, cause, next } = summary;
  const judgedAgain = judgedAgainWords(report);
  const said = [...asTyped, withheldWords(report), judgedAgain, cutShort].filter((each) => each !== null);
  return h('header', { className: ['page-head'] }, [
    h('p', { className: ['soft'] }, [
      say('Report of Connector Doctor'),
      ' · ',
      foreign(minuteOf(report.createdAt), 40),
    ]),
    h('div', { className: ['verdict'] }, [
      verdictMark(shownVerdict(report)),
      h('div', [
        h('h1', words(headline, 300)),
        h('p', { className: ['about'] }, report.target === null ? words(about, 1_000) : code(about, 1_000)),
      ]),
    ]),
    ...said.map((sentence) => h('p', words(sentence))),
    noteOf(report),
    rows([
      row(report.subject === 'bundle' ? say('Bundle') : say('Server'), summary.server),
      row('', summary.nameRisk),
      row(say('Sign-in service'), summary.signIn),
      row(say('Sign-in'), summary.signInOutcome?.words ?? null),
      row(say('Wrote'), summary.wrote),
      ...(cause ? [] : [row(say('What to do next'), next)]),
    ]),
  ]);
}

function row(label: string, text: string | null): readonly [string, Element] | null {
  return text === null ? null : [label, words(text, 1_000)];
}

/** What whoever handed the report on wrote to it. */
function noteOf(report: Report): Element | null {
  const lines = noteLines(report);
  if (lines.length === 0) return null;
  return h('div', { className: ['note'] }, [
    h('p', { className: ['soft'] }, say('Note that came with this report')),
    h(
      'blockquote',
      lines.map((line) => h('p', foreign(line, 2_000))),
    ),
  ]);
}

/** What was on the screen, and what is on it where Claude stops. */
export function showsPart(report: Report): Element | null {
  const showed = claudeShowed(report);
  const says = report.stop?.claudeSays ?? [];
  if (showed === null && says.length === 0) return null;
  const sentence = showed?.sentence ?? null;
  const reference = showed?.reference ?? null;
  const marks = showed?.marks ?? null;
  return part('shows', say('What Claude shows'), [
    rows([
      sentence === null ? null : [say('Claude showed'), words(sentence)],
      reference === null ? null : [say('Claude’s reference'), code(reference, 100)],
      marks === null ? null : [say('Claude’s page said'), code(marks, 250)],
    ]),
    ...(says.length === 0
      ? []
      : [
          h(
            'p',
            says.length === 1 ? say('At this stop Claude shows:') : say('At this stop Claude shows one of these:'),
          ),
          h(
            'ul',
            { className: ['quotes'] },
            says.slice(0, mostSays).map((each) => h('li', words(quoted(each)))),
          ),
        ]),
  ]);
}

const mostSays = 10;

/** Claude’s twelve steps with the stop among them; null where no connector was looked at. */
export function stepsPart(report: Report): Element | null {
  const { stop } = report;
  if (report.subject !== 'connector' || (report.target === null && stop === null)) return null;
  return part('steps', stop === null ? say('Claude’s twelve steps') : say('Where Claude stops'), [
    stop === null ? null : h('p', h('strong', words(stopWords(stop, report)))),
    h('ol', { className: ['steps'] }, stepMarks(report).map(stepLine)),
  ]);
}

function stepLine(mark: StepMark): Element {
  const { step, state } = mark;
  return h('li', { className: [state] }, [
    stepMark(mark),
    h('span', { className: ['step'] }, [
      h('span', { className: ['unseen'] }, `${String(step)}. `),
      h('span', { className: ['step-name'] }, stepName(step)),
      h('span', { className: ['unseen'] }, ': '),
      h('span', { className: ['soft'] }, say(stepStateWords[state])),
    ]),
  ]);
}

function stopWords(stop: Stop, report: Report): string {
  const name = stopName(stop, report);
  return stop.step === 0
    ? say('Claude stops before it connects: {name}', { name })
    : say('Claude stops at step {step} of 12: {name}', { step: stop.step, name });
}

/** What the page and its maker are, at its end. */
export const disclaimer = msg(
  'Made by Connector Doctor, which is not affiliated with Anthropic. This page loads nothing and runs nothing. The whole report is in it as data: Connector Doctor opens this file again, on its page and with “connector-doctor open”.',
);
